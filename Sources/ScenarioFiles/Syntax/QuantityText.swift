import Quantities

/// Reads quantities with their units, such as `1 200 SEK` or `18 months`, without rounding.
///
/// A number has a decimal point, may have blanks or no-break spaces between groups of three
/// digits, and is not negative; units are spelled as documented, capitals included. Each function
/// returns the quantity, or the problem in words.
enum QuantityText {
  /// How much stock to hold, in one of the three ways to say it.
  enum StockLevel: Sendable, Hashable {
    /// What is used in so many days. [days; ticks where the tick is shorter]
    case days(Int)
    /// A count of units. [units]
    case units(Int64)
    /// A count of packs. [packs]
    case packs(Int64)
  }

  /// The longest duration: 10 000 years. [days]
  static let longestDuration = 3_650_000
  /// The largest amount of money: 10 000 billion SEK. [öre]
  static let largestAmount: Int64 = 1_000_000_000_000_000
  /// The largest count of units or packs. [1]
  static let largestCount: Int64 = 1_000_000_000_000
  /// The largest volume: a cubic kilometre. [ml]
  static let largestVolume: Int64 = 1_000_000_000_000_000

  /// Reads `1 200 SEK` or `0.50 SEK`. [öre]
  static func money(_ text: String) -> Result<Int64, QuantityProblem> {
    read(text, as: .money).flatMap { quantity in
      guard quantity.number.exponent >= -2 else {
        return .failure(
          QuantityProblem(
            "has \(-quantity.number.exponent) decimals", allowed: "at most two decimals",
            remedy: "round it to whole öre"))
      }
      return whole(quantity, atMost: largestAmount, "10 000 000 000 000 SEK") { _ in
        QuantityProblem("is not a whole number of öre")
      }
    }
  }

  /// Reads `2 %` as the fraction 0.02. [1]
  ///
  /// Shares above 100 % are accepted; whether they make sense is for the caller to say.
  static func share(_ text: String) -> Result<Decimal, QuantityProblem> {
    read(text, as: .share).map { quantity in
      Decimal(significand: quantity.number.significand, exponent: quantity.number.exponent - 2)
    }
  }

  /// Reads `10 days` or another duration, `12 units`, or `3 packs`.
  static func stockLevel(
    _ text: String, tick: Tick = .day
  ) -> Result<StockLevel, QuantityProblem> {
    read(text, as: .stockLevel).flatMap { quantity in
      let isUnits = QuantityKind.units.names.contains(quantity.unitName)
      guard isUnits || QuantityKind.packs.names.contains(quantity.unitName) else {
        return ticks(quantity, tick).map { .days($0) }
      }
      let noun = isUnits ? "units" : "packs"
      return whole(quantity, atMost: largestCount, "1 000 000 000 000 \(noun)") { _ in
        QuantityProblem(
          "is not a whole number of \(noun)", allowed: "a whole number of \(noun)")
      }.map { isUnits ? .units($0) : .packs($0) }
    }
  }

  /// Reads `40 ml`, `1.2 l` or `0.96 m3`. [ml]
  static func volume(_ text: String) -> Result<Int64, QuantityProblem> {
    read(text, as: .volume).flatMap { quantity in
      whole(quantity, atMost: largestVolume, "1 000 000 000 m3") { parts in
        QuantityProblem(
          "is \(parts) ml, which is not a whole number of millilitres",
          allowed: "a whole number of millilitres")
      }
    }
  }

  static func days(_ quantity: StatedQuantity) -> Result<Int, QuantityProblem> {
    whole(quantity, atMost: Int64(longestDuration), "10 000 years") { parts in
      let below = wholePart(of: parts)
      let above = "\"\(below + 1) \(below == 0 ? "day" : "days")\""
      let choice = below == 0 ? above : "\"\(below) \(below == 1 ? "day" : "days")\" or \(above)"
      return QuantityProblem(
        "is \(parts) days, which is not a whole number of days",
        allowed: "a whole number of days", remedy: "write \(choice)")
    }.map { Int($0) }
  }

  /// The quantity in whole parts, or why it is none: too large, or what `notWhole` says.
  static func whole(
    _ quantity: StatedQuantity, atMost largest: Int64, _ largestName: String,
    notWhole: (_ parts: Decimal) -> QuantityProblem
  ) -> Result<Int64, QuantityProblem> {
    let tooLarge = QuantityProblem("is too large", allowed: "at most \(largestName)")
    guard let parts = quantity.number.multiplied(by: quantity.unit.factor) else {
      // More digits than can be multiplied: a huge number, or a long row of decimals.
      let hasFewDigits = wholePart(of: quantity.number) <= largest
      return .failure(hasFewDigits ? tooManyDecimals : tooLarge)
    }
    guard parts.exponent >= 0 else {
      return .failure(wholePart(of: parts) > largest ? tooLarge : notWhole(parts))
    }
    guard let count = parts.scaled(places: 0), count <= largest else { return .failure(tooLarge) }
    return .success(count)
  }

  /// What can no longer be counted exactly once its unit has been taken into account.
  static let tooManyDecimals = QuantityProblem(
    "has too many decimals", allowed: "at most 12 digits", remedy: "round it")

  /// The number without its decimals; the largest integer when it does not fit.
  private static func wholePart(of number: Decimal) -> Int64 {
    guard number.exponent < 0 else { return number.scaled(places: 0) ?? .max }
    var result = number.significand
    for _ in 0..<min(20, -number.exponent) { result /= 10 }
    return result
  }
}
