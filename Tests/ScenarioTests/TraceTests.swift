import Replications
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Trace of a shipped scenario")
struct TraceTests {
  @Test("The events of R1's first replication add up to what the run counts", arguments: [0, 1])
  func referenceModel(policy: Int) throws {
    let model = try #require(Shipped.read("scenarios/reference/r1.json5").model)
    let compiled = CompiledModel(model)
    var plain = ReplicationWorker(compiled)
    plain.begin(product: 0, replication: 0)
    try plain.simulate(policy: policy)
    var traced = ReplicationWorker(compiled)
    let events = try traced.trace(product: 0, replication: 0, policy: policy)
    var sums = [Tally](repeating: Tally(), count: model.content.locations.count)
    for event in events {
      guard let place = event.location?.index else { continue }
      switch event.what {
      case .demand(let asked, let served, let missing, _):
        sums[place].demand += asked
        sums[place].served += served
        sums[place].unmet += missing
        sums[place].stockoutDays += missing > 0 ? 1 : 0
      case .received(let quantity, .supplier, _): sums[place].purchased += quantity
      case .discarded(let quantity, _): sums[place].discarded += quantity
      default: break
      }
    }
    for (node, location) in compiled.products[0].locations.enumerated() {
      let (tally, sum) = (plain.tally(node), sums[location.index])
      #expect(tally == traced.tally(node))
      #expect(
        [tally.demand, tally.served, tally.unmet, tally.stockoutDays, tally.purchased]
          + [tally.discarded] == [sum.demand, sum.served, sum.unmet, sum.stockoutDays]
          + [sum.purchased, sum.discarded])
    }
    #expect(sums.reduce(0) { $0 + $1.demand } > 50_000)
    #expect(sums.reduce(0) { $0 + $1.unmet } > 0)
  }
}
