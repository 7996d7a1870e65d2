import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Conservation of goods")
struct ConservationTests {
  /// A small scenario whose every number is drawn.
  static func randomModel(seed: UInt64) -> SmallModel {
    var stream = StreamKey(seed: seed, source: 4).stream()
    func draw(_ low: Int, _ high: Int) -> Int {
      low + Int(stream.nextBelow(UInt64(high - low + 1)))
    }
    let count = draw(1, 4)
    let units = (0..<count).map { index in
      SmallModel.Unit(
        id: "u\(draw(0, 99))-\(index)", level: .units(Int64(draw(0, 30))),
        nanoRate: SmallModel.rate(Double(draw(1, 400)) / 100),
        family: draw(0, 1) == 0 ? .poisson : .negativeBinomial(indexOfDispersion: 3),
        rank: draw(0, 2), leadTimeDays: draw(1, 4))
    }
    var model = SmallModel(
      units: units, store: draw(0, 3) == 0 ? nil : .units(Int64(draw(0, 120))),
      packSize: Int64(draw(1, 6)), horizonDays: draw(1, 60),
      start: .given(remainingLife: .days(.uniformInteger(low: 1, high: draw(1, 40)))),
      seed: seed, leadTime: .uniformInteger(low: 0, high: draw(0, 9)),
      remainingLife: .days(.uniformInteger(low: 1, high: draw(1, 40))))
    if draw(0, 3) == 0 { model.start = .rotated(warmUpDays: draw(0, 20)) }
    if draw(0, 1) == 0 {
      model.capacity = .init(slackBasisPoints: Int64(draw(0, 5_000)), windowDays: draw(1, 20))
    }
    if draw(0, 1) == 0 {
      model.shortages = [
        ShortageProcess(
          id: "s", products: .init(), frequency: .meanUpTime(days: Double(draw(5, 40))),
          duration: .exponential(mean: Double(draw(1, 20))), startsUp: draw(0, 1) == 0)
      ]
    }
    if draw(0, 1) == 0 {
      let first = draw(0, model.horizonDays - 1)
      model.timeline = [
        SmallModel.phase(
          first, first + draw(1, 20), demand: Double(draw(0, 6)),
          supply: Int64(draw(0, 3) * 5_000), leadTime: Double(draw(1, 3)))
      ]
    }
    model.position = draw(0, 1) == 0 ? .onHand : .usableTomorrow
    model.orderIn = draw(0, 1) == 0 ? .packs : .units
    model.reviewEveryDays = draw(1, 8)
    drawRules(&model, draw)
    drawDemand(&model, draw)
    return model
  }

  /// Ordering, review, requests, transfer times and allocation, drawn too.
  static func drawRules(_ model: inout SmallModel, _ draw: (Int, Int) -> Int) {
    func level() -> StockLevel { .units(Int64(draw(0, 25))) }
    func ordering(lowestTarget: Int) -> OrderingRule {
      switch draw(0, 8) {
      case 0: .minMax(reorderAt: .units(Int64(draw(0, lowestTarget))))
      case 1: .reorderPoint(reorderAt: level(), quantity: .units(Int64(draw(1, 25))))
      case 2: .forwardCover
      case 3: .scheduled(quantity: .geometric(mean: Double(draw(1, 5))))
      case 4:
        .table(
          OrderTable(
            daysPerColumn: draw(1, 9), counts: [2, 4],
            orders: (0..<8).map { _ in Int64(draw(0, 9)) })
        )
      default: .orderUpTo
      }
    }
    func units(_ level: StockLevel) -> Int {
      guard case .units(let count) = level else { return 0 }
      return Int(count)
    }
    model.unitSettings.ordering = ordering(
      lowestTarget: model.units.map { units($0.level) }.min() ?? 0)
    model.storeSettings.ordering = ordering(lowestTarget: model.store.map(units) ?? 0)
    if draw(0, 2) == 0 { model.unitSettings.orderMaximum = .units(Int64(draw(6, 25))) }
    if draw(0, 2) == 0 { model.storeSettings.orderMaximum = .units(Int64(draw(6, 25))) }
    if draw(0, 1) == 0, model.store != nil { model.unitSettings.requests = .backlogged }
    if draw(0, 2) == 0 { model.unitSettings.review = .weekdays([draw(0, 3), draw(2, 6)]) }
    for index in model.units.indices {
      model.units[index].carePriority = draw(1, 3)
      model.units[index].authority = draw(0, 1)
      if draw(0, 1) == 0 {
        model.units[index].drawnLeadTime = .uniform(low: 0, high: Double(draw(1, 7)))
      }
    }
    model.authorityIDs = ["north", "south"]
    switch draw(0, 5) {
    case 0: model.allocation = .proportionalToRequest
    case 1: model.allocation = .proportionalToConsumption
    case 2: model.allocation = .equalCover
    case 3:
      let least = model.units.map(\.carePriority).max() ?? 1
      model.allocation = .priority(
        criticalLevels: least > 1 ? [.init(carePriority: least, level: level())] : [])
    default: break
    }
  }

  /// What becomes of demand that finds no stock, and how demand comes about.
  private static func drawDemand(_ model: inout SmallModel, _ draw: (Int, Int) -> Int) {
    switch draw(0, 2) {
    case 0: model.shortfall = .deferrable(patienceDays: draw(1, 12))
    case 1: model.shortfall = .backlogged
    default: break
    }
    let sizes = CountDistribution.stated([
      .init(count: 1, weight: 2), .init(count: draw(2, 12), weight: 1),
    ])
    for index in model.units.indices {
      switch draw(0, 7) {
      case 0: model.units[index].family = .constant
      case 1: model.units[index].family = .compoundPoisson(sizes: sizes)
      case 2: model.units[index].family = .stated(sizes)
      case 3:
        model.units[index].family = .empirical(
          .init(unitsPerDay: (0..<14).map { _ in Int64(draw(0, 5)) }, firstWeekday: draw(0, 6)))
      default: break
      }
      if draw(0, 2) == 0 {
        model.units[index].profile = DemandProfile(
          id: "p\(index)", weekdayFactors: (0..<7).map { _ in Double(draw(0, 8)) / 4 },
          periodFactors: [1, 0.5, 2])
      }
    }
  }

  @Test("In any scenario goods and demand add up, and more is never served than there was")
  func randomScenarios() throws {
    var refused = 0
    for seed in 0..<300 as Range<UInt64> {
      let model = Self.randomModel(seed: seed)
      let compiled: CompiledModel
      do {
        compiled = try model.compiled()
      } catch is ModelProblems {
        // Drawn rules may disagree with each other, and are then refused.
        refused += 1
        continue
      }
      var worker = ReplicationWorker(compiled)
      for replication in 0..<2 {
        let replay = try Replay(&worker, of: compiled, replication: replication)
        for tally in replay.tallies {
          let askedFor = tally.waitingAtStart + tally.demand
          #expect(askedFor == tally.served + tally.unmet + tally.waiting, "seed \(seed)")
          #expect(tally.servedAtOnce <= min(tally.served, tally.demand), "seed \(seed)")
          #expect(tally.waiting >= 0 && tally.waiting <= tally.waitingUnitDays, "seed \(seed)")
          if model.shortfall == .lost { #expect(tally.servedAtOnce == tally.served) }
          #expect((tally.unmet > 0) == (tally.stockoutDays > 0))
          #expect((tally.demand > 0) == (tally.demandDays > 0) && tally.demandDays <= tally.demand)
          #expect((tally.waitingUnitDays > 0) == (tally.waitingDays > 0), "seed \(seed)")
          #expect(tally.waitingDays <= tally.waitingUnitDays, "seed \(seed)")
          #expect((0...Int64(model.horizonDays)).contains(tally.emptyDays), "seed \(seed)")
        }
        // Days that end with nothing and days that end with something are all there are.
        if model.store != nil {
          let stocked = replay.storeStock.count { $0 > 0 }
          #expect(replay.tallies[model.units.count].emptyDays + Int64(stocked) == model.horizonDays)
        }
        if model.units.count == 1 {
          let stocked = replay.unitStock.count { $0 > 0 }
          #expect(replay.tallies[0].emptyDays + Int64(stocked) == model.horizonDays)
        }
        let stock = zip(replay.unitStock, replay.storeStock).map(+)
        #expect(stock.allSatisfy { $0 >= 0 }, "seed \(seed)")
        #expect(replay.total.stockUnitDays == stock.reduce(0, +), "seed \(seed)")
        let (last, total) = (stock[stock.count - 1], replay.total)
        #expect(total.stockAtEnd == last, "seed \(seed)")
        if case .given = model.start {
          let start = compiled.products[0].plans[0].reduce(0) { $0 + $1.target }
          let underWay = start + total.purchased - total.served - total.discarded - last
          #expect(underWay >= 0, "seed \(seed)")
          // What is on order from the store is what is on its way from it.
          if model.store != nil {
            let onOrder = replay.tallies.prefix(model.units.count).map(\.onOrderAtEnd)
            #expect(onOrder.reduce(0, +) == underWay, "seed \(seed)")
          }
          if model.store == nil { #expect(underWay == 0, "seed \(seed)") }
        }
      }
    }
    #expect(refused < 150)
  }

  /// What is done to a run that is sound.
  enum Damage: CaseIterable, Sendable {
    case lotAppears, lotVanishes, shipmentAppears, issueForgotten, demandForgotten, waitForgotten,
      none
  }

  @Test(
    "Goods that appear or vanish stop the run with day, product and policy",
    arguments: Damage.allCases)
  func brokenBalance(damage: Damage) throws {
    let model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
    let compiled = try model.compiled()
    var run = ProductRun()
    run.replication = 7
    run.start(compiled.products[0], policy: 0, of: compiled, world: World(compiled))
    switch damage {
    case .lotAppears: run.shelves.insert(0, expiry: 1_000, quantity: 1)
    case .lotVanishes: _ = run.shelves.takeFirst(1, atMost: 1)
    case .shipmentAppears:
      run.shipments.send(.init(node: 0, expiry: 1_000, quantity: 1), due: 5)
    case .issueForgotten:
      _ = run.shelves.takeFirst(0, atMost: 1)
      run.changeStock(0, by: -1)
    case .demandForgotten: run.tallies[0].demand += 1
    case .waitForgotten: run.tallies[0].waiting += 1
    case .none: break
    }
    var found: BrokenBalance?
    do {
      try run.checkAtEnd(compiled.products[0], policy: 0, of: compiled)
    } catch {
      found = error
    }
    guard damage != .none else {
      #expect(found == nil)
      return
    }
    let broken = try #require(found)
    #expect(broken.replication == 7)
    #expect(broken.product == "product")
    #expect(broken.policy == "policy")
    #expect(broken.day == 0)
    #expect(
      broken.description.hasPrefix(
        "conservation broken in replication 7, policy “policy”, product “product”, all locations, "
          + "day 0: start 40 + purchased 0 ≠ issued 0"))
  }

  #if DEBUG
    @Test("In debug builds a location whose lots don't match its account stops the run that day")
    func brokenLocation() throws {
      let model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
      let compiled = try model.compiled()
      for (expiry, quantity) in [(1_000, 1), (0, 1), (1_000, 0)] as [(Int32, Int64)] {
        var run = ProductRun()
        run.start(compiled.products[0], policy: 0, of: compiled, world: World(compiled))
        run.shelves.insert(0, expiry: expiry, quantity: quantity)
        if quantity > 0, expiry == 0 {
          // Booked as it should be, but expired.
          run.changeStock(0, by: quantity)
          run.balance.addStart(0, quantity)
        }
        var found: BrokenBalance?
        do {
          try run.checkEachDay(compiled.products[0], policy: 0, of: compiled)
        } catch {
          found = error
        }
        // A lot of nothing beside one of the same day changes nothing.
        #expect(found?.place == (quantity > 0 ? "location “unit”" : nil))
      }
    }
  #endif
}
