import SupplyModel

/// The days on which the timeline changes something for a product in one replication: the first
/// days of its phases, the first days after them, and the first day of the horizon.
struct RegimeCalendar: ~Copyable {
  /// By position of the phase in the timeline. [days from the start of the horizon]
  private(set) var windows = Column<PhaseWindow>()
  /// The next day on which something may change, from the start of the warm-up; `Int.max` for none.
  private(set) var nextDay = Int.max
  /// The first day of the horizon, from the start of the warm-up.
  private var reportStart = 0

  /// Takes over a replication's windows; where the timeline does nothing to the product no day is
  /// noted.
  mutating func reset(_ world: World, for plan: TimelinePlan, reportStart: Int) {
    windows.removeAll()
    for window in world.windows { windows.append(window) }
    self.reportStart = reportStart
    nextDay = Int.max
    if plan.acts { findNext(from: 0) }
  }

  /// Goes on to the next day after one of these days.
  mutating func advance(after day: Int) { findNext(from: day + 1) }

  private mutating func findNext(from earliest: Int) {
    nextDay = reportStart >= earliest ? reportStart : Int.max
    for index in 0..<windows.count where windows[index].takesPlace {
      consider(windows[index].firstDay + reportStart, from: earliest)
      consider(windows[index].endDay + reportStart, from: earliest)
    }
  }

  private mutating func consider(_ day: Int, from earliest: Int) {
    if day >= earliest, day < nextDay { nextDay = day }
  }
}
