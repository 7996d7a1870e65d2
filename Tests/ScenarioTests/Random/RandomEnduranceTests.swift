import Replications
import SupplyModel
import Testing

/// What must hold once all inbound supply has stopped, whatever a scenario says.
@Suite("Random scenarios without supply")
struct RandomEnduranceTests {
  @Test("From a cut on the first day on nothing is bought, and goods and demand still add up")
  func nothingComesIn() throws {
    var bought: Int64 = 0
    for drawn in RandomScenarioLawTests.accepted(60, from: 53_000) {
      bought += try ScenarioRun(drawn.model, replications: [0]).sum(\.purchased)
      let run = try ScenarioRun(
        try drawn.model.cuttingInbound(.inPeace(day: 0)), replications: [0, 1])
      #expect(run.problem == nil, "seed \(drawn.seed)")
      #expect(run.sum(\.purchased) == 0 && run.sum(\.rejected) == 0, "seed \(drawn.seed)")
    }
    #expect(bought > 0)
  }

  @Test("The first care unit of a region runs out no later than all its stock in one place would")
  func pooledLastsLonger() throws {
    var (same, later, open) = (0, 0, 0)
    for drawn in RandomScenarioLawTests.accepted(120, from: 54_000) {
      let content = drawn.model.content
      // A substitute is stock that the pool does not know of.
      guard content.substitutions.isEmpty else { continue }
      let day = Int(drawn.seed) % content.experiment.horizonDays
      let compiled = CompiledModel(try drawn.model.cuttingInbound(.inPeace(day: day)))
      var worker = ReplicationWorker(compiled)
      for (place, product) in compiled.products.enumerated() {
        guard let plan = product.endurance, plan.regions.count == 1 else { continue }
        let category = content.products[product.position].category
        let regions = product.locations.map {
          content.authorities[content.locations[$0].authority(of: category)].region
        }
        guard Set(regions).count == 1 else { continue }
        for policy in compiled.policies.indices {
          worker.begin(product: place, replication: 0)
          try worker.simulate(policy: policy)
          worker.read(product: place)
          guard let pooled = worker.pooledEndurance(0) else { continue }
          let units = product.locations.indices.compactMap { worker.endurance($0) }
          let first = try #require(units.min { $0.days < $1.days })
          #expect(first.days <= pooled.days, "seed \(drawn.seed)")
          #expect(!first.isCensored || pooled.isCensored, "seed \(drawn.seed)")
          if pooled.isCensored { open += 1 }
          if first.days == pooled.days { same += 1 } else { later += 1 }
        }
      }
    }
    #expect(same > 10 && later > 20 && open > 5, "\(same) \(later) \(open)")
  }
}
