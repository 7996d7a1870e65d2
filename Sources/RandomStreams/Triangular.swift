/// A density that rises in a straight line from `low` to `mode` and falls from there to `high`.
struct Triangular {
  let low: Double
  let mode: Double
  let high: Double

  var variance: Double {
    // With a, b the two legs: (a² + ab + b²)/18.
    let rise = mode - low
    let fall = high - mode
    return (rise * rise + rise * fall + fall * fall) / 18
  }

  func quantile(_ u: Double) -> Double {
    let width = high - low
    let rise = mode - low
    if u * width < rise {
      return min(low + (u * width * rise).squareRoot(), mode)
    }
    return max(high - ((1 - u) * width * (high - mode)).squareRoot(), mode)
  }

  /// A value with density x f(x)/mean.
  ///
  /// A value is drawn and kept with probability value/high. At least a third of the tries are kept,
  /// because the mean is at least a third of `high`. The inverse would need the root of a cubic.
  func sampleLengthBiased(using stream: inout RandomStream) -> Double {
    while true {
      let candidate = quantile(stream.nextOpenUnit())
      if stream.nextUnit() * high < candidate { return candidate }
    }
  }
}
