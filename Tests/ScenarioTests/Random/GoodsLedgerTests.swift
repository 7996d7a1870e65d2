import Replications
import ScenarioFiles
import SupplyModel
import Testing

/// Invariance (a): received + initial = issued + discarded + destroyed + on hand + in transit, per
/// location and lot, at every event.
///
/// The program's own account (every day in a debug build) is not asked: a second book is kept from the
/// events of random scenarios. Seeds from 50,000 on; `BUFFERT_SEEDS` as in `RandomScenarioTests`.
@Suite("Invariance (a): conservation")
struct GoodsLedgerTests {
  /// The models of random scenarios.
  private static func models(_ count: Int) -> [(seed: UInt64, model: SupplyModel)] {
    let (seeds, areStated) = RandomScenarioTests.seeds
    guard areStated else {
      return RandomScenarioLawTests.accepted(count, from: 50_000).map { ($0.seed, $0.model) }
    }
    return seeds.compactMap { seed in
      print("seed \(seed)")
      return RandomScenario.scenario(seed: seed).read().model.map { (seed, $0) }
    }
  }

  /// Calls `body` with the events of every product under every policy in the first replication.
  private static func forEachTrace(
    of model: SupplyModel, _ body: ([TraceEvent]) -> Void
  ) throws {
    let compiled = CompiledModel(model)
    var worker = ReplicationWorker(compiled)
    for product in compiled.products.indices {
      for policy in compiled.policies.indices {
        body(try worker.trace(product: product, replication: 0, policy: policy))
      }
    }
  }

  @Test("(a) Goods are conserved at every location, lot and event of random scenarios")
  func isConserved() throws {
    var moves = 0
    var kinds: Set<String> = []
    // Random scenarios seldom have what regions need to send goods to one another.
    let regions = try #require(Shipped.read("scenarios/features/transshipment.json5").model)
    for (name, model) in Self.models(100).map({ ("seed \($0)", $1) }) + [("transshipment", regions)]
    {
      try Self.forEachTrace(of: model) { events in
        let ledger = GoodsLedger(events)
        if let problem = ledger.problem { Issue.record("\(name): \(problem)") }
        moves += ledger.moves
        for event in events where GoodsLedger.movesGoods(event.what) {
          kinds.insert(String("\(event.what)".prefix { $0 != "(" }))
        }
      }
    }
    guard !RandomScenarioTests.seeds.areStated else { return }
    #expect(moves > 60_000, "\(moves)")
    // Every kind of event that moves goods has been met.
    #expect(kinds.count == 14 || RandomScenarioTests.firstSeed > 0, "\(kinds.sorted())")
  }

  @Test("(a) The book sees when any one event is left out, or told twice")
  func sees() throws {
    var tried = 0
    var draws = Draws(seed: 50_000)
    for (seed, model) in Self.models(30) {
      try Self.forEachTrace(of: model) { events in
        let last = events.lastIndex { if case .endOfDay = $0.what { true } else { false } } ?? 0
        let moving = events.indices.filter { $0 < last && GoodsLedger.movesGoods(events[$0].what) }
        guard !moving.isEmpty else { return }
        let place = draws.pick(moving)
        var missing = events
        missing.remove(at: place)
        #expect(GoodsLedger(missing).problem != nil, "seed \(seed): without \(events[place])")
        var twice = events
        twice.insert(events[place], at: place)
        #expect(GoodsLedger(twice).problem != nil, "seed \(seed): twice \(events[place])")
        tried += 1
      }
    }
    #expect(tried > 30 || RandomScenarioTests.seeds.areStated)
  }
}
