import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Measures of what phases destroy and bring")
struct LossMeasureTests {
  private func content(_ reasons: [StockLoss.Reason], spillOver: Bool) throws -> SupplyModel.Content
  {
    var content = try TwoProducts.content()
    var phase = Phase(
      name: "war", firstDay: 3, lengthDays: 5, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: content.demandClasses.map { _ in 1 }, supplyBasisPoints: 10_000,
      leadTimeMultiplier: 1)
    phase.losses = reasons.map {
      StockLoss(reason: $0, products: .init(), locations: .init(), shareBasisPoints: 5_000)
    }
    if spillOver {
      phase.spillOver = SpillOver(
        products: .init(), shareBasisPoints: 5_000, doseShareBasisPoints: 250, homeStockDays: 90)
      content.consumption[0].prescribed = DailyRate(nanoUnits: 1_000_000_000)
    }
    content.timeline = [phase]
    return content
  }

  @Test("They stand where a phase may destroy stock for the reason, and nowhere else")
  func rows() throws {
    let names: [StockLoss.Reason: [String]] = [
      .destroyed: ["destroyed", "destroyedSEK"], .coldChain: ["spoiled", "spoiledSEK"],
      .withdrawn: ["withdrawn", "withdrawnSEK"],
    ]
    for reasons in [[], [.destroyed], [.coldChain, .withdrawn]] as [[StockLoss.Reason]] {
      for spillOver in [false, true] {
        let study = Study(
          CompiledModel(try SupplyModel(content(reasons, spillOver: spillOver))))
        let found = Set(study.cells.map { Measure.all[$0.measure].name })
        for (reason, expected) in names {
          for name in expected { #expect(found.contains(name) == reasons.contains(reason)) }
        }
        #expect(found.contains("spilledOver") == spillOver)
      }
    }
  }

  @Test("Units, their price, and the fee for destroying them")
  func values() throws {
    let content = try content([.destroyed], spillOver: false)
    var tally = Tally()
    tally.discarded = 1
    tally.destroyed = 2
    tally.spoiled = 30
    tally.withdrawn = 400
    tally.spilledOver = 5_000
    var units = Tally()
    units.add(tally)
    units.add(tally)
    let costs = CostRates(
      priceYear: 2026, capitalBasisPoints: 0,
      storagePerPalletYear: StorageClass.allCases.map { _ in .zero }, palletMillilitres: 1,
      handlingPerOrderLine: .zero, transportPerDelivery: .zero,
      disposalPerLitre: Money(ore: 1_000))
    var sums = GroupSums(horizonDays: 365)
    let product = content.products[0]
    sums.add(
      units, UnitFactors(product, costs: costs, ticksPerDay: 1),
      isOfOneProduct: true)
    let context = MeasureContext(horizonDays: 365, costs: costs)
    let group = Group(
      level: .product, key: "p", productCount: 1, careUnitCount: 2, population: nil)
    func value(_ name: String) throws -> Double {
      let measure = try #require(Measure.named(name))
      return Double(try #require(measure.value(sums, context))) / measure.parts(group, context)
    }
    #expect(try value("destroyed") == 4)
    #expect(try value("spoiled") == 60)
    #expect(try value("withdrawn") == 800)
    #expect(try value("spilledOver") == 10_000)
    let price = Double(product.unitPrice.ore) / 100
    #expect(try value("destroyedSEK") == 4 * price)
    #expect(try value("spoiledSEK") == 60 * price)
    #expect(try value("withdrawnSEK") == 800 * price)
    #expect(try value("discardedSEK") == 2 * price)
    // All that must be destroyed, whatever the reason: 866 units, 10 SEK a litre.
    let fee = 866 * Double(product.unitVolumeMillilitres) / 1_000 * 10
    #expect(abs(try value("disposalSEKPerYear") - fee) < 1e-9)
    #expect(abs(try value("runningSEKPerYear") - fee - 866 * price) < 1e-6)
  }
}
