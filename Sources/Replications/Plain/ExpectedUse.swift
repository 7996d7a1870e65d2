import RandomStreams

/// How surely a location uses what comes before it expires, as far as a plan can tell.
enum ExpectedUse: UInt8, Comparable {
  /// It may well expire.
  case tooSlow
  /// Most probably within the shortest life that goods are delivered with.
  case withinLife
  /// Within half of it, so that they may lie in the stores above for as long.
  case withinHalfLife

  /// What is expected of a location that holds so much and uses so much on average.
  init(atMost units: Double, perDay: Double, lifeDays: Int) {
    let twice = 2 * units
    let mean = perDay * Double(lifeDays)
    if twice + 5 * twice.squareRoot() <= mean / 2 {
      self = .withinHalfLife
    } else {
      self = Self.isUnlikely(atMost: twice, mean: mean) ? .withinLife : .tooSlow
    }
  }

  /// Whether Poisson demand of a mean is at most so much in fewer than one of several thousand cases, by
  /// Chernoff's bound: e^(x − mean) (mean ÷ x)^x.
  private static func isUnlikely(atMost units: Double, mean: Double) -> Bool {
    guard units > 0, mean > units else { return false }
    return mean - units - units * Elementary.log(mean / units) > 8
  }

  static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
