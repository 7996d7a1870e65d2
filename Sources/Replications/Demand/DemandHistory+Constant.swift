import Quantities

/// Use that never varies about its mean.
struct SteadyUse: Sendable {
  /// What is expected. [units/day]
  let perDay: DailyRate
  /// Actual ÷ expected demand.
  let actualFactor: Double
}

extension DemandHistory {
  /// Adds up a care unit's mean, exactly: with A the mean of all days before a day together, the
  /// day's demand is ⌊A + its mean⌋ − ⌊A⌋ units.
  ///
  /// Multipliers (the actual factor included) are rounded to 10⁻⁹; from there on numbers are whole,
  /// in parts of 10⁻¹⁸ units. It begins with nothing on the first simulated day and needs no random
  /// numbers.
  mutating func addUp(
    _ use: SteadyUse, _ unit: DemandProgram.Unit, _ course: DemandProgram.UnitCourse,
    _ calendar: DemandCalendar, segments: Span<DemandCourse.Segment>, multipliers: Span<Double>
  ) {
    let multiplierParts = 1_000_000_000.0
    let partsOfUnit =
      Int128(DailyRate.partsPerUnit) * Int128(multiplierParts)
      * Int128(calendar.ticksPerDay)
    var rest: Int128 = 0
    var day = 0
    for index in course.segments {
      let segment = segments[index]
      let end = Int(segment.endDay)
      let multiplier = multipliers[course.firstMultiplier + Int(segment.level)] * use.actualFactor
      let mean =
        Int128(use.perDay.nanoUnits) * Int128((multiplier * multiplierParts).rounded())
      let (whole, part) = mean.quotientAndRemainder(dividingBy: partsOfUnit)
      for day in day..<end where mean > 0 {
        rest += part
        var amount = Int(whole)
        if rest >= partsOfUnit {
          rest -= partsOfUnit
          amount += 1
        }
        if amount > 0 { record(day, UInt32(unit.node), amount) }
      }
      day = end
    }
  }
}
