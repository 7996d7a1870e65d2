import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// What happens without an obstacle, computed by hand.
@Suite("Replays without an obstacle")
struct CounterfactualReplayTests {
  private static func replay(_ model: SmallModel, without obstacle: Obstacle) throws -> Replay {
    let compiled = CompiledModel(try SupplyModel(model.content).without(obstacle))
    var worker = ReplicationWorker(compiled)
    return try Replay(&worker, of: compiled)
  }

  /// The demand of a steady unit day by day from the start of the warm-up.
  private static func steadyDemand(_ model: SmallModel) throws -> [Int64] {
    let compiled = CompiledModel(try SupplyModel(model.content).without(.uncertainty))
    let program = compiled.products[0].demand
    var history = DemandHistory()
    history.draw(program, key: DemandHistoryTests.key(0))
    return DemandHistoryTests.demand(of: 0, history, days: program.totalDays)
  }

  @Test("Without expiry nothing is discarded, and what was discarded serves")
  func expiry() throws {
    var model = ExpiryReplayTests.unit
    model.peak(on: 6)
    let actual = try model.replay()
    // The ten of the start leave on day 5; the patients of day 6 find nothing.
    #expect(actual.total.discarded == 20 - actual.total.served)
    #expect(actual.total.served == 0)
    let without = try Self.replay(model, without: .expiry)
    #expect(without.unitStock == days((10, 6), (0, 3), (10, 5)))
    #expect(without.total.served == 10)
    #expect(without.total.discarded == 0)
    #expect(without.total.demand == actual.total.demand)
  }

  @Test("Without expiry no minimum of remaining life rejects, and cover is not cut")
  func minimumLife() throws {
    var model = ExpiryReplayTests.unit
    model.remainingLife = .days(.uniform(low: 1, high: 60))
    model.unitSettings.minimumLifeAtReceiptDays = 30
    model.unitSettings.ordering = .forwardCover
    model.horizonDays = 60
    let actual = try model.replay()
    #expect(actual.total.rejected > 0)
    let without = try Self.replay(model, without: .expiry)
    #expect(without.total.rejected == 0)
    #expect(without.total.demand == actual.total.demand)
  }

  @Test("Without expiry the warm-up is as long, so that each day has the same demand")
  func sameDays() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(40))], horizonDays: 40,
      start: .rotated(warmUpDays: nil))
    model.remainingLife = .days(.uniform(low: 5, high: 20))
    let actual = try model.replay()
    let without = try Self.replay(model, without: .expiry)
    #expect(actual.total.demand == without.total.demand)
    #expect(actual.total.discarded > 0 && without.total.discarded == 0)
  }

  @Test("Without shortages orders are accepted every day; the timeline still cuts supply")
  func shortages() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(4), nanoRate: SmallModel.rate(1), family: .constant)],
      leadTime: .constant(1))
    model.shortages = [
      ShortageProcess(
        id: "out", products: .init(), frequency: .meanUpTime(days: 0.001),
        duration: .constant(1_000), startsUp: true)
    ]
    // Out from day 1 on: what was ordered on day 0 comes on day 1; then four days are left.
    #expect(try model.replay().unitStock == [3, 3, 2, 1] + days((0, 10)))
    #expect(try Self.replay(model, without: .shortages).unitStock == days((3, 14)))
    model.timeline = [SmallModel.phase(5, 9, supply: 0)]
    let cut = try Self.replay(model, without: .shortages)
    #expect(cut.unitStock == days((3, 6), (2, 1), (1, 1), (0, 2), (3, 4)))
    #expect(cut.total.stockoutDays == 1)
  }

  @Test("Without uncertainty demand adds up its mean, whatever the family")
  func steady() throws {
    let families: [(DemandFamily, Double)] = [
      (.poisson, 0.4), (.negativeBinomial(indexOfDispersion: 7), 0.4),
      (.compoundPoisson(sizes: .geometric(mean: 5)), 0.4), (.constant, 0.4),
      // Stated and past use don't follow what is planned.
      (.stated(.stated([.init(count: 0, weight: 4), .init(count: 2, weight: 1)])), 3),
    ]
    for (family, rate) in families {
      let model = SmallModel(
        units: [
          .init(id: "unit", level: .units(1), nanoRate: SmallModel.rate(rate), family: family)
        ],
        horizonDays: 15)
      // ⌊0.4 × d⌋ goes up on days 2, 4, 7, 9, 12, 14.
      #expect(
        try Self.steadyDemand(model) == [0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1], "\(family)")
    }
  }

  @Test("A history's mean is exact, sevenths included, and thirds make a unit on the third day")
  func fractions() throws {
    let past = ConsumptionHistory(unitsPerDay: [3, 0, 0, 0, 0, 0, 0], firstWeekday: 0)
    var unit = SmallModel.Unit(id: "unit", level: .units(1), family: .empirical(past))
    var model = SmallModel(units: [unit], horizonDays: 7_000)
    let demand = try Self.steadyDemand(model)
    #expect(Array(demand.prefix(7)) == [0, 0, 1, 0, 1, 0, 1])
    #expect(demand.reduce(0, +) == 3_000)
    #expect((0..<1_000).allSatisfy { demand[7 * $0 + 6] == 1 })
    unit.family = .stated(.stated([.init(count: 0, weight: 2), .init(count: 1, weight: 1)]))
    model.units = [unit]
    #expect(try Self.steadyDemand(model).prefix(6) == [0, 0, 1, 0, 0, 1])
  }

  @Test("Without uncertainty phases, profiles and the planner's error still multiply demand")
  func multiplied() throws {
    let profile = DemandProfile(id: "p", periodFactors: [1, 3])
    var model = SmallModel(
      units: [
        .init(
          id: "unit", level: .units(1), nanoRate: SmallModel.rate(1),
          family: .negativeBinomial(indexOfDispersion: 3), actualFactor: 2, profile: profile)
      ], horizonDays: 6)
    model.timeline = [SmallModel.phase(2, 4, demand: 5)]
    #expect(try Self.steadyDemand(model) == [2, 6, 10, 30, 2, 6])
  }

  @Test("Without uncertainty times and lives are means, rounded as what is drawn is")
  func means() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), nanoRate: SmallModel.rate(2))],
      leadTime: .uniform(low: 0, high: 5), remainingLife: .days(.uniform(low: 1, high: 8.5)))
    model.start = .given(remainingLife: .days(.uniform(low: 1, high: 6)))
    model.silence()
    // The start's 10 live 3.5 days, so until day 2; ordered on day 3, received after 2.5 days, which
    // is on day 6; they live 4.75 days, so until day 9; ordered on day 10, received on day 13.
    let replay = try Self.replay(model, without: .uncertainty)
    #expect(replay.unitStock == days((10, 3), (0, 3), (10, 4), (0, 3), (10, 1)))
  }
}
