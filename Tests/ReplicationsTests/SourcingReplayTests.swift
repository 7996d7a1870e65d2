import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// A care unit is emptied on day 12 and orders every day until somebody accepts; who does, follows by
/// hand from the days on which suppliers are down. Suppliers are told apart by their lead times. Seed 1.
@Suite("Replays of several suppliers, computed by hand")
struct SourcingReplayTests {
  static func content(
    _ model: SmallModel, _ others: [Supplier], switchAfter: Int, _ shortages: [ShortageProcess]
  ) -> SupplyModel.Content {
    var model = model
    model.shortages = shortages
    var content = model.content
    content.suppliers += others
    content.sourcing = [
      Sourcing(
        products: .init(), replacing: nil, suppliers: content.suppliers.positions.map { $0 },
        switchAfterDays: switchAfter)
    ]
    return content
  }

  static func model(horizon: Int = 60) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: horizon, leadTime: .constant(2))
    model.peak(on: 12)
    return model
  }

  static func supplier(
    _ id: String, leadTime: Double, _ change: (inout Supplier) -> Void = { _ in }
  ) -> Supplier {
    var supplier = Supplier(
      id: id, leadTime: .constant(leadTime), remainingLife: .days(.constant(1_000)), capacity: nil)
    change(&supplier)
    return supplier
  }

  @Test(
    "The next stands in once all before it have been out for the delay, until one is back",
    arguments: [0, 1, 4])
  func standsIn(switchAfter: Int) throws {
    let replays = try OutageReplays(
      Self.content(
        Self.model(), [Self.supplier("second", leadTime: 5), Self.supplier("third", leadTime: 9)],
        switchAfter: switchAfter,
        [.test(up: 3, .exponential(mean: 20)) { $0.scope = .package }]))
    var used: Set<Int> = []
    for replication in 0..<150 {
      let (world, replay) = try replays.replay(replication)
      func acceptsOn(_ supplier: Int, _ day: Int) -> Bool {
        !world.refuses(supplier, day)
          && (0..<supplier).allSatisfy { world.daysShort($0, day) > switchAfter }
      }
      var arrival = 60
      for day in 12..<60 {
        guard let supplier = (0..<3).first(where: { acceptsOn($0, day) }) else { continue }
        used.insert(supplier)
        arrival = min(60, day + [2, 5, 9][supplier])
        break
      }
      #expect(replay.unitStock == days((10, 12), (0, arrival - 12), (10, 60 - arrival)))
    }
    #expect(used == [0, 1, 2])
  }

  @Test("One who would hold the goods is passed over, unless nobody delivers at once")
  func holding() throws {
    let replays = try OutageReplays(
      Self.content(
        Self.model(), [Self.supplier("second", leadTime: 5)], switchAfter: 2,
        [
          .test(up: 4, .exponential(mean: 15)) {
            $0.scope = .package
            $0.orders = .held
          }
        ]))
    var found: Set<String> = []
    for replication in 0..<150 {
      let (world, replay) = try replays.replay(replication)
      let arrival: Int
      if !world.holds(0, 12) {
        arrival = 14
      } else if world.daysShort(0, 12) > 2, !world.holds(1, 12) {
        found.insert("second")
        arrival = 17
      } else {
        found.insert("held")
        // Before the second stands in, and when it holds its goods too, the first accepts and holds.
        arrival = min(60, world.departure(0, 12) + 2)
      }
      #expect(replay.unitStock == days((10, 12), (0, arrival - 12), (10, 60 - arrival)))
      #expect(replay.tallies[0].orderLines == 1)
    }
    #expect(found == ["second", "held"])
  }

  @Test(
    "What one cannot deliver for lack of capacity is offered to the next that is open, that day")
  func overflow() throws {
    // The first has three a day and keeps no more; in its shortage one a day is left, and after four days
    // of that the second, of two a day, helps.
    var model = Self.model()
    model.units[0].level = .units(30)
    model.leadTime = .constant(1)
    model.capacity = .init(slackBasisPoints: 5_000, windowDays: 1)
    let replays = try OutageReplays(
      Self.content(
        model,
        [
          Self.supplier("second", leadTime: 1) {
            $0.capacity = .init(slackBasisPoints: 0, windowDays: 1)
          }
        ], switchAfter: 4,
        [
          .test(up: 8, .exponential(mean: 12)) {
            $0.suppliers = [Position(0)]
            $0.orders = .fraction(basisPoints: 3_334)
          }
        ]))
    var lines: Set<Int64> = []
    for replication in 0..<100 {
      let (world, replay) = try replays.replay(replication)
      var stock: [Int64] = []
      var (onHand, coming) = (30 as Int64, 0 as Int64)
      for day in 0..<60 {
        onHand += coming
        if day == 12 { onHand = 0 }
        let short = world.daysShort(0, day)
        coming = min(30 - onHand, (short > 0 ? 1 : 3) + (short > 4 ? 2 : 0))
        stock.append(onHand)
      }
      lines.insert(replay.tallies[0].orderLines)
      #expect(replay.unitStock == stock)
    }
    #expect(lines.count > 3)
  }

  @Test(
    "What one cannot pay in whole packs waits while others get what is left, later that day",
    arguments: [7, 9], [16, 40])
  func owedPacks(level: Int64, horizon: Int) throws {
    // a orders packs of ten of the second, which keeps ten at most and has two more a day: on day 12 it gets one,
    // and is owed the other. b gets its 7 or 9 of the first, always short, which keeps ten too and has one more a
    // day. On day 14 the first has 5 or 3 left for b; the 2 or 6 beyond them go to the second, which has 4, and
    // cannot pay a with them. A run that ends on day 15 ends with what is owed to a.
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(20), nanoRate: SmallModel.rate(1), rank: 1),
        .init(id: "b", level: .units(level), nanoRate: SmallModel.rate(1), rank: 2),
      ], horizonDays: horizon, leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 5_000, windowDays: 1))
    model.packSize = 10
    model.peak(on: 12, 14)
    let short = ShortageProcess(
      id: "short", products: .init(), frequency: .meanUpTime(days: 1e-6), duration: .constant(1e6),
      startsUp: false)
    var content = Self.content(
      model,
      [
        Self.supplier("second", leadTime: 1) {
          $0.capacity = .init(slackBasisPoints: 0, windowDays: 5)
          $0.unfilled = .owed
        }
      ], switchAfter: 0, [short])
    content.shortages[0].suppliers = [Position(0)]
    content.shortages[0].orders = .fraction(basisPoints: 3_334)
    content.sourcing[0].replacing = Position(0)
    content.locations[0].sources = Category.allCases.map { _ in .supplier(Position(1)) }
    var packs = PolicyRule(locations: .init(locations: [Position(0)]))
    packs.orderIn = .packs
    content.policies[0].rules.append(packs)
    let replay = try OutageReplays(content).replay(0).replay
    #expect(replay.tallies[0].purchased == (horizon == 16 ? 10 : 30))
    guard horizon == 40 else { return }
    #expect(replay.deliveryDays[1] == (level == 7 ? [13, 15] : [13, 15, 16]))
    #expect(replay.tallies[1].purchased == 2 * level)
    #expect(replay.tallies[1].owedUnitDays == (level == 7 ? 0 : 2))
    #expect(replay.unitStock.last == 20 + level)
  }

  @Test("Readiness delivers from its decision and start-up time on, as long as the phase lasts")
  func readiness() throws {
    var model = Self.model(horizon: 40)
    model.timeline.append(
      Phase(
        name: "war", firstDay: 14, lengthDays: 12, rampUpDays: 0, rampDownDays: 0,
        demandMultipliers: [1], supplyBasisPoints: 10_000, leadTimeMultiplier: 1))
    // The first is down all the time; the factory makes one a day from 14 + 2 + 3 on, until 26.
    let never = ShortageProcess(
      id: "never", products: .init(), frequency: .meanUpTime(days: 1e-6), duration: .constant(1e6),
      startsUp: false)
    var content = Self.content(
      model,
      [
        Self.supplier("factory", leadTime: 1) {
          $0.capacity = .init(slackBasisPoints: -5_000, windowDays: 1)
          $0.readiness = Readiness(
            decision: Decision(occasion: .phases(["war"]), delayDays: 2), startUpDays: 3)
        }
      ], switchAfter: 0, [never])
    content.shortages[0].suppliers = [Position(0)]
    let replay = try OutageReplays(content).replay(0).replay
    let expected = days((10, 12), (0, 8)) + [1, 2, 3, 4, 5, 6] + days((7, 14))
    #expect(replay.unitStock == expected)
  }

  @Test("A phase may scale the capacity and the lead times of some suppliers and not of others")
  func phaseOfSuppliers() throws {
    var model = Self.model(horizon: 30)
    model.units.append(.init(id: "other", level: .units(10)))
    model.timeline.append(SmallModel.phase(10, 20, supply: 5_000, leadTime: 3))
    model.timeline[model.timeline.count - 1].suppliers = [Position(1)]
    var content = model.content
    content.suppliers.append(Self.supplier("second", leadTime: 2))
    content.locations[1].sources = content.locations[1].sources.map { _ in .supplier(Position(1)) }
    #expect(try OutageReplays(content).replay(0).replay.deliveryDays == [[14], [18]])
    // Of two units a day and of half as many; with the supplier named that is not concerned, two.
    for index in 0..<2 {
      content.suppliers[index].capacity = .init(slackBasisPoints: 0, windowDays: 1)
    }
    // Four a day is what both units use together.
    for index in 0..<2 { content.suppliers[index].leadTime = .constant(0) }
    let stock = try OutageReplays(content).replay(0).replay.unitStock
    // The first has 4, 8, 10, 10, 10 from day 12 on, the second 2, 4, 6, 8, 10.
    let expected: [Int64] = [20, 6, 12, 16, 18, 20, 20]
    #expect(Array(stock[11..<18]) == expected)
  }
}
