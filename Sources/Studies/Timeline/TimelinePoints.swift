/// At which days of the horizon stock is told over time.
///
/// Daily points would be seven times as much to keep of every replication, which quantiles need: for
/// three years, three policies and 1,000 replications 26 MB instead of 4. A stock that is reviewed
/// daily and lasts for weeks changes little within one.
public struct TimelinePoints: Sendable, Equatable {
  /// Days from the first of the horizon, which is 0. [days]
  public let days: [Int]
  /// The last ticks of these days, counted from the first of the horizon. [ticks]
  let ticks: [Int]

  /// No points, where nothing is told over time.
  static let none = TimelinePoints(horizonTicks: 0, ticksPerDay: 1)

  /// The ends of the first day, then of the same day of each week, and of the last day. More than four
  /// years are told in steps of several weeks.
  init(horizonTicks: Int, ticksPerDay: Int) {
    let length = horizonTicks / ticksPerDay
    let weeks = (length + 7 * Self.most - 1) / (7 * Self.most)
    var days = Array(stride(from: 0, to: length, by: 7 * max(1, weeks)))
    if let last = days.last, last != length - 1 { days.append(length - 1) }
    self.days = days
    ticks = days.map { ($0 + 1) * ticksPerDay - 1 }
  }

  /// How many steps there are at most; 209 weeks are four years.
  private static let most = 209
}
