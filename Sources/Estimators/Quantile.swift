/// Sample quantiles by definition 7 of Hyndman and Fan, the default of R and NumPy.
///
/// With values in ascending order x₀ … xₙ₋₁ the quantile of level p lies at position (n − 1)·p,
/// linearly between the neighbours. Levels are fractions of whole numbers, so that the position is
/// exact: 5 % of 100 steps is the fifth value, never something beside it. Source: Hyndman and Fan,
/// The American Statistician 50 (1996) 361–365.
public enum Quantile {
  /// A level from 0 to 1 as a fraction, such as 5/100.
  public struct Level: Sendable, Hashable {
    /// Parts of the denominator, from 0 to the denominator. [1]
    public let numerator: Int
    /// Into how many parts the whole is divided, 1 or more. [1]
    public let denominator: Int

    /// The level `numerator / denominator`, which should be in 0…1.
    public init(_ numerator: Int, of denominator: Int) {
      precondition(
        denominator > 0 && numerator >= 0 && numerator <= denominator,
        "level should be from 0 to 1, but is \(numerator)/\(denominator)")
      self.numerator = numerator
      self.denominator = denominator
    }

    /// The level `number / 100`, for 0…100.
    public static func percent(_ number: Int) -> Level {
      Level(number, of: 100)
    }
  }

  /// The quantile of values in ascending order; `nil` when there are none.
  ///
  /// The result is the exact quantile rounded to the nearest number, within one unit of the last
  /// place.
  public static func type7(sorted values: [Int64], _ level: Level) -> Double? {
    guard let last = values.last else { return nil }
    let steps = Int128(values.count - 1) * Int128(level.numerator)
    let parts = Int128(level.denominator)
    let (index, rest) = steps.quotientAndRemainder(dividingBy: parts)
    guard rest > 0 else { return Double(values[Int(index)]) }
    let lower = Int128(values[Int(index)])
    let upper = Int(index) + 1 < values.count ? Int128(values[Int(index) + 1]) : Int128(last)
    return Double(lower * (parts - rest) + upper * rest) / Double(parts)
  }

  /// The quantiles of values in any order, one for each level; empty when there are no values.
  ///
  /// Sorts one copy of the values.
  public static func type7(of values: [Int64], _ levels: [Level]) -> [Double] {
    let sorted = values.inAscendingOrder()
    return levels.compactMap { type7(sorted: sorted, $0) }
  }
}
