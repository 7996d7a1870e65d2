import Foundation
import Testing

@testable import Validation

/// Every case of VALIDATION in the size that its scenario states for a minute's test; `buffert validate`
/// runs them with all replications.
@Suite("What is known from elsewhere")
struct QuickTests {
  @Test("A scenario gives what it states", arguments: Repository.validationScenarios)
  func scenario(path: String) throws {
    let scenario = try ScenarioCase(path, load: Repository.read)
    Self.check(try scenario.findings(.quick, jobs: 2))
  }

  static let parts = ProgramCase.all(load: Repository.read)

  @Test("A part of the program gives what is known", arguments: parts.map(\.id))
  func part(id: String) throws {
    let part = try #require(Self.parts.first { $0.id == id })
    Self.check(try part.findings(.quick))
  }

  /// None differs, and most are sharp enough to tell.
  private static func check(_ findings: [Finding]) {
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(
        finding.verdict != .differs,
        """
        \(finding.caseID) \(finding.subject), \(finding.row), \(finding.quantity): \
        \(finding.estimate) ± \(finding.standardError), known \(finding.reference)
        """)
    }
    let blunt = findings.count { $0.verdict == .blunt }
    #expect(2 * blunt <= findings.count, "\(blunt) of \(findings.count) are too uncertain")
  }
}
