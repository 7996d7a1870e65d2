extension Rules {
  /// Who holds the duty's stock for another holds its own: there is no chain, and no circle.
  static func checkDutyHoldersHoldTheirOwn(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.authorities.positions.compactMap { position in
      let authority = content.authorities[position]
      guard let holder = authority.dutyHeldBy else { return nil }
      if holder == position {
        return ModelProblem(
          subject: .authority(position), problem: "“\(authority.id)” names itself as dutyHeldBy",
          allowed: "another authority", remedy: "leave the cell empty if it holds its own stock")
      }
      guard let next = content.authorities[holder].dutyHeldBy else { return nil }
      return ModelProblem(
        subject: .authority(position),
        problem: "the stock of “\(authority.id)” is held by “\(content.authorities[holder].id)”, "
          + "whose own is held by “\(content.authorities[next].id)”",
        allowed: "an authority that holds its own stock",
        remedy: "name the one that holds the stock")
    }
  }

  /// A decision to use lots for longer is about some product.
  static func checkLifeExtensionsSelectProducts(
    _ content: SupplyModel.Content
  ) -> [ModelProblem] {
    content.timeline.positions.compactMap { position in
      let phase = content.timeline[position]
      guard let products = phase.lifeExtension?.products else { return nil }
      let selects = content.products.positions.contains {
        products.selects(content.products[$0], at: $0)
      }
      return selects
        ? nil
        : ModelProblem(
          subject: .phase(position),
          problem: "“\(phase.name)” extends the shelf life of no product",
          allowed: "a selection with at least one product",
          remedy: "correct the selection, or take extendShelfLife out")
    }
  }
}
