import Estimators
import Quantities
public import Studies
import SupplyModel

/// How the duty to hold stock is kept: one row for each policy, holder and product under duty.
public enum DutyTable {
  /// The table, by policy, then holder, then product; without rows where the scenario has no duty.
  ///
  /// Who need hold nothing is neither within nor below the duty: those cells are empty, and `n` is 0.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let content = result.content
    for (policy, name) in result.policyNames.enumerated() {
      for finding in result.dutyFindings(policy: policy) {
        let requirement = finding.requirement
        var row: [Table.Cell] = [
          .text(name), .text(content.authorities[requirement.holder].id),
          .text(content.products[finding.product].id),
          .number(requirement.normalConsumption.unitsPerDay), .integer(requirement.fullUnits),
          .integer(requirement.units),
          requirement.heldText(in: content).map { .text($0) } ?? .empty,
        ]
        row += FigureCells.all(of: finding.daysWithin)
        row.append(Table.Cell(finding.missing.mean))
        row += FigureCells.all(of: finding.anyDayBelow)
        row += FigureCells.all(of: finding.daysWithinByCover)
        row += [
          Table.Cell(finding.averageCover.mean), .integer(Int64(finding.daysWithin.count)),
        ]
        table.append(row)
      }
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "duty",
    meaning: "How the duty to hold stock is kept: one row for each policy, holder and product.",
    columns: columns, key: ["policy", "authority", "product"])

  private static let columns: [Table.Column] =
    [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "authority", kind: .text,
        meaning: "who holds the stock, for itself and for those that name it as dutyHeldBy"),
      Table.Column(name: "product", kind: .text, meaning: "the product, which lies under the duty"),
      Table.Column(
        name: "normalPerDay", kind: .number, unit: "units/day",
        meaning: "normal consumption of the care units that it holds for"),
      Table.Column(
        name: "fullUnits", kind: .integer, unit: "units",
        meaning: "the duty's days × normal consumption, rounded up: what must be held in full"),
      Table.Column(
        name: "requiredUnits", kind: .integer, unit: "units",
        meaning: "what must be held, exemptions counted"),
      Table.Column(
        name: "held", kind: .text,
        meaning: "what an exemption says is held instead", empty: "without one"),
    ]
    + FigureCells.columns(
      "daysWithinDuty", unit: "1", "share of days with at least requiredUnits on hand",
      empty: nothingToHold)
    + [
      Table.Column(
        name: "averageMissing", kind: .number, unit: "units",
        meaning:
          "mean over all days of what is missing of requiredUnits; 0 on days within the duty",
        empty: nothingToHold)
    ]
    + FigureCells.columns(
      "anyDayBelow", unit: "1", "probability of at least one day below requiredUnits",
      empty: nothingToHold)
    + FigureCells.columns(
      "daysWithinDutyByCover", unit: "1",
      "share of days on which stock lasts the duty's days net of what expires first",
      empty: notMeasured)
    + [
      Table.Column(
        name: "averageCoverDays", kind: .number, unit: "days",
        meaning: "mean of how long the stock that counts lasts at normal consumption, net of what "
          + "expires first", empty: notMeasured),
      Table.Column(
        name: "n", kind: .integer, unit: "replications",
        meaning: "replications that have the share; 0 where nothing must be held"),
    ]

  private static let nothingToHold = "where nothing must be held, or one replication was run"
  private static let notMeasured =
    "where cover is not measured or nothing must be held, or one replication was run"
}

/// A mean with its interval in three cells.
enum FigureCells {
  static func columns(
    _ name: String, unit: String, _ meaning: String, empty: String
  ) -> [Table.Column] {
    [
      Table.Column(name: name, kind: .number, unit: unit, meaning: meaning, empty: empty),
      Table.Column(
        name: name + "Low", kind: .number, unit: unit,
        meaning: "lower end of its 95 % interval; simulation error only", empty: empty),
      Table.Column(
        name: name + "High", kind: .number, unit: unit,
        meaning: "upper end of its 95 % interval; simulation error only", empty: empty),
    ]
  }

  static func all(of figure: Figure) -> [Table.Cell] {
    [
      Table.Cell(figure.mean), Table.Cell(figure.interval?.low), Table.Cell(figure.interval?.high),
    ]
  }
}
