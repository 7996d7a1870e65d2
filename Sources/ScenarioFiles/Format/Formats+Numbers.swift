import Quantities

extension Format where Value == Int {
  /// A whole number in a range.
  static func integer(_ range: ClosedRange<Int>, example: String) -> Format {
    let allowed =
      range.count == 1
      ? grouped(range.lowerBound)
      : "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))"
    return .number("whole number", allowed: allowed, example: example) { number in
      guard number.isFinite else { return .failure(.wrongKind("is not finite", allowed, example)) }
      guard let decimal = number.decimal, let whole = decimal.scaled(places: 0),
        let value = Int(exactly: whole)
      else { return .failure(.wrongKind("is \(number.text)", allowed, example)) }
      guard range.contains(value) else {
        return .failure(.wrongKind("is \(grouped(value))", allowed, example))
      }
      return .success(value)
    }
  }

}

extension Format where Value == UInt64 {
  /// A seed: any whole number of 64 bits.
  static let seed = Format.number(
    "whole number", allowed: "a whole number from 0 to 18 446 744 073 709 551 615",
    example: "20270101"
  ) { number in
    if let value = UInt64(number.text) { return .success(value) }
    return .failure(
      .wrongKind(
        "is \(number.text)", "a whole number from 0 to 18 446 744 073 709 551 615", "20270101"))
  }
}

extension Format where Value == Decimal {
  /// A number in a range.
  static func decimal(
    from low: Decimal, to high: Decimal, kind: String = "number", example: String
  ) -> Format {
    let allowed = "a number from \(low.plain) to \(high.plain)"
    return .number(kind, allowed: allowed, example: example) { number in
      guard number.isFinite else { return .failure(.wrongKind("is not finite", allowed, example)) }
      guard let value = number.decimal else {
        return .failure(.wrongKind("has too many digits", allowed, example))
      }
      guard value >= low, value <= high else {
        return .failure(.wrongKind("is \(number.text)", allowed, example))
      }
      return .success(value)
    }
  }

  /// A part of a whole, as a number or per cent: `0.02` or `"2 %"`.
  static func share(from low: Decimal, to high: Decimal, example: String) -> Format {
    let allowed = "a share from \(percent(low)) to \(percent(high))"
    return Format(kind: "share", allowed: allowed, example: "\"\(example)\"") { scalar, _ in
      let value: Result<Decimal, QuantityProblem>
      switch scalar {
      case .number(let number):
        value =
          number.decimal.map { .success($0) }
          ?? .failure(.wrongKind("is \(number.text)", allowed, "\"\(example)\""))
      case .cell(let text) where Decimal(text) != nil:
        value = .success(Decimal(text) ?? Decimal(significand: 0))
      case .text(let text), .cell(let text):
        value = signedShare(text, isSigned: low.significand < 0)
      case .bool(let bool): value = .failure(.wrongKind("is \(bool)", allowed, "\"\(example)\""))
      }
      return value.flatMap {
        $0 >= low && $0 <= high
          ? .success($0)
          : .failure(.wrongKind("is \(percent($0))", allowed, "\"\(example)\""))
      }
    }
  }

  /// A share that may have a sign where the range reaches below 0.
  private static func signedShare(
    _ text: String, isSigned: Bool
  ) -> Result<Decimal, QuantityProblem> {
    guard isSigned, let sign = text.first, sign == "-" || sign == "−" else {
      return QuantityText.share(text)
    }
    return QuantityText.share(String(text.dropFirst())).map {
      Decimal(significand: -$0.significand, exponent: $0.exponent)
    }
  }

  private static func percent(_ share: Decimal) -> String {
    "\(Decimal(significand: share.significand, exponent: share.exponent + 2).plain) %"
  }
}

extension Format where Value == DailyRate {
  /// Units per day, above 0, exact to a billionth.
  static let dailyRate = Format.number(
    "units per day", allowed: "a number above 0 and up to 1 000 000, with at most 9 decimals",
    example: "12.5"
  ) { number in
    let allowed = "a number above 0 and up to 1 000 000, with at most 9 decimals"
    guard let decimal = number.decimal, let rate = DailyRate(unitsPerDay: decimal),
      rate > .zero, rate.unitsPerDay <= 1_000_000
    else { return .failure(.wrongKind("is \(number.text)", allowed, "12.5")) }
    return .success(rate)
  }

  /// Units per day, exact to a billionth; 0 for none.
  static let dailyRateOrNone = Format.number(
    "units per day", allowed: "a number from 0 to 1 000 000, with at most 9 decimals",
    example: "0.4"
  ) { number in
    let allowed = "a number from 0 to 1 000 000, with at most 9 decimals"
    guard let decimal = number.decimal, let rate = DailyRate(unitsPerDay: decimal),
      rate >= .zero, rate.unitsPerDay <= 1_000_000
    else { return .failure(.wrongKind("is \(number.text)", allowed, "0.4")) }
    return .success(rate)
  }
}

extension Decimal {
  /// The number without an exponent: `1 000`, not `1e3`.
  var plain: String {
    scaled(places: 0).map { FixedPointText.grouped($0, separator: " ") } ?? description
  }
}

/// A whole number with spaces between groups of three digits.
private func grouped(_ number: Int) -> String {
  FixedPointText.grouped(Int64(number), separator: " ")
}
