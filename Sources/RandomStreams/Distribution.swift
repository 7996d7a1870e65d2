/// The distribution of a quantity that is not negative, such as a lead time or a repair time.
///
/// Any unit; all parameters of one distribution share it. A value made from outside is valid when
/// ``problem`` is `nil`; all other members expect a valid distribution.
///
/// Each family is in a file of its own, with its formulas and sources. Every sampler except gamma
/// and whole numbers inverts the distribution function at one open unit, so that equal draws give
/// ordered values under different parameters.
public enum Distribution: Sendable, Equatable {
  /// Always the same value.
  case constant(Double)
  /// All values between two ends, equally likely.
  case uniform(low: Double, high: Double)
  /// All whole numbers from `low` to `high`, both included, equally likely.
  case uniformInteger(low: Int, high: Int)
  /// Time to an event that is equally likely at every moment.
  case exponential(mean: Double)
  /// A sum of such times, by its mean and its standard deviation over its mean.
  case gamma(mean: Double, coefficientOfVariation: Double)
  /// A quantity whose logarithm is normal, by its median and its mean; σ² = 2 ln(mean/median).
  case lognormal(median: Double, mean: Double)
  /// A smallest, a most likely and a largest value, with straight lines between.
  case triangular(low: Double, mode: Double, high: Double)
  /// Values in ascending order, equally likely.
  case empirical([Double])

  /// The mean.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): low + (high - low) / 2
    case .uniformInteger(let low, let high): (Double(low) + Double(high)) / 2
    case .exponential(let mean): mean
    case .gamma(let mean, _): mean
    case .lognormal(_, let mean): mean
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .empirical(let values): Empirical(values: values).mean
    }
  }

  /// The variance.
  public var variance: Double {
    switch self {
    case .constant: 0
    case .uniform(let low, let high): (high - low) * (high - low) / 12
    case .uniformInteger(let low, let high): UniformInteger(low: low, high: high).variance
    case .exponential(let mean): mean * mean
    case .gamma(let mean, let variation): mean * variation * (mean * variation)
    case .lognormal(let median, let mean): Lognormal(median: median, mean: mean).variance
    case .triangular(let low, let mode, let high):
      Triangular(low: low, mode: mode, high: high).variance
    case .empirical(let values): Empirical(values: values).variance
    }
  }

  /// The largest number that no value is below.
  public var lowerBound: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, _): low
    case .uniformInteger(let low, _): Double(low)
    case .exponential, .gamma: 0
    case .lognormal(let median, let mean): median == mean ? median : 0
    case .triangular(let low, _, _): low
    case .empirical(let values): values[0]
    }
  }

  /// The smallest number that no value is above; infinite where there is none.
  public var upperBound: Double {
    switch self {
    case .constant(let value): value
    case .uniform(_, let high): high
    case .uniformInteger(_, let high): Double(high)
    case .exponential, .gamma: .infinity
    case .lognormal(let median, let mean): median == mean ? median : .infinity
    case .triangular(_, _, let high): high
    case .empirical(let values): values[values.count - 1]
    }
  }
}
