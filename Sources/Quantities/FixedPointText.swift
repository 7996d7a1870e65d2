/// Numbers as text: exact, rounded once, the same on every platform and in every locale.
///
/// Goals in order: the same bytes everywhere; digits that read back to the number meant; speed.
/// Decimal point, no thousands separator unless asked for, no `-0`.
public enum FixedPointText {
  /// A floating-point number rounded to some significant digits, without trailing zeros.
  ///
  /// Plain notation from 10⁻⁹ to 10¹⁶, exponent notation such as `1.5e-12` or `2e20` beyond.
  /// Rounded from the shortest decimal that identifies the number, ties to the even digit: 2.675
  /// to three digits is 2.68, although the binary fraction lies just below it.
  ///
  /// - Parameters:
  ///   - value: a finite number.
  ///   - significantDigits: digits kept, 1 or more; 17 and above keep all.
  public static func text(_ value: Double, significantDigits: Int = 10) -> String {
    precondition(value.isFinite, "number should be finite, but is \(value)")
    precondition(
      significantDigits >= 1, "significant digits should be 1 or more, but are \(significantDigits)"
    )
    var decimal = ShortestDigits(of: value.magnitude)
    decimal.round(to: significantDigits)
    guard !decimal.digits.isEmpty else { return "0" }
    var bytes: [UInt8] = value < 0 ? [minus] : []
    let leading = decimal.pointPosition - 1
    if (-9...15).contains(leading) {
      append(decimal.digits, pointAt: decimal.pointPosition, to: &bytes)
    } else {
      append(decimal.digits, pointAt: 1, to: &bytes)
      bytes.append(UInt8(ascii: "e"))
      bytes.append(contentsOf: "\(leading)".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number of parts of `10^-decimals`, exact: 12345 with two decimals is `123.45`.
  ///
  /// - Parameters:
  ///   - parts: the number in its smallest parts, within 128 bits.
  ///   - decimals: digits after the point, 0 or more; none leaves out the point.
  ///   - trimmingZeros: whether zeros at the end of the decimals, and then the point, are left out.
  public static func text(
    scaled parts: some SignedInteger, decimals: Int, trimmingZeros: Bool = false
  ) -> String {
    precondition(decimals >= 0, "decimals should be 0 or more, but are \(decimals)")
    var digits = Array("\(parts.magnitude)".utf8)
    if digits.count <= decimals {
      digits.insert(contentsOf: repeatElement(zero, count: decimals + 1 - digits.count), at: 0)
    }
    let whole = digits.count - decimals
    if trimmingZeros {
      while digits.count > whole, digits.last == zero { digits.removeLast() }
    }
    var bytes: [UInt8] = parts < 0 ? [minus] : []
    append(digits, pointAt: whole, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number with a separator between groups of three digits, for people.
  ///
  /// The default separator is the no-break space of Swedish and international usage.
  public static func grouped(_ number: Int64, separator: String = "\u{00A0}") -> String {
    let digits = Array("\(number.magnitude)")
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  private static let zero = UInt8(ascii: "0")
  private static let minus = UInt8(ascii: "-")

  /// Writes digits with the decimal point after the first `position` of them.
  private static func append(_ digits: [UInt8], pointAt position: Int, to bytes: inout [UInt8]) {
    if position <= 0 {
      bytes.append(contentsOf: [zero, UInt8(ascii: ".")])
      bytes.append(contentsOf: repeatElement(zero, count: -position))
      bytes.append(contentsOf: digits)
    } else if position >= digits.count {
      bytes.append(contentsOf: digits)
      bytes.append(contentsOf: repeatElement(zero, count: position - digits.count))
    } else {
      bytes.append(contentsOf: digits[..<position])
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits[position...])
    }
  }
}

/// The digits of the shortest decimal that identifies a number, without zeros at either end.
private struct ShortestDigits {
  /// The digits as ASCII; empty for 0.
  var digits: [UInt8] = []
  /// Digits before the decimal point; 0 or less when the number begins after it.
  var pointPosition = 0

  /// Takes apart the standard library's description, which is shortest and the same everywhere.
  init(of value: Double) {
    var sawPoint = false
    let text = Array(value.description.utf8)
    var index = 0
    while index < text.count, text[index] != UInt8(ascii: "e") {
      if text[index] == UInt8(ascii: ".") {
        sawPoint = true
      } else {
        digits.append(text[index])
        if !sawPoint { pointPosition += 1 }
      }
      index += 1
    }
    if index < text.count {
      let exponent = String(decoding: text[(index + 1)...], as: UTF8.self)
      guard let power = Int(exponent) else { preconditionFailure("exponent \(exponent)") }
      pointPosition += power
    }
    let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(leadingZeros)
    pointPosition -= leadingZeros
    trim()
  }

  /// Keeps the first `count` digits, with ties to the even digit.
  mutating func round(to count: Int) {
    guard digits.count > count else { return }
    let rest = digits[count...]
    let isTie = rest.count == 1 && rest.first == UInt8(ascii: "5")
    let lastIsOdd = digits[count - 1] % 2 == 1
    let goesUp = isTie ? lastIsOdd : digits[count] >= UInt8(ascii: "5")
    digits.removeSubrange(count...)
    if goesUp { increment() }
    trim()
  }

  /// Adds one to the last digit; nines become empty and carry.
  private mutating func increment() {
    while digits.last == UInt8(ascii: "9") { digits.removeLast() }
    if digits.isEmpty {
      digits = [UInt8(ascii: "1")]
      pointPosition += 1
    } else {
      digits[digits.count - 1] += 1
    }
  }

  private mutating func trim() {
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }
}
