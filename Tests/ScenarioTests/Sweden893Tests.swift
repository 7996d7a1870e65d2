import Foundation
import Quantities
import ScenarioFiles
import SupplyModel
import Testing

/// The scenario of 893 substances, whose table of consumption is made by a command and not in the
/// repository: here a row for each substance stands in for it. `.ci/run` makes and checks the real one.
@Suite("Sweden with 893 substances")
struct Sweden893Tests {
  private static let path = "scenarios/sweden-893.json5"
  private static let table = "scenarios/sweden-893/consumption.csv"

  /// Read with one row for each substance, at a care unit of each region in turn.
  private static let outcome = ScenarioReader { name in
    if name == table { return .success(Array(standIn.utf8)) }
    guard let data = try? Data(contentsOf: Shipped.root.appending(path: name)) else {
      return .failure(FileProblem(reason: "there is no such file"))
    }
    return .success([UInt8](data))
  }.read(path)

  private static var standIn: String {
    func ids(_ name: String, in kind: String = "") -> [String] {
      let text = try? String(
        contentsOf: Shipped.root.appending(path: "scenarios/sweden-893/\(name)"), encoding: .utf8)
      return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
        .filter { $0.contains(",\(kind)") }.map { String($0.prefix { $0 != "," }) }
    }
    let units = ids("locations.csv", in: "careUnit,")
    let rows = ids("products.csv").enumerated().map { index, product in
      "\(units[index * 37 % units.count]),\(product),0.25,2.5"
    }
    return (["location,product,perDay,dispersion"] + rows).joined(separator: "\n")
  }

  @Test("The tables in the repository and the scenario fit together")
  func reads() throws {
    #expect(Self.outcome.diagnostics.rendered() == "")
    let content = try #require(Self.outcome.model).content
    #expect(content.products.count == 893)
    #expect(content.policies.map(\.name).sorted() == ["one-month", "three-months", "today"])
    #expect(content.experiment.horizonDays == 730)
    #expect(content.authorities.count { $0.kind == .region } == 21)
    #expect(content.regions.map { $0.population ?? 0 }.reduce(0, +) == 10_587_710)
    func count(_ tier: String) -> Int {
      content.locations.count { content.tiers[$0.tier].id == tier }
    }
    #expect(count("distributor") == 1)
    #expect(count("hospitalPharmacy") == 21)
    #expect(count("careUnit") == 3_809)
  }

  @Test("Nobody can take the catalogue for a real one")
  func isSynthetic() throws {
    let content = try #require(Self.outcome.model).content
    for product in content.products {
      #expect(product.id.hasPrefix("substance-"))
      #expect(product.name.hasPrefix("Påhittad substans "))
    }
    let known = Self.outcome.effective.provenance.filter { $0.column.hasPrefix("products.") }
    #expect(known.count == 7)
    #expect(known.allSatisfy { $0.status == .assumption && $0.count == 893 })
  }

  @Test("Every region has every kind of care unit, and larger regions more")
  func units() throws {
    let content = try #require(Self.outcome.model).content
    var count: [String: Int] = [:]
    for location in content.locations where content.tiers[location.tier].id == Tier.careUnit {
      let parts = location.id.split(separator: "-")
      count[parts.dropLast().joined(separator: "-"), default: 0] += 1
    }
    for region in content.regions where region.population != nil {
      for kind in ["intensive", "primary", "palliative", "ambulance"] {
        #expect(count["\(region.id)-\(kind)", default: 0] >= 1)
      }
    }
    // 110 a million inhabitants: 2 473 307 and 61 038 of them; there at least five.
    #expect(count["stockholm-primary"] == 272)
    #expect(count["gotland-primary"] == 7)
  }

  @Test("Without its table the scenario names the file that is missing")
  func missing() {
    let outcome = ScenarioReader { name in
      guard name != Self.table, let data = try? Data(contentsOf: Shipped.root.appending(path: name))
      else { return .failure(FileProblem(reason: "there is no such file")) }
      return .success([UInt8](data))
    }.read(Self.path)
    #expect(outcome.model == nil)
    let text = outcome.diagnostics.rendered()
    #expect(text.contains("there is no such file"))
    #expect(text.contains("scenarios/sweden-893/consumption.csv"))
    #expect(outcome.diagnostics.sorted.count == 1)
  }
}
