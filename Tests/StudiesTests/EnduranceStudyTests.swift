import Estimators
import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Studies of endurance")
struct EnduranceStudyTests {
  /// Two wards and a store without lead times that matter, constant demand: bandages 2 and 1.5 a day,
  /// serum 0.1 a day at the first ward.
  private static func content(
    _ change: (inout SupplyModel.Content) -> Void = { _ in }
  ) throws -> SupplyModel.Content {
    var content = try TwoProducts.content(replications: 4)
    content.shortages = []
    content.suppliers[0].leadTime = .constant(300)
    content.suppliers[0].remainingLife = .days(.constant(390))
    content.experiment.start = .given(remainingLife: .days(.constant(390)))
    for row in content.consumption.indices { content.consumption[row].family = .constant }
    change(&content)
    return content
  }

  private static func result(
    _ content: SupplyModel.Content, jobs: Int = 2
  ) throws -> EnduranceResult {
    let model = try SupplyModel(content).cuttingInbound(.inPeace(day: 0))
    return try EnduranceStudy(CompiledModel(model), condition: "peace").run(jobs: jobs)
  }

  @Test("The lowest product counts; care units count each by itself; every replication is the same")
  func lowest() throws {
    let result = try Self.result(try Self.content())
    // Bandages under `lean`: the store 18, the wards 6 and 5, 29 in all for 3.5 a day: 28 in 8 days.
    // Serum: the store 10 (one pack), the ward 10: 20 at 0.1 a day outlast the horizon of 60 days.
    let bandage = try #require(result.estimate(policy: 0, level: .product, key: "bandage"))
    #expect(bandage.mean == 8)
    #expect(bandage.censoredShare == 0 && bandage.count == 4)
    #expect(bandage.quantiles == [8, 8, 8, 8, 8] && bandage.least == 8)
    let serum = try #require(result.estimate(policy: 0, level: .product, key: "serum"))
    #expect(serum.mean == 60 && serum.censoredShare == 1)
    for (level, key) in [
      (EnduranceLevel.all, "all"), (.region, "region"), (.category, "medicine"),
      (.demandClass, "daily"),
    ] {
      let estimate = try #require(result.estimate(policy: 0, level: level, key: key))
      #expect(estimate.mean == 8, "\(key)")
    }
    #expect(result.estimate(policy: 0, level: .category, key: "device")?.mean == 60)
    // Each ward by itself, as the store serves them by rank; the first that runs out counts.
    let a = try #require(result.estimate(policy: 0, level: .location, key: "ward-a")?.mean)
    let b = try #require(result.estimate(policy: 0, level: .location, key: "ward-b")?.mean)
    let first = result.estimate(policy: 0, level: .all, key: "all", measure: .firstUnmetDays)
    #expect(first?.mean == min(a, b))
    #expect(min(a, b) <= 8 && max(a, b) >= 8)
    let each = try #require(result.estimate(policy: 0, level: .tier, key: Tier.careUnit))
    #expect(each.mean == (a + b) / 2)
    #expect(each.least == min(a, b) && each.count == 4)
    #expect(each.quantiles.first == min(a, b) && each.quantiles.last == max(a, b))
    // One region: no row says the same twice. One priority: no row for it.
    let levels = Set(result.estimates(policy: 0).map(\.row.level))
    #expect(
      levels == [.all, .tier, .region, .category, .demandClass, .location, .product])
  }

  @Test("Several regions have rows of their own, and the lowest of them counts")
  func regions() throws {
    let content = try Self.content { content in
      content.regions.append(Region(id: "south", name: "", population: 500))
      content.authorities.append(
        Authority(id: "south", name: "", kind: .region, region: Position(1)))
      content.locations[2].authorities = Category.allCases.map { _ in Position(1) }
      content.locations[2].sources = Category.allCases.map { _ in .supplier(Position(0)) }
      content.locations[2].carePriority = 2
    }
    let result = try Self.result(content)
    func days(_ level: EnduranceLevel, _ key: String) -> Double? {
      result.estimate(policy: 0, level: level, key: key)?.mean
    }
    // South has its ward's 5 bandages for 1.5 a day: 4.5 in three days. The first region has the
    // store's 10 and its ward's 6 for 2 a day.
    #expect(days(.region, "south") == 3)
    #expect(days(.region, "region") == 8)
    #expect(days(.all, "all") == 3)
    #expect(days(.demandClass, "daily") == 3)
    #expect(days(.regionDemandClass, "region/daily") == 8)
    #expect(days(.regionProduct, "south/bandage") == 3)
    #expect(days(.regionCategory, "region/device") == 60)
    #expect(days(.regionProduct, "south/serum") == nil)
    #expect(days(.carePriority, "2") == 3)
    #expect(
      result.estimate(policy: 0, level: .carePriority, key: "1", measure: .firstUnmetDays)?.mean
        == 8)
  }

  @Test("What nobody is expected to ask for has no row, and shortens nothing")
  func nobody() throws {
    let content = try Self.content { content in
      content.consumption[2].normal = .zero
    }
    let result = try Self.result(content)
    #expect(result.estimate(policy: 0, level: .product, key: "serum") == nil)
    #expect(result.estimate(policy: 0, level: .demandClass, key: "rare") == nil)
    #expect(result.estimate(policy: 0, level: .all, key: "all")?.mean == 8)
  }

  @Test(
    "One core and two find the same; a product alone finds the same; quantiles are of replications")
  func cores() throws {
    let content = try Self.content { content in
      for row in content.consumption.indices { content.consumption[row].family = .poisson }
      content.experiment.replications = 9
    }
    let texts = try [1, 2].map { jobs in
      try Self.result(content, jobs: jobs).estimates(policy: 1).map {
        "\($0.row) \($0.mean ?? -1) \($0.interval?.low ?? -1) \($0.quantiles) \($0.censoredShare ?? -1)"
      }
    }
    #expect(texts[0] == texts[1])
    let model = try SupplyModel(content).cuttingInbound(.inPeace(day: 0))
    let alone = try EnduranceStudy(
      CompiledModel(model, products: [Position(0)]), condition: "peace"
    ).run(jobs: 2)
    let all = try Self.result(content)
    for policy in 0..<2 {
      let days = all.replicationDays(policy: policy, level: .product, key: "bandage")
      #expect(days == alone.replicationDays(policy: policy, level: .product, key: "bandage"))
      #expect(days.count == 9 && Set(days).count > 1)
      let estimate = try #require(
        all.estimate(policy: policy, level: .product, key: "bandage"))
      #expect(estimate.quantiles[2] == days.compactMap { $0 }.sorted()[4])
      #expect(estimate.least == days.compactMap { $0 }.min())
    }
  }
}
