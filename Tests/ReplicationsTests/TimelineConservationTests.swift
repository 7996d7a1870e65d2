import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Debug builds check every account on every day, so that a run that ends is a test of all of them.
@Suite("Conservation through losses, cuts and drawn phases")
struct TimelineConservationTests {
  /// A small scenario whose every number is drawn, reserves and all, with phases that do something.
  static func randomModel(seed: UInt64) -> SmallModel {
    var model = TraceTests.randomModel(seed: seed)
    var stream = StreamKey(seed: seed, source: 6).stream()
    func draw(_ low: Int, _ high: Int) -> Int {
      low + Int(stream.nextBelow(UInt64(high - low + 1)))
    }
    let places = model.units.count + (model.store == nil ? 0 : 1)
    model.storageClass = .cold
    func locations() -> LocationSelection {
      draw(0, 2) == 0 ? .init() : .init(locations: [Position(draw(0, places - 1))])
    }
    for index in model.units.indices where index == 0 || draw(0, 1) == 0 {
      model.units[index].nanoPrescribed = SmallModel.rate(Double(draw(1, 300)) / 100)
    }
    for number in 0..<draw(1, 3) {
      var phase = SmallModel.phase(named: "p\(number)", 0, model.horizonDays)
      if draw(0, 1) == 0 {
        phase.timing = PhaseTiming(
          begin: .between(first: 0, last: model.horizonDays - 1),
          length: .exponential(mean: 10), probabilityBasisPoints: 8_000)
      } else {
        phase.firstDay = draw(0, model.horizonDays - 1)
        phase.lengthDays = draw(1, 20)
      }
      for reason in StockLoss.Reason.allCases where draw(0, 1) == 0 {
        phase.losses.append(
          StockLoss(
            reason: reason, products: .init(), locations: locations(),
            shareBasisPoints: Int64(draw(1, 10_000)), eachBasisPoints: Int64(draw(1, 10_000))))
      }
      for _ in 0..<draw(0, 2) {
        phase.transportCuts.append(
          // From the store, if there is one, or from everywhere.
          model.store == nil || draw(0, 1) == 0
            ? TransportCut(from: nil, to: locations())
            : TransportCut(
              from: .init(locations: [Position(places - 1)]),
              to: .init(locations: [Position(draw(0, places - 2)), Position(places - 1)])))
      }
      switch draw(0, 3) {
      case 0: phase.allocation = .equalCover
      case 1: phase.allocation = .proportionalToRequest
      default: break
      }
      phase.spillOver = SpillOver(
        products: .init(), shareBasisPoints: 5_000, doseShareBasisPoints: 500, homeStockDays: 10)
      phase.postponements = [
        Postponement(
          products: .init(), locations: .init(), shareBasisPoints: 3_000,
          returnsBasisPoints: 9_000, returnDays: draw(1, 9))
      ]
      model.timeline.append(phase)
    }
    return model
  }

  @Test("No unit appears or vanishes, and a traced run says of each where it went")
  func balances() throws {
    var valid = 0
    var lost: Int64 = 0
    var reasons: Set<StockLoss.Reason> = []
    var kinds: Set<String> = []
    for seed in 0..<240 as Range<UInt64> {
      guard let compiled = try? Self.randomModel(seed: seed).compiled() else { continue }
      valid += 1
      var worker = ReplicationWorker(compiled)
      worker.begin(product: 0, replication: 1)
      try worker.simulate(policy: 0)
      let plain = compiled.products[0].locations.indices.map { worker.tally($0) }
      let events = try worker.trace(product: 0, replication: 1, policy: 0)
      for node in plain.indices {
        #expect(worker.tally(node) == plain[node], "seed \(seed)")
        let location = compiled.products[0].locations[node]
        var sums: [StockLoss.Reason: Int64] = [:]
        var spilledOver: Int64 = 0
        for event in events where event.location == location {
          kinds.insert("\(event.what)".split(separator: "(").map(String.init)[0])
          guard event.day >= 0 else { continue }
          if case .lost(let units, _, let reason) = event.what {
            sums[reason, default: 0] += units
            reasons.insert(reason)
          }
          if case .spilledOver(let units) = event.what { spilledOver += units }
        }
        #expect(plain[node].destroyed == sums[.destroyed] ?? 0, "seed \(seed)")
        #expect(plain[node].spoiled == sums[.coldChain] ?? 0, "seed \(seed)")
        #expect(plain[node].withdrawn == sums[.withdrawn] ?? 0, "seed \(seed)")
        #expect(plain[node].spilledOver == spilledOver, "seed \(seed)")
        lost += sums.values.reduce(0, +)
      }
    }
    #expect(valid > 120)
    #expect(lost > 500)
    #expect(reasons.count == 3)
    #expect(kinds.contains("transportCut"))
  }
}
