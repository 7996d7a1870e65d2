import Costs
import Quantities

/// Numbers as Socialstyrelsen prints them: a space between groups of three digits, a decimal comma, an
/// en dash between the ends of a range.
enum PrintedNumber {
  /// A whole number: `1 500`.
  static func text(_ number: Int64) -> String {
    (number < 0 ? "−" : "") + FixedPointText.grouped(Int64(number.magnitude), separator: " ")
  }

  /// A range: `1 500–1 700`; one number where both ends are the same, and `till` or `to` instead of the
  /// dash where a minus sign would be taken for it.
  static func text(_ range: ReportedCosts.PrintedRange, _ language: ReportLanguage) -> String {
    if range.low == range.high { return text(range.low) }
    guard range.low >= 0, range.high >= 0 else {
      return "\(text(range.low)) \(language("to", "till")) \(text(range.high))"
    }
    return "\(text(range.low))–\(text(range.high))"
  }

  /// Kronor with two decimals: `84,64`.
  static func kronor(_ amount: Money, _ language: ReportLanguage) -> String {
    let whole = text(Int64(amount.ore.magnitude) / 100)
    let rest = Int64(amount.ore.magnitude) % 100
    return (amount.ore < 0 ? "−" : "") + whole + language(".", ",")
      + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
