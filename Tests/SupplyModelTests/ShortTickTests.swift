import Quantities
import RandomStreams
import SupplyModel
import Testing

@Suite("Ticks shorter than a day, in the model")
struct ShortTickTests {
  static func experiment(minutes: Int, length: Int = 100) throws -> Experiment {
    var experiment = SmallContent.valid().experiment
    experiment.tick = try #require(Tick(minutes: minutes))
    experiment.horizonDays = length
    return experiment
  }

  @Test("A tick lies in a calendar day, in the warm-up too")
  func calendarDays() throws {
    let hourly = try Self.experiment(minutes: 60)
    let ticks = [-49, -48, -25, -24, -1, 0, 23, 24, 47, 48]
    #expect(
      ticks.map { hourly.calendarDay(ofTick: $0) } == [-3, -2, -2, -1, -1, 0, 0, 1, 1, 2])
    #expect(hourly.date(ofTick: 24 * 31).description == "2027-02-01")
    let daily = try Self.experiment(minutes: 1440)
    #expect(ticks.map { daily.calendarDay(ofTick: $0) } == ticks)
    #expect(daily.lengthText == "100 days")
    #expect(hourly.lengthText == "100 hours in ticks of 1 hour")
  }

  @Test("A level in days is the use of so many ticks, rounded up once and then to packs")
  func levels() {
    var product = SmallContent.valid().products[0]
    product.packSize = 4
    func units(_ level: StockLevel, _ rounding: PackRounding) -> Int64 {
      level.units(
        of: product, normalConsumption: DailyRate(nanoUnits: 12_500_000_000), rounding: rounding,
        ticksPerDay: 24)
    }
    #expect(units(.days(36), .none) == 19)
    #expect(units(.days(36), .up) == 20)
    #expect(units(.units(7), .none) == 7)
    #expect(units(.packs(3), .none) == 12)
  }

  @Test("Onsets per year become a mean up time in ticks")
  func shortages() {
    // Half an onset a year and 73 days each, in hours.
    var shortage = SmallContent.valid().shortages[0]
    shortage.frequency = .onsetsPerYear(0.5)
    shortage.duration = .constant(73 * 24)
    #expect(abs(shortage.meanUpTimeDays(ticksPerDay: 24) - 657 * 24) < 1e-9)
    #expect(abs(shortage.shareOfTimeDown(ticksPerDay: 24) - 0.1) < 1e-12)
    // What is stated as a length of time is in ticks already.
    shortage.frequency = .meanUpTime(days: 365)
    #expect(shortage.meanUpTimeDays(ticksPerDay: 24) == 365)
  }

  @Test("A remaining life is a share of the shelf life, rounded down to whole ticks")
  func remainingLife() {
    let life = RemainingLife.shareOfShelfLife(.constant(0.67))
    #expect(life.wholeDays(at: 0.5, shelfLifeDays: 3) == 2)
    #expect(life.wholeDays(at: 0.5, shelfLifeDays: 3 * 24) == 48)
    #expect(life.wholeDays(at: 0.5, shelfLifeDays: 3 * 1440) == 2894)
  }

  @Test("Ramps take the value of the tick's middle")
  func ramps() {
    var phase = SmallContent.valid().timeline[0]
    (phase.firstDay, phase.lengthDays, phase.rampUpDays, phase.rampDownDays) = (24, 48, 4, 0)
    #expect((23...28).map { phase.strength(onDay: $0) } == [0, 0.125, 0.375, 0.625, 0.875, 1])
  }
}
