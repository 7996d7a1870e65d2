/// All real numbers between two ends, equally likely.
struct Uniform {
  let low: Double
  let high: Double

  func quantile(_ u: Double) -> Double {
    // The minimum, because rounding up the product can end above `high`.
    min(low + u * (high - low), high)
  }

  /// The quantile of the density 2x/(high² − low²), by inverting (x² − low²)/(high² − low²).
  func lengthBiasedQuantile(_ u: Double) -> Double {
    (low * low + u * ((high - low) * (high + low))).squareRoot()
  }
}
