/// A distribution of whole numbers of units: what a ward takes at a time, or uses in a day.
public enum CountDistribution: Sendable, Hashable {
  /// Stated numbers with stated weights; weights need not add up to 1.
  case stated([WeightedCount])
  /// 1, 2, 3, … with probabilities that fall geometrically. `mean` is 1 or more.
  case geometric(mean: Double)
  /// Counts of independent rare events. `mean` is above 0.
  case poisson(mean: Double)

  /// One number and how often it comes.
  public struct WeightedCount: Sendable, Hashable {
    /// The number. [units, 0 or more]
    public var count: Int
    /// Its weight. [above 0]
    public var weight: Double

    /// A number with its weight.
    public init(count: Int, weight: Double) {
      self.count = count
      self.weight = weight
    }
  }
}
