import Quantities
import SupplyModel

/// What multiplies mean demand as the days go by: the timeline times a profile of the calendar.
///
/// The days are cut into segments with one multiplier each, and the multipliers are numbered, so
/// that care units that follow the same profile share them, and a distribution is tabulated once
/// for each multiplier, not for each day: a profile of the week and the year has at most 84, whose
/// tables serve every week and year; each phase of the timeline adds as many again.
struct DemandCourse: Sendable {
  /// Days in a row with one multiplier.
  struct Segment: Sendable, BitwiseCopyable {
    /// First day after it, counted from the start of the warm-up.
    var endDay: Int32
    /// The place of its multiplier in `multipliers`.
    var level: Int32
  }

  /// The segments from the first simulated day to the last.
  private(set) var segments: [Segment] = []
  /// The different multipliers, in the order in which they come first.
  private(set) var multipliers: [Double] = []
  /// By multiplier: its place there.
  private var known: [Double: Int32] = [:]

  /// A course of no days.
  init() {}

  /// The course of multipliers, day by day from the first simulated day to the last.
  init(_ course: [Double]) { follow(course) }

  /// Takes another course instead, in the memory of the last: a random timeline asks for this in every
  /// replication.
  ///
  /// A segment may reach from the warm-up into the horizon.
  mutating func follow(_ course: [Double]) {
    segments.removeAll(keepingCapacity: true)
    multipliers.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    var previous: Int32 = -1
    var endDay: Int32 = 0
    for multiplier in course {
      let level = known[multiplier] ?? Int32(multipliers.count)
      if Int(level) == multipliers.count {
        known[multiplier] = level
        multipliers.append(multiplier)
      }
      endDay += 1
      if level == previous {
        segments[segments.count - 1].endDay = endDay
      } else {
        segments.append(Segment(endDay: endDay, level: level))
      }
      previous = level
    }
  }
}

/// The factors of a profile of the calendar on the simulated days. The calendar runs in the warm-up
/// too, backwards from the horizon's first day.
struct ProfileFactors: Sendable {
  /// In the warm-up, day by day.
  let warmUp: [Double]
  /// In the horizon, day by day; empty without a profile.
  let horizon: [Double]
  /// Whether any day differs from 1: then segments are short.
  let isUneven: Bool

  init(_ profile: DemandProfile?, calendar: DemandCalendar, horizonDays: Int) {
    guard let profile else {
      warmUp = Array(repeating: 1, count: calendar.warmUpDays)
      horizon = []
      isUneven = false
      return
    }
    warmUp = (-calendar.warmUpDays..<0).map { calendar.factor(of: profile, onDay: $0) }
    horizon = (0..<horizonDays).map { calendar.factor(of: profile, onDay: $0) }
    isUneven = (warmUp + horizon).contains { $0 != 1 }
  }
}

/// Where the simulated days lie in the calendar.
struct DemandCalendar: Sendable {
  /// First day of the horizon.
  let startDate: CalendarDate
  /// How many of the simulation's steps make a day.
  let ticksPerDay: Int
  /// Steps simulated before the horizon. [days]
  let warmUpDays: Int

  /// The calendar day in which a step lies, both from the start of the horizon; negative in the
  /// warm-up.
  func calendarDay(_ day: Int) -> Int { Self.floored(day, dividedBy: ticksPerDay) }

  /// A weekday, 0 for Monday. [0…6]
  func weekday(ofCalendarDay day: Int) -> Int { startDate.adding(days: day).weekday - 1 }

  /// What a profile multiplies mean demand by on a day.
  func factor(of profile: DemandProfile, onDay day: Int) -> Double {
    let calendarDay = calendarDay(day)
    let date = startDate.adding(days: calendarDay)
    var factor = 1.0
    if !profile.weekdayFactors.isEmpty { factor *= profile.weekdayFactors[date.weekday - 1] }
    if !profile.monthFactors.isEmpty { factor *= profile.monthFactors[date.parts.month - 1] }
    let period = profile.periodFactors
    if !period.isEmpty {
      factor *=
        period[calendarDay - Self.floored(calendarDay, dividedBy: period.count) * period.count]
    }
    return factor
  }

  /// A quotient rounded down, also below 0.
  static func floored(_ dividend: Int, dividedBy divisor: Int) -> Int {
    dividend >= 0 ? dividend / divisor : -((divisor - 1 - dividend) / divisor)
  }
}
