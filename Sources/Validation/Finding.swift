public import ScenarioFiles

/// One value that is known from elsewhere, beside what Buffert gives.
public struct Finding: Sendable {
  /// The case, such as `B5`.
  public let caseID: String
  /// The case in words.
  public let title: String
  /// Who has found the known value.
  public let source: String
  /// How the known value has been found.
  public let provenance: ExpectedResults.Provenance
  /// The scenario's name, or what of the program is compared.
  public let subject: String
  /// What the value belongs to.
  public let row: String
  /// What the value is of.
  public let quantity: String
  /// The known value.
  public let reference: Double
  /// What Buffert gives.
  public let estimate: Double
  /// The standard error of what Buffert gives; 0 where it is calculated, not drawn.
  public let standardError: Double
  /// What the known value may be off by, because it is printed with few digits.
  public var rounding = 0.0
  /// What the two may differ by besides simulation error.
  public let allowance: Double
  /// Why `allowance` is more than 0.
  public let because: String?
  /// How large a standard error still sees an error of a hundredth; larger ones prove little.
  public let largestError: Double

  /// How the two compare.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Within four standard errors.
    case agrees
    /// Further off than that, by no more than what is stated and explained.
    case explained
    /// Within four standard errors that are too large to see a small error.
    case blunt
    /// None of these.
    case differs
  }

  /// How the two compare.
  public var verdict: Verdict {
    guard estimate.isFinite, standardError.isFinite else { return .differs }
    let difference = abs(estimate - reference)
    let chance = max(4 * standardError, rounding, Self.digits(of: reference))
    if difference > chance + allowance { return .differs }
    if standardError > largestError { return .blunt }
    return difference > chance ? .explained : .agrees
  }

  /// What a known value may be off by because it has eight to ten digits: what does not vary agrees
  /// to these.
  static func digits(of reference: Double) -> Double { 1e-8 * max(1, abs(reference)) }

  /// The difference in standard errors; `nil` where there is none.
  public var deviations: Double? {
    standardError > 0 ? (estimate - reference) / standardError : nil
  }
}
