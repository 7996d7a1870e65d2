/// The score interval of Wilson for a probability seen as `successes` of `trials`.
///
/// It stays inside 0…1 and keeps close to its confidence for rare events too, which the t interval
/// does not: Brown, Cai and DasGupta, Statistical Science 16 (2001) 101–133.
public enum WilsonInterval {
  /// The interval; `nil` when there were no trials.
  ///
  /// - Parameters:
  ///   - successes: trials in which the event happened, 0…`trials`.
  ///   - trials: independent replications.
  ///   - confidence: how often such intervals contain the truth, above 0 and below 1.
  public static func interval(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) -> ConfidenceInterval? {
    precondition(
      successes >= 0 && successes <= trials,
      "successes should be 0 to \(trials), the number of trials, but are \(successes)")
    guard trials > 0 else { return nil }
    let z = NormalDistribution.quantile(
      StudentT.upperProbability(ofConfidence: confidence))
    let (hits, misses, n) = (Double(successes), Double(trials - successes), Double(trials))
    let weight = n + z * z
    let spread = z * (hits * misses / n + z * z / 4).squareRoot()
    // With no hits or no misses one end is known exactly and should not carry a rounding error.
    let low = successes == 0 ? 0 : (hits + z * z / 2 - spread) / weight
    let high = successes == trials ? 1 : (hits + z * z / 2 + spread) / weight
    return ConfidenceInterval(estimate: hits / n, low: low, high: high)
  }
}
