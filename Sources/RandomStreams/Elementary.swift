/// Logarithm, exponential and normal quantile, the same to the last bit on every platform.
///
/// Goals, in order of priority:
/// 1. the same bits everywhere: only + − × ÷ and the square root, which IEEE 754 rounds correctly,
///    in a written order; no fused operation and no C library;
/// 2. an error of a few units in the last place over the whole range, extremes included;
/// 3. speed, since a draw may need one of each.
public enum Elementary {
  /// ln 2 cut to 33 bits, so that its product with an exponent (11 bits) is exact.
  static let ln2Leading = 0x1.62E42FEEp-1
  /// ln 2 − `ln2Leading`.
  static let ln2Trailing = 0x1.A39EF35793C76p-33

  /// The natural logarithm, to within one unit in the last place.
  ///
  /// −∞ for 0 (of either sign), not a number below 0, ∞ for ∞; subnormal numbers are exact input.
  ///
  /// With x = 2ᵏ m, √½ ≤ m < √2, f = m − 1 and s = f/(2 + f), ln m = 2 artanh s, summed as a series
  /// in s². Written as f − s (f − R) the leading term f is exact and the rest small.
  public static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa *= 0.5
      exponent += 1
    }
    let f = mantissa - 1
    let s = f / (2 + f)
    let square = s * s
    // s² ≤ 0.0295: the first term left out, 2 (s²)¹²/25, is below 2⁻⁶⁴.
    var series = 2.0 / 23
    series = series * square + 2.0 / 21
    series = series * square + 2.0 / 19
    series = series * square + 2.0 / 17
    series = series * square + 2.0 / 15
    series = series * square + 2.0 / 13
    series = series * square + 2.0 / 11
    series = series * square + 2.0 / 9
    series = series * square + 2.0 / 7
    series = series * square + 2.0 / 5
    series = series * square + 2.0 / 3
    let correction = s * (f - series * square)
    return exponent * ln2Leading - ((correction - exponent * ln2Trailing) - f)
  }

  /// ln(1 + x), to a few units in the last place also where x is tiny; −∞ for −1, ∞ for ∞.
  ///
  /// The rounding error of 1 + x is undone by the factor x/((1 + x) − 1); W. Kahan's method, as in
  /// D. Goldberg, "What every computer scientist should know about floating-point arithmetic", ACM
  /// Computing Surveys 23 (1991), theorem 4.
  public static func logOnePlus(_ x: Double) -> Double {
    let sum = 1 + x
    if sum == 1 { return x }
    guard sum > 0, sum < .infinity else { return log(sum) }
    return log(sum) * (x / (sum - 1))
  }

  /// e to the power x, to within one unit in the last place.
  ///
  /// ∞ above 709.78, 0 below −745.13, rounded once into the subnormal range between; not a number
  /// for not a number.
  ///
  /// With k the whole number nearest x/ln 2 and r = x − k ln 2, eˣ = 2ᵏ eʳ; |r| ≤ 0.3466.
  public static func exp(_ x: Double) -> Double {
    guard x == x else { return x }
    guard x < 710 else { return .infinity }
    guard x > -746 else { return 0 }
    // Adding and taking away 1.5 · 2⁵² rounds to a whole number, without a call.
    let exponent = (x * 1.442_695_040_888_963_4 + 0x1.8p52) - 0x1.8p52
    let leading = x - exponent * ln2Leading
    let trailing = exponent * ln2Trailing
    let r = leading - trailing
    // The Taylor series; the first term left out, r¹⁴/14!, is below 2⁻⁵⁷.
    var series = 1.0 / 6_227_020_800
    series = series * r + 1.0 / 479_001_600
    series = series * r + 1.0 / 39_916_800
    series = series * r + 1.0 / 3_628_800
    series = series * r + 1.0 / 362_880
    series = series * r + 1.0 / 40_320
    series = series * r + 1.0 / 5_040
    series = series * r + 1.0 / 720
    series = series * r + 1.0 / 120
    series = series * r + 1.0 / 24
    series = series * r + 1.0 / 6
    series = series * r + 0.5
    let power = 1 + (leading + (r * r * series - trailing))
    return scaled(power, byPowerOfTwo: Int(exponent))
  }

  /// x · 2ᵏ for x near 1 and |k| ≤ 1,100, rounded at most once.
  private static func scaled(_ x: Double, byPowerOfTwo k: Int) -> Double {
    // Two factors, the second of which alone can leave the normal range.
    if k > 1000 { return x * 0x1p1000 * powerOfTwo(k - 1000) }
    if k < -1000 { return x * powerOfTwo(k + 200) * 0x1p-200 }
    return x * powerOfTwo(k)
  }

  /// 2ᵏ for −1,022 ≤ k ≤ 1,023, made from its bits.
  private static func powerOfTwo(_ k: Int) -> Double {
    Double(bitPattern: UInt64(k + 1023) << 52)
  }
}
