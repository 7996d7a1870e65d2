import Quantities
import RandomStreams
import SupplyModel

/// Use that never varies about its mean.
struct SteadyUse: Sendable {
  /// What is expected in `days` days. [10⁻⁹ units]
  let nanoUnits: Int128
  /// In how many days it is used. [days, 1 or more]
  let days: Int128
  /// Actual ÷ expected demand.
  let actualFactor: Double

  /// Use at a rate.
  init(perDay: DailyRate, actualFactor: Double) {
    nanoUnits = Int128(perDay.nanoUnits)
    days = 1
    self.actualFactor = actualFactor
  }

  /// The mean of what a family draws.
  ///
  /// Where it is stated as numbers with weights, it is rounded up to a billionth of a unit, so that
  /// three thirds make a unit on the third day; a history's is exact.
  init(meanOf family: DemandFamily, normal: DailyRate, actualFactor: Double) {
    self.actualFactor = actualFactor
    switch family {
    case .constant, .poisson, .negativeBinomial, .compoundPoisson:
      nanoUnits = Int128(normal.nanoUnits)
      days = 1
    case .stated(let counts):
      // A thousandth of a part is noise of the mean, no fraction.
      nanoUnits = Int128(
        max(0, (counts.mean * Double(DailyRate.partsPerUnit) - 0.001).rounded(.up)))
      days = 1
    case .empirical(let past):
      let units = past.unitsPerDay.reduce(Int128(0)) { $0 + Int128($1) }
      nanoUnits = units * Int128(DailyRate.partsPerUnit)
      days = Int128(past.unitsPerDay.count)
    }
  }
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
      * Int128(calendar.ticksPerDay) * use.days
    var rest: Int128 = 0
    var day = 0
    for index in course.segments {
      let segment = segments[index]
      let end = Int(segment.endDay)
      let multiplier = multipliers[course.firstMultiplier + Int(segment.level)] * use.actualFactor
      let mean = use.nanoUnits * Int128((multiplier * multiplierParts).rounded())
      let (whole, part) = mean.quotientAndRemainder(dividingBy: partsOfUnit)
      for day in day..<end where mean > 0 {
        rest += part
        var amount = Int(whole)
        if rest >= partsOfUnit {
          rest -= partsOfUnit
          amount += 1
        }
        if amount > 0 { record(day, amount) }
      }
      day = end
    }
  }
}
