/// Limits for statistical tests, each exceeded by chance once in a million.
///
/// Every statistical test here has a fixed seed and uses these limits, so the rate says how likely
/// it was to fail when the seed was chosen; afterwards it always gives the same answer.
enum StatisticalLimit {
  /// The standard normal quantile for a one-sided rate of 10⁻⁶.
  static let standardDeviations = 4.7534

  /// The largest distance between an empirical and the true distribution function.
  ///
  /// From 2 exp(−2 n d²) = 10⁻⁶ (Dvoretzky, Kiefer and Wolfowitz, with P. Massart's constant, 1990).
  static func distance(count: Int) -> Double {
    (14.5087 / (2 * Double(count))).squareRoot()
  }

  /// The chi-square quantile (E. B. Wilson and M. M. Hilferty's approximation, 1931).
  static func chiSquare(degreesOfFreedom: Int) -> Double {
    let freedom = Double(degreesOfFreedom)
    let root = 1 - 2 / (9 * freedom) + standardDeviations * (2 / (9 * freedom)).squareRoot()
    return freedom * root * root * root
  }
}

/// The chi-square statistic of counts against probabilities that sum to 1.
func chiSquare(counts: [Int], probabilities: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  var statistic = 0.0
  for (count, probability) in zip(counts, probabilities) {
    let expected = total * probability
    statistic += (Double(count) - expected) * (Double(count) - expected) / expected
  }
  return statistic
}

/// The largest distance between a sample's distribution function and the true one, at some points.
func largestDistance(sample: [Double], points: [DistributionReference.Point]) -> Double {
  var counts = [Int](repeating: 0, count: points.count + 1)
  for value in sample {
    var position = 0
    while position < points.count && value > points[position].value { position += 1 }
    counts[position] += 1
  }
  var cumulative = 0
  var largest = 0.0
  for (position, point) in points.enumerated() {
    cumulative += counts[position]
    let distance = (Double(cumulative) / Double(sample.count) - point.probability).magnitude
    largest = max(largest, distance)
  }
  return largest
}
