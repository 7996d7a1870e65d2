extension Rules {
  /// A national reserve stands at the end of a way of its own: it orders from a supplier, and nobody
  /// orders from it or uses anything there.
  static func checkReservesStandApart(_ content: SupplyModel.Content) -> [ModelProblem] {
    content.nationalReserves.positions.flatMap { position -> [ModelProblem] in
      let reserve = content.nationalReserves[position]
      let location = content.locations[reserve.location]
      let held = content.products.positions.filter {
        reserve.products.selects(content.products[$0], at: $0)
      }
      var problems: [ModelProblem] = []
      func report(_ problem: String, allowed: String, remedy: String) {
        problems.append(
          ModelProblem(
            subject: .nationalReserve(position), problem: problem, allowed: allowed, remedy: remedy)
        )
      }
      guard let first = held.first else {
        report(
          "selects no product", allowed: "a selection with at least one product",
          remedy: "correct the selection, or take the reserve out")
        return problems
      }
      let earlier = content.nationalReserves[..<position.index]
      if let twice = held.first(where: { product in
        earlier.contains {
          $0.location == reserve.location
            && $0.products.selects(content.products[product], at: product)
        }
      }) {
        report(
          "“\(location.id)” is a reserve of “\(content.products[twice].id)” already",
          allowed: "one reserve of a product at a location",
          remedy: "make one entry of the two, or select other products")
      }
      let unsupplied = held.first {
        if case .supplier = location.source(of: content.products[$0].category) { return false }
        return true
      }
      if let unsupplied {
        report(
          "“\(location.id)” has no supplier as its parent for “\(content.products[unsupplied].id)”",
          allowed: "a reserve that orders from a supplier",
          remedy: "give “\(location.id)” a supplier as its parent for category "
            + content.products[unsupplied].category.rawValue)
      }
      let categories = Set(held.map { content.products[$0].category })
      let child = content.locations.first { other in
        categories.contains { category in
          if case .location(let parent, _) = other.source(of: category) {
            return parent == reserve.location
          }
          return false
        }
      }
      if let child {
        report(
          "“\(child.id)” orders from “\(location.id)”",
          allowed: "a reserve from which nobody orders",
          remedy: "give the reserve a location of its own, or “\(child.id)” another parent")
      }
      if let use = content.consumption.first(where: {
        $0.location == reserve.location && held.contains($0.product)
      }) {
        report(
          "“\(content.products[use.product].id)” is used at “\(location.id)”",
          allowed: "a reserve where nothing is used",
          remedy: "give the reserve a location of its own")
      }
      if reserve.leadTimeDays < 1 {
        report(
          "serves “\(content.products[first].id)” without a lead time",
          allowed: "a lead time of at least a day", remedy: "write for example \"2 days\"")
      }
      if let unknown = unknownPhase(in: reserve.release, content) {
        report(
          "is released in the phase “\(unknown)”, which the timeline lacks",
          allowed: "names of phases of the timeline", remedy: "correct the name, or add the phase")
      }
      return problems
    }
  }

  /// A national reserve serves somebody: a location that orders one of its products from a supplier.
  static func checkReservesServe(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    let stands = Set(content.nationalReserves.map(\.location))
    return content.nationalReserves.positions.compactMap { position in
      let reserve = content.nationalReserves[position]
      let serves = content.products.positions.contains { product in
        let item = content.products[product]
        guard reserve.products.selects(item, at: product) else { return false }
        return networks[product.index].nodes.contains { node in
          guard case .supplier = node.source, !stands.contains(node.location) else { return false }
          return reserve.serves.selects(
            content.locations[node.location], at: node.location, for: item.category)
        }
      }
      return serves
        ? nil
        : ModelProblem(
          subject: .nationalReserve(position),
          problem: "serves no location that orders what it holds from a supplier",
          allowed: "a selection with such a location",
          remedy: "name the locations at the top, such as { kind: \"centralStore\" }")
    }
  }
}
