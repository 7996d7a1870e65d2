import Replications
import Studies
import SupplyModel
import Testing

@Suite("The shipped scenario of authorities by category")
struct AuthorityByCategoryScenarioTests {
  @Test("The region holds the care home's medicines, the municipality the rest")
  func shows() throws {
    func units(_ path: String) throws -> [String: Int64] {
      let result = try Shipped.run(
        path, replications: 0..<1, products: ["morphine", "gauze", "drink"])
      let content = result.content
      let pairs = result.dutyFindings(policy: 1).map {
        (
          "\(content.authorities[$0.requirement.holder].id) \(content.products[$0.product].id)",
          $0.requirement.fullUnits
        )
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    let before = try units("scenarios/features/duty.json5")
    let after = try units("scenarios/features/authority-by-category.json5")
    // 0.3 a day for 30 days go from the municipality to the region.
    #expect(before["northby morphine"] == 9)
    #expect(after["northby morphine"] == nil)
    #expect(after["region-north morphine"] == (before["region-north morphine"] ?? 0) + 9)
    for product in ["gauze", "drink"] {
      #expect(after["northby \(product)"] == before["northby \(product)"])
      #expect(after["northby \(product)"] ?? 0 > 0)
    }
    #expect(after.count == before.count - 1)
  }
}
