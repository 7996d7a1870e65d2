public import Reports
import ScenarioFiles

/// Every known value beside what Buffert gives: `validation.csv`.
public enum ValidationTable {
  /// The table, in the order of the cases.
  public static func table(of findings: [Finding]) -> Table {
    var table = Table(
      name: "validation",
      columns: [
        .init(name: "case", kind: .text, meaning: "the case"),
        .init(name: "title", kind: .text, meaning: "the case in words"),
        .init(name: "source", kind: .text, meaning: "who has found the known value"),
        .init(
          name: "provenance", kind: .text,
          meaning: "published, exact (a formula), numeric (a Markov chain) or simulated"),
        .init(name: "subject", kind: .text, meaning: "the scenario, or the part of the program"),
        .init(name: "row", kind: .text, meaning: "what the value belongs to"),
        .init(name: "quantity", kind: .text, meaning: "what the value is of"),
        .init(name: "reference", kind: .number, meaning: "the known value"),
        .init(name: "buffert", kind: .number, meaning: "what Buffert gives"),
        .init(
          name: "standardError", kind: .number, meaning: "its standard error; 0 if not drawn"),
        .init(
          name: "deviations", kind: .number, meaning: "the difference in standard errors"),
        .init(
          name: "allowance", kind: .number,
          meaning: "what the two may differ by besides simulation error"),
        .init(name: "because", kind: .text, meaning: "why"),
        .init(
          name: "verdict", kind: .text,
          meaning: "agrees (within 4 standard errors), explained (within the allowance besides), "
            + "blunt (too uncertain to tell) or differs"),
      ])
    for finding in CaseSummary.all(of: findings).flatMap(\.findings) {
      table.append([
        .text(finding.caseID), .text(finding.title), .text(finding.source),
        .text(finding.provenance.rawValue), .text(finding.subject), .text(finding.row),
        .text(finding.quantity), .init(finding.reference), .init(finding.estimate),
        .init(finding.standardError), .init(finding.deviations), .init(finding.allowance),
        finding.because.map { .text($0) } ?? .empty, .text(finding.verdict.rawValue),
      ])
    }
    return table
  }
}
