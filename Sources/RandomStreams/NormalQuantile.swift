extension Elementary {
  /// The value below which a standard normal variable lies with probability `p`.
  ///
  /// −∞ for 0, ∞ for 1, not a number outside 0 to 1. The relative error is about 10⁻¹⁶ by the
  /// source, a few units in the last place as computed here, down to the smallest positive `p`.
  ///
  /// Three ratios of polynomials: one in the centre, two in √(−ln p) for the tails.
  ///
  /// Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
  /// Applied Statistics 37 (1988) 477–484, doi:10.2307/2347330, routine PPND16 and its constants.
  public static func normalQuantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let fromCentre = p - 0.5
    if fromCentre.magnitude <= 0.425 {
      let r = 0.180625 - fromCentre * fromCentre
      return fromCentre * (centreNumerator.value(at: r) / centreDenominator.value(at: r))
    }
    let tail = fromCentre < 0 ? p : 1 - p
    guard tail > 0 else { return fromCentre < 0 ? -.infinity : .infinity }
    let r = (-log(tail)).squareRoot()
    let size =
      r <= 5
      ? nearNumerator.value(at: r - 1.6) / nearDenominator.value(at: r - 1.6)
      : farNumerator.value(at: r - 5) / farDenominator.value(at: r - 5)
    return fromCentre < 0 ? -size : size
  }

  /// A polynomial of degree seven, evaluated from its highest power by Horner's rule.
  private struct Polynomial {
    let c0, c1, c2, c3, c4, c5, c6, c7: Double

    init(
      _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double,
      _ c4: Double, _ c5: Double, _ c6: Double, _ c7: Double
    ) {
      (self.c0, self.c1, self.c2, self.c3) = (c0, c1, c2, c3)
      (self.c4, self.c5, self.c6, self.c7) = (c4, c5, c6, c7)
    }

    func value(at x: Double) -> Double {
      let upper = ((c7 * x + c6) * x + c5) * x + c4
      return (((upper * x + c3) * x + c2) * x + c1) * x + c0
    }
  }

  private static let centreNumerator = Polynomial(
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3)
  private static let centreDenominator = Polynomial(
    1, 4.2313330701600911252e1, 6.8718700749205790830e2,
    5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
    2.8729085735721942674e4, 5.2264952788528545610e3)
  private static let nearNumerator = Polynomial(
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4)
  private static let nearDenominator = Polynomial(
    1, 2.05319162663775882187e0, 1.67638483018380384940e0,
    6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
    5.47593808499534494600e-4, 1.05075007164441684324e-9)
  private static let farNumerator = Polynomial(
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7)
  private static let farDenominator = Polynomial(
    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
    1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
    1.42151175831644588870e-7, 2.04426310338993978564e-15)
}
