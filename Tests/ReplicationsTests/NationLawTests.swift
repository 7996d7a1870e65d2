import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// What holds between a nation and its parts, on every path; and what one would expect to hold, but
/// does not.
@Suite("Laws of a nation, and two counterexamples")
struct NationLawTests {
  /// What happened at each location in a replication.
  private func tallies(
    _ content: SupplyModel.Content, _ replication: Int = 0
  ) throws -> [Tally] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    worker.begin(product: 0, replication: replication)
    try worker.simulate(policy: 0)
    return compiled.products[0].locations.indices.map { worker.tally($0) }
  }

  /// A care unit of each of two regions that buys from the same supplier.
  private func nation(_ seed: UInt64, slack: Int64) -> SmallModel {
    var stream = StreamKey(seed: seed, source: 0, replication: 0).stream()
    var model = SmallModel(
      units: [
        .init(
          id: "one", level: .units(6 + Int64(stream.nextBelow(20))), nanoRate: SmallModel.rate(2)),
        .init(id: "other", level: .units(20), nanoRate: SmallModel.rate(4), authority: 1),
      ], horizonDays: 120, leadTime: .constant(Double(stream.nextBelow(5))),
      capacity: .init(slackBasisPoints: slack, windowDays: 5))
    model.authorityIDs = ["region", "another"]
    model.seed = seed
    return model
  }

  @Test("One region of a nation in which nobody else buys is as the region alone, slack rescaled")
  func oneRegion() throws {
    var unmet: Set<Int64> = []
    for seed in 1...30 as ClosedRange<UInt64> {
      // Six a day in the nation at 60 % below normal are 2.4, and 20 % above the one region's two.
      var content = nation(seed, slack: -6_000).content
      var silence = SmallModel.phase(named: "silence", 0, 120)
      silence.demandEffects = [
        DemandEffect(
          products: .init(), locations: .init(locations: [Position(1)]), multiplier: 0)
      ]
      content.timeline.append(silence)
      var alone = nation(seed, slack: 2_000)
      alone.units.removeLast()
      let whole = try tallies(content)
      let part = try tallies(alone.content)
      #expect(whole[0] == part[0], "seed \(seed)")
      #expect(whole[1].demand == 0)
      unmet.insert(part[0].unmet)
    }
    #expect(unmet.count > 5)
  }

  @Test("Where a supplier has no limit, regions know nothing of each other")
  func withoutLimit() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var both = nation(seed, slack: 0)
      both.capacity = nil
      var alone = both
      alone.units.removeLast()
      #expect(try tallies(both.content)[0] == tallies(alone.content)[0], "seed \(seed)")
    }
  }

  @Test("For one stocking point an earlier release never leaves more demand unmet")
  func earlierRelease() throws {
    var unmet: Set<Int64> = []
    for seed in 1...20 as ClosedRange<UInt64> {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(12), nanoRate: SmallModel.rate(2))],
        horizonDays: 60, leadTime: .constant(3))
      model.seed = seed
      var crisis = SmallModel.phase(10, 45, supply: 0)
      crisis.name = "crisis"
      model.timeline = [crisis]
      var previous = Int64.min
      for delay in [0, 2, 5, 10, 20, 34] {
        var content = model.content
        LateralModel.addReserve(
          &content, level: 500, release: .phase("crisis", delayDays: delay), leadTimeDays: 1)
        let found = try tallies(content).map(\.unmet).reduce(0, +)
        #expect(found >= previous, "seed \(seed), \(delay) days")
        previous = found
        unmet.insert(found)
      }
    }
    #expect(unmet.count > 10)
  }

  /// Shares of 4.29, 4.29 and 1.43 of ten leave one unit to the largest remainder, the third's; of
  /// 4.71, 4.71 and 1.57 of eleven two are left, and the third's remainder is the smallest. If only the
  /// third's patients come, the larger supply serves fewer.
  @Test("Counterexample: by largest remainder more supply may leave a location with less")
  func largestRemainder() {
    func thirdShare(of available: Int64) -> Int64 {
      var claims = Column<Claim>()
      for request in [6, 6, 2] as [Int64] {
        claims.append(
          Claim(request: request, multiple: 1, normalConsumption: request, held: 0, priority: 1))
      }
      var desk = AllotmentDesk()
      _ = desk.proportional(&claims, 0..<3, available: available, to: .request)
      return claims[2].granted
    }
    #expect(thirdShare(of: 10) == 2)
    #expect(thirdShare(of: 11) == 1)
  }

  /// Ten units are used up on day 1. After a shortage of one day they come on day 5, expire on day
  /// 10, and are on order again when the next patients come on day 11. After seven days they come on
  /// day 11, just in time.
  @Test("Counterexample: where goods expire a shorter shortage may leave more demand unmet")
  func shorterShortage() throws {
    func served(shortageEnd: Int) throws -> Int64 {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(10))], leadTime: .constant(3),
        remainingLife: .days(.constant(5)))
      model.peak(on: 1, 11)
      model.timeline.append(SmallModel.phase(1, shortageEnd, supply: 0))
      return try tallies(model.content)[0].served
    }
    #expect(try served(shortageEnd: 2) == 10)
    #expect(try served(shortageEnd: 8) == 20)
  }
}
