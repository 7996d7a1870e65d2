import Estimators
public import Studies
import SupplyModel

/// Measures by period of the timeline: peace before any phase, each phase, the time after.
public enum PhasesTable {
  /// The table; no rows where the timeline has no phases.
  public static func table(of result: StudyResult) -> Table {
    var table = Table(declaration)
    let names = result.policyNames
    for estimate in result.phases {
      let (period, phase) = words(of: estimate.period)
      table.append([
        .text(names[estimate.policy]), .text(period), .text(phase),
        .text(estimate.group.level.rawValue), .text(estimate.group.key), .text(estimate.measure),
        .text(estimate.unit), .number(estimate.mean), Table.Cell(estimate.interval?.low),
        Table.Cell(estimate.interval?.high), Table.Cell(estimate.difference),
        Table.Cell(estimate.differenceInterval?.low),
        Table.Cell(estimate.differenceInterval?.high), .integer(Int64(estimate.count)),
      ])
    }
    return table
  }

  private static func words(of period: PhaseEstimate.Period) -> (period: String, phase: String) {
    switch period {
    case .before: ("before", "")
    case .during(let phase): ("during", phase)
    case .after: ("after", "")
    }
  }

  /// What the table is.
  public static let declaration = TableDeclaration(
    name: "phases",
    meaning:
      "Measures by period: before any phase of the timeline, in each of them, and after. Each figure "
      + "is of the period's days alone and of the replications in which it takes place; none is a mean "
      + "over peace and war. One row for each policy, period, group of results and measure.",
    columns: [
      Table.Column(name: "policy", kind: .text, meaning: "name of the policy"),
      Table.Column(
        name: "period", kind: .text,
        meaning:
          "before: until the first phase begins; during: on a phase's days (of several the one that "
          + "began last); after: outside all phases once one has ended"),
      Table.Column(
        name: "phase", kind: .text, meaning: "name of the phase",
        empty: "the period is before or after"),
    ] + EstimateCells.nameColumns
      + EstimateCells.meanAndDifference(
        empty: "the policy is the baseline, or policies cannot differ in it")
      + [
        Table.Column(
          name: "n", kind: .integer, unit: "replications",
          meaning:
            "replications in which the period takes place, and of shares something is asked for")
      ])
}
