import RandomStreams

/// Use as it was in the past, in whole weeks.
struct PastUse: Sendable {
  /// Where its days stand in the program's row.
  let days: Range<Int>
  /// The weekday of its first day, 0 for Monday. [0…6]
  let firstWeekday: Int
  /// Actual ÷ expected demand.
  let actualFactor: Double
}

extension DemandHistory {
  /// Draws a care unit's demand from its past: for each week one of the weeks of its history, all
  /// equally likely, day for day.
  ///
  /// - Weeks begin on the weekday on which the history begins, so that a Monday's use comes on a
  ///   Monday. Week 0 is the one in which the horizon begins; it may have begun before.
  /// - Each week has a stream of its own, so that what comes in a week doesn't depend on how long
  ///   the warm-up is.
  /// - A day's quantity × multiplier is rounded at random without bias, with one random number for
  ///   each of the seven days, used or not.
  /// - Where a step is shorter than a day, the day's quantity is asked for at its first step.
  mutating func resample(
    _ past: PastUse, _ unit: DemandProgram.Unit, _ course: DemandProgram.UnitCourse,
    _ program: DemandProgram, _ key: StreamKey, segments: Span<DemandCourse.Segment>,
    multipliers: Span<Double>
  ) {
    let calendar = program.calendar
    let history = program.pastUnits.span
    let weeks = UInt64(past.days.count / 7)
    func placeInWeek(ofCalendarDay day: Int) -> Int {
      (calendar.weekday(ofCalendarDay: day) - past.firstWeekday + 7) % 7
    }
    let placeOfStart = placeInWeek(ofCalendarDay: 0)
    // The first calendar day of which the first step is simulated.
    var calendarDay = -DemandCalendar.floored(
      calendar.warmUpDays, dividedBy: calendar.ticksPerDay)
    var place = placeInWeek(ofCalendarDay: calendarDay)
    var segment = course.segments.lowerBound
    var firstOfWeek = 0
    var stream = key.stream()
    var isNewWeek = true
    while true {
      let day = calendarDay * calendar.ticksPerDay + calendar.warmUpDays
      guard day < program.totalDays else { return }
      if isNewWeek {
        var weekKey = key
        weekKey.purpose = StreamPurpose.demandWeek.word(
          day: (calendarDay - place + placeOfStart) / 7)
        stream = weekKey.stream()
        firstOfWeek = past.days.lowerBound + 7 * Int(stream.nextBelow(weeks))
        for _ in 0..<place { _ = stream.next() }
      }
      while Int(segments[segment].endDay) <= day { segment += 1 }
      let level = course.firstMultiplier + Int(segments[segment].level)
      let multiplier = multipliers[level] * past.actualFactor
      let amount = Self.rounded(
        Double(history[firstOfWeek + place]) * multiplier, coin: stream.nextUnit())
      if amount > 0 { record(day, amount) }
      calendarDay += 1
      place = (place + 1) % 7
      isNewWeek = place == 0
    }
  }

  /// A quantity rounded up with the probability of its fraction, else down: the mean is exact.
  private static func rounded(_ quantity: Double, coin: Double) -> Int {
    let whole = quantity.rounded(.down)
    return Int(whole) + (coin < quantity - whole ? 1 : 0)
  }
}
