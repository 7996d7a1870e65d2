import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// A care unit is emptied on day 12 and orders the same day; when and what it gets follows by hand from
/// the days on which shortages are down. Seed 1.
@Suite("Replays of what shortages do, computed by hand")
struct ShortageEffectTests {
  static let day = 12

  static func model(
    level: Int64 = 10, leadTime: Double = 3, horizon: Int = 60, _ shortages: [ShortageProcess]
  ) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(level))], horizonDays: horizon,
      leadTime: .constant(leadTime))
    model.shortages = shortages
    model.peak(on: day)
    return model
  }

  @Test("What is accepted while shipments are held leaves on the first day up", arguments: [0, 3])
  func held(leadTime: Int) throws {
    let replays = try OutageReplays(
      Self.model(leadTime: Double(leadTime), [.test { $0.orders = .held }]).content)
    var delays: Set<Int> = []
    for replication in 0..<100 {
      let (world, replay) = try replays.replay(replication)
      let leaves = world.departure(0, Self.day)
      delays.insert(leaves - Self.day)
      // What takes no time and is not held comes at the end of the day.
      let arrival = min(60, leaves + leadTime)
      #expect(replay.unitStock == days((10, 12), (0, arrival - 12), (10, 60 - arrival)))
      // It is ordered once: what is held counts in the position.
      #expect(replay.tallies[0].orderLines == 1)
      #expect(replay.tallies[0].onOrderUnitDays == 10 * Int64(arrival - 12))
    }
    #expect(delays.isSuperset(of: 0...4))
  }

  @Test("What is under way stands still, comes later by the days held, and has grown older")
  func inTransit() throws {
    var model = Self.model([
      .test {
        $0.orders = .accepted
        $0.holdsTransit = true
      }
    ])
    model.remainingLife = .days(.constant(30))
    let replays = try OutageReplays(model.content)
    var delays: Set<Int> = []
    for replication in 0..<100 {
      let (world, replay) = try replays.replay(replication)
      let arrival = world.arrival(0, leaving: 12, 3)
      delays.insert(arrival - 15)
      // It expires 30 days after its usual receipt, on day 45, whenever it comes.
      guard arrival < 45 else { continue }
      let expected = days((10, 12), (0, arrival - 12), (10, 45 - arrival), (0, 1))
      #expect(Array(replay.unitStock.prefix(46)) == expected)
      #expect(replay.tallies[0].discarded == 10)
    }
    #expect(delays.isSuperset(of: 0...4))
  }

  @Test("A part of the capacity is what accrues and what is kept of it")
  func fraction() throws {
    var model = Self.model(
      level: 40, leadTime: 1,
      [
        .test { $0.orders = .fraction(basisPoints: 5_000) },
        .test("other", up: 20, .exponential(mean: 10)) {
          $0.orders = .fraction(basisPoints: 1_000)
        },
      ])
    model.capacity = .init(slackBasisPoints: 0, windowDays: 4)
    let replays = try OutageReplays(model.content)
    var arrivals: Set<Int64> = []
    for replication in 0..<100 {
      let (world, replay) = try replays.replay(replication)
      // In thousandths: two units a day, and four days of that to begin with.
      var credit: Int64 = 8_000
      var stock: [Int64] = []
      var (onHand, coming) = (40 as Int64, 0 as Int64)
      for day in 0..<60 {
        let perDay = 2_000 * world.capacity(0, day) / 10_000
        credit = min(credit + perDay, max(4 * perDay, 1_000))
        onHand += coming
        if day == 12 { onHand = 0 }
        coming = min(40 - onHand, credit / 1_000)
        credit -= coming * 1_000
        stock.append(onHand)
      }
      arrivals.insert(stock[59])
      #expect(replay.unitStock == stock)
    }
    #expect(arrivals.count > 10)
  }

  @Test("Goods ordered during a shortage may be short-dated; those ordered before or after are not")
  func shorterLife() throws {
    let replays = try OutageReplays(
      Self.model(
        leadTime: 2,
        [
          .test {
            $0.orders = .accepted
            $0.remainingLife = .days(.constant(9))
          },
          .test("worse", up: 20) {
            $0.orders = .accepted
            $0.remainingLife = .days(.constant(5))
          },
        ]
      ).content)
    var lives: Set<Int> = []
    for replication in 0..<100 {
      let (world, replay) = try replays.replay(replication)
      let life = world.down[1][12] ? 5 : world.down[0][12] ? 9 : 1_000
      lives.insert(life)
      let last = min(14 + life, 60)
      let expected = days((10, 12), (0, 2), (10, last - 14))
      #expect(Array(replay.unitStock.prefix(last)) == expected)
      if last < 60 { #expect(replay.unitStock[last] == 0) }
    }
    #expect(lives == [5, 9, 1_000])
  }

  @Test(
    "Refusal dominates, the smallest part of the capacity counts, one's end does not end another")
  func overlaps() throws {
    var content = Self.model(
      horizon: 200,
      [
        .test("refused", up: 15),
        .test("held", up: 12) { $0.orders = .held },
        .test("half", up: 10) { $0.orders = .fraction(basisPoints: 5_000) },
        .test("tenth", up: 10) {
          $0.orders = .fraction(basisPoints: 1_000)
          $0.suppliers = [Position(1)]
        },
        .test("still", up: 9) {
          $0.orders = .accepted
          $0.holdsTransit = true
        },
        .test("short-dated", up: 9) {
          $0.orders = .accepted
          $0.remainingLife = .days(.constant(5))
        },
      ]
    ).content
    content.suppliers[0].capacity = .init(slackBasisPoints: 0, windowDays: 1)
    content.suppliers.append(
      Supplier(
        id: "second", leadTime: .constant(1), remainingLife: .days(.constant(900)),
        capacity: .init(slackBasisPoints: 0, windowDays: 1)))
    content.sourcing = [
      Sourcing(
        products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
        switchAfterDays: 3)
    ]
    let compiled = CompiledModel(try SupplyModel(content))
    let product = compiled.products[0]
    var outages = Outages()
    for replication in 0..<30 {
      let key = StreamKey(
        seed: 1, source: 0, replication: UInt64(replication), product: product.streamID)
      outages.draw(product, world: World(compiled), key: key)
      let world = OutageWorld(outages, processes: product.outages, days: 200)
      for supplier in 0..<2 {
        for day in 0..<200 {
          let condition = outages.condition(of: supplier, on: day)
          #expect(condition.refuses == world.refuses(supplier, day))
          #expect(condition.capacityBasisPoints == world.capacity(supplier, day))
          #expect(condition.holdsOrders == world.holds(supplier, day))
          #expect(condition.standsStill == world.standsStill(supplier, day))
          #expect(Int(condition.leavesOn) == world.departure(supplier, day))
          let since = condition.shortSince < .max ? day - Int(condition.shortSince) + 1 : 0
          #expect(since == world.daysShort(supplier, day))
          for lead in [0, 1, 5] where day < 150 {
            let arrival = outages.arrival(from: supplier, leaving: day, leadDays: lead)
            #expect(arrival == world.arrival(supplier, leaving: day, lead))
          }
        }
      }
    }
  }

  @Test("All that comes in can be cut: nothing is accepted, and what is under way stands still")
  func cutInbound() {
    var outages = Outages()
    outages.draw([], days: 60, key: StreamKey(seed: 1, source: 0))
    outages.cutInbound(from: 10, until: 20)
    for day in 0..<60 {
      let isCut = (10..<20).contains(day)
      let condition = outages.condition(of: 0, on: day)
      #expect(condition.refuses == isCut)
      #expect(condition.isCutOff == isCut)
      // It is no shortage of the product that anybody could hoard for.
      let isKnown = outages.isKnown(day)
      #expect(condition.shortSince == .max && !isKnown)
    }
    #expect(outages.arrival(from: 0, leaving: 8, leadDays: 1) == 9)
    #expect(outages.arrival(from: 0, leaving: 8, leadDays: 4) == 22)
  }
}
