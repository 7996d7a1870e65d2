import Estimators
public import Studies
import SupplyModel

/// What the assumptions that decide are worth: headline figures at their low and high values, beside those
/// as stated.
public enum SensitivityTable {
  /// The table; the first variant is that of the scenario as stated.
  public static func table(of variants: [AssumptionVariant]) -> Table {
    var table = Table(declaration)
    for variant in variants {
      let assumption = variant.assumption
      let value: String =
        switch variant.side {
        case .stated: ""
        case .low: assumption?.low ?? ""
        case .high: assumption?.high ?? ""
        }
      for figure in variant.figures {
        table.append([
          .text(assumption?.id ?? ""), .text(variant.side.rawValue), .text(value),
          .text(figure.policy), .text(figure.measure), .text(figure.unit), .number(figure.mean),
          Table.Cell(figure.interval?.low), Table.Cell(figure.interval?.high),
          Table.Cell(figure.difference), Table.Cell(figure.differenceInterval?.low),
          Table.Cell(figure.differenceInterval?.high), .integer(Int64(variant.count)),
        ])
      }
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "sensitivity",
    meaning:
      "What assumptions that decide are worth: headline figures where one of them has its low or high "
      + "value and all else is as stated, with the same seed and replications. One row for each assumption, "
      + "value, policy and measure. Intervals are simulation error of that variant.",
    columns: [
      Table.Column(
        name: "assumption", kind: .text, meaning: "id in the register of assumptions",
        empty: "all are as stated"),
      Table.Column(name: "side", kind: .text, meaning: "stated, low or high"),
      Table.Column(
        name: "value", kind: .text, meaning: "the value that it has, as the register says",
        empty: "all are as stated"),
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "measure", kind: .text,
        meaning:
          "name of the measure, of everything; unmetRemoved: share of the baseline's unmet demand that "
          + "the policy removes, a ratio of means"),
      Table.Column(name: "unit", kind: .text, meaning: "unit of the row's numbers"),
    ]
      + EstimateCells.meanAndDifference(
        empty: "the policy is the baseline, or the measure is a comparison with it")
      + [
        Table.Column(name: "n", kind: .integer, unit: "replications", meaning: "replications")
      ])
}
