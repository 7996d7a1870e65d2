/// An estimate with the range that simulation error leaves for the true value.
///
/// The range covers chance between replications only, not whether the model is right.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The value that is estimated best. [unit of the measure]
  public let estimate: Double
  /// The lower end, part of the interval. [unit of the measure]
  public let low: Double
  /// The upper end, part of the interval. [unit of the measure]
  public let high: Double

  /// An interval from its parts, with `low` not above `high`.
  public init(estimate: Double, low: Double, high: Double) {
    precondition(low <= high, "low should not exceed high, but is \(low) against \(high)")
    self.estimate = estimate
    self.low = low
    self.high = high
  }

  /// The interval of the measure in another unit, `factor` of which make one of the present.
  ///
  /// A negative factor exchanges the ends, so that `low` stays below `high`.
  public func scaled(by factor: Double) -> ConfidenceInterval {
    let (first, second) = (low * factor, high * factor)
    return ConfidenceInterval(
      estimate: estimate * factor, low: min(first, second), high: max(first, second))
  }

  /// The part of the interval that a share can take: ends outside 0…1 are moved to 0 and 1, which
  /// gives up no value that is possible.
  public var ofShare: ConfidenceInterval {
    ConfidenceInterval(
      estimate: estimate, low: min(max(low, 0), 1), high: min(max(high, 0), 1))
  }

  /// Half the distance between the ends. [unit of the measure]
  public var halfWidth: Double { (high - low) / 2 }

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }
}
