import Foundation
import Quantities
import ScenarioFiles
import Studies
import SupplyModel
import Testing

@Suite("Sweden")
struct SwedenTests {
  /// Read once for all tests here.
  private static let model = Shipped.read("scenarios/sweden.json5").model

  @Test("All 21 regions are there, with the inhabitants that Statistics Sweden counts")
  func regions() throws {
    let content = try #require(Self.model).content
    #expect(content.regions.count == 22)
    // 31 December 2024, the whole country.
    #expect(content.regions.map { $0.population ?? 0 }.reduce(0, +) == 10_587_710)
    let authorities = content.authorities.map(\.kind)
    #expect(authorities.count { $0 == .region } == 21)
    #expect(authorities.count { $0 == .private } == 1)
    func count(_ tier: String) -> Int {
      content.locations.count { content.tiers[$0.tier].id == tier }
    }
    #expect(count("distributor") == 2)
    #expect(count("hospitalPharmacy") == 21)
    #expect(count("centralStore") == 21)
    #expect(count("careUnit") == 105)
    #expect(content.products.count == 121)
    #expect(content.products.map(\.category).count { $0 == .medicine } == 82)
  }

  @Test("An inhabitant uses as much in every region, and as much as in Region Jönköpings län")
  func consumption() throws {
    func perRegion(_ model: SupplyModel?) throws -> [String: [String: DailyRate]] {
      let content = try #require(model).content
      var sums: [String: [String: DailyRate]] = [:]
      for row in content.consumption {
        let category = content.products[row.product].category
        let authority = content.locations[row.location].authority(of: category)
        let region = content.regions[content.authorities[authority].region]
        sums[content.products[row.product].id, default: [:]][region.id, default: .zero] +=
          row.normal
      }
      return sums
    }
    let sweden = try perRegion(Self.model)
    let jonkoping = try perRegion(Shipped.read("scenarios/jonkoping.json5").model)
    #expect(sweden.count == 121)
    for (product, regions) in sweden {
      // Both are rounded to a millionth from the same rate and the same 368 912 inhabitants.
      #expect(regions["jonkoping"] == jonkoping[product]?["jonkoping"])
      let stockholm = try #require(regions["stockholm"]?.unitsPerDay)
      let gotland = try #require(regions["gotland"]?.unitsPerDay)
      // 2 473 307 and 61 038 inhabitants; each rate is rounded to a millionth.
      #expect(abs(stockholm - gotland * 2_473_307 / 61_038) < 0.5e-6 * 42)
    }
  }

  @Test("Regions compete: what one product's makers can send is one limit for all of them")
  func competition() throws {
    let model = try #require(Self.model)
    let content = model.content
    let propofol = try #require(
      content.products.positions.first { content.products[$0].id == "propofol" })
    let network = model.networks[propofol.index]
    // One tree, children first, up to one distributor that counts the use of the whole country.
    let top = try #require(network.nodes.last)
    let used = content.consumption.filter { $0.product == propofol }
      .reduce(DailyRate.zero) { $0 + $1.normal }
    #expect(top.normalConsumption == used)
    #expect(network.nodes.count == 1 + 21 * 4)
    let makers = try #require(content.suppliers.first { $0.id == "medicine-makers" })
    #expect(makers.capacity?.slackBasisPoints == 1_500)
  }
}
