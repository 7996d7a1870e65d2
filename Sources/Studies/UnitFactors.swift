import Quantities
import SupplyModel

/// What turns units of a product into money, room and weight: looked up once, used for every
/// location.
struct UnitFactors: Sendable {
  /// Purchase price of a unit. [öre]
  let ore: Int64
  /// Room that a unit takes. [ml]
  let millilitres: Int64
  /// Criticality, when shares of different products are averaged. [1]
  let weight: Int64
  /// What a pallet place costs a year; 0 where the scenario states no costs. [10⁻³ öre]
  let storageMilliOre: Int128
  /// Millilitres × ticks that make a pallet place for a year.
  let storageDivisor: Int128

  init(_ product: Product, costs: CostRates?, ticksPerDay: Int) {
    ore = product.unitPrice.ore
    millilitres = product.unitVolumeMillilitres
    weight = product.weight
    storageMilliOre = costs.map { Int128($0.storage(product.storageClass).ore) * 1000 } ?? 0
    storageDivisor = 365 * Int128(ticksPerDay) * Int128(costs?.palletMillilitres ?? 1)
  }

  /// What storage of so much for so long costs. [10⁻³ öre]
  @inline(__always)
  func storage(millilitreDays: Int64) -> Int64 {
    GroupSums.scaled(millilitreDays, by: storageMilliOre, dividedBy: storageDivisor)
  }
}
