import Quantities
import RandomStreams
import SupplyModel

/// What follows from a product's suppliers.
extension CompiledProduct {
  /// A supplier's goods expire at the latest when its longest lead time and life have passed after the last
  /// day. Bins for more than `most` days would not stay in the processor's cache.
  static func binnedDays(
    _ suppliers: [Supplier], _ product: Product, _ demand: DemandProgram
  ) -> Int {
    let most = 4_096
    let latest = suppliers.reduce(0.0) { latest, supplier in
      max(
        latest,
        supplier.leadTime.upperBound
          + supplier.remainingLife.longestDays(shelfLifeDays: product.shelfLifeDays))
    }
    let days = Double(demand.totalDays) + latest + 2
    return days < Double(most) ? Int(days) : 0
  }

  /// Whom locations buy from, and the members of all chains, one chain after the other.
  static func chains(of network: ProductNetwork) -> ([CompiledChain], [Int32]) {
    let suppliers = network.suppliers
    var members: [Int32] = []
    let chains = network.chains.map { chain in
      let ordinals = chain.suppliers.compactMap { suppliers.firstIndex(of: $0) }
      members += ordinals.map { Int32($0) }
      return CompiledChain(
        first: members.count - ordinals.count, count: ordinals.count,
        switchAfterDays: chain.switchAfterDays,
        suppliers: ordinals.reduce(0) { $0 | 1 << UInt64($1) })
    }
    return (chains, members)
  }

  /// For each chain that care units depend on: those of its suppliers that always deliver, as bits.
  static func shortageMasks(
    of network: ProductNetwork, in content: SupplyModel.Content
  ) -> [UInt64] {
    let suppliers = network.suppliers
    return network.chains.compactMap { chain in
      let isUsed = network.nodes.contains {
        $0.source == .supplier(chain.named) && $0.nationalReserve == nil
          && $0.normalConsumption > .zero
      }
      let always = suppliers.indices.filter {
        chain.suppliers.contains(suppliers[$0]) && content.suppliers[suppliers[$0]].readiness == nil
      }
      return isUsed ? always.reduce(0) { $0 | 1 << UInt64($1) } : nil
    }
  }
}
