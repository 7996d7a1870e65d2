import Foundation

/// Numbers and columns as text.
enum Words {
  /// A number without exponent, with up to nine decimals.
  static func plain(_ value: Double) -> String { String(format: "%.9f", value) }

  /// A number with four digits that say something.
  static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    let digits = max(0, 3 - Int(log10(value.magnitude).rounded(.down)))
    return String(format: "%.\(min(digits, 9))f", value)
  }

  /// A text filled up with blanks to a width, at its end.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A text filled up with blanks to a width, at its beginning.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
