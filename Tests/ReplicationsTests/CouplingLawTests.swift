import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Laws of products that depend on each other")
struct CouplingLawTests {
  /// A random model with a few products, anything between them, at one to three care units.
  static func random(_ seed: UInt64, horizonDays: Int = 60) -> (model: CoupledModel, life: Int) {
    var stream = StreamKey(
      seed: seed, source: 0, replication: 0, product: 0, location: 0, purpose: 99
    ).stream()
    func draw(_ low: Int, _ high: Int) -> Int {
      low + Int(stream.nextBelow(UInt64(high - low + 1)))
    }
    let (count, units, life) = (draw(2, 5), draw(1, 3), draw(4, 30))
    var model = CoupledModel(
      items: (0..<count).map { place in
        let shortfalls: [Shortfall] = [
          .lost, .lost, .deferrable(patienceDays: draw(1, 6)), .backlogged,
        ]
        return .init(
          id: "p\((place * 7 + Int(seed)) % 11)", level: Int64(draw(0, 12)),
          demand: (0..<units).map { _ in
            (0..<draw(3, 9)).map { _ in draw(0, 2) == 0 ? Double(draw(1, 9)) : 0 }
          }, shortfall: shortfalls[draw(0, 3)], weight: Int64(draw(1, 2)))
      }, horizonDays: horizonDays, leadTime: Double(draw(1, 6)))
    model.remainingLife = .days(.constant(Double(life)))
    model.start = .given(remainingLife: .days(.constant(Double(life))))
    for place in 0..<count where draw(0, 2) == 0 {
      let partner = (place + draw(1, count - 1)) % count
      guard model.items[partner].keyedTo == nil,
        !model.items.contains(where: { $0.keyedTo == place })
      else { continue }
      model.items[place].keyedTo = partner
    }
    for original in 0..<count where draw(0, 2) > 0 {
      let first = draw(1, count - 1)
      let second = draw(1, count - 1)
      let others = (first == second ? [first] : [first, second]).map { (original + $0) % count }
      model.substitute(
        original, by: others.map { ($0, Int64(draw(1, 3))) },
        draw(0, 1) == 0 ? .always : .duringShortage(delayDays: draw(0, 4)))
    }
    if draw(0, 1) == 0 {
      model.shortages = [
        ShortageProcess(
          id: "s", products: .init(), frequency: .meanUpTime(days: 9),
          duration: .exponential(mean: 8), startsUp: draw(0, 1) == 0)
      ]
    }
    model.seed = seed
    return (model, life)
  }

  private static func isDown(_ model: CoupledModel, _ item: Int) throws -> [Bool] {
    var days = Array(repeating: false, count: model.horizonDays)
    for event in try model.events(item) {
      guard case .shortageBegan(_, let until) = event.what else { continue }
      for day in event.day..<(until ?? model.horizonDays) { days[day] = true }
    }
    return days
  }

  @Test("Random small models give what a slow and plain program gives, to the unit")
  func oracle() throws {
    var sums: [String: Int64] = [:]
    for seed in 0..<400 as Range<UInt64> {
      let (model, life) = Self.random(seed)
      let oracle = CouplingOracle(
        model, life: life, isDown: try model.items.indices.map { try Self.isDown(model, $0) })
      for (item, replay) in try model.replays().enumerated() {
        for (unit, tally) in replay.tallies.enumerated() {
          var found = tally.service
          found["first"] = nil
          for (name, value) in [
            ("discarded", tally.discarded), ("stock days", tally.stockUnitDays),
            ("demand days", tally.demandDays), ("empty days", tally.emptyDays),
            ("days of waiting", tally.waitingDays), ("stock at end", tally.stockAtEnd),
            ("on order at end", tally.onOrderAtEnd),
          ]
          where value != 0 { found[name] = value }
          #expect(
            found == oracle.shelves[item][unit].tally, "seed \(seed), \(item) at \(unit)")
          sums.merge(found) { $0 + $1 }
        }
      }
    }
    // Everything that can happen does.
    for name in ["by substitute", "as substitute", "discarded", "waiting", "unmet"] {
      #expect((sums[name] ?? 0) > 1_000, "\(name)")
    }
  }

  @Test("Substitution that is not allowed, or never permitted, changes nothing")
  func neverPermitted() throws {
    for seed in 0..<60 as Range<UInt64> {
      var model = Self.random(seed).model
      for item in model.items.indices { model.items[item].keyedTo = nil }
      var none = model
      none.substitutions = []
      let expected = try none.replays()
      #expect(try none.compiled().jobs.allSatisfy { $0.count == 1 })
      var notAllowed = model
      notAllowed.isAllowed = false
      #expect(try notAllowed.replays() == expected)
      // The same in one job: a shortage that never lasts so long.
      for place in model.substitutions.indices {
        model.substitutions[place].permission = .duringShortage(delayDays: 1_000)
      }
      let compiled = try model.compiled()
      if !model.substitutions.isEmpty { #expect(compiled.jobs.contains { $0.count > 1 }) }
      #expect(try model.replays() == expected, "seed \(seed)")
    }
  }

  @Test("How products fall into jobs changes nothing, though their warm-ups differ")
  func grouping() throws {
    var joinedCount = 0
    for seed in 0..<40 as Range<UInt64> {
      var model = Self.random(seed, horizonDays: 30).model
      for item in model.items.indices { model.items[item].shelfLife = 20 + 17 * item }
      model.remainingLife = .shareOfShelfLife(.uniform(low: 0.4, high: 0.9))
      model.start = .rotated(warmUpDays: nil)
      let apart = try model.replays()
      var joined = model
      let replaced = Set(model.substitutions.map(\.original.index))
      for item in model.items.indices where !replaced.contains(item) {
        let others = model.items.indices.filter { $0 != item }
        joined.substitute(
          item, by: others.map { ($0, 1) }, .duringShortage(delayDays: 1_000))
      }
      if replaced.count < model.items.count {
        #expect(try joined.compiled().jobs.count == 1)
        joinedCount += 1
      }
      #expect(Set(try joined.compiled().products.map(\.warmUpDays)).count == model.items.count)
      #expect(try joined.replays() == apart, "seed \(seed)")
    }
    #expect(joinedCount > 20)
  }

  @Test("The order of products in the scenario changes nothing")
  func rowOrder() throws {
    for seed in 0..<40 as Range<UInt64> {
      let model = Self.random(seed).model
      let last = model.items.count - 1
      var turned = model
      turned.items.reverse()
      for place in 0...last {
        turned.items[place].keyedTo = turned.items[place].keyedTo.map { last - $0 }
      }
      turned.substitutions = model.substitutions.reversed().map { row in
        Substitution(
          original: Position(last - row.original.index),
          substitutes: row.substitutes.map {
            .init(product: Position(last - $0.product.index), unitsEach: $0.unitsEach)
          }, permission: row.permission, extraCost: row.extraCost)
      }
      #expect(try turned.replays() == model.replays().reversed(), "seed \(seed)")
    }
  }

  @Test("Where demand is lost, what substitutes serve comes on top of what the product itself does")
  func onTop() throws {
    var served: Int64 = 0
    for seed in 0..<90 as Range<UInt64> {
      var model = Self.random(seed).model
      // One original; nothing is given instead of a substitute.
      if !model.substitutions.contains(where: { $0.original == Position(0) }) {
        model.substitute(0, by: [(1, 1)])
      }
      model.substitutions = model.substitutions.filter { $0.original == Position(0) }
      for item in model.items.indices { model.items[item].keyedTo = nil }
      model.items[0].shortfall = .lost
      var without = model
      without.isAllowed = false
      let (with, alone) = (try model.replays()[0], try without.replays()[0])
      #expect(with.unitStock == alone.unitStock)
      for (one, other) in zip(with.tallies, alone.tallies) {
        #expect(one.served == other.served + one.servedBySubstitute)
        #expect(one.unmet == other.unmet - one.servedBySubstitute)
        served += one.servedBySubstitute
      }
    }
    #expect(served > 1_000)
  }

  @Test("A product that is asked for alone has the numbers that it has among all")
  func companions() throws {
    for seed in 0..<30 as Range<UInt64> {
      let model = Self.random(seed).model
      let all = try model.replays(replication: 3)
      let valid = try SupplyModel(model.content)
      for item in model.items.indices {
        let compiled = CompiledModel(valid, products: [Position(item)])
        #expect(compiled.products.map(\.position) == [Position(item)])
        #expect(compiled.jobs == [[0]])
        var worker = ReplicationWorker(compiled)
        #expect(try Replay(&worker, of: compiled, replication: 3) == all[item])
      }
    }
  }

  @Test("Tracing changes no number, and its events add up to the sums")
  func tracing() throws {
    for seed in 0..<60 as Range<UInt64> {
      let model = Self.random(seed).model
      let compiled = try model.compiled()
      let replays = try model.replays()
      var worker = ReplicationWorker(compiled)
      for item in model.items.indices {
        let events = try worker.trace(product: item, replication: 0, policy: 0)
        var (asked, byOthers, forOthers): (Int64, Int64, Int64) = (0, 0, 0)
        var missing: Int64 = 0
        for event in events {
          switch event.what {
          case .demand(let quantity, let served, let lacked, _):
            asked += quantity
            missing += lacked
            #expect(served + lacked <= quantity)
          case .substituted(let quantity, _, _): byOthers += quantity
          case .issuedAsSubstitute(let quantity, _): forOthers += quantity
          default: break
          }
        }
        let total = replays[item].tallies
        #expect(asked == total.reduce(0) { $0 + $1.demand })
        #expect(byOthers == total.reduce(0) { $0 + $1.servedBySubstitute })
        #expect(forOthers == total.reduce(0) { $0 + $1.issuedAsSubstitute })
        #expect(asked - missing == total.reduce(0) { $0 + $1.servedAtOnce })
        for (node, location) in compiled.products[item].locations.enumerated() {
          #expect(worker.tally(node) == total[location.index])
        }
        // The next one is read from the same worker without a pen.
        #expect(
          try Replay(&worker, of: compiled, product: item, replication: 0) == replays[item])
      }
    }
  }
}
