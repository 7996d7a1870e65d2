/// A rule that a model breaks.
public struct ModelProblem: Sendable, Equatable {
  /// The part of the model that breaks it.
  public let subject: Subject
  /// What was found.
  public let problem: String
  /// What is allowed.
  public let allowed: String
  /// What to write instead.
  public let remedy: String

  /// The parts of a model that a problem can be about; a reader knows where they are written.
  public enum Subject: Sendable, Hashable {
    /// The experiment: horizon, replications, baseline.
    case experiment
    /// A lot that is there on the first day, by its index in the start rule's list.
    case startingLot(Int)
    /// An authority.
    case authority(Position<Authority>)
    /// A product.
    case product(Position<Product>)
    /// A location.
    case location(Position<Location>)
    /// A row of the consumption table.
    case consumption(Position<Consumption>)
    /// A supplier.
    case supplier(Position<Supplier>)
    /// A shortage process.
    case shortage(Position<ShortageProcess>)
    /// An entry that says from whom products are bought.
    case sourcing(Position<Sourcing>)
    /// A reserve of the state.
    case nationalReserve(Position<NationalReserve>)
    /// An entry that says what may be given instead of a product.
    case substitution(Position<Substitution>)
    /// A phase of the timeline.
    case phase(Position<Phase>)
    /// A policy.
    case policy(Position<Policy>)
  }
}

/// All rules that a model breaks; never empty when thrown.
public struct ModelProblems: Error, Sendable {
  /// The problems, in the order of the rules.
  public let all: [ModelProblem]
}
