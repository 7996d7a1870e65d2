import Quantities
import Replications
public import Studies
import SupplyModel

/// What goes on over time whatever the policy: shortages and phases, one row for each and week.
public enum CalendarTable {
  /// The table.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let start = result.content.experiment.startDate
    for estimate in result.calendar {
      let quantiles: [Table.Cell] =
        estimate.quantiles.isEmpty
        ? [.empty, .empty, .empty] : estimate.quantiles.map { .number($0) }
      table.append(
        [
          .text(estimate.kind.rawValue), .text(estimate.name), .integer(Int64(estimate.day)),
          .text(start.adding(days: estimate.day).description), .number(estimate.mean),
        ] + quantiles)
    }
    return table
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "calendar",
    meaning:
      "Shortages and phases over time, the same under every policy: one row for each and week.",
    columns: [
      Table.Column(
        name: "kind", kind: .text,
        meaning:
          "shortage: products that are in shortage; knownShortage, where any is announced: products of "
          + "which one is known, under way or announced; phase: a phase of the timeline"),
      Table.Column(
        name: "name", kind: .text, meaning: "name of the phase",
        empty: "it is about shortages of any product"),
      Table.Column(
        name: "day", kind: .integer, unit: "days", meaning: "days from the first of the horizon"),
      Table.Column(name: "date", kind: .date, meaning: "the same as a date"),
      Table.Column(
        name: "mean", kind: .number, unit: "1",
        meaning:
          "share of products, mean over replications; of a phase the share of replications in which "
          + "it is on"),
    ]
      + [5, 50, 95].map {
        Table.Column(
          name: $0 < 10 ? "p0\($0)" : "p\($0)", kind: .number, unit: "1",
          meaning: "\($0) % of replications are at or below it", empty: "it is about a phase")
      })
}
