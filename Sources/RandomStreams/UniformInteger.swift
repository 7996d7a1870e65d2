/// The whole numbers between two ends, both included, equally likely.
struct UniformInteger {
  let low: Int
  let high: Int

  private var count: Int { high - low + 1 }

  var variance: Double {
    // (n² − 1)/12, as a product that does not cancel.
    Double(high - low) * Double(high - low + 2) / 12
  }

  func sample(using stream: inout RandomStream) -> Int {
    low + Int(stream.nextBelow(UInt64(count)))
  }

  /// The smallest of the numbers that is not exceeded with at least probability `u`.
  func quantile(_ u: Double) -> Int {
    let rank = Int((u * Double(count)).rounded(.up))
    return low + min(max(rank, 1), count) - 1
  }

  /// A number with a probability proportional to itself, exactly; 0 if there is only 0.
  ///
  /// A number is drawn evenly and kept with probability number/high, in whole numbers; more than
  /// half of the tries are kept, or all where both ends are equal.
  func sampleLengthBiased(using stream: inout RandomStream) -> Int {
    guard high > 0 else { return 0 }
    while true {
      let candidate = sample(using: &stream)
      if stream.nextBelow(UInt64(high)) < UInt64(candidate) { return candidate }
    }
  }
}
