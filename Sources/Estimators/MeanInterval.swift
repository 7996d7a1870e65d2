extension ExactMoments {
  /// Student's t interval for the mean; `nil` for fewer than two values.
  ///
  /// Not for rare events: with few stock-outs it covers the truth far less often than it claims
  /// (63 % instead of 95 % at one in a thousand and 1,000 replications). Use ``WilsonInterval``.
  ///
  /// - Parameter confidence: how often such intervals contain the truth, above 0 and below 1.
  public func meanInterval(confidence: Double = 0.95) -> ConfidenceInterval? {
    guard count >= 2 else { return nil }
    return meanInterval(
      criticalValue: StudentT.criticalValue(
        confidence: confidence, degreesOfFreedom: count - 1))
  }

  /// The interval of `criticalValue` standard errors either side of the mean.
  ///
  /// For tables with many rows of the same number of replications, which need one critical value.
  ///
  /// - Parameter criticalValue: standard errors on each side, 0 or more; see
  ///   ``StudentT/criticalValue(confidence:degreesOfFreedom:)``.
  public func meanInterval(criticalValue: Double) -> ConfidenceInterval? {
    precondition(criticalValue >= 0, "critical value should be 0 or more, but is \(criticalValue)")
    guard let mean, let variance else { return nil }
    let halfWidth = criticalValue * (variance / Double(count)).squareRoot()
    return ConfidenceInterval(estimate: mean, low: mean - halfWidth, high: mean + halfWidth)
  }
}
