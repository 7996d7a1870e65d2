/// What a scenario is known to give, from a source that has nothing to do with this program.
public struct ExpectedResults: Sendable {
  /// The case that the scenario is part of, such as `B5`.
  public let id: String
  /// The case in words.
  public let title: String
  /// Who has found the values.
  public let source: String
  /// How the values have been found.
  public let provenance: Provenance
  /// What is compared, in order.
  public let quantities: [Quantity]
  /// The values, in order.
  public let rows: [Row]
  /// What is run where time is short.
  public let quick: Quick

  /// How reference values have been found.
  public enum Provenance: String, Sendable, CaseIterable {
    /// Printed by somebody else, and found again by calculation.
    case published
    /// From a formula.
    case exact
    /// From a Markov chain or a dynamic programme, exact to rounding.
    case numeric
    /// From a simulation with far more replications, by an independent program.
    case simulated
  }

  /// Something that is compared.
  public struct Quantity: Sendable {
    /// What it is called.
    public let name: String
    /// How it follows from measures.
    public let formula: Formula
  }

  /// Values that belong to one policy and one part of the results.
  public struct Row: Sendable {
    /// What it is called.
    public let label: String
    /// The policy that gives it.
    public let policy: String
    /// The level of the results that its measures are of, such as `product`; `nil` for everything.
    public let level: String?
    /// Which part of the level.
    public let key: String
    /// What replaces values of the scenario for this row, each `PATH=VALUE`.
    public let settings: [String]
    /// The values, in the order of the quantities.
    public let values: [Value]
    /// Why `Value.within` is more than 0; `nil` where nothing is allowed.
    public let because: String?
    /// Where it is written: `file:line`.
    public let place: String
  }

  /// A value that is known.
  public struct Value: Sendable {
    /// The quantity's place in the list.
    public let quantity: Int
    /// The value.
    public let reference: Double
    /// What it may differ by besides simulation error, as a share of the value.
    public let within: Double
  }

  /// What is run where time is short: fewer replications of something smaller.
  public struct Quick: Sendable {
    /// How many replications.
    public let replications: Int
    /// What replaces values of the scenario, each `PATH=VALUE`.
    public let settings: [String]
  }
}
