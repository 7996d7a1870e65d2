/// When enough has been drawn: as soon as the interval of the mean is as narrow as is asked for.
///
/// Stopping at a moment that chance chooses makes intervals cover a little less often than they say
/// (94 instead of 95 % from 10 values on), which `fewest` keeps small. Sources: Y. S. Chow and
/// H. Robbins, Annals of Mathematical Statistics 36 (1965) 457–462, for absolute precision; A. M. Law
/// and W. D. Kelton, Simulation Modeling and Analysis, section 9.4, for relative precision.
public struct SequentialStopping: Sendable, Hashable {
  /// How narrow an interval should be.
  public enum Precision: Sendable, Hashable {
    /// At most this on each side of the mean. [unit of the values]
    case absolute(Double)
    /// At most this share of the true mean on each side, above 0: the interval's half-width is at
    /// most γ/(1 + γ) of the estimated mean.
    case relative(Double)
  }

  /// How narrow the interval should be.
  public let precision: Precision
  /// How many values are drawn in any case, 2 or more.
  public let fewest: Int
  /// How often such intervals should contain the truth, above 0 and below 1.
  public let confidence: Double
  /// The normal distribution's critical value, which no Student's is below.
  private let least: Double

  /// A rule.
  public init(_ precision: Precision, fewest: Int, confidence: Double = 0.95) {
    precondition(fewest >= 2, "at least 2 values should be drawn, but fewest is \(fewest)")
    self.precision = precision
    self.fewest = fewest
    self.confidence = confidence
    least = NormalDistribution.quantile(StudentT.upperProbability(ofConfidence: confidence))
  }

  /// How many times as many values are likely to be needed, by the variance so far; 1 or more.
  public func factor(for moments: ExactMoments) -> Double {
    guard let mean = moments.mean, let variance = moments.variance, moments.count >= 2
    else { return 2 }
    let half =
      StudentT.criticalValue(confidence: confidence, degreesOfFreedom: moments.count - 1)
      * (variance / Double(moments.count)).squareRoot()
    let ratio = half / widest(around: mean)
    return max(1, ratio * ratio, Double(fewest) / Double(moments.count))
  }

  /// Half of the widest interval that is narrow enough.
  private func widest(around mean: Double) -> Double {
    switch precision {
    case .absolute(let half): half
    case .relative(let share): abs(mean) * share / (1 + share)
    }
  }

  /// Whether the interval of these values is narrow enough.
  public func isReached(by moments: ExactMoments) -> Bool {
    guard moments.count >= fewest, let mean = moments.mean, let variance = moments.variance
    else { return false }
    let widest = widest(around: mean)
    let error = (variance / Double(moments.count)).squareRoot()
    // Most values fail by the normal distribution already, which is quicker to know.
    return least * error <= widest
      && StudentT.criticalValue(confidence: confidence, degreesOfFreedom: moments.count - 1)
        * error <= widest
  }
}
