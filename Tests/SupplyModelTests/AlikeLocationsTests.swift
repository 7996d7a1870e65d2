import Quantities
import SupplyModel
import Testing

@Suite("Locations that a policy treats alike")
struct AlikeLocationsTests {
  /// The small model with a rule for one ward.
  private static func content() -> SupplyModel.Content {
    var content = SmallContent.valid()
    let ward = content.locations.firstIndex { $0.id == "ward-b" } ?? 0
    var rule = PolicyRule(locations: .init(locations: [Position(ward)]))
    rule.reserve = .units(7)
    for policy in content.policies.indices { content.policies[policy].rules.append(rule) }
    return content
  }

  @Test("Are of one kind and have the same settings")
  func sameSettings() {
    let content = Self.content()
    for policy in content.policies {
      let alike = AlikeLocations(under: policy, for: .medicine, in: content)
      #expect(alike.classes.count == content.locations.count)
      #expect(alike.classes.allSatisfy { (0..<Int32(alike.count)).contains($0) })
      for product in content.products.positions {
        for (first, other) in Self.pairs(content) where alike.classes[first] == alike.classes[other]
        {
          func settings(_ index: Int) -> PolicySettings? {
            policy.settings(
              for: content.products[product], at: product, in: content.locations[index],
              at: Position(index))
          }
          #expect(settings(first) == settings(other))
          #expect(content.locations[first].tier == content.locations[other].tier)
        }
      }
    }
  }

  @Test("A rule for one ward sets it apart from the others, which stay together")
  func apart() throws {
    let content = Self.content()
    let alike = AlikeLocations(under: content.policies[0], for: .medicine, in: content)
    func classOf(_ id: String) throws -> Int32 {
      alike.classes[try #require(content.locations.firstIndex { $0.id == id })]
    }
    #expect(try classOf("ward-a") == classOf("ward-c"))
    #expect(try classOf("ward-b") != classOf("ward-a"))
    #expect(try classOf("store") != classOf("ward-a"))
    #expect(alike.count == 3)
  }

  private static func pairs(_ content: SupplyModel.Content) -> [(Int, Int)] {
    content.locations.indices.flatMap { first in content.locations.indices.map { (first, $0) } }
  }
}
