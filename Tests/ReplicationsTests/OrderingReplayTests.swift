import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand: a care unit without patients draws a stated quantity from the store
/// every day, and the store orders by the rule under test.
@Suite("Replays of the ordering rules, computed by hand")
struct OrderingReplayTests {
  /// A store of 30 from which 4 units leave every day; its supplier takes 2 days.
  static func drain(by quantity: Int = 4, store: Int64 = 30) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0))], store: .units(store), leadTime: .constant(2))
    model.silence()
    model.unitSettings.ordering = always(quantity)
    return model
  }

  /// The same number at every review.
  static func always(_ count: Int) -> OrderingRule {
    .scheduled(quantity: .stated([.init(count: count, weight: 1)]))
  }

  @Test("minMax orders up to the target at the reorder point or below, and not above it")
  func minMax() throws {
    for (point, expected) in [
      // Below 20 on day 2, at 18: 12 are ordered and come on day 4.
      (20, [26, 22, 18, 14, 22, 18, 14, 22, 18, 14, 22, 18, 14, 22]),
      // At the point itself: the same.
      (18, [26, 22, 18, 14, 22, 18, 14, 22, 18, 14, 22, 18, 14, 22]),
      // One below the point: a day later, 16 for the 14 that are left.
      (17, [26, 22, 18, 14, 10, 22, 18, 14, 10, 22, 18, 14, 10, 22]),
    ] as [(Int64, [Int64])] {
      var model = Self.drain()
      model.storeSettings.ordering = .minMax(reorderAt: .units(point))
      let replay = try model.replay()
      #expect(replay.storeStock == expected, "reorder at \(point)")
    }
  }

  @Test("reorderPoint orders the fewest multiples of Q that bring the position above r")
  func reorderPoint() throws {
    for (point, expected) in [
      // Positions before an order: 26, 22, 18 and 5 more, 19 and 5 more, 20 and 5 more, 21, 17 …
      (20, [26, 22, 18, 14, 15, 16, 17, 13, 14, 15, 16, 17, 13, 14]),
      // 18 is the point itself: 23, 19, 15 and 5 more, 16 and 5 more, 17 and 5 more, 18 …
      (18, [26, 22, 18, 14, 15, 11, 12, 13, 14, 15, 11, 12, 13, 14]),
      // 26 and 5 more, 27 and 5 more, 28 and 5 more, 29, 25 and 5 more …
      (28, [26, 22, 23, 24, 25, 21, 22, 23, 24, 25, 21, 22, 23, 24]),
    ] as [(Int64, [Int64])] {
      var model = Self.drain()
      model.storeSettings.ordering = .reorderPoint(
        reorderAt: .units(point), quantity: .units(5))
      #expect(try model.replay().storeStock == expected, "r = \(point)")
    }
  }

  @Test(
    "Multiples of Q that end at r are one too few",
    arguments: [
      (19, 0), (18, 5), (14, 5), (13, 10), (9, 10), (8, 15), (-2, 25),
    ] as [(Int64, Int64)])
  func multiples(position: Int64, ordered: Int64) throws {
    var model = Self.drain()
    model.storeSettings.ordering = .reorderPoint(reorderAt: .units(18), quantity: .units(5))
    let compiled = try model.compiled()
    var run = ProductRun()
    run.start(compiled.products[0], policy: 0, of: compiled, world: World(compiled))
    run.states[1].onHand = position + 3
    run.states[1].onOrder = 4
    run.states[1].owed = 3
    run.states[1].owes = 10
    #expect(run.position(1) == position)
    #expect(run.reorderPoint(1) == ordered)
  }

  @Test(
    "Orders are cut to the maximum in whole packs",
    arguments: [
      (nil, 18), (24, 18), (18, 18), (17, 12), (6, 6),
    ] as [(Int64?, Int64)])
  func orderMaximumInPacks(maximum: Int64?, ordered: Int64) throws {
    var model = Self.drain(by: 3)
    model.packSize = 6
    model.orderIn = .packs
    model.horizonDays = 3
    model.storeSettings.orderMaximum = maximum.map { .units($0) }
    model.storeSettings.rounding = .up
    // Three packs leave on day 0, and are missing; the two that are left leave on day 1. What was
    // ordered on day 0 comes on day 2.
    let replay = try model.replay()
    #expect(replay.storeStock.prefix(2) == [12, 0])
    #expect(replay.tallies[1].purchased == ordered)
  }

  @Test("What a maximum leaves missing is ordered on the days that follow")
  func orderMaximum() throws {
    // 4 leave a day and at most 3 are ordered.
    var model = Self.drain()
    model.storeSettings.orderMaximum = .units(3)
    let replay = try model.replay()
    #expect(replay.storeStock == [26, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10])
  }

  @Test("An order at its maximum that has been shipped in full is followed by the next")
  func maximumIsRepeated() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
    model.peak(on: 2)
    model.unitSettings.orderMaximum = .units(4)
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 1), (4, 1), (8, 1), (10, 9)))
    #expect(replay.tallies[0].orderLines == 3)
  }

  @Test("forwardCover orders what is missing once expiry before use is taken off")
  func forwardCover() throws {
    // 2 a day, 7 days: 14, all in one lot that lasts to day 4: on day 0 only 4 days × 2 can be used.
    var model = SmallModel(
      units: [.init(id: "unit", level: .days(7))],
      start: .given(remainingLife: .days(.constant(5))), leadTime: .constant(1),
      remainingLife: .days(.constant(30)))
    model.silence()
    model.unitSettings.ordering = .forwardCover
    let replay = try model.replay()
    // 6 on day 0, then 2 a day for the 2 that can't be used any more; 14 are discarded on day 5.
    #expect(replay.unitStock == [14, 20, 22, 24, 26, 14, 14, 14, 14, 14, 14, 14, 14, 14])
    #expect(replay.total.purchased == 14)
    #expect(replay.total.discarded == 14)
  }

  @Test("What can be used before it expires is the cover net of expiry, rounded down")
  func usableBeforeExpiry() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0), nanoRate: 1_500_000_000)], horizonDays: 60)
    model.silence()
    let compiled = try model.compiled()
    var run = ProductRun()
    run.start(compiled.products[0], policy: 0, of: compiled, world: World(compiled))
    run.today = 10
    func usable() -> Int64 { run.usableBeforeExpiry(0, compiled.products[0]) }
    func add(_ expiry: Int32, _ quantity: Int64) {
      run.shelves.insert(0, expiry: expiry, quantity: quantity)
      run.changeStock(0, by: quantity)
    }
    #expect(usable() == 0)
    add(11, 5)
    #expect(usable() == 0)
    add(14, 4)
    // Three days of 1.5.
    #expect(usable() == 4)
    add(16, 2)
    // 4.5 would be rounded down, but 4 + 2 is 6; five days of 1.5 are 7.5.
    #expect(usable() == 6)
    add(17, 10)
    // Six days of 1.5.
    #expect(usable() == 9)
    add(40, 1)
    #expect(usable() == 10)
  }

  @Test(
    "scheduled orders the same at every review, whatever the stock; what is refused is forgotten")
  func scheduled() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], packSize: 6, leadTime: .constant(1),
      orderIn: .packs, reviewEveryDays: 3)
    model.unitSettings.ordering = Self.always(2)
    model.silence()
    model.timeline.append(SmallModel.phase(3, 6, supply: 0))
    let replay = try model.replay()
    // Two packs on days 0, 6, 9, 12; that of day 3 is refused and not made up for.
    #expect(replay.unitStock == days((10, 1), (22, 6), (34, 3), (46, 3), (58, 1)))
  }

  @Test("Scheduled quantities have their distribution and depend on location and day alone")
  func scheduledQuantities() throws {
    // 4,000 days, seed 1: means lie within 4.4 standard errors, a false alarm in 100,000.
    for (counts, mean, deviation) in [
      (.stated([.init(count: 2, weight: 1), .init(count: 7, weight: 3)]), 5.75, 2.165_063_5),
      (.geometric(mean: 4), 4, 3.464_101_6),
      (.geometric(mean: 1), 1, 0),
    ] as [(CountDistribution, Double, Double)] {
      var model = SmallModel(
        units: [.init(id: "a", level: .units(0)), .init(id: "b", level: .units(0))],
        store: .units(1_000_000), horizonDays: 4_001,
        start: .given(remainingLife: .days(.constant(9_000))),
        remainingLife: .days(.constant(9_000)))
      model.silence()
      model.unitSettings.ordering = .scheduled(quantity: counts)
      let pair = try model.replay().unitStock
      model.units.removeLast()
      let alone = try model.replay()
      let taken = zip(alone.unitStock.dropFirst(), alone.unitStock).map { Double($0 - $1) }
      let average = taken.reduce(0, +) / 4_000
      #expect(abs(average - mean) <= 4.4 * deviation / 4_000.squareRoot())
      #expect(mean == 1 || Set(taken).count > 1)
      // The other unit's orders are its own.
      let both = Double(pair[4_000] - pair[0]) / 4_000
      #expect(abs(both - 2 * mean) <= 4.4 * deviation * 2.0.squareRoot() / 4_000.squareRoot())
      #expect(mean == 1 || both != 2 * average)
      model.store = .units(2_000_000)
      #expect(try model.replay().unitStock == alone.unitStock)
    }
  }

  @Test("table orders by what expires after 1, 2, … reviews; the last column takes all the rest")
  func orderByAge() throws {
    let table = OrderTable(
      daysPerColumn: 2, counts: [3, 2, 4], orders: (0..<24).map { Int64($0) + 100 })
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0))], store: .units(0), horizonDays: 60)
    model.silence()
    model.position = .usableTomorrow
    model.unitSettings.ordering = .table(table)
    let compiled = try model.compiled()
    let product = compiled.products[0]
    func order(_ lots: [(Int32, Int64)], onOrder: Int64 = 0, owes: Int64 = 0) -> Int64 {
      var run = ProductRun()
      run.start(product, policy: 0, of: compiled, world: World(compiled))
      run.today = 10
      for lot in lots { run.shelves.insert(0, expiry: lot.0, quantity: lot.1) }
      run.states[0].onOrder = onOrder
      run.states[0].owes = owes
      return run.orderByAge(0, product) - 100
    }
    #expect(order([]) == 0)
    // Gone tomorrow morning; then one and two days left; three and four; more.
    #expect(order([(11, 1)]) == 0)
    #expect(order([(12, 1)]) == 8)
    #expect(order([(13, 1)]) == 8)
    #expect(order([(14, 1)]) == 4)
    #expect(order([(15, 1)]) == 4)
    #expect(order([(16, 1)]) == 1)
    #expect(order([(59, 2)]) == 2)
    let mixed: [(Int32, Int64)] = [(12, 1), (13, 1), (14, 1), (16, 1), (17, 1)]
    #expect(order(mixed) == 22)
    // Beyond the table: its last row.
    #expect(order([(12, 9), (14, 9), (16, 9)]) == 23)
    #expect(order([], onOrder: 2) == 2)
    #expect(order([(20, 2)], onOrder: 1, owes: 2) == 1)
    #expect(order([(20, 1)], owes: 2) == 0)
  }

  @Test("A table is looked up at every review, and its orders arrive")
  func tableReplay() throws {
    // Nothing: 3; one or two: 1; three or more: nothing. 2 days of life after receipt on the next.
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0))], horizonDays: 8, leadTime: .constant(1),
      remainingLife: .days(.constant(2)))
    model.silence()
    model.position = .usableTomorrow
    model.unitSettings.ordering = .table(
      OrderTable(daysPerColumn: 1, counts: [4], orders: [3, 1, 1, 0]))
    let replay = try model.replay()
    // Day 0: 3. Day 1: 3 there, none. Day 2: they go tomorrow, 3 ordered. Day 3: replaced.
    #expect(replay.unitStock == [0, 3, 3, 3, 3, 3, 3, 3])
    #expect(replay.deliveryDays == [[1, 3, 5, 7]])
    #expect(replay.total.discarded == 9)
  }
}
