import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import ScenarioFiles

@Suite("Reading scenarios with a tick shorter than a day")
struct ShortTickReadingTests {
  static let base = MemoryFiles(ScenarioFolder.baseFiles())

  static func content(_ settings: [String]) throws -> SupplyModel.Content {
    let outcome = base.read(settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    let model = outcome.model
    return try #require(model).content
  }

  @Test("Every duration of a scenario becomes ticks, defaults included; rates stay per day")
  func allDurations() throws {
    let added = [
      "shortages=[{ id: 'a', perYear: 0.028, duration: { lognormal: { median: '45 days', mean: "
        + "'120 days' } } }, { id: 'b', upTime: '3 years', duration: '10 days' }]",
      "suppliers.wholesaler.remainingLife={ days: { uniformInteger: ['30 days', '60 days'] } }",
      "policies.today.careUnit.review=2 days", "horizon.begin={ rotated: { warmUp: '90 days' } }",
    ]
    let daily = try Self.content(added)
    let hourly = try Self.content(["horizon.tick=1 hour"] + added)
    #expect(daily.experiment.tick == .day)
    #expect(hourly.experiment.ticksPerDay == 24)
    #expect(hourly.experiment.startDate == daily.experiment.startDate)
    #expect(hourly.experiment.horizonDays == 365 * 24)
    #expect(hourly.experiment.start == .rotated(warmUpDays: 90 * 24))
    #expect(
      hourly.products.map(\.shelfLifeDays) == daily.products.map { $0.shelfLifeDays * 24 })
    #expect(hourly.consumption.map(\.normal) == daily.consumption.map(\.normal))
    let (importer, wholesaler) = (hourly.suppliers[0], hourly.suppliers[1])
    #expect(wholesaler.leadTime == .gamma(mean: 120, coefficientOfVariation: 0.4))
    #expect(wholesaler.capacity?.windowDays == 14 * 24)
    #expect(wholesaler.remainingLife == .days(.uniformInteger(low: 720, high: 1440)))
    #expect(importer.leadTime == .uniformInteger(low: 480, high: 960))
    // The default of a window, 7 days.
    #expect(importer.capacity?.windowDays == 7 * 24)
    #expect(hourly.shortages[0].frequency == .onsetsPerYear(0.028))
    #expect(hourly.shortages[0].duration == .lognormal(median: 45 * 24, mean: 120 * 24))
    #expect(hourly.shortages[1].frequency == .meanUpTime(days: 3 * 365 * 24))
    let war = hourly.timeline[0]
    #expect(war.firstDay == 151 * 24)
    #expect(war.lengthDays == 90 * 24)
    #expect((war.rampUpDays, war.rampDownDays) == (7 * 24, 0))
    // Reviews are daily where no rule says otherwise; the first rule says so in ticks.
    let rules = hourly.policies[0].rules
    #expect(rules.map(\.review) == [.every(days: 24), .every(days: 48), nil])
    #expect(rules[0].locations == LocationSelection())
    #expect(rules[0].products == ProductSelection())
    #expect(rules[1].operating == .days(7 * 24))
    #expect(daily.policies[0].rules.map(\.review) == [.every(days: 2), nil])
    for policy in hourly.policies {
      #expect(policy.rules.count { $0.review == .every(days: 24) } == 1)
    }
    for (index, location) in hourly.locations.enumerated() {
      for (source, before) in zip(location.sources, daily.locations[index].sources) {
        guard case .location(let parent, .days(let lead)) = source else { continue }
        guard case .location(parent, .days(let days)) = before else {
          Issue.record("another parent")
          continue
        }
        #expect(lead == days * 24)
      }
    }
  }

  @Test("Settings, starts and decisions become ticks too; a daily review is daily")
  func allSettings() throws {
    let content = try Self.content([
      "horizon.tick=6 hours", "policies.today.careUnit.review=daily",
      "policies.today.centralStore.review=onDemand",
      "policies.today.centralStore.minimumLifeAtReceipt=10 days",
      "policies.today.centralStore.minimumLifeAtIssue=36 hours",
      "policies.today.careUnit.redistribute={ beforeExpiry: '20 days' }",
      "policies.one-month.centralStore.release={ onStockout: { delay: '12 hours' } }",
      "horizon.begin={ given: { stock: '5 days', profile: [{ share: '100 %', "
        + "remainingLife: '90 hours' }] } }",
      "timeline[0].extendShelfLife={ by: '18 hours' }",
    ])
    let rules = content.policies[0].rules
    #expect(rules[0].review == .every(days: 4))
    let unit = try #require(rules.first { $0.redistributeBeforeDays != nil })
    #expect(unit.redistributeBeforeDays == 80)
    #expect(unit.review == .every(days: 4))
    let store = try #require(rules.first { $0.minimumLifeAtIssueDays != nil })
    #expect(store.review == .onDemand)
    #expect(store.minimumLifeAtReceiptDays == 40)
    #expect(store.minimumLifeAtIssueDays == 6)
    #expect(content.policies[1].rules.contains { $0.release == .onStockout(delayDays: 2) })
    #expect(
      content.experiment.start
        == .given(
          quantity: .level(.days(20)),
          ages: .profile([AgeShare(basisPoints: 10_000, remainingDays: 15)])))
    #expect(content.timeline[0].lifeExtension?.days == 3)
  }

  @Test("Dates of expiry become the first tick of their day")
  func startingLots() throws {
    var files = Self.base
    files["lots.csv"] = "location,product,units,expires\nward,propofol,10,2027-01-03\n"
    let outcome = files.read(settings: [
      "horizon.tick=1 hour", "horizon.begin={ given: { lots: 'lots.csv' } }",
    ])
    #expect(outcome.diagnostics.rendered() == "")
    let model = outcome.model
    guard case .lots(let lots) = try #require(model).content.experiment.start else {
      Issue.record("another start")
      return
    }
    #expect(lots.map(\.expiryDay) == [48])
  }

  @Test("A tick of a day, stated or not, is the same scenario")
  func tickOfADay() throws {
    let expected = modelText(Self.base.read().model)
    #expect(modelText(Self.base.read(settings: ["horizon.tick=1 day"]).model) == expected)
    #expect(modelText(Self.base.read(settings: ["horizon.tick=24 hours"]).model) == expected)
    #expect(modelText(Self.base.read(settings: ["horizon.tick=1 hour"]).model) != expected)
  }

  @Test("With a tick of a day, hours and minutes may be written where they are whole days")
  func wholeDaysInHours() throws {
    let content = try Self.content([
      "suppliers.importer.leadTime=48 hours", "suppliers.importer.window=4 320 minutes",
      "policies.today.careUnit.operating=72 hours",
    ])
    #expect(content.suppliers[0].leadTime == .constant(2))
    #expect(content.suppliers[0].capacity?.windowDays == 3)
    #expect(content.policies[0].rules[0].operating == .days(3))
  }

  @Test(
    "A duration is a whole number of ticks",
    arguments: [
      ("1 day", 24, 24), ("0.5 days", 24, 12), ("36 hours", 24, 36), ("1.5 hours", 1440, 90),
      ("90 minutes", 16, 1), ("1 week", 4, 28), ("2.25 days", 4, 9), ("0 hours", 24, 0),
      ("10 000 years", 1440, 5_256_000_000), ("12 hours", 2, 1), ("2 hours", 12, 1),
    ] as [(String, Int, Int)])
  func durations(text: String, perDay: Int, expected: Int) throws {
    let tick = try #require(Tick(perDay: perDay))
    #expect(try QuantityText.duration(text, tick: tick).get() == expected)
    #expect(try QuantityText.stockLevel(text, tick: tick).get() == .days(expected))
  }

  @Test(
    "What is no whole number of ticks, or too long, is refused",
    arguments: [
      ("90 minutes", 24), ("0.3 days", 24), ("1 hour", 1), ("0.5 minutes", 1440),
      ("10 001 years", 24), ("99999999999999999 years", 24), ("99999999999999999 hours", 24),
      ("0.00000000000000001 hours", 24), ("0.00000000000000001 days", 24),
    ] as [(String, Int)])
  func refused(text: String, perDay: Int) throws {
    let tick = try #require(Tick(perDay: perDay))
    #expect(throws: QuantityProblem.self) { try QuantityText.duration(text, tick: tick).get() }
  }

  @Test("A length from one day up may be one tick short; longest lengths stay in days")
  func ranges() throws {
    let content = try Self.content([
      "horizon.tick=15 minutes", "horizon.length=30 days", "timeline=[]",
      "policies.today.careUnit.review=15 minutes", "policies.today.centralStore.review=3650 days",
    ])
    #expect(
      content.policies[0].rules.map(\.review) == [
        .every(days: 96), .every(days: 1), .every(days: 3650 * 96),
      ])
  }
}
