import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

/// Serum may be given instead of bandages, 2 for one; the lean policy does not allow it.
@Suite("Substitution over replications")
struct SubstitutionStudyTests {
  private static let count = 8

  private static func content(extraCostOre: Int64 = 250) throws -> SupplyModel.Content {
    var content = try TwoProducts.content(replications: count)
    content.substitutions = [
      Substitution(
        original: Position(0), substitutes: [.init(product: Position(1), unitsEach: 2)],
        permission: .always, extraCost: Money(ore: extraCostOre))
    ]
    content.policies[0].allowsSubstitution = false
    // Enough of the serum is used for its patients to miss it.
    content.consumption[2].normal = DailyRate(nanoUnits: 3_000_000_000)
    // The same stock under both, so that they differ in nothing else.
    content.policies[1].rules = content.policies[0].rules
    return content
  }

  private static func study(_ content: SupplyModel.Content) throws -> Study {
    Study(CompiledModel(try SupplyModel(content)))
  }

  private static func mean(
    _ result: StudyResult, _ policy: Int, _ level: Level, _ key: String, _ measure: String
  ) -> Double? {
    result.estimate(policy: policy, level: level, key: key, measure: measure)?.mean
  }

  /// By policy: what the replications one by one have added up to for each product, at the wards.
  private static func totals(_ content: SupplyModel.Content) throws -> [[Tally]] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    var sums = [[Tally]](repeating: [Tally(), Tally()], count: 2)
    for replication in 0..<count {
      worker.begin(job: 0, replication: replication)
      for policy in 0..<2 {
        try worker.simulate(policy: policy)
        for product in [1, 0] {
          worker.read(product: product)
          for node in compiled.products[product].locations.indices {
            sums[policy][product].add(worker.tally(node))
          }
        }
      }
    }
    return sums
  }

  @Test("What is given instead is shown at both products, and what it costs where it was missing")
  func measures() throws {
    let content = try Self.content()
    #expect(CompiledModel(try SupplyModel(content)).jobs.count == 1)
    let result = try Self.study(content).run(jobs: 2)
    let totals = try Self.totals(content)
    let replaced = totals[1][0].servedBySubstitute
    #expect(replaced > 20)
    #expect(totals[1][1].issuedAsSubstitute == 2 * replaced)
    #expect(totals[0][0].servedBySubstitute == 0)
    let perReplication = Double(replaced) / Double(Self.count)
    #expect(
      Self.mean(result, 1, .product, "bandage", "servedBySubstitute") == perReplication)
    #expect(
      Self.mean(result, 1, .product, "serum", "issuedAsSubstitute") == 2 * perReplication)
    #expect(Self.mean(result, 0, .product, "bandage", "servedBySubstitute") == 0)
    // 2.50 SEK for each, in 60 days.
    let cost = perReplication * 2.5 * 365 / 60
    for (level, key) in [(Level.product, "bandage"), (.all, "all"), (.tier, Tier.careUnit)] {
      let found = try #require(Self.mean(result, 1, level, key, "substitutionSEKPerYear"))
      #expect(abs(found - cost) < 1e-9 * cost)
    }
    #expect(Self.mean(result, 1, .tier, "centralStore", "substitutionSEKPerYear") == 0)
    // It is part of the running cost, and the only part that its price changes.
    let free = try Self.study(Self.content(extraCostOre: 0)).run(jobs: 1)
    let running = try #require(Self.mean(result, 1, .all, "all", "runningSEKPerYear"))
    let without = try #require(Self.mean(free, 1, .all, "all", "runningSEKPerYear"))
    #expect(abs(running - without - cost) < 1e-9 * running)
  }

  @Test("The substitute's own patients are seen to go without, where the original's are served")
  func harm() throws {
    let totals = try Self.totals(try Self.content())
    #expect(totals[0].map(\.demand) == totals[1].map(\.demand))
    #expect(totals[1][0].unmet < totals[0][0].unmet)
    #expect(totals[1][1].unmet > totals[0][1].unmet)
  }

  @Test("The rows stand where there is something to show, and nowhere else")
  func rows() throws {
    func keys(_ study: Study, _ measure: String) -> Set<String> {
      Set(
        study.cells.filter { Measure.all[$0.measure].name == measure }.map { cell in
          let group = study.grouping.groups[cell.group]
          return "\(group.level) \(group.key)"
        })
    }
    let study = try Self.study(Self.content())
    #expect(
      keys(study, "servedBySubstitute") == [
        "product bandage", "category medicine", "demandClass daily",
      ])
    #expect(
      keys(study, "issuedAsSubstitute") == [
        "product serum", "category device", "demandClass rare",
      ])
    #expect(!keys(study, "substitutionSEKPerYear").contains("product serum"))
    #expect(keys(study, "substitutionSEKPerYear").contains("all all"))
    let none = try TwoProducts.study()
    for measure in ["servedBySubstitute", "issuedAsSubstitute", "substitutionSEKPerYear"] {
      #expect(keys(none, measure).isEmpty)
    }
  }

  @Test("Cores, and products that are only simulated for others' sake, change no number")
  func invariance() throws {
    let content = try Self.content()
    let study = try Self.study(content)
    let (one, two) = (try study.run(jobs: 1), try study.run(jobs: 2))
    let alone = try Study(
      CompiledModel(try SupplyModel(content), products: [Position(0)])
    ).run(jobs: 2)
    for policy in 0..<2 {
      let rows = one.estimates(policy: policy)
      for (first, second) in zip(rows, two.estimates(policy: policy)) {
        #expect(first.mean == second.mean && first.quantiles == second.quantiles)
      }
      for row in rows where row.group.level == .product && row.group.key == "bandage" {
        #expect(
          Self.mean(alone, policy, .product, "bandage", row.measure.name) == row.mean,
          "\(row.measure.name)")
      }
      #expect(Self.mean(alone, policy, .product, "serum", "demand") == nil)
    }
  }
}
