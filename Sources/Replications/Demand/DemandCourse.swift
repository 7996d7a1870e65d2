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
  /// Whether the profile makes any day differ: then segments are short.
  private(set) var isUneven = false

  /// The course of a profile; `nil` for none.
  ///
  /// The timeline begins with the horizon; the calendar runs in the warm-up too, backwards from the
  /// horizon's first day. A segment may reach from the warm-up into the horizon.
  ///
  /// - Parameter timeline: what the timeline multiplies demand by, day by day of the horizon.
  init(timeline: [Double], profile: DemandProfile?, calendar: DemandCalendar) {
    let first = -calendar.warmUpDays
    var known: [Double: Int32] = [:]
    var previous: Int32 = -1
    for day in first..<timeline.count {
      let factor = profile.map { calendar.factor(of: $0, onDay: day) } ?? 1
      if factor != 1 { isUneven = true }
      let multiplier = (day < 0 ? 1 : timeline[day]) * factor
      let level = known[multiplier] ?? Int32(multipliers.count)
      if Int(level) == multipliers.count {
        known[multiplier] = level
        multipliers.append(multiplier)
      }
      let endDay = Int32(day - first + 1)
      if level == previous {
        segments[segments.count - 1].endDay = endDay
      } else {
        segments.append(Segment(endDay: endDay, level: level))
      }
      previous = level
    }
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
