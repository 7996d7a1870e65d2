/// A ratio of the means of paired values, such as what an obstacle takes of what there is.
///
/// Both means vary from replication to replication, and together: an interval that took the lower one
/// for certain would be far too wide where the two go hand in hand. This one is linearised: with R the
/// ratio of the means, Student's t interval of the values (dᵢ − R·aᵢ) ÷ mean a about R.
public enum PairedRatio {
  /// The ratio of the means with its interval; `nil` where the lower mean is not above 0.
  ///
  /// With fewer than two pairs the interval is `nil`. The order of the pairs decides the last digits.
  ///
  /// - Parameter pairs: for each replication the upper value and the lower one.
  public static func ratio(
    of pairs: [(upper: Int64, lower: Int64)], confidence: Double = 0.95
  ) -> (ratio: Double, interval: ConfidenceInterval?)? {
    let (upper, lower) = (ExactMoments(pairs.map(\.upper)), ExactMoments(pairs.map(\.lower)))
    guard let top = upper.mean, let bottom = lower.mean, bottom > 0 else { return nil }
    let ratio = top / bottom
    guard pairs.count >= 2 else { return (ratio, nil) }
    var squares = 0.0
    for pair in pairs {
      let residual = (Double(pair.upper) - ratio * Double(pair.lower)) / bottom
      squares += residual * residual
    }
    let count = Double(pairs.count)
    let half =
      StudentT.criticalValue(confidence: confidence, degreesOfFreedom: pairs.count - 1)
      * (squares / (count - 1) / count).squareRoot()
    return (ratio, ConfidenceInterval(estimate: ratio, low: ratio - half, high: ratio + half))
  }
}
