import Quantities

/// A picture of numbers, as Scalable Vector Graphics of our own; the colours are the page's.
///
/// Series differ by colour, by the form of their marks and by dashes, so that they can be told apart in
/// grey and by those who see few colours; from the seventh on marks are hollow.
struct Chart: Sendable {
  /// The name by which the page refers to it.
  let id: String
  let title: String
  /// What it shows, for those who do not see it.
  let description: String
  /// [units of the drawing]
  let height: Double
  /// What is drawn, as SVG.
  let body: String

  /// How wide every picture is: on a telephone one unit is then about 0.7 pixels, and text of 15 units
  /// can still be read. [units of the drawing]
  static let width = 480.0

  /// How many series there are before their looks repeat.
  static let looks = 12
}

/// Draws; every text passes through `HTMLText`.
struct Canvas {
  private(set) var svg = ""

  mutating func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ look: String) {
    svg +=
      "<line class=\"\(look)\" x1=\"\(Self.n(x))\" y1=\"\(Self.n(y))\" x2=\"\(Self.n(toX))\""
      + " y2=\"\(Self.n(toY))\"/>\n"
  }

  mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ look: String) {
    svg +=
      "<rect class=\"\(look)\" x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" width=\"\(Self.n(width))\""
      + " height=\"\(Self.n(height))\"/>\n"
  }

  /// A text; `anchor` is `start`, `middle` or `end`.
  mutating func text(
    _ x: Double, _ y: Double, _ text: String, anchor: String = "start", isSmall: Bool = false
  ) {
    svg +=
      "<text\(isSmall ? " class=\"small\"" : "") x=\"\(Self.n(x))\" y=\"\(Self.n(y))\" text-anchor=\"\(anchor)\">"
      + "\(HTMLText.escaped(text))</text>\n"
  }

  mutating func path(_ points: [(x: Double, y: Double)], closed: Bool = false, _ look: String) {
    guard let first = points.first else { return }
    var data = "M\(Self.n(first.x)) \(Self.n(first.y))"
    for point in points.dropFirst() { data += "L\(Self.n(point.x)) \(Self.n(point.y))" }
    svg += "<path class=\"\(look)\" d=\"\(data)\(closed ? "Z" : "")\"/>\n"
  }

  /// The mark of a series.
  mutating func mark(_ series: Int, _ x: Double, _ y: Double) {
    let place = series % Chart.looks
    let look = "m s\(place)"
    let r = 5.0
    switch place % 6 {
    case 0:
      svg +=
        "<circle class=\"\(look)\" cx=\"\(Self.n(x))\" cy=\"\(Self.n(y))\" r=\"\(Self.n(r))\"/>\n"
    case 1: box(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, look)
    case 2: path([(x, y - r - 1), (x + r + 1, y + r), (x - r - 1, y + r)], closed: true, look)
    case 3:
      path(
        [(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)], closed: true, look)
    case 4: path([(x, y + r + 1), (x + r + 1, y - r), (x - r - 1, y - r)], closed: true, look)
    default:
      line(x - r, y - r, x + r, y + r, "l s\(place)")
      line(x - r, y + r, x + r, y - r, "l s\(place)")
      // A cross has no inside to leave empty.
      if place > 5 { box(x - r, y - r, 2 * r, 2 * r, look) }
    }
  }

  /// The names of series under each other from a height on, each with its mark.
  mutating func legend(_ names: [(series: Int, name: String)], x: Double, y: Double) {
    for (row, item) in names.enumerated() {
      let height = y + Double(row) * Self.legendRow
      line(x, height, x + 28, height, "l s\(item.series % Chart.looks)")
      mark(item.series, x + 14, height)
      text(x + 36, height + 5, PlainText.shortened(item.name, to: 48))
    }
  }

  /// How much room a line of a legend takes. [units of the drawing]
  static let legendRow = 20.0

  /// A coordinate with one decimal.
  private static func n(_ value: Double) -> String {
    // Outside of every picture all places are the same.
    let value = value.isFinite ? min(max(value, -1e6), 1e6) : 0
    let tenths = Int64((value * 10).rounded())
    return FixedPointText.text(scaled: tenths, decimals: 1, trimmingZeros: true)
  }
}

/// A straight axis with round ticks.
struct Axis {
  let low: Double
  let high: Double
  let ticks: [Double]
  /// How many decimals the ticks need.
  let decimals: Int
  private let start: Double
  private let end: Double

  /// An axis that holds some values, drawn from one coordinate to another; from 0 unless the values lie
  /// far from it.
  init(_ values: [Double], from start: Double, to end: Double, beginsAtZero: Bool = false) {
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    var low = beginsAtZero || (least >= 0 && least <= 0.6 * most) ? min(0, least) : least
    var high = most
    if high - low <= 0 { (low, high) = low > 0 ? (0, high) : (low, low + 1) }
    var step = Self.roundStep(atLeast: (high - low) / 5)
    while (high / step).rounded(.up) - (low / step).rounded(.down) > 6 {
      step = Self.roundStep(atLeast: step * 1.01)
    }
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    self.init(
      first * step, last * step, ticks: stride(from: first, through: last, by: 1).map { $0 * step },
      decimals: Self.decimals(of: step), from: start, to: end)
  }

  /// An axis of whole numbers with ticks at a stated distance.
  init(upTo most: Double, step: Double, from start: Double, to end: Double) {
    self.init(
      0, most, ticks: Array(stride(from: 0, through: most, by: step)), decimals: 0, from: start,
      to: end)
  }

  private init(
    _ low: Double, _ high: Double, ticks: [Double], decimals: Int, from start: Double,
    to end: Double
  ) {
    (self.low, self.high, self.ticks, self.decimals) = (low, high, ticks, decimals)
    (self.start, self.end) = (start, end)
  }

  /// Where a value is drawn.
  func place(_ value: Double) -> Double {
    start + (min(max(value, low), high) - low) / (high - low) * (end - start)
  }

  /// A tick as it is written.
  func label(_ tick: Double, _ words: ReportWords) -> String {
    words.language.number(ReadableNumber.text(tick, decimals: decimals))
  }

  /// 1, 2 or 5 times a power of ten.
  private static func roundStep(atLeast least: Double) -> Double {
    // Powers of ten end there; steps as small are steps of nothing.
    guard least > 1e-300, least.isFinite else { return 1 }
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * 0.999_999 } ?? 10 * power
  }

  private static func decimals(of step: Double) -> Int {
    var decimals = 0
    var rest = step
    while rest < 0.999_999, decimals < 9 {
      rest *= 10
      decimals += 1
    }
    return decimals
  }
}
