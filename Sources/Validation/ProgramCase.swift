public import ScenarioFiles

/// A case about a part of the program that no scenario states: random numbers, intervals, traces.
///
/// It uses the same public types as everything else.
public struct ProgramCase: Sendable {
  /// The case, such as `F1`.
  public let id: String
  /// The case in words.
  public let title: String
  /// Who has found the known values.
  public let source: String
  /// How the known values have been found.
  public let provenance: ExpectedResults.Provenance
  /// What of the program is compared.
  public let subject: String
  /// Finds what the program gives.
  let compare: @Sendable (Effort) throws -> [Comparison]

  /// Every case that is no scenario. A new one is one line here.
  ///
  /// - Parameter load: reads the files that some of them need, such as traces.
  public static func all(
    load: @escaping @Sendable (String) -> Result<[UInt8], FileProblem>
  ) -> [ProgramCase] {
    [
      randomNumberVectors, intervalCoverage, probabilityIntervals, commonRandomNumbers(load: load),
      sequentialCoverage, traces(load: load),
    ]
  }

  /// A known value beside what the program gives.
  struct Comparison {
    let row: String
    let quantity: String
    let reference: Double
    let estimate: Double
    /// 0 where nothing is drawn.
    var standardError = 0.0
    /// What the known value may be off by, because it is printed with few digits.
    var rounding = 0.0
    /// How far the known value itself may be off for another reason.
    var allowance = 0.0
    /// Why `allowance` is more than 0.
    var because: String?
    /// Whether it is a share, whose error is judged as such.
    var isShare = false
  }

  /// Compares.
  public func findings(_ effort: Effort) throws -> [Finding] {
    try compare(effort).map {
      Finding(
        caseID: id, title: title, source: source, provenance: provenance, subject: subject,
        row: $0.row, quantity: $0.quantity, reference: $0.reference, estimate: $0.estimate,
        standardError: $0.standardError, rounding: $0.rounding, allowance: $0.allowance,
        because: $0.because,
        largestError: effort.largestError(of: $0.reference, isShare: $0.isShare))
    }
  }
}
