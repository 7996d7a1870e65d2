public import SupplyModel

/// Which part of the course of events each day of a replication belongs to: peace before any phase of
/// the timeline, one of its phases, or the time after.
///
/// Every day belongs to one period, so that what happens in all of them adds up to what happens in the
/// horizon. Where phases overlap a day belongs to the one that began last; of those that began
/// together, to the last of the timeline.
public struct PeriodCalendar: Sendable, Equatable {
  /// Days of one period in a row.
  public struct Stretch: Sendable, Equatable {
    /// First day. [days from the start of the horizon]
    public let firstDay: Int
    /// First day after it.
    public let endDay: Int
    /// 0 before any phase, 1 and up for the phases in the order of the timeline, then the time after.
    public let period: Int
  }

  /// The stretches of the horizon in order; nothing where nobody asks.
  public private(set) var stretches: [Stretch] = []

  /// When the phases take place that it is of.
  let windows: [PhaseWindow]

  /// A calendar of nothing.
  public init() { windows = [] }

  /// Whether there is more than one stretch.
  var isDivided: Bool { stretches.count > 1 }

  /// How many periods there are.
  var periodCount: Int { Self.count(phases: windows.count) }

  /// The calendar of some windows.
  ///
  /// - Parameter windows: when the phases take place, in the order of the timeline.
  public init(windows: [PhaseWindow], horizonDays: Int) {
    self.windows = windows
    let taking = windows.filter(\.takesPlace)
    let edges = Set([0] + taking.flatMap { [$0.firstDay, $0.endDay] })
      .filter { $0 >= 0 && $0 < horizonDays }.sorted()
    for (place, first) in edges.enumerated() {
      let end = place + 1 < edges.count ? edges[place + 1] : horizonDays
      let period = Self.period(ofDay: first, windows)
      if let last = stretches.last, last.period == period {
        stretches[stretches.count - 1] = Stretch(
          firstDay: last.firstDay, endDay: end, period: period)
      } else {
        stretches.append(Stretch(firstDay: first, endDay: end, period: period))
      }
    }
  }

  /// How many periods a timeline has.
  public static func count(phases: Int) -> Int { phases + 2 }

  /// How long a period lasts in all. [days]
  public func days(of period: Int) -> Int {
    stretches.reduce(0) { $0 + ($1.period == period ? $1.endDay - $1.firstDay : 0) }
  }

  private static func period(ofDay day: Int, _ windows: [PhaseWindow]) -> Int {
    var found: Int?
    for (place, window) in windows.enumerated() where window.contains(day) {
      if let other = found, windows[other].firstDay > window.firstDay { continue }
      found = place
    }
    if let found { return found + 1 }
    let hasPassed = windows.contains { $0.takesPlace && $0.endDay <= day }
    return hasPassed ? windows.count + 1 : 0
  }
}
