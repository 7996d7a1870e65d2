extension Rules {
  /// A shortage of groups selects a product that has a group.
  static func checkShortageScopes(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.shortages.positions.compactMap { position in
      let shortage = content.shortages[position]
      let selected = content.products.positions.filter {
        shortage.products.selects(content.products[$0], at: $0)
      }
      guard shortage.scope == .group, !selected.isEmpty,
        selected.allSatisfy({ content.products[$0].group == nil })
      else { return nil }
      return ModelProblem(
        subject: .shortage(position),
        problem: "“\(shortage.id)” befalls groups, but no selected product has a group",
        allowed: "scope group where products state a group",
        remedy: "fill the column group of the table of products, or choose another scope")
    }
  }

  /// A shortage befalls deliveries that there are, and leaves a fraction only of what has a limit.
  static func checkShortagesMeetSuppliers(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    content.shortages.positions.compactMap { position in
      let shortage = content.shortages[position]
      var delivering: Set<Position<Supplier>> = []
      for product in content.products.positions
      where shortage.products.selects(content.products[product], at: product) {
        delivering.formUnion(networks[product.index].suppliers)
      }
      if let idle = shortage.suppliers?.first(where: { !delivering.contains($0) }) {
        return ModelProblem(
          subject: .shortage(position),
          problem: "“\(shortage.id)” befalls “\(content.suppliers[idle].id)”, "
            + "which delivers no selected product",
          allowed: "suppliers from which a selected product is bought",
          remedy: "correct the suppliers or the products, or name the supplier in sourcing")
      }
      guard case .fraction = shortage.orders,
        let unlimited = (shortage.suppliers ?? delivering.sorted()).first(where: {
          content.suppliers[$0].capacity == nil
        })
      else { return nil }
      return ModelProblem(
        subject: .shortage(position),
        problem: "“\(shortage.id)” leaves a fraction of the capacity of "
          + "“\(content.suppliers[unlimited].id)”, which has no limit",
        allowed: "effect { fraction: … } only where the suppliers state a slack",
        remedy: "give suppliers.\(content.suppliers[unlimited].id) a slack")
    }
  }
}
