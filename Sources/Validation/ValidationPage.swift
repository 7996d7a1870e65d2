import Quantities
import ScenarioFiles

/// Every known value beside what Buffert gives, for people: a page in Markdown.
public enum ValidationPage {
  /// The page.
  ///
  /// - Parameter version: of the program.
  public static func markdown(of findings: [Finding], version: String) -> String {
    let cases = CaseSummary.all(of: findings)
    var lines = [
      "# Results that no one here wrote",
      "",
      "\(sentence(of: findings)) This page and [validation.csv](validation.csv) are made by",
      "",
      "    swift run -c release buffert validate --out results",
      "",
      "with version \(version). Each case is a scenario in [scenarios/validation](../scenarios/validation)"
        + " that states what is known (`expected`) and who has found it (`source`), or a comparison of"
        + " a part of the program in `Sources/Validation/Program`.",
      "",
      "*Agrees*: within four standard errors (SE) of the simulation, which are at most half a hundredth"
        + " of the value (0.002 of a share). *Explained*: further off, by no more than what the scenario"
        + " states and gives the reason for. *Blunt*: too uncertain to tell. *Differs*: none of these."
        + " Values without an SE are calculated, not drawn.",
      "",
      "| case | | source | values | agree | explained | blunt | differ | largest difference |",
      "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += cases.map { entry in
      let largest = entry.largestDeviation.map { digits($0, 2) + " SE" } ?? "none"
      return row(
        ["[\(entry.id)](#\(entry.id.lowercased()))", entry.title, entry.source]
          + [entry.findings.count].map(String.init)
          + Finding.Verdict.allCases.map { "\(entry.count($0))" } + [largest])
    }
    for entry in cases { lines += section(entry) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How many of how many values agree, in a sentence.
  public static func sentence(of findings: [Finding]) -> String {
    func count(_ verdict: Finding.Verdict) -> Int { findings.count { $0.verdict == verdict } }
    let cases = CaseSummary.all(of: findings).count
    return
      "Buffert gives \(count(.agrees)) of \(findings.count) known values in \(cases) \(cases == 1 ? "case" : "cases"), "
      + "\(count(.explained)) more to within what is explained; \(count(.blunt)) are too uncertain to "
      + "tell and \(count(.differs)) differ."
  }

  private static func section(_ entry: CaseSummary) -> [String] {
    let reasons = Set(entry.findings.compactMap(\.because)).sorted()
    return [
      "", "## \(entry.id)", "",
      "\(entry.title). \(entry.source) (\(entry.provenance.rawValue)).", "",
    ] + (reasons.isEmpty ? [] : reasons.map { "- Explained: \($0)." } + [""]) + [
      "| scenario | row | quantity | known | Buffert | SE | verdict |",
      "|---|---|---|---|---|---|---|",
    ]
      + entry.findings.map { finding in
        row([
          finding.subject, finding.row, finding.quantity, digits(finding.reference, 9),
          digits(finding.estimate, 9),
          finding.standardError > 0 ? digits(finding.standardError, 2) : "",
          finding.verdict.rawValue,
        ])
      }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  private static func digits(_ value: Double, _ count: Int) -> String {
    value.isFinite ? FixedPointText.text(value, significantDigits: count) : "none"
  }
}
