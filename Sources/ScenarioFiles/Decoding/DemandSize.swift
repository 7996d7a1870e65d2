import Quantities
import RandomStreams
import SupplyModel

/// How large a day's demand at one care unit can become, roughly and at most.
struct DemandSize {
  /// Its mean where it is largest. [units]
  let largestMean: Double
  /// Its variance there; 0 where no sampler is asked for it. [units²]
  let largestVariance: Double
  /// The smallest mean that a sampler is asked for; infinite where none is asked. [units or events]
  let smallestDrawnMean: Double
  /// Why the distribution of a day cannot be tabulated; `nil` if it can, or need not be.
  let tableProblem: String?

  /// The demand of a row of consumption, where the timeline multiplies it by `most` at most and by
  /// `least` at least; days without demand are left out.
  init(
    of use: Consumption, profile: DemandProfile?, most: Double, least: Double, ticksPerDay: Int
  ) {
    var high = most * use.actualFactor
    var low = least * use.actualFactor
    if let profile {
      for list in [profile.weekdayFactors, profile.monthFactors, profile.periodFactors] {
        let factors = list.filter { $0 > 0 }
        high *= factors.max() ?? 1
        low *= factors.min() ?? 1
      }
    }
    let expected = use.normal.unitsPerDay / Double(ticksPerDay)
    switch use.family {
    case .poisson, .negativeBinomial, .constant, .empirical: tableProblem = nil
    case .compoundPoisson(let sizes):
      tableProblem = DiscreteTable.problem(events: expected * high / sizes.mean, sizes: sizes)
    case .stated(let distribution):
      tableProblem = DiscreteTable.problem(distribution, multiplier: high)
    }
    switch use.family {
    case .poisson:
      largestMean = expected * high
      largestVariance = expected * high
      smallestDrawnMean = expected * low
    case .negativeBinomial(let indexOfDispersion):
      largestMean = expected * high
      largestVariance = expected * high * indexOfDispersion
      smallestDrawnMean = expected * low
    case .constant:
      largestMean = expected * high
      largestVariance = 0
      smallestDrawnMean = .infinity
    case .compoundPoisson(let sizes):
      let (mean, meanSquare) = Self.moments(of: sizes)
      largestMean = expected * high
      largestVariance = expected * high * meanSquare / mean
      smallestDrawnMean = expected * low / mean
    case .stated(let distribution):
      // What is drawn may lie far above its mean and is then multiplied.
      let (_, meanSquare) = Self.moments(of: distribution)
      largestMean = meanSquare.squareRoot() * high
      largestVariance = 0
      smallestDrawnMean = .infinity
    case .empirical(let history):
      largestMean = Double(history.unitsPerDay.max() ?? 0) * high
      largestVariance = 0
      smallestDrawnMean = .infinity
    }
  }

  /// Mean and mean square of a distribution of units. [units, units²]
  private static func moments(of sizes: CountDistribution) -> (mean: Double, meanSquare: Double) {
    switch sizes {
    case .stated(let counts):
      let weight = counts.reduce(0) { $0 + $1.weight }
      return (
        counts.reduce(0) { $0 + $1.weight * Double($1.count) } / weight,
        counts.reduce(0) { $0 + $1.weight * Double($1.count) * Double($1.count) } / weight
      )
    case .geometric(let mean): return (mean, 2 * mean * mean - mean)
    case .poisson(let mean): return (mean, mean * mean + mean)
    }
  }
}
