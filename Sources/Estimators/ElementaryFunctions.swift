/// Exponential and logarithm from the four operations, the same bits on every platform.
///
/// The C library is not asked, because its last digit differs between platforms. A relative error
/// of some 10⁻¹⁵ is enough here; speed is not a goal.
enum ElementaryFunctions {
  /// `e^−x` for `x` from 0 to about 700.
  static func exponentialOfNegative(_ x: Double) -> Double {
    let whole = x.rounded(.down)
    let rest = x - whole
    var term = 1.0
    var series = 1.0
    var index = 1.0
    while term > series * 1e-18 {
      term *= rest / index
      series += term
      index += 1
    }
    return 1 / (series * power(2.718281828459045, Int(whole)))
  }

  /// `ln(1 + x)` for `x` of 0 or more, without loss when `x` is small.
  ///
  /// The series of 2·artanh(x / (2 + x)); few terms for small `x`, many for large.
  static func logarithmOfOnePlus(_ x: Double) -> Double {
    let ratio = x / (2 + x)
    let square = ratio * ratio
    var term = ratio
    var series = ratio
    var divisor = 3.0
    while term > series * 1e-18 {
      term *= square
      series += term / divisor
      divisor += 2
    }
    return 2 * series
  }

  /// `base` to a whole power of 0 or more, by repeated squaring.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    var square = base
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      rest /= 2
      if rest > 0 { square *= square }
    }
    return result
  }
}
