import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

/// Ward a has a second authority in a second region, which answers for its serum, a device; for the
/// bandage, a medicine, the first answers everywhere.
@Suite("Groups where authorities differ by category")
struct AuthorityGroupsTests {
  private static func content() throws -> SupplyModel.Content {
    var content = try TwoProducts.content()
    // Enough that ward a runs out of it in a shortage.
    content.consumption[2].normal = DailyRate(nanoUnits: 1_000_000_000)
    content.regions.append(Region(id: "elsewhere", name: "", population: 500))
    content.authorities.append(
      Authority(id: "other", name: "", kind: .municipality, region: Position(1)))
    content.locations[1].authorities[Category.device.ordinal] = Position(1)
    return content
  }

  private static func result(_ content: SupplyModel.Content) throws -> StudyResult {
    try Study(CompiledModel(try SupplyModel(content))).run(jobs: 1)
  }

  @Test("A product at a place counts for who answers for its category, and in that region")
  func divided() throws {
    let result = try Self.result(Self.content())
    func mean(_ level: Level, _ key: String, _ measure: String) throws -> Double {
      let estimate = result.estimate(policy: 0, level: level, key: key, measure: measure)
      return try #require(estimate?.mean, "\(level) \(key) \(measure)")
    }
    for (level, first, second) in [
      (Level.authority, "authority", "other"), (.region, "region", "elsewhere"),
    ] {
      // Only ward a uses serum, and only serum is the other's.
      for measure in ["unmetFraction", "stockoutDays", "anyStockout"] {
        #expect(try mean(level, second, measure) == mean(.product, "serum", measure))
        #expect(try mean(level, first, measure) == mean(.product, "bandage", measure))
        #expect(try mean(level, second, measure) > 0)
      }
      #expect(try mean(level, first, "unmetFraction") != mean(level, second, "unmetFraction"))
      // The other's stock is serum; what it does not have of ward a's is the first's.
      for measure in ["averageStockSEK", "orderLines"] {
        let parts = try mean(level, first, measure) + mean(level, second, measure)
        #expect(try abs(parts - mean(.all, "all", measure)) < 1e-9 * parts)
        #expect(try mean(level, second, measure) < mean(.location, "ward-a", measure))
        #expect(try mean(level, second, measure) > 0)
      }
    }
  }

  @Test("A region in which nothing is used need not say how many live there, others must")
  func inhabitants() throws {
    func perInhabitant(_ content: SupplyModel.Content) throws -> Double? {
      try Self.result(content).estimate(
        policy: 0, level: .all, key: "all", measure: "runningSEKPerInhabitantYear")?.mean
    }
    var content = try Self.content()
    content.regions[0].population = 1_500
    let withTwo = try #require(try perInhabitant(content))
    content.regions.append(Region(id: "nobody", name: "", population: nil))
    #expect(try perInhabitant(content) == withTwo)
    // All 2 000 count, also where nothing is used.
    content.regions[2].population = 2_000
    #expect(try abs(#require(try perInhabitant(content)) - withTwo / 2) < 1e-9 * withTwo)
    content.regions[1].population = nil
    #expect(try perInhabitant(content) == nil)
  }

  @Test("A delivery to a place counts for each who answers for anything there")
  func deliveries() throws {
    let result = try Self.result(Self.content())
    func deliveries(_ level: Level, _ key: String) -> Double? {
      result.estimate(policy: 0, level: level, key: key, measure: "deliveries")?.mean
    }
    for (level, first, second) in [
      (Level.authority, "authority", "other"), (.region, "region", "elsewhere"),
    ] {
      #expect(deliveries(level, first) == deliveries(.all, "all"))
      #expect(deliveries(level, second) == deliveries(.location, "ward-a"))
    }
    #expect(deliveries(.location, "ward-a") ?? 0 > 0)
  }

  @Test("An exemption concerns the care units whose use of the product its authority answers for")
  func exemptions() throws {
    var content = try Self.content()
    content.duty = Duty(exemptions: [
      Exemption(
        authority: Position(1), product: Position(1), reason: "slow", held: .days(10),
        mitigation: "borrowed", reviewDate: CalendarDate(dayNumber: 30_000))
    ])
    let result = try Self.result(content)
    let finding = try #require(result.exemptionFindings(policy: 0).first)
    let days = result.estimate(policy: 0, level: .product, key: "serum", measure: "stockoutDays")
    #expect(finding.stockoutDays.mean == days?.mean)
    #expect(finding.stockoutDays.mean ?? 0 > 0)
  }

  @Test("A care unit counts where it belongs with something that it uses")
  func careUnits() throws {
    func counts(_ content: SupplyModel.Content) throws -> [Int] {
      let grouping = Study(CompiledModel(try SupplyModel(content))).grouping
      return grouping.groups.filter { $0.level == .authority }.map(\.careUnitCount)
    }
    var content = try Self.content()
    #expect(try counts(content) == [2, 1])
    // Nobody uses food for special medical purposes, and ward b no serum.
    content.locations[1].authorities = [0, 0, 1, 0].map { Position($0) }
    content.locations[2].authorities = [0, 1, 0, 0].map { Position($0) }
    #expect(try counts(content) == [2, 0])
  }
}
