import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Trace of a replication")
struct TraceTests {
  /// A small scenario whose every number is drawn, with reserves, refused deliveries and longer use
  /// on top of what the conservation tests draw.
  static func randomModel(seed: UInt64) -> SmallModel {
    var model = ConservationTests.randomModel(seed: seed)
    var stream = StreamKey(seed: seed, source: 5).stream()
    func draw(_ low: Int, _ high: Int) -> Int {
      low + Int(stream.nextBelow(UInt64(high - low + 1)))
    }
    if draw(0, 2) == 0 {
      model.storeSettings.reserve = .units(Int64(draw(1, 60)))
      switch draw(0, 3) {
      case 0: model.storeSettings.rotation = .separate(fillFirst: .flow)
      case 1: model.storeSettings.rotation = .separate(fillFirst: .reserve)
      case 2: model.storeSettings.rotation = .swap(beforeExpiryDays: draw(2, 10))
      default: break
      }
      switch draw(0, 2) {
      case 0: model.storeSettings.release = .onStockout(delayDays: draw(0, 4))
      case 1:
        if !model.timeline.isEmpty {
          model.storeSettings.release = .inPhase(names: ["phase"], delayDays: draw(0, 2))
        }
      default: break
      }
    }
    if draw(0, 3) == 0 {
      model.unitSettings.redistributeBeforeDays = draw(3, 20)
    }
    if draw(0, 3) == 0 { model.unitSettings.minimumLifeAtReceiptDays = draw(1, 8) }
    if draw(0, 3) == 0, !model.timeline.isEmpty {
      model.timeline[0].lifeExtension = .init(products: .init(), days: draw(1, 10))
    }
    if draw(0, 3) == 0, !model.shortages.isEmpty {
      var second = model.shortages[0]
      second.id = "s2"
      model.shortages.append(second)
    }
    return model
  }

  @Test("The events of a traced run add up to its tallies, and tracing changes none of them")
  func sums() throws {
    var kinds: Set<String> = []
    var valid = 0
    for seed in 0..<360 as Range<UInt64> {
      guard let compiled = try? Self.randomModel(seed: seed).compiled() else { continue }
      valid += 1
      var plain = ReplicationWorker(compiled)
      plain.begin(product: 0, replication: 1)
      try plain.simulate(policy: 0)
      var traced = ReplicationWorker(compiled)
      let events = try traced.trace(product: 0, replication: 1, policy: 0)
      for event in events {
        kinds.insert("\(event.what)".split(separator: "(").map(String.init)[0])
      }
      let sums = TraceSums(events, horizonDays: compiled.horizonDays)
      for (node, location) in compiled.products[0].locations.enumerated() {
        #expect(plain.tally(node) == traced.tally(node), "seed \(seed)")
        #expect(sums.tally(location) == plain.tally(node), "seed \(seed), \(location.index)")
      }
      // A worker that has traced goes on as if it had not.
      traced.begin(product: 0, replication: 1)
      try traced.simulate(policy: 0)
      for node in compiled.products[0].locations.indices {
        #expect(plain.tally(node) == traced.tally(node), "seed \(seed)")
      }
    }
    #expect(valid > 180)
    #expect(kinds.count == 22, "\(kinds.sorted())")
  }

  @Test("Every event of a cut and a shipment names its quantities, days and lots")
  func smallTrace() throws {
    // Two wards empty on day 2; the store has 30 for their 48, and gets 30 more on day 6.
    var model = SmallModel(
      units: [.init(id: "a", level: .units(24)), .init(id: "b", level: .units(24))],
      store: .units(30), leadTime: .constant(4))
    model.peak(on: 2)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    let store = Position<Location>(2)
    let (a, b) = (Position<Location>(0), Position<Location>(1))
    let supplier = Position<Supplier>(0)
    func of(_ day: Int, _ location: Position<Location>) -> [TraceEvent.What] {
      events.filter { $0.day == day && $0.location == location }.map(\.what)
    }
    func standing(_ onHand: Int64, onOrder: Int64) -> TraceEvent.What {
      .endOfDay(
        .init(onHand: onHand, waiting: 0, onOrder: onOrder, owedToIt: 0, owedByIt: 0))
    }
    #expect(
      of(0, a) == [
        .startingLot(quantity: 24, expiry: 1_000), standing(24, onOrder: 0),
      ])
    let asked = of(2, b).compactMap { what -> Int64? in
      guard case .demand(let asked, 24, let missing, false) = what else { return nil }
      #expect(missing == asked - 24)
      return asked
    }
    #expect(asked.count == 1)
    #expect(
      of(2, b).dropFirst() == [.asked(quantity: 24, of: .location(store)), standing(0, onOrder: 6)])
    #expect(
      of(2, store) == [
        .shipped(quantity: 24, to: a, due: 3, expiry: 1_000),
        .shipped(quantity: 6, to: b, due: 3, expiry: 1_000),
        .cut(asked: 24, granted: 6, to: b, available: 30, rule: .firstCome),
        .asked(quantity: 30, of: .supplier(supplier)),
        .accepted(quantity: 30, asked: 30, by: supplier, due: 6, expiry: 1_006),
        standing(0, onOrder: 30),
      ])
    #expect(
      of(3, b) == [
        .received(quantity: 6, from: .location(store), expiry: 1_000),
        .asked(quantity: 18, of: .location(store)), standing(6, onOrder: 0),
      ])
    #expect(
      of(6, store).prefix(2) == [
        .received(quantity: 30, from: .supplier(supplier), expiry: 1_006),
        .shipped(quantity: 18, to: b, due: 7, expiry: 1_006),
      ])
  }
}

/// The tallies that events add up to.
struct TraceSums {
  private var tallies: [Position<Location>: Tally] = [:]

  func tally(_ location: Position<Location>) -> Tally { tallies[location] ?? fresh }

  /// What a location begins with.
  private let fresh: Tally

  init(_ events: [TraceEvent], horizonDays: Int) {
    var nothing = Tally()
    nothing.firstStockoutDay = Int64(horizonDays)
    nothing.emptyDays = Int64(horizonDays)
    fresh = nothing
    var standings: [Position<Location>: (day: Int, standing: TraceEvent.Standing)] = [:]
    var shipmentDays: [Position<Location>: Int] = [:]
    for event in events {
      if let location = event.location, case .endOfDay(let standing) = event.what {
        if let before = standings[location] {
          hold(before.standing, from: before.day, to: event.day, at: location)
        }
        standings[location] = (event.day, standing)
        if event.day < 0 { tallies[location, default: fresh].waitingAtStart = standing.waiting }
        tallies[location, default: fresh].waiting = standing.waiting
      }
      guard event.day >= 0, let location = event.location else { continue }
      if case .shipped(_, let child, _, _) = event.what, shipmentDays[child] != event.day {
        shipmentDays[child] = event.day
        tallies[child, default: fresh].orderLines += 1
      }
      add(event, at: location)
    }
    for (location, last) in standings {
      hold(last.standing, from: last.day, to: horizonDays, at: location)
      tallies[location, default: fresh].stockAtEnd = last.standing.onHand
      tallies[location, default: fresh].onOrderAtEnd = last.standing.onOrder
      tallies[location, default: fresh].owedAtEnd = last.standing.owedToIt
    }
  }

  /// A location stands as it does at the end of each day until something happens there.
  private mutating func hold(
    _ standing: TraceEvent.Standing, from first: Int, to end: Int, at location: Position<Location>
  ) {
    let days = Int64(max(0, end - max(0, first)))
    tallies[location, default: fresh].stockUnitDays += standing.onHand * days
    tallies[location, default: fresh].onOrderUnitDays += standing.onOrder * days
    tallies[location, default: fresh].owedUnitDays += standing.owedToIt * days
    tallies[location, default: fresh].waitingUnitDays += standing.waiting * days
    if standing.onHand > 0 { tallies[location, default: fresh].emptyDays -= days }
    if standing.waiting > 0 { tallies[location, default: fresh].waitingDays += days }
  }

  private mutating func add(_ event: TraceEvent, at location: Position<Location>) {
    var tally = tallies[location] ?? fresh
    var unmet: Int64 = 0
    switch event.what {
    case .demand(let asked, let served, let missing, let waits):
      tally.demand += asked
      tally.demandDays += 1
      tally.served += served
      tally.servedAtOnce += served
      if !waits { unmet = missing }
    case .waitingServed(let quantity): tally.served += quantity
    case .patienceEnded(let quantity): unmet = quantity
    case .received(let quantity, .supplier, _): tally.purchased += quantity
    case .sentBack(let quantity, .supplier, _): tally.rejected += quantity
    case .sentBack(let quantity, .location, _): tally.returned += quantity
    case .discarded(let quantity, _): tally.discarded += quantity
    case .accepted: tally.orderLines += 1
    case .redistributed(let quantity, _, _, _): tally.redistributed += quantity
    default: break
    }
    if unmet > 0 {
      tally.unmet += unmet
      tally.firstStockoutDay = min(tally.firstStockoutDay, Int64(event.day))
      tally.stockoutDays += 1
    }
    tallies[location] = tally
  }
}
