/// An exact decimal number: `significand × 10^exponent`, as it was written.
///
/// Scenario files say `0.028` and mean 28 thousandths, not the nearest binary fraction. Numbers
/// stay in this form until they become whole units, whole öre or whole ticks, so that rounding
/// happens once and where the model says.
public struct Decimal: Sendable, Hashable {
  /// The digits with their sign. [1]
  public let significand: Int64
  /// The power of ten that multiplies the digits; 0 or less for the numbers of a scenario. [1]
  public let exponent: Int

  /// A decimal from its parts, with trailing zeros removed so that equal numbers are equal.
  public init(significand: Int64, exponent: Int = 0) {
    var digits = significand
    var power = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = power
  }

  /// Reads `-12.5`, `+3`, `.5`, `1e-4` and the like; `nil` when the text is no finite decimal
  /// number, has more than 18 significant digits, or in its shortest form an exponent beyond 400.
  public init?(_ text: some StringProtocol) {
    var digits: Int64 = 0
    var power = 0
    var sawDigit = false
    var sawPoint = false
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    scan: while let byte = bytes.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int64(byte - UInt8(ascii: "0"))
        sawDigit = true
        if digits == 0, digit == 0 {
          if sawPoint { power -= 1 }
        } else {
          let (tenfold, overflowed) = digits.multipliedReportingOverflow(by: 10)
          guard !overflowed, tenfold < Self.firstTooLong else { return nil }
          digits = tenfold + digit
          if sawPoint { power -= 1 }
        }
      case UInt8(ascii: "."):
        guard !sawPoint else { return nil }
        sawPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        break scan
      default:
        return nil
      }
      bytes.removeFirst()
    }
    guard sawDigit else { return nil }
    if !bytes.isEmpty {
      guard let stated = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
        Self.exponents.contains(stated)
      else { return nil }
      power += stated
    }
    self.init(significand: isNegative ? -digits : digits, exponent: power)
    // Else it would be written as what is not read.
    guard Self.exponents.contains(exponent) else { return nil }
  }

  /// The nearest binary floating-point number; only for quantities that enter a distribution.
  public var doubleValue: Double {
    Double(description) ?? .infinity
  }

  /// The number in parts of `10^-places`, if it is a whole number of them that fits; else `nil`.
  ///
  /// `Decimal("0.25")!.scaled(places: 2)` is 25; with `places: 1` it is `nil`.
  public func scaled(places: Int) -> Int64? {
    let power = exponent + places
    guard significand != 0 else { return 0 }
    guard power >= 0, power <= 18 else { return nil }
    var result = significand
    for _ in 0..<power {
      let (tenfold, overflowed) = result.multipliedReportingOverflow(by: 10)
      guard !overflowed else { return nil }
      result = tenfold
    }
    return result
  }

  /// The product, exact; `nil` when it needs more than 18 digits.
  public func multiplied(by other: Decimal) -> Decimal? {
    var digits = Int128(significand) * Int128(other.significand)
    var power = exponent + other.exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    guard digits.magnitude < UInt128(Self.firstTooLong) else { return nil }
    return Decimal(significand: Int64(digits), exponent: power)
  }

  /// The powers of ten that are read.
  private static let exponents = -400...400

  /// The smallest number of 19 digits: every number of 18 digits and one more fits in 64 bits.
  private static let firstTooLong: Int64 = 1_000_000_000_000_000_000

  /// Whether the number is below zero.
  public var isNegative: Bool { significand < 0 }
}

extension Decimal: CustomStringConvertible {
  /// The number in plain or exponent notation with a decimal point, readable back exactly.
  public var description: String {
    if exponent >= 0, let whole = scaled(places: 0), whole.magnitude < Self.firstTooLong {
      return "\(whole)"
    }
    guard exponent < 0, exponent >= -24 else { return "\(significand)e\(exponent)" }
    let digits = "\(significand.magnitude)"
    let places = -exponent
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    return (isNegative ? "-" : "") + whole + "." + padded.suffix(places)
  }
}

extension Decimal: Comparable {
  /// Exact order, whatever the exponents.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    let common = min(left.exponent, right.exponent)
    // One side has the common exponent and fits; a side that does not outweighs it.
    return switch (left.scaled(places: -common), right.scaled(places: -common)) {
    case (let left?, let right?): left < right
    case (nil, _): left.isNegative
    case (_, nil): !right.isNegative
    }
  }
}
