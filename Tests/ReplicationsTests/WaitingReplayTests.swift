import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Replays of demand that waits, computed by hand")
struct WaitingReplayTests {
  /// One care unit that is asked for stated units on the days from 0 on, once.
  static func model(
    _ demand: [Double], level: Int64, shortfall: Shortfall, leadTime: Double,
    start: StartRule = .given(remainingLife: .days(.constant(1_000)))
  ) -> SmallModel {
    SmallModel(
      units: [
        .init(
          id: "unit", level: .units(level), nanoRate: SmallModel.rate(1), family: .constant,
          profile: DemandProfile(id: "p", periodFactors: demand))
      ], shortfall: shortfall, horizonDays: demand.count, start: start,
      leadTime: .constant(leadTime))
  }

  /// A tally with the sums that are about patients.
  static func patients(_ tally: Tally) -> [String: Int64] {
    [
      "demand": tally.demand, "served": tally.served, "at once": tally.servedAtOnce,
      "unmet": tally.unmet, "before": tally.waitingAtStart, "waiting": tally.waiting,
      "waiting days": tally.waitingUnitDays, "stock-out days": tally.stockoutDays,
      "first": tally.firstStockoutDay,
    ]
  }

  /// What waits at the end of each day: the difference of the sums of two lengths of the horizon.
  static func waiting(_ model: SmallModel) throws -> [Int64] {
    try (1...model.horizonDays).map { length in
      var shorter = model
      shorter.horizonDays = length
      return try shorter.replay().tallies[0].waiting
    }
  }

  @Test("Backlogged demand waits until it is served, before what comes later")
  func backlogged() throws {
    let model = Self.model(
      [0, 5, 2, 0, 1, 0, 0, 0, 0], level: 4, shortfall: .backlogged, leadTime: 3)
    let replay = try model.replay()
    // Day 1: 4 of 5 served, 1 waits, position −1, 5 ordered. Day 2: 2 more wait, 2 ordered.
    // Day 4: 5 come, the 3 that wait are served, then 1 at once; 1 is left, 1 ordered. Day 5: 2
    // come. Day 7: 1 comes.
    #expect(try Self.waiting(model) == [0, 1, 3, 3, 0, 0, 0, 0, 0])
    #expect(replay.unitStock == [4, 0, 0, 0, 1, 3, 3, 4, 4])
    #expect(replay.deliveryDays[0] == [4, 5, 7])
    #expect(
      Self.patients(replay.tallies[0]) == [
        "demand": 8, "served": 8, "at once": 5, "unmet": 0, "before": 0, "waiting": 0,
        "waiting days": 7, "stock-out days": 0, "first": 9,
      ])
  }

  @Test("With a patience of two days what still waits at the end of the second is unmet")
  func deferrable() throws {
    let model = Self.model(
      [0, 5, 2, 0, 1, 0, 0, 0, 0], level: 4, shortfall: .deferrable(patienceDays: 2), leadTime: 3)
    let replay = try model.replay()
    // As above, but the 1 of day 1 is unmet at the end of day 3. Day 4: 5 come, the 2 that wait
    // since day 2 are served, then 1 at once; 2 are left, 2 + 2 on order make 6 > 4: nothing is
    // ordered. Day 5: 2 come.
    #expect(try Self.waiting(model) == [0, 1, 3, 2, 0, 0, 0, 0, 0])
    #expect(replay.unitStock == [4, 0, 0, 0, 2, 4, 4, 4, 4])
    #expect(replay.deliveryDays[0] == [4, 5])
    #expect(
      Self.patients(replay.tallies[0]) == [
        "demand": 8, "served": 7, "at once": 5, "unmet": 1, "before": 0, "waiting": 0,
        "waiting days": 6, "stock-out days": 1, "first": 3,
      ])
  }

  @Test("Those who came first are served first, also in part, and patience is each one's own")
  func oldestFirst() throws {
    // Nothing on the shelf; what is asked for on days 0, 1 and 2 comes on days 4, 5 and 6.
    let model = Self.model(
      [3, 2, 4, 0, 0, 0, 0, 0, 0], level: 0, shortfall: .deferrable(patienceDays: 4), leadTime: 4)
    var slow = model
    slow.capacity = .init(slackBasisPoints: 0, windowDays: 1)
    #expect(try Self.waiting(model) == [3, 5, 9, 9, 6, 4, 0, 0, 0])
    // One unit a day can be delivered, from day 0 on, received on days 4, 5, …: day 4 serves one of
    // the 3 of day 0, whose patience then ends with 2 unmet; day 5 one of day 1's 2, 1 is unmet; day
    // 6 one of day 2's 4, 3 are unmet.
    let replay = try slow.replay()
    #expect(try Self.waiting(slow) == [3, 5, 9, 9, 6, 4, 0, 0, 0])
    #expect(
      Self.patients(replay.tallies[0]) == [
        "demand": 9, "served": 3, "at once": 0, "unmet": 6, "before": 0, "waiting": 0,
        "waiting days": 36, "stock-out days": 3, "first": 4,
      ])
    var endless = slow
    endless.units[0].level = .units(0)
    endless.shortfall = .backlogged
    #expect(try Self.waiting(endless) == [3, 5, 9, 9, 8, 7, 6, 5, 4])
  }

  @Test("Lead time 0 serves those who wait the next morning")
  func sameDaySupply() throws {
    let model = Self.model([3, 1, 0], level: 0, shortfall: .backlogged, leadTime: 0)
    let replay = try model.replay()
    #expect(try Self.waiting(model) == [3, 1, 0])
    #expect(replay.unitStock == [3, 1, 0])
    #expect(replay.tallies[0].servedAtOnce == 0)
    #expect(replay.tallies[0].served == 4)
  }

  @Test("What waits when the warm-up ends waits on, and keeps its patience")
  func carriedOver() throws {
    // Period of six days with 4 units on its last: day −1, and days 5 and 11.
    for (shortfall, unmet) in [(Shortfall.backlogged, 0), (.deferrable(patienceDays: 2), 4)] {
      var model = Self.model(
        [0, 0, 0, 0, 0, 4], level: 0, shortfall: shortfall, leadTime: 3,
        start: .rotated(warmUpDays: 3))
      model.horizonDays = 5
      let tally = try model.replay().tallies[0]
      // Ordered on day −1, received on day 2.
      #expect(tally.waitingAtStart == 4)
      #expect(tally.demand == 0)
      #expect(tally.unmet == Int64(unmet))
      #expect(tally.served == Int64(4 - unmet))
      #expect(tally.waitingUnitDays == (unmet == 0 ? 8 : 4))
      #expect(tally.stockoutDays == (unmet == 0 ? 0 : 1))
      #expect(tally.firstStockoutDay == (unmet == 0 ? 5 : 1))
    }
  }

  @Test("A store's care units wait each for themselves")
  func network() throws {
    var model = SmallModel(
      units: [
        .init(
          id: "a", level: .units(1), nanoRate: SmallModel.rate(1), family: .constant,
          profile: DemandProfile(id: "a", periodFactors: [0, 3, 0, 0, 0, 0, 0, 0])),
        .init(
          id: "b", level: .units(1), nanoRate: SmallModel.rate(1), family: .constant,
          profile: DemandProfile(id: "b", periodFactors: [0, 0, 2, 0, 0, 0, 0, 0])),
      ], store: .units(2), shortfall: .backlogged, horizonDays: 8, leadTime: .constant(4))
    model.position = .usableTomorrow
    let replay = try model.replay()
    // a: 2 wait from day 1; it asks for 3, gets the store's 2 on day 2; 1 on day 6 when the store
    // gets its 2 on day 5. b: 1 waits from day 2 and asks for 2; the store has nothing until day 5,
    // when it has 2 for the two of them, and a goes first.
    #expect(replay.tallies.prefix(2).map(\.demand) == [3, 2])
    #expect(replay.tallies.prefix(2).map(\.servedAtOnce) == [1, 1])
    #expect(replay.tallies.prefix(2).map(\.waitingUnitDays) == [2, 4])
    #expect(replay.tallies.map(\.waiting) == [0, 0, 0])
    #expect(replay.deliveryDays[0] == [2, 6])
  }

  @Test("Patience beyond the horizon is the same as none that ends, and lost demand never waits")
  func laws() throws {
    var model = LawTests.model
    let lost = try LawTests.replays(model)
    #expect(lost.allSatisfy { $0.total.waitingUnitDays == 0 && $0.total.waiting == 0 })
    model.shortfall = .backlogged
    let backlogged = try LawTests.replays(model)
    model.shortfall = .deferrable(patienceDays: 200)
    #expect(try LawTests.replays(model) == backlogged)
    // The same patients come.
    #expect(backlogged.map(\.total.demand) == lost.map(\.total.demand))
    var previous = lost.map(\.total.unmet).reduce(0, +)
    for patience in [1, 5, 40] {
      model.shortfall = .deferrable(patienceDays: patience)
      let unmet = try LawTests.replays(model).map(\.total.unmet).reduce(0, +)
      #expect(unmet < previous, "patience \(patience)")
      previous = unmet
    }
  }
}
