/// What one location did with one product in one period of the horizon.
public struct PeriodTally: Sendable, BitwiseCopyable, Equatable {
  /// What patients asked for. [units]
  public var demand: Int64 = 0
  /// What they did not get the day they asked, or within their patience, which ended in the period.
  /// [units]
  public var unmet: Int64 = 0
  /// Days with unmet demand. [days]
  public var stockoutDays: Int64 = 0
  /// What left because it expired. [units]
  public var discarded: Int64 = 0

  /// A tally of nothing.
  public init() {}

  init(_ tally: Tally) {
    demand = tally.demand
    unmet = tally.unmet
    stockoutDays = tally.stockoutDays
    discarded = tally.discarded
  }

  /// Adds what another location did.
  public mutating func add(_ other: PeriodTally) {
    demand += other.demand
    unmet += other.unmet
    stockoutDays += other.stockoutDays
    discarded += other.discarded
  }

  /// What has come since another time.
  func since(_ before: PeriodTally) -> PeriodTally {
    var change = PeriodTally()
    change.demand = demand - before.demand
    change.unmet = unmet - before.unmet
    change.stockoutDays = stockoutDays - before.stockoutDays
    change.discarded = discarded - before.discarded
    return change
  }
}

/// What every location of a product did in each period, from how its sums stood at the ends of the
/// stretches: nothing is noted on the days between.
struct PeriodBook: ~Copyable {
  /// By location, then period.
  private var sums = Column<PeriodTally>()
  /// By location: how things stood when the last stretch ended.
  private var before = Column<PeriodTally>()
  /// By location, then period: what patients ask for in this replication, whatever the policy. [units]
  private var demands = Column<Int64>()
  private var periodCount = 0
  private var stretch = 0

  /// Begins a run.
  mutating func reset(nodes: Int, _ calendar: PeriodCalendar) {
    periodCount = calendar.periodCount
    let periods = periodCount
    stretch = 0
    sums.reset(to: PeriodTally(), count: nodes * periods)
    before.reset(to: PeriodTally(), count: nodes)
  }

  /// Before a day begins: ends the stretch that was over the day before.
  ///
  /// - Parameter reportDay: from the start of the horizon, where the sums begin.
  @inline(__always)
  mutating func turn(
    to reportDay: Int, _ calendar: PeriodCalendar, _ tallies: borrowing Column<Tally>
  ) {
    guard reportDay == calendar.stretches[stretch].endDay else { return }
    close(calendar, tallies)
  }

  /// The first day after the stretch that is going on. [days from the start of the horizon]
  func endDay(_ calendar: PeriodCalendar) -> Int { calendar.stretches[stretch].endDay }

  /// Adds up what patients ask for in each period, which is the same under every policy.
  mutating func addUp(
    _ demand: borrowing DemandHistory, nodes: Int, _ calendar: PeriodCalendar, reportStart: Int
  ) {
    let periods = calendar.periodCount
    demands.reset(to: 0, count: nodes * periods)
    for node in 0..<nodes {
      var place = 0
      var first = 0
      var end = calendar.stretches[0].endDay + reportStart
      var units: Int64 = 0
      for index in demand.range(ofNode: node) {
        let day = demand.drawnDay(index)
        if day >= end || day < first {
          demands[node * periods + calendar.stretches[place].period] += units
          units = 0
          // What is prescribed comes after the rest, from its first day on.
          if day < first { place = 0 }
          while day >= calendar.stretches[place].endDay + reportStart { place += 1 }
          first = calendar.stretches[place].firstDay + reportStart
          end = calendar.stretches[place].endDay + reportStart
        }
        units += day >= reportStart ? demand.drawnQuantity(index) : 0
      }
      demands[node * periods + calendar.stretches[place].period] += units
    }
  }

  /// Adds what patients have asked for, where the tallies do not have it before the end.
  mutating func addDemand() {
    for place in 0..<sums.count { sums[place].demand += demands[place] }
  }

  /// Ends the stretch that is going on.
  mutating func close(_ calendar: PeriodCalendar, _ tallies: borrowing Column<Tally>) {
    let period = calendar.stretches[stretch].period
    for node in 0..<before.count {
      let now = PeriodTally(tallies[node])
      sums[node * periodCount + period].add(now.since(before[node]))
      before[node] = now
    }
    if stretch + 1 < calendar.stretches.count { stretch += 1 }
  }

  /// What a location did in a period.
  func tally(_ node: Int, _ period: Int) -> PeriodTally { sums[node * periodCount + period] }
}
