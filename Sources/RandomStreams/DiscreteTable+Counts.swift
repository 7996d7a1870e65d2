extension DiscreteTable {
  /// Counts of independent rare events: the Poisson distribution.
  ///
  /// - Precondition: ``problem(mean:dispersionIndex:)`` is `nil` for the mean and 1: a mean from 0
  ///   to 10,000,000. A mean of 0 gives a constant 0.
  public static func poisson(mean: Double) -> DiscreteTable {
    counts(mean: mean, dispersionIndex: 1)
  }

  /// Counts that vary more than independent events would: the negative binomial distribution.
  ///
  /// The dispersion index D is the variance over the mean. The usual parameters are the size
  /// r = mean/(D − 1), any positive number, and the success probability 1/D. An index of 1 is the
  /// limit of many sizes, the Poisson distribution.
  ///
  /// - Precondition: ``problem(mean:dispersionIndex:)`` is `nil`. A mean of 0 gives a constant 0.
  public static func negativeBinomial(mean: Double, dispersionIndex: Double) -> DiscreteTable {
    counts(mean: mean, dispersionIndex: dispersionIndex)
  }

  /// What is wrong with the parameters of a table of counts, and what is allowed; `nil` if nothing.
  ///
  /// The limits keep a table below ``maximumCount`` values.
  public static func problem(mean: Double, dispersionIndex: Double) -> String? {
    guard mean >= 0, mean <= 10_000_000 else {
      return "the mean is \(mean); allowed is 0 to 10,000,000"
    }
    guard dispersionIndex >= 1, dispersionIndex <= 10_000 else {
      return "the variance over the mean is \(dispersionIndex); allowed is 1 to 10,000"
    }
    guard mean * dispersionIndex <= 1e10 else {
      return "the variance is \(mean * dispersionIndex); allowed is at most 10,000,000,000"
    }
    return nil
  }

  /// Both families in one recursion: p(k + 1)/p(k) = (mean + (D − 1) k) / (D (k + 1)).
  ///
  /// Outward from the mode, which has weight 1, every step is a factor of at most 1: nothing
  /// overflows, no factorial or exponential is needed, and small probabilities keep their digits.
  /// Each side ends where the probability of all that is left is below 2⁻⁶⁵.
  private static func counts(mean: Double, dispersionIndex: Double) -> DiscreteTable {
    if let problem = problem(mean: mean, dispersionIndex: dispersionIndex) {
      preconditionFailure("Not a distribution of counts: \(problem).")
    }
    guard mean > 0 else { return DiscreteTable(constant: 0) }
    let excess = dispersionIndex - 1
    let mode = max(0, Int((mean - excess).rounded(.down)))

    var below: [Double] = []
    var sum = 1.0
    var weight = 1.0
    var value = mode
    while value > 0 {
      // Going down, the factors become smaller, so the rest is at most a geometric series.
      let factor = Double(value) * dispersionIndex / (excess * Double(value - 1) + mean)
      if weight * factor < (1 - factor) * sum * 0x1p-65 { break }
      weight *= factor
      below.append(weight)
      sum += weight
      value -= 1
    }

    var weights = Array(below.reversed())
    weights.append(1)
    let limit = excess / dispersionIndex
    weight = 1
    value = mode
    while true {
      // Going up, the factors approach the limit, from above or (where r < 1) from below.
      let factor = (mean + excess * Double(value)) / (dispersionIndex * Double(value + 1))
      let bound = max(factor, limit)
      if weight * bound < (1 - bound) * sum * 0x1p-65 { break }
      weight *= factor
      weights.append(weight)
      sum += weight
      value += 1
    }
    return DiscreteTable(weights: weights, first: mode - below.count)
  }
}
