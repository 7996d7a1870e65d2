import Quantities
import RandomStreams
import SupplyModel

extension PolicySettings {
  /// What a location may come to hold of a product above its target, roughly and at most. [units]
  ///
  /// Only rules that order whatever the stock, or past the target, bring it there.
  func mostAboveTarget(
    of product: Product, normalConsumption: DailyRate, days: Double, ticksPerDay: Int
  ) -> Double {
    func units(_ level: StockLevel) -> Double {
      Double(
        level.units(
          of: product, normalConsumption: normalConsumption, rounding: rounding,
          ticksPerDay: ticksPerDay))
    }
    switch ordering {
    case .orderUpTo, .minMax, .forwardCover: return 0
    case .reorderPoint(let reorderAt, let quantity): return units(reorderAt) + units(quantity)
    case .scheduled(let quantity):
      let unit = orderIn == .packs ? Double(product.packSize) : 1
      return quantity.largest * unit * days
    case .table(let table): return Double(table.orders.max() ?? 0) * days
    }
  }
}

extension CountDistribution {
  /// The largest number that is drawn, roughly and at most: what lies beyond is rarer than 2⁻⁶⁴.
  var largest: Double {
    switch self {
    case .stated(let counts): Double(counts.map(\.count).max() ?? 0)
    case .geometric(let mean): 64 * mean
    case .poisson(let mean): mean + 10 * mean.squareRoot() + 40
    }
  }
}
