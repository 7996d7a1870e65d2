import Estimators
import Quantities
import Replications
public import Studies
import SupplyModel

/// What is in stock over time and how long it lasts: one row for each policy, measure and week.
public enum TimelineTable {
  /// The table, in the order of policies, measures and days.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let start = result.study.compiled.model.content.experiment.startDate
    let names = result.policyNames
    for estimate in result.timeline {
      table.append(
        [
          .text(names[estimate.policy]), .integer(Int64(estimate.day)),
          .text(start.adding(days: estimate.day).description), .text(estimate.measure),
          .text(estimate.unit), .number(estimate.mean),
        ] + estimate.quantiles.map { .number($0) })
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "timeline",
    meaning:
      "What is in stock at all locations together at the end of a day and how long it lasts, once a "
      + "week (longer horizons than four years in steps of several weeks): one row for each policy, day and "
      + "measure.",
    columns: [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "day", kind: .integer, unit: "days", meaning: "days from the first of the horizon"),
      Table.Column(name: "date", kind: .date, meaning: "the same as a date"),
      Table.Column(
        name: "measure", kind: .text,
        meaning:
          "stockSEK: value of stock at purchase price; stock: units, where one product is run; "
          + "coverDays: days of normal consumption of all care units, of the product in the middle; "
          + "coverDaysLowestTenth: of the product that has the most of the tenth with least"),
      Table.Column(
        name: "unit", kind: .text, meaning: "unit of the row's numbers"),
      Table.Column(name: "mean", kind: .number, meaning: "mean over replications"),
    ]
      + [5, 50, 95].map {
        Table.Column(
          name: $0 < 10 ? "p0\($0)" : "p\($0)", kind: .number,
          meaning: "\($0) % of replications are at or below it")
      }, key: ["policy", "day", "measure"])
}
