public import Quantities

/// What is simulated how often, and what is compared with what.
public struct Experiment: Sendable {
  /// First day of the horizon.
  public var startDate: CalendarDate
  /// Length of the reported time. [days, 1 or more]
  public var horizonDays: Int
  /// How stock stands when the simulation begins.
  public var start: StartRule
  /// Independent repetitions of the whole story. [1 or more]
  public var replications: Int
  /// What all random streams are keyed by.
  public var seed: UInt64
  /// The policy that the others are compared with.
  public var baseline: Position<Policy>
  /// Whether cover net of expiry is followed day by day at every location, which takes time.
  public var measuresCover: Bool

  /// An experiment.
  public init(
    startDate: CalendarDate, horizonDays: Int, start: StartRule, replications: Int, seed: UInt64,
    baseline: Position<Policy>, measuresCover: Bool = false
  ) {
    self.startDate = startDate
    self.horizonDays = horizonDays
    self.start = start
    self.replications = replications
    self.seed = seed
    self.baseline = baseline
    self.measuresCover = measuresCover
  }
}
