public import Quantities

/// What is simulated how often, and what is compared with what.
///
/// Time is counted in ticks. A tick is a day unless `tick` is shorter; then **every
/// duration and every day number of the model, the engine and its sums is in ticks**, also where
/// its name says days and its unit is written `[days]`: `horizonDays`, `shelfLifeDays`,
/// `leadTimeDays`, `StockLevel.days`, distributions of durations, `Phase.firstDay`,
/// `Tally.stockUnitDays`. Rates stay per day (`DailyRate`, consumption) or per year (shortages,
/// costs) and are converted where they meet a duration. Measures are reported in days and years.
public struct Experiment: Sendable {
  /// First day of the horizon.
  public var startDate: CalendarDate
  /// The step in which time is counted.
  public var tick: Tick
  /// Length of the reported time. [days, 1 or more]
  public var horizonDays: Int
  /// How stock stands when the simulation begins.
  public var start: StartRule
  /// Independent repetitions of the whole story. [1 or more]
  public var replications: Int
  /// What all random streams are keyed by.
  public var seed: UInt64
  /// The policy that the others are compared with.
  public var baseline: Position<Policy>
  /// Whether cover net of expiry is followed day by day at every location, which takes time.
  public var measuresCover: Bool

  /// An experiment.
  public init(
    startDate: CalendarDate, tick: Tick = .day, horizonDays: Int, start: StartRule,
    replications: Int, seed: UInt64, baseline: Position<Policy>, measuresCover: Bool = false
  ) {
    self.startDate = startDate
    self.tick = tick
    self.horizonDays = horizonDays
    self.start = start
    self.replications = replications
    self.seed = seed
    self.baseline = baseline
    self.measuresCover = measuresCover
  }

  /// How many ticks make a day. [1…1440, a divisor of 1440]
  public var ticksPerDay: Int { tick.perDay }

  /// The reported time: `1095 days`; with shorter ticks `90 days in ticks of 1 hour`.
  public var lengthText: String {
    let length = text(ofTicks: horizonDays)
    return tick == .day ? length : "\(length) in ticks of \(tick.text)"
  }

  /// A length of time for a message: `36 hours`; where a tick is a day always `1095 days`.
  func text(ofTicks count: Int) -> String {
    tick == .day ? "\(count) days" : tick.text(ofTicks: count)
  }

  /// The calendar day in which a tick lies, from the first day of the horizon; negative in the
  /// warm-up. [days]
  public func calendarDay(ofTick tick: Int) -> Int {
    tick >= 0 ? tick / ticksPerDay : -((ticksPerDay - 1 - tick) / ticksPerDay)
  }

  /// The date on which a tick lies.
  public func date(ofTick tick: Int) -> CalendarDate {
    startDate.adding(days: calendarDay(ofTick: tick))
  }
}
