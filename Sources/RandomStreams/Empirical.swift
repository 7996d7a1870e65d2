/// Values that were seen, equally likely; one that was seen twice is twice as likely.
struct Empirical {
  /// In ascending order, at least one.
  let values: [Double]

  var mean: Double { values.reduce(0, +) / Double(values.count) }

  var variance: Double {
    let mean = mean
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }

  /// The smallest of the values that is not exceeded with at least probability `u`.
  func quantile(_ u: Double) -> Double {
    let rank = Int((u * Double(values.count)).rounded(.up))
    return values[min(max(rank, 1), values.count) - 1]
  }

  /// The value with a probability proportional to itself below which a share `u` lies; 0 if there is
  /// only 0.
  func lengthBiasedQuantile(_ u: Double) -> Double {
    let target = u * values.reduce(0, +)
    var sum = 0.0
    for value in values {
      sum += value
      if sum >= target { return value }
    }
    return values[values.count - 1]
  }
}
