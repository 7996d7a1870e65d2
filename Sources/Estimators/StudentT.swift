/// Quantiles of Student's t distribution, for intervals of means.
///
/// Goals in order: the same bits on every platform; ten correct digits; little code. The tail is
/// one of two series of positive terms, both multiples of the density (the incomplete beta series
/// 26.5.4 of Abramowitz and Stegun), and Newton's method inverts it. Not chosen: the continued
/// fraction, which loses digits with many degrees of freedom, and expansions around the normal
/// distribution, which lose them with few.
public enum StudentT {
  /// The value that a t variable falls below with probability `p`.
  ///
  /// The relative error is below 10⁻¹⁰ for p from 10⁻⁶ to 1 − 10⁻⁶ and grows to about 10⁻⁷ at
  /// 10⁻⁹.
  ///
  /// - Parameters:
  ///   - p: a probability from 10⁻⁹ to 1 − 10⁻⁹.
  ///   - degreesOfFreedom: the number of values less one, 1 or more.
  public static func quantile(_ p: Double, degreesOfFreedom: Int) -> Double {
    precondition(
      degreesOfFreedom >= 1, "degrees of freedom should be 1 or more, but are \(degreesOfFreedom)")
    // A little below the documented limit, since 1 − (1 − 10⁻⁹) is not quite 10⁻⁹.
    precondition(
      min(p, 1 - p) > 0.999e-9, "probability should be from 1e-9 to 1 − 1e-9, but is \(p)")
    if p < 0.5 { return -upperQuantile(p, Shape(degreesOfFreedom)) }
    return upperQuantile(1 - p, Shape(degreesOfFreedom))
  }

  /// The standard errors on each side of a mean that give an interval of this confidence.
  ///
  /// - Parameters:
  ///   - confidence: how often such intervals contain the truth, above 0 and below 1.
  ///   - degreesOfFreedom: the number of values less one, 1 or more.
  public static func criticalValue(confidence: Double, degreesOfFreedom: Int) -> Double {
    quantile(upperProbability(ofConfidence: confidence), degreesOfFreedom: degreesOfFreedom)
  }

  /// The probability below the upper end of a two-sided interval: 0.975 for 0.95.
  static func upperProbability(ofConfidence confidence: Double) -> Double {
    precondition(
      confidence > 0 && confidence < 1,
      "confidence should be above 0 and below 1, but is \(confidence)")
    return (1 + confidence) / 2
  }

  /// The value that is exceeded with probability `tail`, at most one half.
  ///
  /// The tail probability is convex to the right of 0, so Newton's method started at 0 climbs
  /// towards the root and never jumps over it.
  private static func upperQuantile(_ tail: Double, _ shape: Shape) -> Double {
    var t = 0.0
    for _ in 0..<200 {
      let step = (shape.probabilityAbove(t) - tail) / shape.density(t)
      t += step
      // Each step squares the error: after one this small only rounding is left.
      if abs(step) <= 1e-9 * t { break }
    }
    return t
  }
}

/// The density and the tail of Student's t with given degrees of freedom.
private struct Shape {
  let count: Int
  let degrees: Double
  /// The density at 0.
  let peak: Double

  init(_ degreesOfFreedom: Int) {
    count = degreesOfFreedom
    degrees = Double(degreesOfFreedom)
    peak = Self.gammaRatio(degreesOfFreedom) / (degrees * Double.pi).squareRoot()
  }

  func density(_ t: Double) -> Double {
    let excess = t * t / degrees
    if count <= 16 {
      // Exact enough for low powers, and the logarithm's series is slow for a large excess.
      return peak / ElementaryFunctions.power((1 + excess).squareRoot(), count + 1)
    }
    let exponent = (degrees + 1) / 2 * ElementaryFunctions.logarithmOfOnePlus(excess)
    return peak * ElementaryFunctions.exponentialOfNegative(exponent)
  }

  /// The probability of a value above `t`, for `t` of 0 or more.
  func probabilityAbove(_ t: Double) -> Double {
    let scale = t * density(t)
    let whole = degrees + t * t
    return t * t < degrees
      ? 0.5 - scale * series(of: t * t / whole, over: 1.5)
      : scale / degrees * series(of: degrees / whole, over: degrees / 2 + 1)
  }

  /// 1 + Σ xⁿ·((ν+1)/2)ₙ / (c)ₙ with rising factorials, for `x` up to one half.
  private func series(of x: Double, over c: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var index = 0.0
    while term > sum * 1e-18 {
      term *= ((degrees + 1) / 2 + index) / (c + index) * x
      sum += term
      index += 1
    }
    return sum
  }

  /// Γ((ν+1)/2) / Γ(ν/2).
  private static func gammaRatio(_ degreesOfFreedom: Int) -> Double {
    let root = Double.pi.squareRoot()
    guard degreesOfFreedom > 200 else {
      var ratio = degreesOfFreedom % 2 == 1 ? 1 / root : root / 2
      for lower in stride(from: 2 - degreesOfFreedom % 2, to: degreesOfFreedom, by: 2) {
        ratio *= Double(lower + 1) / Double(lower)
      }
      return ratio
    }
    // Asymptotic series of Γ(x + 1/2) / Γ(x) with x = ν/2: Graham, Knuth and Patashnik, Concrete
    // Mathematics, exercise 9.60. The first term left out is below 10⁻¹⁵ here.
    let x = Double(degreesOfFreedom) / 2
    let y = 1 / x
    var series = -399.0 / 262_144
    series = -21.0 / 32_768 + y * series
    series = 5.0 / 1_024 + y * series
    series = 1.0 / 128 + y * series
    series = -1.0 / 8 + y * series
    return x.squareRoot() * (1 + y * series)
  }
}
