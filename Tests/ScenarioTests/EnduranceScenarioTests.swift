import Quantities
import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

/// What the comment of `features/endurance.json5` claims, with a wide margin.
@Suite("What the endurance scenario shows")
struct EnduranceScenarioTests {
  private static let products = ["gloves", "morphine"]

  private static func run(_ cut: InboundCut, _ condition: String) throws -> EnduranceResult {
    let model = try #require(Shipped.read("scenarios/features/endurance.json5").model)
    let chosen = model.content.products.positions.filter {
      products.contains(model.content.products[$0].id)
    }
    let compiled = CompiledModel(try model.cuttingInbound(cut), products: chosen)
    return try EnduranceStudy(compiled, condition: condition, replications: 0..<8).run(jobs: 2)
  }

  private static func median(
    _ result: EnduranceResult, _ policy: Int, _ level: EnduranceLevel, _ key: String
  ) throws -> Double {
    let estimate = try #require(result.estimate(policy: policy, level: level, key: key))
    return try #require(estimate.quantiles.count == 5 ? estimate.quantiles[2] : nil)
  }

  @Test("A month more lasts a month in peace, and a month divided by the multiplier in war")
  func multipliers() throws {
    let peace = try Self.run(.inPeace(day: 0), "peace")
    let war = try Self.run(.with(Position(0)), "war")
    #expect(war.study.cutDate.map { "\($0)" } == "2027-09-01")
    for (product, multiplier) in [("gloves", 2.0), ("morphine", 5.0)] {
      let days = try (0..<3).map { try Self.median(peace, $0, .product, product) }
      #expect(abs(days[1] - days[0] - 30) < 4, "\(product): \(days)")
      #expect(abs(days[2] - days[1] - 60) < 4, "\(product): \(days)")
      for policy in 0..<3 {
        let short = try Self.median(war, policy, .product, product)
        let ratio = try Self.median(peace, policy, .product, product) / short
        // A day more or less weighs much where it lasts three.
        #expect(abs(ratio - multiplier) < 0.1 * multiplier + 3 / short, "\(product): \(ratio)")
      }
    }
    // The lowest product counts.
    for policy in 0..<3 {
      let values = peace.replicationDays(policy: policy, level: .region, key: "region")
      let each = Self.products.map {
        peace.replicationDays(policy: policy, level: .product, key: $0)
      }
      for (replication, value) in values.enumerated() {
        #expect(value == each.compactMap { $0[replication] }.min())
      }
    }
  }

  @Test("Wards that hold days run out before the store that holds months can help")
  func wards() throws {
    let war = try Self.run(.with(Position(0)), "war")
    for policy in 0..<3 {
      let first = try #require(
        war.estimate(
          policy: policy, level: .demandClass, key: "acute", measure: .firstUnmetDays)?.mean)
      #expect(first < 3)
    }
    #expect(try Self.median(war, 2, .demandClass, "acute") > 15)
  }
}
