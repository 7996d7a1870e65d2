/// A quantity whose logarithm is normal with mean ln(median) and variance 2 ln(mean/median).
struct Lognormal {
  let median: Double
  let mean: Double

  /// The standard deviation of the logarithm.
  private var sigma: Double { (2 * Elementary.log(mean / median)).squareRoot() }

  /// mean² (e^σ² − 1), where e^σ² = (mean/median)²; as a product that does not cancel.
  var variance: Double {
    let ratio = mean / median
    return mean * mean * (((mean - median) / median) * (ratio + 1))
  }

  func quantile(_ u: Double) -> Double {
    // A spread of 0 times an infinite normal quantile would not be a number.
    guard mean > median else { return median }
    return median * Elementary.exp(sigma * Elementary.normalQuantile(u))
  }

  /// Weighting by x adds σ² to the mean of the logarithm: the median grows by (mean/median)².
  var lengthBiased: Lognormal {
    let ratio = mean / median
    return Lognormal(median: mean * ratio, mean: mean * ratio * ratio)
  }
}
