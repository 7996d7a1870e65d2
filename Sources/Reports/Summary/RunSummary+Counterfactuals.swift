import Estimators
import Studies
import SupplyModel

extension RunSummary {
  /// How much of each policy's unmet demand and discard is due to single obstacles; nothing where
  /// none was thought away.
  static func counterfactuals(
    _ counterfactuals: [Counterfactual], _ findings: Findings
  ) -> [String] {
    guard !counterfactuals.isEmpty else { return [] }
    var table = AlignedColumns(names: findings.policies)
    for counterfactual in counterfactuals {
      let obstacle = counterfactual.obstacle.rawValue
      for (what, measure) in [("unmet demand", "unmetFraction"), ("discard", discard(findings))] {
        guard let measure else { continue }
        let cells = findings.policies.indices.map {
          share(counterfactual.effect(policy: $0, measure: measure))
        }
        table.add([what, "due to \(obstacle),", "% of it"], cells)
      }
    }
    guard !table.isEmpty else { return [] }
    let names = counterfactuals.map(\.obstacle.rawValue)
    let each = names.count > 1 ? "one of them" : names[0]
    let together =
      names.count > 1 ? " Obstacles act together, so their shares need not add up to 100 %." : ""
    return PlainText.wrapped(
      "What is due to \(names.joined(separator: ", to ")): the same random numbers with \(each) gone.",
      indent: 0)
      + table.lines()
      + PlainText.wrapped(
        "This is a counterfactual of each policy as it is, not a bound on what any policy could do: "
          + "its targets and orders are made as if nothing were gone. Below 0 there would be more without it."
          + together + " counterfactuals.csv has it by region, category and demand class.",
        indent: 0)
  }

  /// What discard is told by: its value, in units where a single product has no price.
  private static func discard(_ findings: Findings) -> String? {
    findings.hasPrices ? "discardedSEK" : findings.products.count == 1 ? "discarded" : nil
  }

  /// The share that is due to it; empty where there is nothing.
  private static func share(_ effect: Counterfactual.Effect?) -> AlignedColumns.Cell {
    guard let share = effect?.share else { return .none }
    let interval = effect?.shareInterval?.scaled(by: 100)
    let largest = max(
      (share * 100).magnitude, max(interval?.low.magnitude ?? 0, interval?.high.magnitude ?? 0))
    let parts = ReadableNumber.parts(
      share * 100, interval, decimals: ReadableNumber.percentDecimals(largest))
    return .init(value: parts.mean, detail: parts.interval.map { "(\($0))" } ?? "")
  }
}
