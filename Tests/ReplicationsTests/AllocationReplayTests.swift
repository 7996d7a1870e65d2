import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand: on day 2 care units are emptied and ask a store that has not enough.
@Suite("Replays of allocation inside a region, computed by hand")
struct AllocationReplayTests {
  /// A care unit with a target and normal consumption per day.
  static func unit(
    _ id: String, _ level: Int64, perDay: Double = 2, rank: Int = 0, carePriority: Int = 1,
    authority: Int = 0
  ) -> SmallModel.Unit {
    .init(
      id: id, level: .units(level), nanoRate: SmallModel.rate(perDay), rank: rank,
      carePriority: carePriority, authority: authority)
  }

  /// What each unit receives on day 3 of what it asks for on day 2; it stands empty on that day,
  /// and had its target on two days.
  static func received(_ model: SmallModel, replication: Int = 0) throws -> [Int64] {
    var model = model
    model.horizonDays = 4
    model.timeline = []
    model.peak(on: 2)
    let tallies = try model.replay(replication: replication).tallies
    return model.units.indices.map { index in
      guard case .units(let level) = model.units[index].level else { return -1 }
      return tallies[index].stockUnitDays - 2 * level
    }
  }

  @Test("proportionalToRequest: the same share of each request, then largest remainder, then rank")
  func proportionalToRequest() throws {
    var model = SmallModel(
      units: [Self.unit("a", 24), Self.unit("b", 12), Self.unit("c", 12)], store: .units(24),
      leadTime: .constant(9))
    model.allocation = .proportionalToRequest
    #expect(try Self.received(model) == [12, 6, 6])
    model.store = .units(25)
    // 12.5, 6.25, 6.25.
    #expect(try Self.received(model) == [13, 6, 6])
    model.store = .units(26)
    // 13, 6.5, 6.5: of equal remainders the first.
    #expect(try Self.received(model) == [13, 7, 6])
    model.units[1].rank = 3
    #expect(try Self.received(model) == [13, 6, 7])
    model.store = .units(60)
    #expect(try Self.received(model) == [24, 12, 12])
    model.allocation = .firstCome
    model.store = .units(24)
    #expect(try Self.received(model) == [24, 0, 0])
  }

  @Test("proportionalToConsumption: by normal consumption, up to what is asked")
  func proportionalToConsumption() throws {
    var model = SmallModel(
      units: [
        Self.unit("a", 24), Self.unit("b", 24), Self.unit("c", 24, perDay: 4),
      ], store: .units(20), leadTime: .constant(9))
    model.allocation = .proportionalToConsumption
    #expect(try Self.received(model) == [5, 5, 10])
    model.units[2].level = .units(6)
    #expect(try Self.received(model) == [7, 7, 6])
  }

  @Test("equalCover: the lowest (on hand + in transit) ÷ normal consumption is raised first")
  func equalCover() throws {
    // Both ask for 20 on day 0; a has 10 on hand and b nothing; c uses twice as much and has 8.
    var model = SmallModel(
      units: [Self.unit("a", 10), Self.unit("b", 0), Self.unit("c", 8, perDay: 4)],
      store: .units(26), horizonDays: 3, leadTime: .constant(9))
    model.silence()
    model.reviewEveryDays = 7
    model.unitSettings.ordering = OrderingReplayTests.always(20)
    model.allocation = .equalCover
    // Days of cover: 5, 0, 2. b gets 4 (2 days), then b and c in the ratio 1 : 2 until 5 days take
    // 6 + 12; the last 4 go 1 : 1 : 2. Received on day 1 of 3.
    #expect(try Self.stockUnitDays(model) == [32, 22, 52])
    // All empty: in proportion to what they use.
    model.units[0].level = .units(0)
    model.units[2].level = .units(0)
    model.store = .units(20)
    #expect(try Self.stockUnitDays(model) == [10, 10, 20])
  }

  /// Sums of the care units' end-of-day stock.
  static func stockUnitDays(_ model: SmallModel) throws -> [Int64] {
    try model.replay().tallies.prefix(model.units.count).map(\.stockUnitDays)
  }

  @Test("equalCover counts what is under way")
  func equalCoverInTransit() throws {
    // Day 0: a alone asks for 6 (its lead time is 5 days); day 1: both ask for 6, 6 are left.
    var model = SmallModel(
      units: [Self.unit("a", 0, rank: 1), Self.unit("b", 0, rank: 2)], store: .units(12),
      horizonDays: 7, leadTime: .constant(9))
    model.silence()
    model.units[0].leadTimeDays = 5
    model.unitSettings.ordering = OrderingReplayTests.always(6)
    model.allocation = .equalCover
    model.ownReview = [0: .weekdays([4, 5]), 1: .weekdays([5])]
    let replay = try model.replay()
    // b gets all 6 on day 1, received on day 2; a has its first 6 on day 5 and no more.
    #expect(replay.tallies[0].stockUnitDays == 12)
    #expect(replay.tallies[1].stockUnitDays == 30)
  }

  @Test("priority: by care priority, then rank; less urgent care leaves the critical level")
  func priority() throws {
    var model = SmallModel(
      units: [
        Self.unit("a", 10, carePriority: 2), Self.unit("b", 10, carePriority: 1),
        Self.unit("c", 10, carePriority: 3),
      ], store: .units(25), leadTime: .constant(9))
    model.allocation = .priority(criticalLevels: [])
    #expect(try Self.received(model) == [10, 10, 5])
    // The store's normal consumption is 6 a day: a day's worth is kept from 2 and 3.
    model.allocation = .priority(criticalLevels: [.init(carePriority: 2, level: .days(1))])
    #expect(try Self.received(model) == [9, 10, 0])
    // The level of 3 is the higher of both.
    model.store = .units(40)
    let lower = CriticalLevel(carePriority: 3, level: .units(2))
    let higher = CriticalLevel(carePriority: 2, level: .units(14))
    model.allocation = .priority(criticalLevels: [lower, higher])
    #expect(try Self.received(model) == [10, 10, 6])
    model.allocation = .priority(criticalLevels: [.init(carePriority: 3, level: .units(14))])
    #expect(try Self.received(model) == [10, 10, 6])
  }

  @Test(
    "Packs stay whole under every rule",
    arguments: [
      AllocationRule.firstCome, .proportionalToRequest, .proportionalToConsumption, .equalCover,
      .priority(criticalLevels: []),
    ])
  func packs(rule: AllocationRule) throws {
    var model = SmallModel(
      units: [Self.unit("a", 24), Self.unit("b", 12), Self.unit("c", 12)], store: .units(31),
      packSize: 6, leadTime: .constant(9), orderIn: .packs)
    model.allocation = rule
    let received = try Self.received(model)
    #expect(received.allSatisfy { $0 % 6 == 0 })
    #expect(received.reduce(0, +) == 30)
  }

  @Test("Every authority is as often first where a rule leaves a tie")
  func authorities() throws {
    var model = SmallModel(
      units: [Self.unit("a", 1, rank: 1), Self.unit("b", 1, rank: 2, authority: 1)],
      store: .units(1), leadTime: .constant(9), authorityIDs: ["north", "south"])
    model.allocation = .proportionalToRequest
    var southFirst = 0
    for replication in 0..<400 {
      let received = try Self.received(model, replication: replication)
      #expect(received == [1, 0] || received == [0, 1])
      southFirst += Int(received[1])
    }
    // 400 replications, seed 1: within 4.4 standard errors.
    #expect(abs(southFirst - 200) < 44)
  }

  @Test("What is owed and what is asked today are one request, and the oldest is settled first")
  func owedAndAsked() throws {
    // Day 2: a and b ask for 20 each and get 5 each; 15 are owed. Day 3: emptied again, each asks for
    // 5 more. The store orders 15 a day at most, received on days 5, 6 and 7.
    var model = SmallModel(
      units: [Self.unit("a", 20, rank: 1), Self.unit("b", 20, rank: 2)], store: .units(10),
      leadTime: .constant(3))
    model.peak(on: 2, 3)
    model.allocation = .proportionalToRequest
    model.unitSettings.requests = .backlogged
    model.storeSettings.orderMaximum = .units(15)
    let replay = try model.replay()
    // Day 5: 7.5 each, so 8 and 7; 12 and 13 are left. Day 6: 7.2 and 7.8. Day 7: 5 each.
    #expect(replay.deliveryDays == [[3, 6, 7, 8], [3, 6, 7, 8], [5, 6, 7, 8]])
    #expect(replay.tallies[0].owedUnitDays == 15 + 20 * 2 + 12 + 5)
    #expect(replay.tallies[1].owedUnitDays == 15 + 20 * 2 + 13 + 5)
    #expect(replay.unitStock == days((40, 2), (0, 4), (15, 1), (30, 1), (40, 6)))
  }
}
