import RandomStreams
import SupplyModel
import Testing

@Suite("Models without an obstacle")
struct CounterfactualTests {
  @Test("Without shortages none begins; nothing else changes", arguments: [0.5, 4])
  func shortages(perYear: Double) throws {
    var content = SmallContent.valid()
    content.shortages[0].frequency = .onsetsPerYear(perYear)
    let model = try SupplyModel(content).without(.shortages)
    #expect(model.content.shortages.map(\.id) == ["shortage"])
    #expect(model.content.shortages[0].meanUpTimeDays(ticksPerDay: 1) == .infinity)
    #expect(model.content.shortages[0].shareOfTimeDown(ticksPerDay: 1) == 0)
    #expect(model.content.suppliers[0].remainingLife == content.suppliers[0].remainingLife)
    #expect(!model.hasSteadyDemand)
  }

  @Test("Without expiry every life is beyond the horizon, and the warm-up is what it was")
  func expiry() throws {
    var content = SmallContent.valid()
    let actual = try SupplyModel(content)
    #expect(actual.warmUpDays == [750])
    let model = try actual.without(.expiry)
    #expect(model.warmUpDays == [750])
    #expect(model.content.suppliers[0].remainingLife == .days(.constant(250_000)))

    content.experiment.start = .given(
      quantity: .target,
      ages: .profile([
        AgeShare(basisPoints: 4_000, remainingDays: 3),
        AgeShare(basisPoints: 6_000, remainingDays: 9),
      ]))
    let given = try SupplyModel(content).without(.expiry)
    #expect(given.warmUpDays == [0])
    #expect(
      given.content.experiment.start
        == .given(
          quantity: .target,
          ages: .profile([
            AgeShare(basisPoints: 4_000, remainingDays: 250_000),
            AgeShare(basisPoints: 6_000, remainingDays: 250_000),
          ])))
  }

  @Test("Without expiry a long simulation has longer lives")
  func longer() throws {
    var content = SmallContent.valid()
    content.experiment.horizonDays = 20_000
    let model = try SupplyModel(content).without(.expiry)
    #expect(model.content.suppliers[0].remainingLife == .days(.constant(2_075_000)))
  }

  @Test("Without uncertainty times and lives are their means, demand is steady, shortages stay")
  func uncertainty() throws {
    var content = SmallContent.valid()
    content.suppliers[0].leadTime = .uniform(low: 1, high: 4)
    content.locations[1].sources = content.locations[1].sources.map { _ in
      .location(Position(0), leadTime: .drawn(.triangular(low: 1, mode: 2, high: 6)))
    }
    let actual = try SupplyModel(content)
    let model = try actual.without(.uncertainty)
    #expect(model.content.suppliers[0].leadTime == .constant(2.5))
    #expect(model.content.suppliers[0].remainingLife == .shareOfShelfLife(.constant(0.625)))
    #expect(
      model.content.locations[1].sources[0]
        == .location(Position(0), leadTime: .drawn(.constant(3))))
    #expect(model.content.locations[2].sources == content.locations[2].sources)
    #expect(model.content.shortages[0].frequency == content.shortages[0].frequency)
    #expect(model.hasSteadyDemand && !actual.hasSteadyDemand)
    #expect(model.warmUpDays == actual.warmUpDays)
  }

  @Test("Where the mean life is too short to be received, uncertainty cannot be thought away")
  func meanTooShort() throws {
    var content = SmallContent.valid()
    content.policies[0].rules[0].minimumLifeAtReceiptDays = 700
    let model = try SupplyModel(content)
    #expect(throws: ModelProblems.self) { try model.without(.uncertainty) }
    #expect(throws: Never.self) { try model.without(.expiry) }
  }
}
