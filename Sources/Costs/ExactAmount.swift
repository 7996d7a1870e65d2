public import Quantities

/// An amount of money that a division may have left with parts of an öre: exact until it is printed.
///
/// Averages and costs per inhabitant are printed from sums that are themselves printed; rounding
/// in between would make the last digits depend on the order of the steps.
public struct ExactAmount: Sendable, Hashable {
  /// Öre, before the division. [öre]
  let dividend: Int128
  /// What they are divided by, above 0, without a common factor. [1]
  let divisor: Int128

  /// Nothing.
  public static let zero = ExactAmount(Money.zero)

  /// A whole number of öre.
  public init(_ money: Money) {
    self.init(Int128(money.ore), over: 1)
  }

  init(_ dividend: Int128, over divisor: Int128) {
    precondition(divisor != 0, "divisor should not be 0")
    let common = Self.commonFactor(dividend.magnitude, divisor.magnitude)
    let sign: Int128 = divisor < 0 ? -1 : 1
    self.dividend = sign * dividend / common
    self.divisor = sign * divisor / common
  }

  /// The sum; traps when it does not fit in 128 bits.
  public static func + (left: ExactAmount, right: ExactAmount) -> ExactAmount {
    ExactAmount(
      left.dividend * right.divisor + right.dividend * left.divisor,
      over: left.divisor * right.divisor)
  }

  /// The difference; traps when it does not fit in 128 bits.
  public static func - (left: ExactAmount, right: ExactAmount) -> ExactAmount {
    left + ExactAmount(-right.dividend, over: right.divisor)
  }

  /// The amount times `factor` ÷ `whole`; `whole` must not be 0.
  public func scaled(by factor: Int64, over whole: Int64 = 1) -> ExactAmount {
    // Reduced first, so that long chains of shares stay small.
    let reduced = ExactAmount(Int128(factor), over: Int128(whole))
    return ExactAmount(dividend * reduced.dividend, over: divisor * reduced.divisor)
  }

  /// The amount for each of `count`, which must not be 0.
  public func divided(by count: Int64) -> ExactAmount { scaled(by: 1, over: count) }

  /// In whole parts of so many öre, halves away from zero: 100 for kronor, 100 000 000 for millions
  /// of them.
  public func rounded(toParts ore: Int64) -> Int64 {
    let whole = divisor * Int128(ore)
    let parts = (2 * Int128(dividend.magnitude) + whole) / (2 * whole)
    return Int64(dividend < 0 ? -parts : parts)
  }

  /// The amount as a floating-point number, for charts and files. [SEK]
  public var sek: Double { Double(dividend) / Double(divisor) / Double(Money.orePerKrona) }

  private static func commonFactor(_ one: UInt128, _ other: UInt128) -> Int128 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return Int128(max(one, 1))
  }
}

extension ExactAmount: Comparable {
  /// Order by amount.
  public static func < (left: ExactAmount, right: ExactAmount) -> Bool {
    left.dividend * right.divisor < right.dividend * left.divisor
  }
}

/// What somebody expects to pay: between a low and a high estimate.
public struct AmountRange: Sendable, Hashable {
  /// The low estimate.
  public var low: ExactAmount
  /// The high estimate.
  public var high: ExactAmount

  /// No cost.
  public static let zero = AmountRange(low: ExactAmount.zero, high: ExactAmount.zero)

  /// Two estimates.
  public init(low: ExactAmount, high: ExactAmount) {
    self.low = low
    self.high = high
  }

  /// Both estimates as whole öre.
  public init(low: Money, high: Money) {
    self.init(low: ExactAmount(low), high: ExactAmount(high))
  }

  /// Low with low, high with high: everybody at the low end, or everybody at the high.
  public static func + (left: AmountRange, right: AmountRange) -> AmountRange {
    AmountRange(low: left.low + right.low, high: left.high + right.high)
  }

  /// What of a range is not in another, end by end.
  public static func - (left: AmountRange, right: AmountRange) -> AmountRange {
    AmountRange(low: left.low - right.low, high: left.high - right.high)
  }

  /// Both ends times `factor` ÷ `whole`.
  public func scaled(by factor: Int64, over whole: Int64 = 1) -> AmountRange {
    AmountRange(
      low: low.scaled(by: factor, over: whole), high: high.scaled(by: factor, over: whole))
  }

  /// Both ends for each of `count`.
  public func divided(by count: Int64) -> AmountRange { scaled(by: 1, over: count) }
}

/// A share of care that private providers give, which public costs are extrapolated by.
public struct PrivateShare: Sendable, Hashable {
  /// In ten-thousandths, 0 up to and without 10 000: 1200 is 12 %.
  public let basisPoints: Int64

  /// A share below all; `nil` for others.
  public init?(basisPoints: Int64) {
    guard (0..<10_000).contains(basisPoints) else { return nil }
    self.basisPoints = basisPoints
  }

  /// What public and private care cost together: public ÷ (1 − share).
  ///
  /// For running cost only. Public × (1 + share) was rejected: it does not give the published total.
  public func total(ofPublic amount: AmountRange) -> AmountRange {
    amount.scaled(by: 10_000, over: 10_000 - basisPoints)
  }
}
