import ScenarioFiles
import Testing

@testable import Validation

@Suite("Verdicts")
struct FindingTests {
  static func verdict(
    _ estimate: Double, error: Double = 0, allowance: Double = 0, largest: Double = 1,
    reference: Double = 1
  ) -> Finding.Verdict {
    Finding(
      caseID: "", title: "", source: "", provenance: .exact, subject: "", row: "", quantity: "",
      reference: reference, estimate: estimate, standardError: error, allowance: allowance,
      because: nil, largestError: largest
    ).verdict
  }

  @Test("Within four standard errors it agrees, beyond it differs")
  func limits() {
    #expect(Self.verdict(1.039, error: 0.01) == .agrees)
    #expect(Self.verdict(1.041, error: 0.01) == .differs)
    #expect(Self.verdict(0.961, error: 0.01) == .agrees)
    #expect(Self.verdict(0.959, error: 0.01) == .differs)
  }

  @Test("What is calculated agrees to the digits of the known value only")
  func calculated() {
    #expect(Self.verdict(1 + 1e-9) == .agrees)
    #expect(Self.verdict(1 + 1e-7) == .differs)
  }

  @Test("An allowance explains what is further off, and no more")
  func allowance() {
    #expect(Self.verdict(1.045, error: 0.01, allowance: 0.01) == .explained)
    #expect(Self.verdict(1.03, error: 0.01, allowance: 0.01) == .agrees)
    #expect(Self.verdict(1.051, error: 0.01, allowance: 0.01) == .differs)
  }

  @Test("What cannot see a small error does not agree")
  func blunt() {
    #expect(Self.verdict(1.01, error: 0.01, largest: 0.005) == .blunt)
    #expect(Self.verdict(1.05, error: 0.01, largest: 0.005) == .differs)
  }

  @Test("What is no number differs")
  func notANumber() {
    #expect(Self.verdict(.nan) == .differs)
    #expect(Self.verdict(1, error: .nan) == .differs)
    #expect(Self.verdict(.infinity, error: .infinity) == .differs)
  }
}
