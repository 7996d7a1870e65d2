import Estimators
import Quantities

/// Numbers as people read them: rounded to what matters, a true minus sign, no `-0`.
enum ReadableNumber {
  /// A number with three significant digits or all of its whole ones down to hundreds.
  static func text(_ value: Double) -> String {
    text(value, decimals: decimals(forMagnitude: value.magnitude))
  }

  /// An estimate with its interval, all rounded at the same place: `9.9` and `9.1–10.7`.
  ///
  /// The interval is `nil` where there is none. Ends are never shown outside `limits`: an interval
  /// of something that cannot be negative is cut at 0.
  static func parts(
    _ mean: Double, _ interval: ConfidenceInterval?, limits: ClosedRange<Double>? = nil,
    decimals fixed: Int? = nil
  ) -> (mean: String, interval: String?) {
    guard let interval else {
      let decimals = fixed ?? decimals(forMagnitude: mean.magnitude)
      let shown = text(mean, decimals: decimals)
      // What is not nothing is not shown as nothing.
      guard mean > 0, decimals >= 0, !shown.contains(where: { ("1"..."9").contains($0) }) else {
        return (shown, nil)
      }
      return ("<" + text(smallest(decimals), decimals: decimals), nil)
    }
    let largest = max(mean.magnitude, max(interval.low.magnitude, interval.high.magnitude))
    let decimals = fixed ?? decimals(forMagnitude: largest)
    let low = limits.map { max($0.lowerBound, interval.low) } ?? interval.low
    let high = limits.map { min($0.upperBound, interval.high) } ?? interval.high
    return (text(mean, decimals: decimals), range(low, high, decimals: decimals))
  }

  /// One in the last of some decimals.
  private static func smallest(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { value, _ in value / 10 }
  }

  /// Two ends with an en dash, or with "to" where a minus sign would be taken for it.
  static func range(_ low: Double, _ high: Double, decimals: Int) -> String {
    let ends = (text(low, decimals: decimals), text(high, decimals: decimals))
    return (ends.0 + ends.1).contains("−") ? "\(ends.0) to \(ends.1)" : "\(ends.0)–\(ends.1)"
  }

  /// A percentage: two decimals below 1, one above. [%]
  static func percent(_ value: Double) -> String {
    text(value, decimals: percentDecimals(value.magnitude))
  }

  /// Decimals of a percentage whose largest shown part has this magnitude.
  static func percentDecimals(_ magnitude: Double) -> Int { magnitude < 1 ? 2 : 1 }

  /// A number with so many decimals; negative counts round to tens, hundreds and so on.
  ///
  /// Groups of three digits are parted by a no-break space from five digits on.
  static func text(_ value: Double, decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals.magnitude { factor *= 10 }
    let scaled = decimals >= 0 ? value * factor : value / factor
    guard value.isFinite, value.magnitude < 9e18, scaled.magnitude < 9e18 else { return "–" }
    var parts = Int64(scaled.rounded())
    let sign = parts < 0 ? "−" : ""
    parts = Int64(parts.magnitude)
    if decimals > 0 { return sign + FixedPointText.text(scaled: parts, decimals: decimals) }
    parts *= Int64(factor)
    return sign + (parts < 10_000 ? "\(parts)" : FixedPointText.grouped(parts))
  }

  /// How many decimals leave three significant digits; 6 at most, 0 for nothing.
  static func decimals(forMagnitude magnitude: Double) -> Int {
    guard magnitude > 0, magnitude.isFinite else { return 0 }
    var decimals = 2
    var rest = magnitude
    while rest >= 9.995, decimals > -12 {
      rest /= 10
      decimals -= 1
    }
    while rest < 0.9995, decimals < 6 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }
}

/// The unit in which amounts of one column are shown.
enum MoneyScale {
  case sek, thousands, millions

  /// The scale that leaves the largest of some amounts at 1 or more. [SEK]
  init(largestOf amounts: [Double]) {
    let largest = amounts.map(\.magnitude).max() ?? 0
    self = largest >= 1_000_000 ? .millions : largest >= 1000 ? .thousands : .sek
  }

  /// How many kronor make one. [SEK]
  var factor: Double {
    switch self {
    case .sek: 1
    case .thousands: 1000
    case .millions: 1_000_000
    }
  }

  /// What it is called.
  var unit: String {
    switch self {
    case .sek: "SEK"
    case .thousands: "kSEK"
    case .millions: "MSEK"
    }
  }
}
