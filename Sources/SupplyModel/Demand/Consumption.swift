public import Quantities
public import RandomStreams

/// What one care unit is expected to use of one product, and how unevenly.
public struct Consumption: Sendable {
  /// The care unit.
  public var location: Position<Location>
  /// What it uses.
  public var product: Position<Product>
  /// Normal consumption: the planner's expectation in peacetime. [units/day]
  public var normal: DailyRate
  /// How daily demand varies about its mean.
  public var family: DemandFamily
  /// Actual demand ÷ what is expected: above 1 where the planner's belief is too low. Targets are
  /// sized from belief, patients come as they do. What is drawn as it stands (`stated`,
  /// `empirical`) does not follow belief; there it multiplies what is drawn, as a multiplier of
  /// the timeline does. [above 0]
  public var actualFactor: Double
  /// How demand follows the week, the year or another period; `nil` for the same every day.
  public var profile: Position<DemandProfile>?
  /// What patients with prescriptions, whom pharmacies outside the scenario serve, use in this care
  /// unit's area; it comes here only as far as a phase turns them towards public care. Not part of
  /// normal consumption. [units/day]
  public var prescribed = DailyRate.zero

  /// A care unit's consumption of a product.
  public init(
    location: Position<Location>, product: Position<Product>, normal: DailyRate,
    family: DemandFamily, actualFactor: Double = 1, profile: Position<DemandProfile>? = nil
  ) {
    self.location = location
    self.product = product
    self.normal = normal
    self.family = family
    self.actualFactor = actualFactor
    self.profile = profile
  }
}

/// How the demand of a day varies about its mean.
public enum DemandFamily: Sendable, Hashable {
  /// Units are asked for independently of each other: variance = mean.
  case poisson
  /// Units are asked for in bursts: variance = `indexOfDispersion` × mean, above 1. A multiplier
  /// of the timeline acts on the mean and keeps the index.
  case negativeBinomial(indexOfDispersion: Double)
  /// The same every day; fractions accumulate exactly until they make a unit.
  case constant
  /// So many events a day, independently of each other, each for a drawn number of units: a ward
  /// that takes a box at a time. A multiplier acts on the number of events.
  case compoundPoisson(sizes: CountDistribution)
  /// A day's units have a stated distribution, whatever normal consumption says. A multiplier acts
  /// on what is drawn, rounded at random without bias.
  case stated(CountDistribution)
  /// Weeks drawn from a history of this care unit's use. A multiplier acts on what was used,
  /// rounded at random without bias.
  case empirical(ConsumptionHistory)
}
