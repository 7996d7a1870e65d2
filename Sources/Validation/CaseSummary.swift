public import ScenarioFiles

/// A case with all its values: how many agree.
public struct CaseSummary: Sendable {
  /// The case, such as `B5`.
  public let id: String
  /// The case in words.
  public let title: String
  /// Who has found the known values.
  public let source: String
  /// How the known values have been found.
  public let provenance: ExpectedResults.Provenance
  /// Its values.
  public let findings: [Finding]

  /// The cases of some findings, in the order of letter and number.
  public static func all(of findings: [Finding]) -> [CaseSummary] {
    Dictionary(grouping: findings, by: \.caseID).map { id, members in
      CaseSummary(
        id: id, title: members[0].title, source: members[0].source,
        provenance: members[0].provenance, findings: members)
    }.sorted { isBefore($0.id, $1.id) }
  }

  /// How many values compare so.
  public func count(_ verdict: Finding.Verdict) -> Int {
    findings.count { $0.verdict == verdict }
  }

  /// The largest difference in standard errors; `nil` where nothing is drawn.
  public var largestDeviation: Double? {
    findings.compactMap { $0.deviations?.magnitude }.max()
  }

  /// Whether a case comes before another: `B9` before `B12`.
  private static func isBefore(_ first: String, _ second: String) -> Bool {
    func parts(_ id: String) -> (String, Int) {
      let rest = id.drop { $0.isLetter }
      return (String(id.prefix { $0.isLetter }), Int(rest.prefix { $0.isNumber }) ?? 0)
    }
    let (left, right) = (parts(first), parts(second))
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1 == right.1 ? first < second : left.1 < right.1
  }
}
