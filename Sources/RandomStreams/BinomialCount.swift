/// How many of some independent units come, each with the same probability: the binomial
/// distribution, inverted.
///
/// One uniform number gives the count, so that with the same number more units, or a higher
/// probability, never give fewer. Outward from the mode, whose weight is 1, every step is a factor of
/// at most 1: no factorial and no exponential is needed, and the work grows with the standard
/// deviation, not with the number of units. Only + − × ÷: the same on every platform.
public enum BinomialCount {
  /// The smallest count that is not exceeded with probability `u`.
  ///
  /// - Precondition: `units` ≥ 0; `probability` and `u` are from 0 to 1.
  public static func quantile(_ u: Double, units: Int, probability: Double) -> Int {
    precondition(
      units >= 0 && probability >= 0 && probability <= 1 && u >= 0 && u <= 1,
      "A binomial count should have units of at least 0 and probabilities from 0 to 1.")
    guard units > 0, probability > 0 else { return 0 }
    guard probability < 1 else { return units }
    // At the very ends rounding would decide.
    guard u > 0 else { return 0 }
    guard u < 1 else { return units }
    let odds = probability / (1 - probability)
    let mode = min(units, Int(Double(units + 1) * probability))
    // What lies further out has less than 2⁻⁶⁵ of the whole and is left out.
    var below = 0.0
    var lowest = mode
    var weight = 1.0
    while lowest > 0 {
      weight *= Double(lowest) / (Double(units - lowest + 1) * odds)
      if weight < 0x1p-80 { break }
      below += weight
      lowest -= 1
    }
    var above = 0.0
    var highest = mode
    weight = 1
    while highest < units {
      weight *= Double(units - highest) * odds / Double(highest + 1)
      if weight < 0x1p-80 { break }
      above += weight
      highest += 1
    }
    let target = u * (below + 1 + above)
    weight = 1
    if target <= below {
      // Down from the mode: the count is the smallest whose sum still reaches the target.
      var count = mode
      var sum = below
      while count > lowest {
        weight *= Double(count) / (Double(units - count + 1) * odds)
        count -= 1
        if sum - weight < target { return count }
        sum -= weight
      }
      return lowest
    }
    var count = mode
    var sum = below + 1
    while count < highest, sum < target {
      weight *= Double(units - count) * odds / Double(count + 1)
      count += 1
      sum += weight
    }
    return count
  }
}
