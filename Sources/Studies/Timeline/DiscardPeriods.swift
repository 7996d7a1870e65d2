/// The years of a run and their quarters, in which discard is told.
///
/// A year is 365 days from the first of the horizon on, a quarter a fourth of it (91, 91, 91 and 92
/// days), so that quarters add up to years; the last of each may be cut short.
public struct DiscardPeriods: Sendable, Equatable {
  /// Where quarters begin; one more, where the last one ends. [ticks from the start of the horizon]
  let edges: [Int]
  private let ticksPerDay: Int

  /// No periods, where discard is not followed.
  static let none = DiscardPeriods(horizonTicks: 0, ticksPerDay: 1)

  init(horizonTicks: Int, ticksPerDay: Int) {
    var edges = [0]
    var quarter = 1
    while let last = edges.last, last < horizonTicks {
      edges.append(min(horizonTicks, 365 * quarter / 4 * ticksPerDay))
      quarter += 1
    }
    self.edges = edges
    self.ticksPerDay = ticksPerDay
  }

  /// How many quarters there are, the last perhaps cut short.
  var quarterCount: Int { edges.count - 1 }

  /// The quarters of each year.
  var years: [Range<Int>] {
    stride(from: 0, to: quarterCount, by: 4).map { $0..<min($0 + 4, quarterCount) }
  }

  /// First day of some quarters and the first after them. [days from the start of the horizon]
  func days(of quarters: Range<Int>) -> Range<Int> {
    edges[quarters.lowerBound] / ticksPerDay..<(edges[quarters.upperBound] + ticksPerDay - 1)
      / ticksPerDay
  }
}
