/// Count, sum and sum of squares of whole numbers, without rounding.
///
/// Integer sums are the same in any order, so moments that many threads, shards or resumed runs
/// collected and merged are the same bits as those of one pass. A running mean in floating point
/// (Welford) was rejected because its last digits depend on the order of the values.
///
/// Always safe: values from −2⁵³ to 2⁵³ and at most 2²⁰ of them. Sums are checked: beyond that
/// range an addition that does not fit in 128 bits traps and names what it was adding.
public struct ExactMoments: Sendable, Hashable {
  /// How many values were added. [1]
  public private(set) var count: Int
  /// The values added up. [unit of the values]
  public private(set) var sum: Int128
  /// The squares of the values added up. [square of the unit of the values]
  public private(set) var sumOfSquares: Int128

  /// The moments of no values.
  public init() {
    self.init(count: 0, sum: 0, sumOfSquares: 0)
  }

  /// Moments that were collected elsewhere.
  ///
  /// - Parameters:
  ///   - count: how many values, 0 or more.
  ///   - sum: the values added up.
  ///   - sumOfSquares: their squares added up, 0 or more.
  public init(count: Int, sum: Int128, sumOfSquares: Int128) {
    precondition(
      count >= 0 && sumOfSquares >= 0,
      "count and sum of squares should be 0 or more, but are \(count) and \(sumOfSquares)")
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// The moments of some values.
  public init(_ values: [Int64]) {
    self.init()
    for value in values { add(value) }
  }

  /// Whether there are values with these moments, as far as whole numbers tell: by the inequality of
  /// Cauchy and Schwarz the square of the sum is at most as often the sum of squares as there are values.
  public var arePossible: Bool {
    let (high, low) = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
    let (mostHigh, mostLow) = UInt128(count).multipliedFullWidth(by: sumOfSquares.magnitude)
    return (high, low) <= (mostHigh, mostLow)
  }

  /// Whether the values of `other` can be added.
  public func canMerge(_ other: ExactMoments) -> Bool {
    !sum.addingReportingOverflow(other.sum).overflow
      && !sumOfSquares.addingReportingOverflow(other.sumOfSquares).overflow
  }

  /// Adds one value; traps when a sum no longer fits in 128 bits.
  public mutating func add(_ value: Int64) {
    merge(
      ExactMoments(count: 1, sum: Int128(value), sumOfSquares: Int128(value) * Int128(value)))
  }

  /// Adds the values that `other` has seen; traps when a sum no longer fits in 128 bits.
  public mutating func merge(_ other: ExactMoments) {
    let (total, sumOverflowed) = sum.addingReportingOverflow(other.sum)
    let (squares, squaresOverflowed) = sumOfSquares.addingReportingOverflow(other.sumOfSquares)
    precondition(
      !sumOverflowed && !squaresOverflowed,
      """
      moments should fit in 128 bits, but \(count) values with sum \(sum) and sum of squares \
      \(sumOfSquares) cannot take \(other.count) with \(other.sum) and \(other.sumOfSquares)
      """)
    count += other.count
    sum = total
    sumOfSquares = squares
  }
}

extension ExactMoments {
  /// The arithmetic mean, within one unit of the last place; `nil` when nothing was added.
  public var mean: Double? {
    count > 0 ? Double(sum) / Double(count) : nil
  }

  /// The sample variance, divisor n − 1; `nil` for fewer than two values.
  ///
  /// The sum of squared deviations is an exact integer before the one division, so equal values
  /// give exactly 0 and a large mean costs no digits.
  public var variance: Double? {
    guard count >= 2 else { return nil }
    let n = Int128(count)
    // Deviations are taken from a whole number near the mean, because n·Σx² need not fit.
    let (centre, rest) = sum.quotientAndRemainder(dividingBy: n)
    let aroundCentre = sumOfSquares - centre * (sum + rest)
    let (correction, numerator) = (rest * rest).quotientAndRemainder(dividingBy: n)
    let whole = aroundCentre - correction
    // The squared deviations add up to `whole − numerator / n`.
    let (scaled, overflowed) = whole.multipliedReportingOverflow(by: n)
    guard !overflowed else {
      // `whole` exceeds 2⁶³, and the fraction is far below its last place.
      return Double(whole) / Double(count - 1)
    }
    return Double(scaled - numerator) / Double(n * (n - 1))
  }

  /// The square root of the sample variance; `nil` for fewer than two values.
  public var standardDeviation: Double? {
    variance?.squareRoot()
  }
}
