import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// What must hold of the timeline whatever the numbers are.
@Suite("Laws of the timeline")
struct TimelineLawTests {
  /// A model in which all that a phase can do would show.
  private static func model(prescribed: Double = 0.7) -> SmallModel {
    var model = LawTests.model
    model.storageClass = .cold
    for index in model.units.indices {
      model.units[index].nanoPrescribed = SmallModel.rate(prescribed)
      model.units[index].carePriority = 1 + index
    }
    return model
  }

  /// A phase that does everything.
  private static func everything(_ phase: Phase) -> Phase {
    var phase = phase
    phase.demandMultipliers = [1.7]
    phase.supplyBasisPoints = 4_000
    phase.leadTimeMultiplier = 2
    phase.rampUpDays = 6
    phase.rampDownDays = 3
    phase.lifeExtension = LifeExtension(products: .init(), days: 5)
    phase.demandEffects = [
      .init(products: .init(), locations: .init(locations: [Position(0)]), multiplier: 1.5)
    ]
    phase.losses = [
      .init(
        reason: .destroyed, products: .init(), locations: .init(), shareBasisPoints: 3_000,
        eachBasisPoints: 5_000)
    ]
    phase.transportCuts = [
      .init(from: nil, to: .init(locations: [Position(1)]))
    ]
    phase.allocation = .proportionalToRequest
    phase.spillOver = SpillOver(
      products: .init(), shareBasisPoints: 8_000, doseShareBasisPoints: 300, homeStockDays: 30)
    phase.postponements = [
      .init(
        products: .init(), locations: .init(), shareBasisPoints: 2_000,
        returnsBasisPoints: 7_000, returnDays: 15)
    ]
    return phase
  }

  private static func drawn(
    _ begin: PhaseTiming.Begin, length: Distribution, probability: Int64 = 10_000
  ) -> Phase {
    everything(
      SmallModel.phase(
        named: "war",
        PhaseTiming(begin: begin, length: length, probabilityBasisPoints: probability)))
  }

  @Test("A window that is drawn without chance is as good as one that is stated, to the last unit")
  func certainWindow() throws {
    var (stated, drawn) = (Self.model(), Self.model())
    stated.timeline = [Self.everything(SmallModel.phase(named: "war", 40, 110))]
    drawn.timeline = [Self.drawn(.day(40), length: .constant(70))]
    let expected = try LawTests.replays(stated)
    #expect(try LawTests.replays(drawn) == expected)
    #expect(try LawTests.replays(Self.model(prescribed: 0)) != expected)
    let total = expected.map(\.total)
    #expect(expected.contains { $0.tallies.contains { $0.destroyed > 0 } })
    #expect(expected.allSatisfy { $0.tallies.contains { $0.spilledOver > 0 } })
    #expect(total.allSatisfy { $0.demand > 0 })
  }

  @Test("With any family and profile a window without chance is as good as a stated one")
  func certainWindowOfFamilies() throws {
    let families: [DemandFamily] = [
      .constant, .compoundPoisson(sizes: .geometric(mean: 3)),
      .stated(.stated([.init(count: 0, weight: 3), .init(count: 4, weight: 1)])),
      .empirical(ConsumptionHistory(unitsPerDay: Array(0..<14), firstWeekday: 2)),
    ]
    for family in families {
      var (stated, drawn) = (Self.model(), Self.model())
      for index in stated.units.indices {
        stated.units[index].family = family
        drawn.units[index].family = family
        let profile = DemandProfile(id: "week", weekdayFactors: [1, 1, 1, 1, 1.5, 1.5, 0])
        stated.units[index].profile = index == 0 ? profile : nil
        drawn.units[index].profile = index == 0 ? profile : nil
      }
      stated.start = .rotated(warmUpDays: 20)
      drawn.start = .rotated(warmUpDays: 20)
      stated.timeline = [Self.everything(SmallModel.phase(named: "war", 40, 110))]
      drawn.timeline = [Self.drawn(.day(40), length: .constant(70))]
      let expected = try LawTests.replays(stated, count: 3)
      #expect(try LawTests.replays(drawn, count: 3) == expected, "\(family)")
    }
  }

  @Test("A phase that never takes place changes nothing, to the last unit")
  func neverTakesPlace() throws {
    var model = Self.model()
    model.timeline = [
      Self.drawn(.between(first: 0, last: 100), length: .exponential(mean: 30), probability: 0)
    ]
    #expect(try LawTests.replays(model) == LawTests.replays(Self.model(prescribed: 0)))
  }

  @Test("Effects of no size change nothing, to the last unit")
  func noSize() throws {
    var phase = SmallModel.phase(named: "war", 30, 120)
    phase.demandEffects = [.init(products: .init(), locations: .init(), multiplier: 1)]
    phase.losses = [
      .init(
        reason: .coldChain, products: .init(), locations: .init(), shareBasisPoints: 10_000,
        clusterBasisPoints: 0),
      .init(
        reason: .withdrawn, products: .init(), locations: .init(), shareBasisPoints: 10_000,
        eachBasisPoints: 0),
    ]
    phase.spillOver = SpillOver(
      products: .init(), shareBasisPoints: 0, doseShareBasisPoints: 300, homeStockDays: 30)
    phase.postponements = [
      .init(
        products: .init(), locations: .init(), shareBasisPoints: 0, returnsBasisPoints: 10_000,
        returnDays: 5)
    ]
    var model = Self.model()
    phase.allocation = model.allocation
    model.timeline = [phase]
    #expect(try LawTests.replays(model) == LawTests.replays(Self.model(prescribed: 0)))
  }

  @Test("A replication doesn't depend on which were run before it")
  func isPure() throws {
    var model = Self.model()
    model.timeline = [
      Self.drawn(
        .between(first: 0, last: 100), length: .exponential(mean: 30), probability: 7_000)
    ]
    let compiled = try model.compiled()
    let inOrder = try LawTests.replays(model, count: 8)
    var worker = ReplicationWorker(compiled)
    for replication in (0..<8).reversed() {
      let replay = try Replay(&worker, of: compiled, replication: replication)
      #expect(replay == inOrder[replication])
    }
    #expect(Set(inOrder.map(\.total.demand)).count > 4)
  }

  @Test("Tables that are forgotten and made anew give the same demand")
  func forgottenTables() throws {
    var model = Self.model()
    model.timeline = [Self.drawn(.between(first: 0, last: 100), length: .exponential(mean: 30))]
    let compiled = try model.compiled()
    let product = compiled.products[0]
    var world = World(compiled)
    var (kept, forgotten) = (DrawnDemand(), DrawnDemand())
    forgotten.mostCells = 0
    var history = DemandHistory()
    var again = DemandHistory()
    var cells = 0
    for replication in 0..<20 {
      world.draw(replication: replication, of: compiled.model)
      let key = DemandHistoryTests.key(replication)
      kept.draw(product.demand, product: 0, compiled.model.content.timeline, world)
      forgotten.draw(product.demand, product: 0, compiled.model.content.timeline, world)
      history.draw(product.demand, kept, key: key)
      again.draw(product.demand, forgotten, key: key)
      for node in 0..<2 {
        #expect(
          DemandHistoryTests.demand(of: node, history, days: 200)
            == DemandHistoryTests.demand(of: node, again, days: 200))
      }
      cells = max(cells, forgotten.cells.count)
    }
    #expect(kept.cells.count > 2 * cells)
  }

  @Test("Phases take place on the same days under every policy, and the same places are hit")
  func samePolicies() throws {
    var model = Self.model()
    // Nobody ever runs out, so that whoever is hit loses something.
    for index in model.units.indices { model.units[index].level = .units(300) }
    model.store = .units(2_000)
    model.shortages = []
    model.remainingLife = .days(.constant(500))
    model.start = .given(remainingLife: .days(.constant(500)))
    model.timeline = [
      Self.drawn(.between(first: 0, last: 100), length: .exponential(mean: 30))
    ]
    var content = model.content
    var other = content.policies[0]
    other.name = "other"
    for index in other.rules.indices where other.rules[index].operating != nil {
      other.rules[index].operating = .units(4_000)
    }
    content.policies.append(other)
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    var places: Set<Set<Int>> = []
    for replication in 0..<10 {
      let events = try [0, 1].map { policy in
        try worker.trace(product: 0, replication: replication, policy: policy)
      }
      let phases = events.map {
        $0.filter { if case .phaseBegan = $0.what { true } else { false } }
      }
      #expect(phases[0] == phases[1])
      #expect(phases[0].count == 1)
      let spilled = events.map {
        $0.filter { if case .spilledOver = $0.what { true } else { false } }
      }
      #expect(spilled[0] == spilled[1])
      let hit = events.map { events in
        Set(
          events.compactMap { event -> Int? in
            if case .lost = event.what { event.location?.index } else { nil }
          })
      }
      #expect(hit[0] == hit[1])
      places.insert(hit[0])
    }
    #expect(places.count > 3)
  }
}
