import Quantities

/// Numbers, units and names as a report in one language shows them.
struct ReportWords: Sendable {
  let language: ReportLanguage

  /// The text in this language.
  func callAsFunction(_ english: String, _ swedish: String) -> String {
    language(english, swedish)
  }

  /// An estimate with its interval in brackets: `9.9 (9.1–10.7)`; `factor` turns it into the unit shown.
  func cell(_ estimate: ReportEstimate?, factor: Double = 1, percent: Bool = false)
    -> ReportTable.Cell
  {
    guard let estimate else { return .none }
    let shown = text(estimate, factor: factor, percent: percent)
    return ReportTable.Cell(
      text: shown.interval.map { "\(shown.mean) (\($0))" } ?? shown.mean, value: estimate.mean)
  }

  /// An estimate and its interval, rounded at the same place.
  func text(
    _ estimate: ReportEstimate, factor: Double = 1, percent: Bool = false, magnitude: Bool = false
  ) -> (mean: String, interval: String?) {
    let factor = percent ? 100 : factor
    var ends = [estimate.mean, estimate.low ?? estimate.mean, estimate.high ?? estimate.mean]
      .map { $0 * factor }
    if magnitude, ends[0] < 0 { ends = [-ends[0], -ends[2], -ends[1]] }
    let largest = ends.reduce(0) { max($0, $1.magnitude) }
    let decimals = Self.decimals(largest, percent: percent)
    let mean = ReadableNumber.text(ends[0], decimals: decimals)
    guard estimate.low != nil, estimate.high != nil else { return (language.number(mean), nil) }
    let range = ReadableNumber.range(ends[1], ends[2], decimals: decimals)
    return (language.number(mean), language.number(language("\(range)", range.swedishRange)))
  }

  /// A number alone.
  func number(_ value: Double) -> String {
    let decimals = Self.decimals(value.magnitude, percent: false)
    return language.number(ReadableNumber.text(value, decimals: decimals))
  }

  /// A count, with all its digits.
  func count(_ value: Double) -> String {
    language.number(ReadableNumber.text(value, decimals: value == value.rounded() ? 0 : 1))
  }

  /// A share as a percentage.
  func percent(_ share: Double) -> String {
    let decimals = Self.decimals((share * 100).magnitude, percent: true)
    return language.number(ReadableNumber.text(share * 100, decimals: decimals))
  }

  /// How many decimals are shown: of percentages three below 0.1, two below 1, else one; of others
  /// three significant digits, and all whole ones below 10,000.
  private static func decimals(_ largest: Double, percent: Bool) -> Int {
    if percent { return largest == 0 ? 1 : largest < 0.1 ? 3 : largest < 1 ? 2 : 1 }
    let decimals = ReadableNumber.decimals(forMagnitude: largest)
    return largest < 10_000 ? max(0, decimals) : decimals
  }

  /// A number as the tables of the folder have it, for a cell that shows it as it is.
  func plain(_ value: Double?) -> ReportTable.Cell {
    value.map { ReportTable.Cell(text: count($0), value: $0) } ?? .none
  }

  /// What amounts of one column are divided by, and what that is called.
  func money(_ amounts: [Double]) -> (factor: Double, unit: String) {
    switch MoneyScale(largestOf: amounts) {
    case .sek: (1, self("SEK", "kr"))
    case .thousands: (1e-3, self("kSEK", "tkr"))
    case .millions: (1e-6, self("MSEK", "mkr"))
    }
  }

  /// The name of a level of the tables.
  func level(_ level: String) -> String {
    switch level {
    case "all": self("all", "allt")
    case "tier": self("kind of location", "slag av plats")
    case "region": self("region", "region")
    case "authority": self("authority", "huvudman")
    case "demandClass": self("demand class", "behovsklass")
    case "product": self("product", "produkt")
    default: level
    }
  }

  /// A word for how well something is known.
  func status(_ status: String) -> String {
    switch status {
    case "sourced": self("sourced", "belagt")
    case "derived": self("derived", "härlett")
    case "estimate": self("estimate", "uppskattning")
    case "judgement": self("judgement", "bedömning")
    case "assumption": self("assumption", "antagande")
    case "fitted": self("fitted", "anpassat")
    case "memory": self("memory", "ur minnet")
    default: status
    }
  }
}

extension String {
  /// A range whose ends have a word between, since one is negative, in Swedish.
  fileprivate var swedishRange: String { replacing(" to ", with: " till ") }
}
