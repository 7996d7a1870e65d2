extension DiscreteTable {
  /// Stated numbers with stated weights, each times a multiplier; see ``tabulated(_:multiplier:)``.
  ///
  /// - Precondition: as many values as weights, and what ``tabulated(_:multiplier:)`` expects.
  public static func stated(
    values: [Int], weights: [Double], multiplier: Double = 1
  ) -> DiscreteTable {
    precondition(
      values.count == weights.count,
      "There should be as many values as weights, but there are \(values.count) and \(weights.count)."
    )
    let counts = zip(values, weights).map {
      CountDistribution.WeightedCount(count: $0, weight: $1)
    }
    return tabulated(.stated(counts), multiplier: multiplier)
  }

  /// A distribution of counts, each count times a multiplier and rounded at random without bias.
  ///
  /// A product k + f, with a whole number k and 0 ≤ f < 1, becomes k + 1 with probability f and k
  /// otherwise, so that the mean is that of the products. The product is the nearest double; from
  /// there on numbers are whole: a probability is the weight over the sum of the weights, rounded to
  /// a multiple of 2⁻⁶⁴. What rounding leaves over goes to the most likely value (the first of
  /// several). Equal counts are added up, and their order changes nothing.
  ///
  /// A geometric distribution ends where the probability of all that is left is below 2⁻⁶⁵.
  ///
  /// - Precondition: ``problem(_:multiplier:)`` is `nil`. A multiplier of 0 gives a constant 0.
  public static func tabulated(
    _ distribution: CountDistribution, multiplier: Double = 1
  ) -> DiscreteTable {
    if let problem = problem(distribution, multiplier: multiplier) {
      preconditionFailure("Not a distribution of counts: \(problem).")
    }
    // Without a multiplier the table of Poisson counts is exact as it is.
    if case .poisson(let mean) = distribution, multiplier == 1 { return poisson(mean: mean) }
    let counts =
      switch distribution {
      case .stated(let counts): counts
      case .geometric(let mean): geometricCounts(mean: mean)
      case .poisson(let mean): poissonCounts(mean: mean)
      }
    var first = Int.max
    var last = 0
    for count in counts {
      let product = Double(count.count) * multiplier
      first = min(first, Int(product.rounded(.down)))
      last = max(last, Int(product.rounded(.up)))
    }
    var shares = [UInt128](repeating: 0, count: last - first + 1)
    var total: UInt128 = 0
    let unit = unit(of: counts)
    for count in counts {
      let whole = UInt128((count.weight * unit).rounded(.toNearestOrEven))
      let product = Double(count.count) * multiplier
      let lower = product.rounded(.down)
      let upper = fraction(product - lower, of: whole)
      total += whole
      shares[Int(lower) - first] += whole - upper
      if upper > 0 { shares[Int(lower) + 1 - first] += upper }
    }
    let weights = shares.map { $0 == 0 ? 0 : rounded(draws: $0, of: total) }
    return DiscreteTable(first: first, drawWeights: completed(weights))
  }

  /// What is wrong with a distribution of counts or its multiplier, and what is allowed; `nil` if
  /// nothing is.
  ///
  /// The limits keep a table below ``maximumCount`` values.
  public static func problem(_ distribution: CountDistribution, multiplier: Double) -> String? {
    if let problem = distribution.problem { return problem }
    guard multiplier >= 0, multiplier < .infinity else {
      return "the multiplier is \(multiplier); allowed is 0 or more"
    }
    switch distribution {
    case .stated(let counts):
      let largest = Double(counts.map(\.count).max() ?? 0) * multiplier
      return largest <= 4_000_000
        ? nil : "the largest count times the multiplier is \(largest); allowed is 0 to 4,000,000"
    case .geometric(let mean):
      // The largest count is at most 65 ln 2 = 45.1 times the mean, or 1.
      let product = mean * multiplier
      return product <= 80_000
        ? nil : "the mean times the multiplier is \(product); allowed is 0 to 80,000"
    case .poisson(let mean):
      // The largest count is less than ten standard deviations and 40 above the mean.
      let largest = (mean + 10 * mean.squareRoot() + 40) * multiplier
      return largest <= 4_000_000
        ? nil : "the largest count times the multiplier is \(largest); allowed is 0 to 4,000,000"
    }
  }

  /// The counts of a Poisson distribution that can be drawn, with their probabilities as weights.
  private static func poissonCounts(mean: Double) -> [CountDistribution.WeightedCount] {
    let table = poisson(mean: mean)
    return (table.first...table.last).compactMap { count in
      let weight = table.probability(of: count)
      return weight > 0 ? CountDistribution.WeightedCount(count: count, weight: weight) : nil
    }
  }

  /// The counts 1, 2, 3, … with weights qᵏ⁻¹, q = 1 − 1/mean, until all that is left is below 2⁻⁶⁵.
  private static func geometricCounts(mean: Double) -> [CountDistribution.WeightedCount] {
    let ratio = (mean - 1) / mean
    var counts: [CountDistribution.WeightedCount] = []
    // The share of the counts from a count on is qᵏ⁻¹, the same as its weight.
    var weight = 1.0
    while weight >= 0x1p-65 {
      counts.append(CountDistribution.WeightedCount(count: counts.count + 1, weight: weight))
      weight *= ratio
    }
    return counts
  }

  /// A power of two that makes the largest weight a whole number of 105 bits.
  ///
  /// Multiplying by it is exact. All weights with bits down to 2⁻¹⁰⁴ of the largest become whole
  /// numbers without rounding, and the sum of a million of them fits 128 bits.
  private static func unit(of counts: [CountDistribution.WeightedCount]) -> Double {
    var largest = 0.0
    for count in counts { largest = max(largest, count.weight) }
    return Double(sign: .plus, exponent: 104 - Int(largest.exponent), significand: 1)
  }

  /// A fraction from 0 up to 1 of a whole number below 2¹⁰⁶, rounded down.
  private static func fraction(_ fraction: Double, of whole: UInt128) -> UInt128 {
    let (high, low) = whole.multipliedFullWidth(by: UInt128(fraction * 0x1p64))
    return high << 64 | low >> 64
  }

  /// The number of draws nearest 2⁶⁴ · share ÷ total.
  private static func rounded(draws share: UInt128, of total: UInt128) -> UInt128 {
    let (quotient, remainder) = total.dividingFullWidth((high: share >> 64, low: share << 64))
    return remainder >= total - remainder ? quotient + 1 : quotient
  }
}
