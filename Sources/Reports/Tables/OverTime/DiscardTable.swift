import Estimators
import Quantities
import Replications
public import Studies
import SupplyModel

/// What expires year by year and quarter by quarter, one row for each policy and measure.
public enum DiscardTable {
  /// The table.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let experiment = result.content.experiment
    let names = result.policyNames
    let lives = result.study.compiled.products.map {
      result.study.compiled.model.longestRemainingLifeDays(of: $0.position)
    }
    for estimate in result.discards {
      let end = estimate.days.upperBound * experiment.ticksPerDay
      table.append(
        [
          .text(names[estimate.policy]), .text(estimate.period.rawValue),
          .integer(Int64(estimate.number)),
          .text(experiment.startDate.adding(days: estimate.days.lowerBound).description),
          .integer(Int64(estimate.days.count)), .text(estimate.measure), .text(estimate.unit),
          .number(estimate.mean), Table.Cell(estimate.interval?.low),
          Table.Cell(estimate.interval?.high),
        ] + estimate.quantiles.map { .number($0) } + [
          .integer(Int64(estimate.count)), .integer(Int64(lives.count { $0 > end })),
        ])
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "discard-by-year",
    meaning:
      "What expires in each year of the run and in its quarters, which add up to the years: one row "
      + "for each policy, year or quarter, and measure.",
    columns: [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "period", kind: .text, meaning: "year: 365 days; quarter: a fourth of that"),
      Table.Column(
        name: "number", kind: .integer, unit: "1",
        meaning: "which year or quarter of the run it is, from 1"),
      Table.Column(name: "from", kind: .date, meaning: "its first day"),
      Table.Column(
        name: "days", kind: .integer, unit: "days",
        meaning: "how long it is; the last is cut short by the end of the horizon"),
      Table.Column(
        name: "measure", kind: .text,
        meaning: "discardedSEK: at purchase price; discarded: units, where one product is run"),
      Table.Column(name: "unit", kind: .text, meaning: "unit of the row's numbers"),
      Table.Column(
        name: "mean", kind: .number,
        meaning: "mean over replications, of the whole period, not per year"),
      Table.Column(
        name: "ciLow", kind: .number,
        meaning: "lower end of the 95 % interval of the mean; simulation error only",
        empty: "there is only one replication"),
      Table.Column(
        name: "ciHigh", kind: .number,
        meaning: "upper end of the 95 % interval of the mean; simulation error only",
        empty: "there is only one replication"),
    ]
      + [5, 50, 95].map {
        Table.Column(
          name: $0 < 10 ? "p0\($0)" : "p\($0)", kind: .number,
          meaning: "\($0) % of replications are at or below it")
      } + [
        Table.Column(name: "n", kind: .integer, unit: "replications", meaning: "replications"),
        Table.Column(
          name: "productsNotYetDue", kind: .integer, unit: "products",
          meaning:
            "products of which nothing that was received in the run with all its life left need have "
            + "expired by the end of the period: their longest remaining life at receipt is longer"),
      ], key: ["policy", "period", "number", "measure"])
}
