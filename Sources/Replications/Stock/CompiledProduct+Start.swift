import SupplyModel

/// What the scenario says of a product's stock on the first day.
extension CompiledProduct {
  /// The lots that the scenario gives for the first day.
  static func startingLots(
    of product: Position<Product>, in content: SupplyModel.Content, _ network: ProductNetwork
  ) -> [NodeLot] {
    guard case .lots(let lots) = content.experiment.start else { return [] }
    return lots.filter { $0.product == product }.compactMap { lot in
      network.nodes.firstIndex { $0.location == lot.location }.map {
        NodeLot(node: $0, quantity: lot.quantity, expiry: lot.expiryDay)
      }
    }
  }

  /// What each location has on the first day, where the scenario gives a level. [units]
  static func startingQuantities(
    of product: Product, in content: SupplyModel.Content, _ network: ProductNetwork
  ) -> [Int64] {
    guard case .given(.level(let level), _) = content.experiment.start else { return [] }
    return network.nodes.map {
      level.units(
        of: product, normalConsumption: $0.normalConsumption, rounding: .none,
        ticksPerDay: content.experiment.ticksPerDay)
    }
  }
}
