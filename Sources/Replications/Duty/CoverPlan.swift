import Quantities
public import SupplyModel

/// What cover of one product is measured for: each location, each authority, each holder of the
/// duty's stock, and all together.
///
/// Consumption is pooled as stock is. A location's is that of the care units at or below it; an
/// authority's that of the care units at or below any of its locations, each counted once, so
/// that an authority with one location has the cover of that location. A holder's is what its duty
/// is computed from: its own care units and those it holds for.
public struct CoverPlan: Sendable {
  /// Who answers for the product at a location that handles it, in order.
  public let authorities: [Position<Authority>]
  /// By pool: locations, authorities, holders, all. [10⁻⁹ units/day]
  let nanoUnitsPerDay: [Int64]
  /// By node: the place of its authority in `authorities`.
  let authorityOfNode: [Int32]

  /// The plan of a product.
  init(of product: Position<Product>, in model: SupplyModel, duty: DutyPlan?) {
    let content = model.content
    let network = model.networks[product.index]
    let category = content.products[product].category
    func authority(_ node: ProductNetwork.Node) -> Position<Authority> {
      content.locations[node.location].authority(of: category)
    }
    let authorities = Set(network.nodes.map(authority)).sorted()
    var pooled = [DailyRate](repeating: .zero, count: authorities.count)
    for node in network.nodes {
      guard let row = node.consumption else { continue }
      var above: Set<Position<Authority>> = [authority(node)]
      var place = node
      while case .node(let parent, _) = place.source {
        place = network.nodes[parent]
        above.insert(authority(place))
      }
      for (index, candidate) in authorities.enumerated() where above.contains(candidate) {
        pooled[index] = pooled[index] + content.consumption[row].normal
      }
    }
    self.authorities = authorities
    authorityOfNode = network.nodes.map { node in
      Int32(authorities.firstIndex(of: authority(node)) ?? 0)
    }
    nanoUnitsPerDay =
      (network.nodes.map(\.normalConsumption) + pooled
      + (duty?.requirements.map(\.normalConsumption) ?? []) + [network.normalConsumption])
      .map(\.nanoUnits)
  }
}
