import Estimators
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Studies with detail")
struct DetailTests {
  private static func study(detail: Bool, replications: Range<Int> = 0..<9) throws -> Study {
    Study(
      CompiledModel(try SupplyModel(TwoProducts.content())), replications: replications,
      keeping: detail ? .everything : .levels)
  }

  @Test("Every replication is kept at every level, and its mean and quantiles are the estimate's")
  func everyLevel() throws {
    let result = try Self.study(detail: true).run(jobs: 2)
    var levels: Set<Level> = []
    for policy in 0..<2 {
      for estimate in result.estimates(policy: policy) {
        let values = result.replicationValues(
          policy: policy, measure: estimate.measure.name, level: estimate.group.level,
          key: estimate.group.key)
        #expect(values.count == 9)
        let present = values.compactMap { $0 }
        #expect(present.count == estimate.count)
        guard let mean = estimate.mean else { continue }
        levels.insert(estimate.group.level)
        let sum = present.reduce(0, +)
        #expect(abs(sum / Double(present.count) - mean) <= 1e-9 * abs(mean))
        #expect(estimate.quantiles.count == 5)
        #expect(estimate.quantiles == estimate.quantiles.sorted())
        if present.count == 9 { #expect(estimate.quantiles[2] == present.sorted()[4]) }
      }
    }
    #expect(levels == Set(Level.allCases))
    // Locations differ, and so do the replications of one.
    let stock = ["ward-a", "ward-b"].map {
      result.replicationValues(policy: 0, measure: "stockoutDays", level: .location, key: $0)
    }
    #expect(stock[0] != stock[1] && Set(stock[0]).count > 1)
  }

  @Test("Detail changes nothing else, nor does the number of cores")
  func nothingElse() throws {
    let plain = try Self.study(detail: false).run(jobs: 1)
    let detailed = try [1, 3].map { try Self.study(detail: true).run(jobs: $0) }
    for policy in 0..<2 {
      for (estimate, other) in zip(
        plain.estimates(policy: policy), detailed[0].estimates(policy: policy))
      {
        #expect(estimate.group == other.group && estimate.measure.name == other.measure.name)
        #expect(estimate.mean == other.mean && estimate.count == other.count)
        #expect(estimate.standardDeviation == other.standardDeviation)
        #expect(estimate.interval == other.interval)
        if estimate.group.level.keepsReplications {
          #expect(estimate.quantiles == other.quantiles)
        } else {
          #expect(estimate.quantiles.isEmpty)
        }
      }
      #expect(
        detailed[0].estimates(policy: policy).map(\.quantiles)
          == detailed[1].estimates(policy: policy).map(\.quantiles))
    }
    #expect(
      plain.replicationValues(policy: 0, measure: "demand", level: .product, key: "serum").isEmpty)
  }

  @Test("A study with an obstacle gone keeps as much, and has effects at every level")
  func counterfactual() throws {
    let study = try Self.study(detail: true)
    let other = try study.without(.shortages)
    #expect(other.keptCells.count == other.cells.count)
    let found = Counterfactual(
      without: .shortages, try other.run(jobs: 2), actual: try study.run(jobs: 2))
    let effects = found.effects(policy: 0, measures: ["stockoutDays"])
    #expect(Set(effects.map(\.group.level)) == Set(Level.allCases))
    #expect(effects.contains { $0.group.key == "ward-a" && $0.difference ?? 0 < 0 })
  }
}
