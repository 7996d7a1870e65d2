import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Size of a compiled model")
struct CompiledSizeTests {
  /// What the tables of a compiled model take, counted after it has been made. [bytes]
  private static func counted(_ compiled: CompiledModel) -> Double {
    compiled.simulated.reduce(0) { sum, product in
      let plans = product.plans.reduce(0) { $0 + $1.count } + product.baselinePlans.count
      return sum
        + Double(
          plans * MemoryLayout<NodePlan>.stride
            + product.places.count * MemoryLayout<CompiledProduct.Place>.stride
            + product.demand.units.count * MemoryLayout<DemandProgram.Unit>.stride
            + product.demand.laws.count * MemoryLayout<TableLaw>.stride
            + product.demand.cells.count * MemoryLayout<AliasCell>.stride)
    }
  }

  private static func model(mean: Double, dispersion: Double) -> SmallModel {
    let family: DemandFamily =
      dispersion > 1 ? .negativeBinomial(indexOfDispersion: dispersion) : .poisson
    let units = (0..<30).map {
      SmallModel.Unit(
        id: "unit-\($0)", level: .units(10),
        // No two share a table.
        nanoRate: SmallModel.rate(mean * (1 + Double($0) / 100)), family: family)
    }
    return SmallModel(units: units, store: .units(100))
  }

  @Test(
    "It is told before it is made, to within a fifth",
    arguments: [0.001, 0.02, 0.3, 4, 60, 2_000], [1, 1.5, 3, 20])
  func tables(mean: Double, dispersion: Double) throws {
    let model = try SupplyModel(Self.model(mean: mean, dispersion: dispersion).content)
    let size = CompiledSize(of: model)
    let counted = Self.counted(CompiledModel(model))
    // Besides, a product needs some kilobytes whatever is in it.
    let ratio = (size.tables - 8_000) / counted
    #expect(ratio > 0.8 && ratio < 1.2, "\(size.tables), \(counted)")
  }

  @Test("Each multiplier of a timeline has tables of its own")
  func multipliers() throws {
    var model = Self.model(mean: 2, dispersion: 1.5)
    let plain = CompiledSize(of: try SupplyModel(model.content)).tables
    model.timeline = [SmallModel.phase(2, 4, demand: 2), SmallModel.phase(6, 8, demand: 3)]
    model.timeline[1].name = "later"
    let changing = try SupplyModel(model.content)
    let size = CompiledSize(of: changing)
    #expect(size.tables > 1.5 * plain)
    let ratio = (size.tables - 8_000) / Self.counted(CompiledModel(changing))
    #expect(ratio > 0.8 && ratio < 1.2)
  }

  @Test("Demands and locations are those of the largest product, and a core works in one job")
  func workingSet() throws {
    var model = Self.model(mean: 0.2, dispersion: 1)
    let one = CompiledSize(of: try SupplyModel(model.content))
    #expect(one.locationsOfLargest == 31 && one.rows == 31)
    model.horizonDays *= 10
    let longer = CompiledSize(of: try SupplyModel(model.content))
    #expect(abs(longer.demandsOfLargest - 10 * one.demandsOfLargest) < 1e-6)
    model.productIDs = ["product", "other"]
    let two = CompiledSize(of: try SupplyModel(model.content))
    #expect(two.rows == 62 && two.locationsOfLargest == 31)
    #expect(two.workingSet == longer.workingSet)
    #expect(two.tables > 1.9 * longer.tables)
  }
}
