/// First minus second over replications that both share, for common random numbers.
///
/// When two policies meet the same chance events, replication k of one belongs to replication k of
/// the other; the interval of the differences is then narrower than those of the two means.
public struct PairedDifference: Sendable, Hashable {
  /// The moments of the differences, first minus second. [unit of the values]
  public private(set) var moments: ExactMoments

  /// No pairs.
  public init() {
    moments = ExactMoments()
  }

  /// The differences of two series where replication k is at position k of both.
  ///
  /// Replications that one of the series lacks, by `nil` or by being shorter, are left out.
  public init(_ first: [Int64?], minus second: [Int64?]) {
    self.init()
    for (value, reference) in zip(first, second) { add(value, minus: reference) }
  }

  /// Adds one replication, unless one of its values does not exist.
  ///
  /// Traps when the difference does not fit in 64 bits.
  public mutating func add(_ first: Int64?, minus second: Int64?) {
    guard let first, let second else { return }
    let (difference, overflowed) = first.subtractingReportingOverflow(second)
    precondition(!overflowed, "difference should fit in 64 bits, but is \(first) − \(second)")
    moments.add(difference)
  }

  /// Adds the pairs that `other` has seen.
  public mutating func merge(_ other: PairedDifference) {
    moments.merge(other.moments)
  }

  /// Student's t interval for the mean difference; `nil` for fewer than two pairs.
  ///
  /// - Parameter confidence: how often such intervals contain the truth, above 0 and below 1.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval? {
    moments.meanInterval(confidence: confidence)
  }
}
