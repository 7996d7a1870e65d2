extension SupplyModel.Content {
  /// The sourcing that holds for a product where locations would get it from a supplier: the last
  /// that selects both; `nil` where they buy from that supplier alone.
  public func sourcing(
    of product: Position<Product>, replacing supplier: Position<Supplier>
  ) -> Position<Sourcing>? {
    sourcing.positions.last { position in
      let entry = sourcing[position]
      return (entry.replacing ?? supplier) == supplier
        && entry.products.selects(products[product], at: product)
    }
  }

  /// From whom locations that name a supplier as their parent buy a product, in order of preference.
  public func suppliers(
    of product: Position<Product>, replacing supplier: Position<Supplier>
  ) -> [Position<Supplier>] {
    sourcing(of: product, replacing: supplier).map { sourcing[$0].suppliers } ?? [supplier]
  }

  /// The longest remaining life at receipt that a product can have, in whole days. [days]
  func longestRemainingLifeDays(of product: Position<Product>, in network: ProductNetwork) -> Int {
    let shelfLife = products[product].shelfLifeDays
    let longest = remainingLives(of: product, in: network).map {
      $0.longestDays(shelfLifeDays: shelfLife)
    }
    return Int((longest.max() ?? 0).rounded(.up))
  }

  /// The shortest remaining life at receipt that a product can have, in whole days. [days]
  func shortestRemainingLifeDays(of product: Position<Product>, in network: ProductNetwork) -> Int {
    let shelfLife = products[product].shelfLifeDays
    let shortest = remainingLives(of: product, in: network).map {
      $0.shortestDays(shelfLifeDays: shelfLife)
    }
    return Int((shortest.min() ?? 0).rounded(.down))
  }

  /// Every remaining life with which a product may be received: that of its suppliers, and what a
  /// shortage makes of it.
  private func remainingLives(
    of product: Position<Product>, in network: ProductNetwork
  ) -> [RemainingLife] {
    let suppliers = network.suppliers
    return suppliers.map { self.suppliers[$0].remainingLife }
      + shortages.compactMap { shortage in
        guard let life = shortage.remainingLife,
          shortage.products.selects(products[product], at: product),
          shortage.suppliers.map({ $0.contains(where: suppliers.contains) }) ?? true
        else { return nil }
        return life
      }
  }
}
