import Quantities
import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

/// Stores and places by municipality, as Region Halland printed them (information on medicines,
/// spring 2024; eight of Halmstad's stores are in care homes).
private let municipalities: [(id: String, stores: Int, homes: Int, places: [Int64])] = [
  ("halmstad", 7, 8, [873, 125, 1259]),
  ("varberg", 7, 0, [456, 18, 787]),
  ("kungsbacka", 5, 0, [701, 46, 775]),
  ("falkenberg", 3, 0, [493, 34, 639]),
  ("laholm", 3, 0, [226, 18, 457]),
  ("hylte", 1, 0, [226, 10, 155]),
]

@Suite("Halland")
struct HallandTests {
  private let path = "scenarios/halland.json5"

  @Test("Each municipality has the stores that the region counts, and the region one")
  func stores() throws {
    let content = try #require(Shipped.read(path).model).content
    func count(_ tier: String, _ authority: String) -> Int {
      content.locations.positions.count {
        content.tiers[content.locations[$0].tier].id == tier
          && content.authorities[content.locations[$0].authority(of: .medicine)].id == authority
      }
    }
    for municipality in municipalities {
      let authority = "municipality-\(municipality.id)"
      #expect(count("municipalStore", authority) == municipality.stores)
      #expect(count("careHomeStore", authority) == municipality.homes)
      #expect(count("careUnit", authority) == municipality.stores + municipality.homes)
    }
    #expect(count("centralStore", "region-halland") == 1)
    #expect(content.locations.count == 69)
  }

  @Test("No place is lost between a municipality and its stores")
  func places() throws {
    let content = try #require(Shipped.read(path).model).content
    // Morphine: 4 units a patient-day; 54, 72 and 18 patient-days per 100 places and year.
    let daysPerPlace: [Int64] = [54, 72, 18]
    for municipality in municipalities {
      let own = content.consumption.filter {
        content.products[$0.product].id == "morfin"
          && content.authorities[content.locations[$0.location].authority(of: .medicine)].id
            == "municipality-\(municipality.id)"
      }
      let sum = own.reduce(DailyRate.zero) { $0 + $1.normal }
      let days = zip(daysPerPlace, municipality.places).reduce(0) { $0 + $1.0 * $1.1 }
      let exact = Double(days) * 4 / 100 / 365
      // Each care unit's rate is rounded to a millionth.
      #expect(abs(sum.unitsPerDay - exact) <= 0.5e-6 * Double(own.count))
    }
  }

  @Test("A month in 34 stores is more stock than the same month in one, and more is discarded")
  func fragmentation() throws {
    let result = try Shipped.run(path, replications: 0..<2, products: ["naloxon", "haloperidol"])
    func value(_ policy: String, _ measure: String, _ level: Level, _ key: String) throws -> Double
    {
      let position = try #require(result.policyNames.firstIndex(of: policy))
      let estimate = result.estimate(policy: position, level: level, key: key, measure: measure)
      return try #require(estimate?.mean)
    }
    for product in ["naloxon", "haloperidol"] {
      let today = try value("today", "discarded", .product, product)
      let region = try value("month-in-region", "discarded", .product, product)
      let stores = try value("month-in-stores", "discarded", .product, product)
      #expect(stores - today > 3 * abs(region - today))
      let inRegion = try value("month-in-region", "averageStock", .product, product)
      let inStores = try value("month-in-stores", "averageStock", .product, product)
      #expect(inStores > inRegion)
    }
  }

  @Test("Ten days are many times ten days where every store rounds up to a pack")
  func rounding() throws {
    let model = try #require(Shipped.read(path).model)
    let ratios = StatedTargets.all(of: CompiledModel(model)).filter { $0.policy == "today" }
    func ratio(_ tier: String) throws -> Double {
      try #require(ratios.first { $0.tier == tier }?.roundingRatio)
    }
    #expect(try ratio("centralStore") < 1.2)
    #expect(try ratio("municipalStore") > 5)
    #expect(try ratio("careHomeStore") > 15)
  }
}
