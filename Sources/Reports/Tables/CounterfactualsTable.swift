import Estimators
public import Studies
import SupplyModel

/// What is due to single obstacles: each measure without them, and its paired difference to what is.
public enum CounterfactualsTable {
  /// The table, of headline measures in every group whose replications are kept.
  public static func table(of counterfactuals: [Counterfactual], in result: StudyResult) -> Table {
    var table = Table(declaration)
    for (policy, name) in result.policyNames.enumerated() {
      for counterfactual in counterfactuals {
        let effects = counterfactual.effects(
          policy: policy, measures: ReplicationsTable.headline)
        for effect in effects {
          table.append([
            .text(name), .text(counterfactual.obstacle.rawValue),
            .text(effect.group.level.rawValue), .text(effect.group.key),
            .text(effect.measure.name), .text(effect.measure.unit), Table.Cell(effect.mean),
            Table.Cell(effect.difference), Table.Cell(effect.interval?.low),
            Table.Cell(effect.interval?.high), .integer(Int64(effect.count)),
          ])
        }
      }
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "counterfactuals",
    meaning: "What is due to an obstacle: one row for each policy, obstacle thought away, group of "
      + "results and headline measure.",
    columns: columns, key: ["policy", "without", "level", "key", "measure"])

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy, as it is"),
      Table.Column(
        name: "without", kind: .text, meaning: "what is gone: shortages, expiry or uncertainty"),
    ] + EstimateCells.nameColumns
    + [
      Table.Column(
        name: "mean", kind: .number, meaning: "mean over replications without it",
        empty: EstimateCells.withoutValue),
      Table.Column(
        name: "meanDifference", kind: .number,
        meaning: "mean of the paired differences: without it minus as it is",
        empty: EstimateCells.withoutValue),
      Table.Column(
        name: "ciLow", kind: .number,
        meaning: "lower end of the 95 % interval of the difference; simulation error only",
        empty: EstimateCells.withoutInterval),
      Table.Column(
        name: "ciHigh", kind: .number,
        meaning: "upper end of the 95 % interval of the difference; simulation error only",
        empty: EstimateCells.withoutInterval),
      Table.Column(
        name: "n", kind: .integer, unit: "replications",
        meaning: "replications that have the measure with it and without"),
    ]
}
