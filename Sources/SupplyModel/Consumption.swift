public import Quantities

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

  /// A care unit's consumption of a product.
  public init(
    location: Position<Location>, product: Position<Product>, normal: DailyRate,
    family: DemandFamily
  ) {
    self.location = location
    self.product = product
    self.normal = normal
    self.family = family
  }
}

/// How the demand of a day varies about its mean.
public enum DemandFamily: Sendable, Hashable {
  /// Units are asked for independently of each other: variance = mean.
  case poisson
  /// Units are asked for in bursts: variance = `indexOfDispersion` × mean, above 1. A multiplier
  /// of the timeline acts on the mean and keeps the index.
  case negativeBinomial(indexOfDispersion: Double)
}
