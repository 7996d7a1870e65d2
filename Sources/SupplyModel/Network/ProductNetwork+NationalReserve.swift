import Quantities

extension ProductNetwork {
  /// Where national reserves hold a product, with the normal consumption of those they serve.
  ///
  /// A reserve that serves nobody who handles the product does not hold it, and none serves another.
  ///
  /// - Parameter flow: what is expected to be used at and below each location that handles the
  ///   product.
  static func nationalReserves(
    of product: Position<Product>, serving flow: [Position<Location>: DailyRate],
    in content: SupplyModel.Content
  ) -> [Position<Location>: (reserve: Position<NationalReserve>, consumption: DailyRate)] {
    let item = content.products[product]
    var found: [Position<Location>: (Position<NationalReserve>, DailyRate)] = [:]
    for position in content.nationalReserves.positions {
      let reserve = content.nationalReserves[position]
      guard reserve.products.selects(item, at: product), flow[reserve.location] == nil,
        case .supplier = content.locations[reserve.location].source(of: item.category)
      else { continue }
      let served = flow.keys.filter { place in
        guard case .supplier = content.locations[place].source(of: item.category) else {
          return false
        }
        return reserve.serves.selects(content.locations[place], at: place, for: item.category)
      }
      guard !served.isEmpty else { continue }
      let consumption = served.reduce(DailyRate.zero) { $0 + (flow[$1] ?? .zero) }
      found[reserve.location] = (position, consumption)
    }
    return found
  }
}
