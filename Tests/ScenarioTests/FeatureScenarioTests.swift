import Foundation
import Studies
import SupplyModel
import Testing

/// The small scenarios that show one mechanism each.
@Suite("Feature scenarios")
struct FeatureScenarioTests {
  static var paths: [String] {
    Shipped.scenarios.filter { $0.hasPrefix("scenarios/features/") }
  }

  @Test("Each runs, and serves most but not more than is asked for", arguments: paths)
  func runs(path: String) throws {
    let result = try Shipped.run(path, replications: 0..<2)
    #expect(!result.policyNames.isEmpty)
    for policy in result.policyNames.indices {
      for measure in ["fillRate", "unmetFraction"] {
        let estimate = result.estimate(policy: policy, level: .all, key: "all", measure: measure)
        let mean = try #require(estimate?.mean)
        #expect(mean >= 0 && mean <= 1)
      }
      let fill = result.estimate(policy: policy, level: .all, key: "all", measure: "fillRate")
      #expect(try #require(fill?.mean) > 0.3)
    }
  }

  @Test("Each is found by its question and by its feature", arguments: paths)
  func isIndexed(path: String) throws {
    let url = Shipped.root.appending(path: "scenarios/README.md")
    let index = try String(contentsOf: url, encoding: .utf8)
    let parts = index.components(separatedBy: "## By feature")
    #expect(parts.count == 2)
    let name = path.dropFirst("scenarios/features/".count)
    #expect(parts[1].contains(name))
    #expect(parts[0].contains("features/\(name)") || name == "base.json5")
  }

  @Test("Each says at its top what to look at and what happens", arguments: paths)
  func isExplained(path: String) throws {
    let text = try String(contentsOf: Shipped.root.appending(path: path), encoding: .utf8)
    let comment = text.prefix { $0 != "{" }
    #expect(comment.hasPrefix("// "))
    #expect(comment.contains("replications, seed") || path.hasSuffix("/duty.json5"))
  }
}
