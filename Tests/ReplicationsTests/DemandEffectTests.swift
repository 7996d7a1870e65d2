import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Demand is constant, so that every day's can be computed by hand.
@Suite("What phases do to demand in part of the scenario")
struct DemandEffectTests {
  private static func model(_ phases: [Phase], rates: [Double] = [10, 20]) -> SmallModel {
    var model = SmallModel(
      units: rates.enumerated().map { index, rate in
        .init(
          id: "u\(index)", level: .units(1), nanoRate: SmallModel.rate(rate), family: .constant)
      }, horizonDays: 20)
    model.timeline = phases
    return model
  }

  private static func demand(_ model: SmallModel, of node: Int = 0) throws -> [Int64] {
    var history = DemandHistory()
    let program = try model.compiled().products[0].demand
    history.draw(program, key: DemandHistoryTests.key(0))
    return DemandHistoryTests.demand(of: node, history, days: program.totalDays)
  }

  private static func put(
    _ share: Int64, returns: Int64, over days: Int, at location: Int? = nil
  ) -> Postponement {
    Postponement(
      products: .init(), locations: .init(locations: location.map { [Position($0)] }),
      shareBasisPoints: share, returnsBasisPoints: returns, returnDays: days)
  }

  @Test("A multiplier acts on the selected care units, on top of that of their class")
  func multipliers() throws {
    var phase = SmallModel.phase(5, 8, demand: 2)
    phase.demandEffects = [
      .init(products: .init(), locations: .init(locations: [Position(0)]), multiplier: 3),
      .init(products: .init(), locations: .init(), multiplier: 0.5),
    ]
    let model = Self.model([phase])
    #expect(try Self.demand(model) == days((10, 5), (30, 3), (10, 12)))
    #expect(try Self.demand(model, of: 1) == days((20, 20)))
  }

  @Test("Ramps act on it: 1 + (m − 1) × strength")
  func ramps() throws {
    var phase = SmallModel.phase(5, 9)
    phase.rampUpDays = 2
    phase.demandEffects = [.init(products: .init(), locations: .init(), multiplier: 5)]
    // A quarter and three quarters of the way from 1 to 5.
    #expect(
      try Self.demand(Self.model([phase])) == days((10, 5), (20, 1), (40, 1), (50, 2), (10, 11)))
  }

  @Test("What is put off comes back after the phase, the same on each day, as far as it returns")
  func postponement() throws {
    var phase = SmallModel.phase(5, 10)
    phase.postponements = [Self.put(4_000, returns: 10_000, over: 4)]
    // 4 a day are put off on five days: 20 come back on four.
    #expect(
      try Self.demand(Self.model([phase])) == days((10, 5), (6, 5), (15, 4), (10, 6)))
    phase.postponements[0].returnsBasisPoints = 4_000
    #expect(try Self.demand(Self.model([phase])) == days((10, 5), (6, 5), (12, 4), (10, 6)))
    phase.postponements[0].returnsBasisPoints = 0
    #expect(try Self.demand(Self.model([phase])) == days((10, 5), (6, 5), (10, 10)))
    phase.postponements = [Self.put(4_000, returns: 10_000, over: 4, at: 1)]
    #expect(try Self.demand(Self.model([phase])) == days((10, 20)))
    #expect(
      try Self.demand(Self.model([phase]), of: 1) == days((20, 5), (12, 5), (30, 4), (20, 6)))
  }

  @Test(
    "What is put off is counted from what other phases multiply; what comes back is not multiplied")
  func multipliedPostponement() throws {
    var phase = SmallModel.phase(5, 10)
    phase.postponements = [Self.put(5_000, returns: 10_000, over: 5)]
    // Twice the demand from day 8: 5, 5, 5, 10 and 10 are put off, 7 a day come back.
    let other = SmallModel.phase(8, 12, demand: 2)
    for timeline in [[phase, other], [other, phase]] {
      #expect(
        try Self.demand(Self.model(timeline))
          == days((10, 5), (5, 3), (10, 2), (27, 2), (17, 3), (10, 5)))
    }
  }

  @Test(
    "Of several postponements each puts off its share of what is left; returns are not put off anew"
  )
  func severalPostponements() throws {
    var first = SmallModel.phase(2, 4)
    first.postponements = [Self.put(5_000, returns: 10_000, over: 2)]
    var second = SmallModel.phase(3, 6)
    second.postponements = [Self.put(2_000, returns: 10_000, over: 5)]
    // Day 2: 5 put off. Day 3: 5 and 1. Days 4 and 5: 2 each, and 5 of the first come back. Then the
    // second's 5 come back, 1 a day.
    #expect(
      try Self.demand(Self.model([first, second]))
        == days((10, 2), (5, 1), (4, 1), (13, 2), (11, 5), (10, 9)))
  }

  @Test("The profile of the calendar acts on what is put off, and returns follow no profile")
  func profile() throws {
    var phase = SmallModel.phase(4, 8)
    phase.postponements = [Self.put(5_000, returns: 10_000, over: 2)]
    var model = Self.model([phase], rates: [10])
    model.units[0].profile = DemandProfile(id: "p", periodFactors: [1, 1, 0, 2])
    // 10, 10, 0, 20: on days 4 to 7 half of it is put off, 20 together.
    #expect(
      try Self.demand(model) == [
        10, 10, 0, 20, 5, 5, 0, 10, 20, 20, 0, 20, 10, 10, 0, 20, 10, 10, 0, 20,
      ])
  }

  @Test("A phase that does not end within the horizon brings nothing back")
  func beyondTheEnd() throws {
    var phase = SmallModel.phase(15, 40)
    phase.postponements = [Self.put(4_000, returns: 10_000, over: 4)]
    #expect(try Self.demand(Self.model([phase])) == days((10, 15), (6, 5)))
    phase.lengthDays = 3
    // 12 come back over four days, of which two are in the horizon.
    #expect(try Self.demand(Self.model([phase])) == days((10, 15), (6, 3), (13, 2)))
  }

  @Test("Other care units are served the same patients")
  func others() throws {
    func replay(_ phases: [Phase]) throws -> [Int64] {
      var model = Self.model(phases)
      for index in model.units.indices { model.units[index].family = .poisson }
      return try Self.demand(model, of: 1)
    }
    var phase = SmallModel.phase(5, 15)
    phase.demandEffects = [
      .init(products: .init(), locations: .init(locations: [Position(0)]), multiplier: 3)
    ]
    phase.postponements = [Self.put(4_000, returns: 10_000, over: 4, at: 0)]
    #expect(try replay([phase]) == replay([]))
  }
}
