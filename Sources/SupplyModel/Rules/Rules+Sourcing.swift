extension Rules {
  /// An entry of sourcing is about some product and names each supplier once.
  static func checkSourcingNamesSuppliersOnce(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.sourcing.positions.compactMap { position in
      let entry = content.sourcing[position]
      if entry.suppliers.isEmpty {
        return ModelProblem(
          subject: .sourcing(position), problem: "names no supplier",
          allowed: "at least one supplier", remedy: "name the suppliers in order of preference")
      }
      if Set(entry.suppliers).count != entry.suppliers.count {
        let twice = entry.suppliers.indices.first {
          entry.suppliers[..<$0].contains(entry.suppliers[$0])
        }
        let id = twice.map { content.suppliers[entry.suppliers[$0]].id } ?? ""
        return ModelProblem(
          subject: .sourcing(position), problem: "names “\(id)” twice",
          allowed: "each supplier once, in order of preference", remedy: "leave one of them out")
      }
      let selects = content.products.positions.contains {
        entry.products.selects(content.products[$0], at: $0)
      }
      return selects
        ? nil
        : ModelProblem(
          subject: .sourcing(position), problem: "selects no product",
          allowed: "a selection with at least one product",
          remedy: "correct the selection, or take the entry out")
    }
  }

  /// An entry of sourcing holds for some product at some location: somebody names the supplier that
  /// it stands in for, and no later entry replaces it throughout.
  static func checkSourcingHolds(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    guard !content.sourcing.isEmpty else { return [] }
    var holding: Set<Position<Sourcing>> = []
    for product in content.products.positions {
      for chain in networks[product.index].chains {
        if let position = content.sourcing(of: product, replacing: chain.named) {
          holding.insert(position)
        }
      }
    }
    return content.sourcing.positions.filter { !holding.contains($0) }.map { position in
      let entry = content.sourcing[position]
      let isNamed = content.products.positions.contains { product in
        entry.products.selects(content.products[product], at: product)
          && networks[product.index].chains.contains { $0.named == entry.replacing ?? $0.named }
      }
      guard !isNamed, let from = entry.replacing else {
        return ModelProblem(
          subject: .sourcing(position),
          problem: "never holds: later entries select all its products",
          allowed: "entries from the general to the particular, of which the last holds",
          remedy: "put it behind the others, or take it out")
      }
      return ModelProblem(
        subject: .sourcing(position),
        problem: "stands in for “\(content.suppliers[from].id)”, "
          + "from whom no location gets a selected product",
        allowed: "from a supplier that a location names as its parent",
        remedy: "leave from out to stand in for any supplier, or name the parent")
    }
  }

  /// A product may come from so many suppliers as a run can keep apart.
  static func checkProductsHaveFewSuppliers(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    content.products.positions.compactMap { product in
      let count = networks[product.index].suppliers.count
      guard count > 64 else { return nil }
      return ModelProblem(
        subject: .product(product),
        problem: "“\(content.products[product].id)” may come from \(count) suppliers",
        allowed: "at most 64 suppliers of a product",
        remedy: "name fewer suppliers as parents or in sourcing")
    }
  }
}
