import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Care units that order from one supplier are emptied on the same day and want more than it can
/// deliver; who gets what is computed by hand.
@Suite("Replays of suppliers who share, owe and keep ceilings, computed by hand")
struct SupplierSharingTests {
  /// What each unit is delivered on day 2, when `perDay` units can be.
  static func shares(
    _ rule: AllocationRule, levels: [Int64], rates: [Double], slack: Int64 = 0, packSize: Int64 = 1,
    authorities: [Int] = [], _ change: (inout SmallModel) -> Void = { _ in }
  ) throws -> [Int64] {
    var model = SmallModel(
      units: levels.indices.map {
        .init(
          id: ["a", "b", "c"][$0], level: .units(levels[$0]), nanoRate: SmallModel.rate(rates[$0]),
          rank: $0, authority: authorities.isEmpty ? 0 : authorities[$0])
      }, packSize: packSize, horizonDays: 3, leadTime: .constant(0),
      capacity: .init(slackBasisPoints: slack, windowDays: 1),
      orderIn: packSize > 1 ? .packs : .units)
    model.peak(on: 2)
    change(&model)
    var content = model.content
    content.suppliers[0].allocation = rule
    return try OutageReplays(content).replay(0).replay.tallies.map(\.purchased)
  }

  @Test("In proportion to requests, by largest remainder")
  func proportionalToRequest() throws {
    #expect(
      try Self.shares(.proportionalToRequest, levels: [6, 6, 2], rates: [4, 4, 2]) == [4, 4, 2])
  }

  @Test("Of more there is, one may get less: a paradox of the largest remainder")
  func paradox() throws {
    // Of 10, exact shares are 4.29, 4.29 and 1.43, and the largest fraction is the last one's; of 11
    // they are 4.71, 4.71 and 1.57, and the two larger fractions go first. So more capacity, which
    // never leaves a lone store worse off, can do so where several share.
    #expect(
      try Self.shares(.proportionalToRequest, levels: [6, 6, 2], rates: [4, 4, 2], slack: 1_000)
        == [5, 5, 1])
  }

  @Test("In proportion to normal consumption, up to what each asks for")
  func proportionalToConsumption() throws {
    #expect(
      try Self.shares(.proportionalToConsumption, levels: [20, 20, 3], rates: [2, 6, 4])
        == [2, 7, 3])
  }

  @Test("Lowest cover first counts what is under way")
  func equalCover() throws {
    // Each uses four a day; the first has eight under way from the day before, of the 12 it wanted. So
    // of 12 a day the others get 6 each.
    var model = SmallModel(
      units: ["a", "b", "c"].enumerated().map {
        .init(id: $1, level: .units(20), nanoRate: SmallModel.rate(4), rank: $0)
      }, horizonDays: 4, leadTime: .constant(5), capacity: .init(slackBasisPoints: 0, windowDays: 1)
    )
    model.peak(on: 2)
    var content = model.content
    content.suppliers[0].allocation = .equalCover
    // The start: the first has 12 fewer than its level, and gets 12 on day 0.
    content.experiment.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 8, expiryDay: 900),
      StartingLot(location: Position(1), product: Position(0), quantity: 20, expiryDay: 900),
      StartingLot(location: Position(2), product: Position(0), quantity: 20, expiryDay: 900),
    ])
    let replay = try OutageReplays(content).replay(0).replay
    // On day 2: a has 12 under way, b and c nothing; 12 raise b and c to 6 each. On day 3 they stand at
    // 6 and a at 12: 12 more raise both to 12.
    let expected: [Int64] = [48, 18, 18]
    #expect(replay.tallies.map(\.onOrderUnitDays) == expected)
  }

  @Test("By care priority, in rank within one")
  func priority() throws {
    let shares = try Self.shares(
      .priority(criticalLevels: []), levels: [8, 8, 8], rates: [4, 4, 4]
    ) { model in
      model.units[0].carePriority = 3
      model.units[1].carePriority = 2
      model.units[2].carePriority = 1
    }
    #expect(shares == [0, 4, 8])
  }

  @Test("No pack is divided")
  func packs() throws {
    // 14 units are two packs of 6; the exact shares of 18, 12 and 6 are 7, 4.67 and 2.33.
    #expect(
      try Self.shares(
        .proportionalToRequest, levels: [18, 12, 6], rates: [6, 4, 4], packSize: 6) == [6, 6, 0])
  }

  @Test("Between authorities what is left over goes by an order drawn anew each day")
  func authorities() throws {
    // Three in three authorities share 4 of 6: one each, and one more to a third of the time each. 300
    // replications; the shares lie within 4.4 standard errors, a false alarm in 100,000. Seed 1.
    var model = SmallModel(
      units: ["a", "b", "c"].enumerated().map {
        .init(id: $1, level: .units(2), nanoRate: SmallModel.rate(1.34), rank: $0, authority: $0)
      }, horizonDays: 3, leadTime: .constant(0),
      capacity: .init(slackBasisPoints: 0, windowDays: 1), authorityIDs: ["x", "y", "z"])
    model.peak(on: 2)
    var content = model.content
    content.suppliers[0].allocation = .proportionalToRequest
    let replays = try OutageReplays(content)
    var more = [0, 0, 0]
    for replication in 0..<300 {
      let shares = try replays.replay(replication).replay.tallies.map(\.purchased)
      #expect(shares.sorted() == [1, 1, 2])
      for index in 0..<3 where shares[index] == 2 { more[index] += 1 }
    }
    let deviation = (300 * 2.0 / 9).squareRoot()
    for count in more { #expect(abs(Double(count) - 100) < 4.4 * deviation) }
  }

  /// Two units of rate 1 and level 10, emptied on days 2 and 4; two a day can be delivered, a day later.
  static func owing(
    _ rule: AllocationRule, _ unfilled: UnfilledOrders, _ shortages: [ShortageProcess] = []
  ) throws -> SupplyModel.Content {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10), nanoRate: SmallModel.rate(1), rank: 2),
        .init(id: "b", level: .units(10), nanoRate: SmallModel.rate(1), rank: 1),
      ], horizonDays: 20, leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 0, windowDays: 1))
    model.shortages = shortages
    // Day 2 empties both, but b is full again before day 4 only if it comes first.
    model.peak(on: 2)
    var content = model.content
    content.suppliers[0].unfilled = unfilled
    content.suppliers[0].allocation = rule
    return content
  }

  @Test("What is owed is delivered oldest first, as soon as capacity allows, and ordered once")
  func owed() throws {
    // Day 2: both order 10; b, first by rank, gets 2 and is owed 8, a is owed 10. Then 2 a day: b's 8 by
    // day 6, a's 10 by day 11; received a day later.
    let replay = try OutageReplays(Self.owing(.firstCome, .owed)).replay(0).replay
    let b = replay.tallies[1]
    let a = replay.tallies[0]
    #expect(replay.deliveryDays[1] == [3, 4, 5, 6, 7])
    #expect(replay.deliveryDays[0] == [8, 9, 10, 11, 12])
    // 8, 6, 4, 2; and 10 for five days, then the same.
    #expect(b.owedUnitDays == 20)
    #expect(a.owedUnitDays == 70)
    #expect(replay.tallies.map(\.orderLines) == [5, 5])
    #expect(replay.tallies.map(\.onOrderUnitDays) == [10, 10])
    // Refused instead, the same goods come on the same days, but nothing is owed.
    let refused = try OutageReplays(Self.owing(.firstCome, .refused)).replay(0).replay
    #expect(refused.unitStock == replay.unitStock)
    #expect(refused.tallies.map(\.owedUnitDays) == [0, 0])
  }

  @Test("Who ordered first is served first, even when another of higher rank orders later")
  func oldestFirst() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10), nanoRate: SmallModel.rate(1), rank: 2),
        .init(id: "b", level: .units(10), nanoRate: SmallModel.rate(1), rank: 1),
      ], horizonDays: 20, leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 0, windowDays: 1))
    model.peak(on: 2)
    model.ownReview = [1: .every(days: 4)]
    var content = model.content
    content.suppliers[0].unfilled = .owed
    // b orders on day 4 only, when a is owed 6.
    let replay = try OutageReplays(content).replay(0).replay
    #expect(replay.deliveryDays == [[3, 4, 5, 6, 7], [8, 9, 10, 11, 12]])
    content.suppliers[0].unfilled = .refused
    let refused = try OutageReplays(content).replay(0).replay
    // Refused, b gets what there is on its review days only: 4, 8, 12 and 16.
    #expect(refused.deliveryDays[1] == [5, 9, 13, 17])
    #expect(refused.deliveryDays[0] == [3, 4, 6, 7, 8])
  }

  @Test("Under another rule what is owed and what is ordered are one claim")
  func oneClaim() throws {
    // Equal cover: both are raised together, one unit each a day, whatever is owed to whom.
    let replay = try OutageReplays(Self.owing(.equalCover, .owed)).replay(0).replay
    #expect(replay.deliveryDays == [Array(3...12), Array(3...12)])
    let expected: [Int64] = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]
    #expect(Array(replay.unitStock[3...12]) == expected)
  }

  @Test("During a shortage nothing is accepted to be owed, and what is owed waits")
  func owedInShortage() throws {
    let replays = try OutageReplays(
      Self.owing(.firstCome, .owed, [.test(up: 5, .exponential(mean: 4))]))
    var starts: Set<Int> = []
    for replication in 0..<60 {
      let (world, replay) = try replays.replay(replication)
      var owed: [Int64] = [0, 0]
      var missing: [Int64] = [0, 0]
      var owedDays: [Int64] = [0, 0]
      for day in 2..<20 {
        if day == 2 { missing = [10, 10] }
        if !world.refuses(0, day) {
          starts.insert(day)
          // On the first day up both order all they lack; what is not delivered is owed, b's first.
          for unit in [1, 0] where missing[unit] > 0 {
            owed[unit] += missing[unit]
            missing[unit] = 0
          }
          let toB = min(2, owed[1])
          owed[1] -= toB
          owed[0] -= min(2 - toB, owed[0])
        }
        for unit in 0..<2 { owedDays[unit] += owed[unit] }
      }
      #expect(replay.tallies.map(\.owedUnitDays) == owedDays)
    }
    #expect(starts.count > 10)
  }

  @Test("A ceiling lets a location buy so much in a period, from the first day of the horizon on")
  func ceiling() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 24, leadTime: .constant(1))
    model.peak(on: 2, 4, 12)
    var content = model.content
    // Half of 2 a day in ten days.
    content.suppliers[0].ceiling = Ceiling(shareBasisPoints: 5_000, periodDays: 10)
    let replay = try OutageReplays(content).replay(0).replay
    #expect(replay.unitStock == days((10, 2), (0, 1), (10, 1), (0, 7), (10, 1), (0, 9), (10, 3)))
    #expect(replay.tallies[0].purchased == 30)
    // What is left below a pack cannot be bought.
    content.products[0].packSize = 4
    content.policies[0].rules = content.policies[0].rules.map {
      var rule = $0
      if rule.orderIn != nil { rule.orderIn = .packs }
      return rule
    }
    let packs = try OutageReplays(content).replay(0).replay
    #expect(packs.tallies[0].purchased == 24)
  }

  @Test("What is owed counts under the ceiling when it is ordered, what is refused does not")
  func ceilingOfOwed() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 24, leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 0, windowDays: 1))
    model.peak(on: 2)
    var content = model.content
    content.suppliers[0].ceiling = Ceiling(shareBasisPoints: 2_000, periodDays: 10)
    content.suppliers[0].unfilled = .owed
    // 4 in a period: on day 2 two come and two are owed; on day 10 two and two; on day 20 the rest.
    let owed = try OutageReplays(content).replay(0).replay
    #expect(owed.deliveryDays == [[3, 4, 11, 12, 21]])
    #expect(owed.tallies[0].owedUnitDays == 4)
    content.suppliers[0].unfilled = .refused
    #expect(try OutageReplays(content).replay(0).replay.deliveryDays == [[3, 4, 11, 12, 21]])
  }
}
