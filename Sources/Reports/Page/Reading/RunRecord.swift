import Foundation

/// What `run.json` says, as far as a report needs it.
struct RunRecord: Decodable, Sendable {
  let version: String
  let title: String
  let scenarioDigest: String
  let seed: UInt64
  let replications: Int
  /// What was planned, if the run was interrupted.
  let partial: Partial?
  let policies: [String]
  let baseline: String?
  let products: Int
  let horizon: Horizon
  let command: String
  let effectiveScenario: [StatedValue]
  let provenance: [Provenance]
  let assumptions: [Assumption]

  /// Of a run that was interrupted.
  struct Partial: Decodable, Sendable {
    /// How many replications there should be.
    let planned: Int
    /// What was to be run besides and is missing: `without expiry`.
    let lacking: [String]
  }

  /// The reported time.
  struct Horizon: Decodable, Sendable {
    let start: String
    /// [days]
    let days: Double
  }

  /// A value of the scenario with where it is stated.
  struct StatedValue: Decodable, Sendable {
    let path: String
    let value: String
    let origin: String?
  }

  /// How well a column of the tables is known.
  struct Provenance: Decodable, Sendable {
    let column: String
    let status: String
    let count: Int
  }

  /// A line of the register of assumptions.
  struct Assumption: Decodable, Sendable {
    let id: String
    let what: String
    let value: String
    let status: String
    let source: String
    let decides: Bool
    let low: String
    let high: String
  }

  /// The record in a file's bytes.
  ///
  /// - Throws: `ReportProblem` where they are not what `run` writes.
  init(_ bytes: [UInt8]) throws(ReportProblem) {
    do {
      self = try JSONDecoder().decode(RunRecord.self, from: Data(bytes))
    } catch {
      throw ReportProblem(file: "run.json", reason: "it is not what `buffert run` writes")
    }
    // What no run can have been, a report would count and draw without end.
    let isPossible: [(String, Bool)] = [
      ("replications", Self.counts.contains(replications)),
      ("partial.planned", Self.counts.contains(partial?.planned ?? 0)),
      ("products", Self.counts.contains(products)),
      ("policies", (1...Self.mostPolicies).contains(policies.count)),
      ("horizon.days", horizon.days >= 0 && horizon.days <= Self.longestHorizon),
    ]
    if let (field, _) = isPossible.first(where: { !$0.1 }) {
      throw ReportProblem(file: "run.json", reason: "its \(field) cannot be those of a run")
    }
  }

  private static let counts = 0...1_000_000_000
  private static let mostPolicies = 200
  /// 10 000 years. [days]
  private static let longestHorizon = 3_650_000.0
}

/// What `endurance.json` says of the scenario whose stock was followed to its end.
struct EnduranceRecord: Decodable, Sendable {
  let scenarioDigest: String

  /// The record in a file's bytes; `nil` where they are not what `endure` writes.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(EnduranceRecord.self, from: Data(bytes)) else {
      return nil
    }
    self = record
  }
}

/// Why no report can be made of a results folder.
public struct ReportProblem: Error, Sendable {
  /// The file of the folder that is wrong.
  public let file: String
  /// What is wrong with it.
  public let reason: String

  /// A problem with a file.
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }
}
