import Estimators
import Quantities
public import Studies

/// How long stock lasts after all inbound supply has stopped: one row for each policy, condition,
/// group and measure.
public enum EnduranceTable {
  /// The table, in the order of policies, then conditions.
  public static func table(of results: [EnduranceResult]) -> Table {
    var table = Table(declaration)
    guard let policies = results.first?.policyNames else { return table }
    for (policy, name) in policies.enumerated() {
      for result in results {
        let date = result.study.cutDate.map { Table.Cell.text($0.description) } ?? .empty
        for estimate in result.estimates(policy: policy) {
          let quantiles =
            estimate.quantiles.isEmpty
            ? Estimate.quantileLevels.map { _ in Table.Cell.empty }
            : estimate.quantiles.map { Table.Cell($0) }
          table.append(
            [
              .text(name), .text(result.study.condition), date,
              .text(estimate.row.level.rawValue), .text(estimate.row.key),
              .text(estimate.row.measure.rawValue), .text("days"), Table.Cell(estimate.mean),
              Table.Cell(estimate.interval?.low), Table.Cell(estimate.interval?.high),
              Table.Cell(estimate.least),
            ] + quantiles + [
              Table.Cell(estimate.censoredShare), .integer(Int64(estimate.count)),
            ])
        }
      }
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "endurance",
    meaning: "How long stock lasts after all inbound supply has stopped: one row for each policy, "
      + "condition, group of results and measure.",
    columns: columns, key: ["policy", "condition", "level", "key", "measure"])

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "condition", kind: .text,
        meaning: "peace, or the phase of the timeline with which supply stops"),
      Table.Column(
        name: "cutDate", kind: .date, meaning: "first day without supply",
        empty: "where the phase is random"),
    ] + EstimateCells.nameColumns
    + [
      Table.Column(
        name: "mean", kind: .number,
        meaning: "restricted mean: what has not run out counts with the days to the end",
        empty: withoutReplication)
    ] + EstimateCells.intervalColumns
    + [
      Table.Column(name: "min", kind: .number, meaning: "the least", empty: withoutReplication)
    ]
    + [5, 25, 50, 75, 95].map {
      Table.Column(
        name: $0 < 10 ? "p0\($0)" : "p\($0)", kind: .number,
        meaning:
          "\($0) % of replications are at or below it; of kinds of care unit \($0) % of (care unit, replication)",
        empty: "where the values of replications are not kept, or there are none"
      )
    }
    + [
      Table.Column(
        name: "censoredShare", kind: .number, unit: "1",
        meaning: "share of these in which nothing had run out at the end of the horizon",
        empty: withoutReplication),
      Table.Column(
        name: "n", kind: .integer, unit: "replications",
        meaning: "replications in which supply stops and somebody is expected to ask"),
    ]

  private static let withoutReplication =
    "where in no replication supply stops and somebody is expected to ask"
}
