public import Studies
public import SupplyModel

/// What a run prints: the answer first, in words and numbers with their intervals.
///
/// Goals in order: nothing that the figures do not bear; readable by a planner; 120 columns. Units
/// of different products are never added.
public struct RunSummary: Sendable {
  /// The lines, without line ends and without blanks at the end.
  public let lines: [String]

  /// The summary of a finished study.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - model: the model that was run.
  ///   - version: the program's version, such as `0.3.0`.
  ///   - counterfactuals: what was found with single obstacles gone.
  public init(
    of result: StudyResult, model: SupplyModel, version: String,
    counterfactuals: [Counterfactual] = []
  ) {
    let findings = Findings(result, model.content)
    let sections = [
      Self.heading(findings, version: version),
      Self.policyTable(findings),
      Self.unitsTable(findings),
      Self.comparison(findings) + Self.steps(findings),
      Self.counterfactuals(counterfactuals, findings),
      Self.classTable(findings),
      Self.productRemarks(findings),
      Self.rounding(findings),
      Self.duty(result, model.content),
      Self.decidingAssumptions(findings),
      Self.caveats(findings, model: model),
    ]
    lines = Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }

  /// The text, ended by a line feed.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// Title; horizon, replications, seed and version.
  static func heading(_ findings: Findings, version: String) -> [String] {
    let experiment = findings.content.experiment
    let count = findings.replications
    let facts = [
      "\(HorizonText.text(experiment)) from \(experiment.startDate)",
      findings.planned.map { "PARTIAL: interrupted after \(count) of \($0) replications" }
        ?? "\(count) replication\(count == 1 ? "" : "s")", "seed \(experiment.seed)",
      "buffert \(version)",
    ]
    return PlainText.wrapped(findings.content.title, indent: 0)
      + PlainText.wrapped(facts.joined(separator: " · "), indent: 0)
  }
}
