extension Rules {
  /// Consumption is stated at care units, and each has a way to a supplier.
  static func checkConsumptionAtCareUnits(
    _ content: SupplyModel.Content
  ) -> [ModelProblem] {
    let isCareUnit = content.locations.map { content.tiers[$0.tier].id == Tier.careUnit }
    let topmost = Category.allCases.map { Self.topmost(of: $0, content) }
    let isSupplied = zip(Category.allCases, topmost).map { category, topmost in
      topmost.map { content.locations[$0].source(of: category) != nil }
    }
    let categories = content.products.map(\.category.ordinal)
    var problems: [ModelProblem] = []
    for row in content.consumption.indices {
      let (place, item) = (content.consumption[row].location, content.consumption[row].product)
      let category = categories[item.index]
      if isCareUnit[place.index], isSupplied[category][place.index] { continue }
      let position = Position<Consumption>(row)
      let location = content.locations[place]
      let product = content.products[item]
      if !isCareUnit[place.index] {
        problems.append(
          ModelProblem(
            subject: .consumption(position),
            problem: "“\(location.id)” is a \(content.tiers[location.tier].id)",
            allowed: "consumption at locations of kind careUnit only",
            remedy: "state the consumption at the care units below it"))
      } else {
        let top = content.locations[topmost[category][place.index]].id
        problems.append(
          ModelProblem(
            subject: .consumption(position),
            problem: "“\(product.id)” has no supplier at “\(location.id)”: “\(top)” has no parent "
              + "for category \(product.category.rawValue)",
            allowed: "a way from every care unit to a supplier",
            remedy: "give “\(top)” a parent"))
      }
    }
    return problems
  }

  /// Where following the parents of a category leads, from each location.
  private static func topmost(
    of category: Category, _ content: SupplyModel.Content
  ) -> [Position<Location>] {
    content.locations.positions.map { start in
      var place = start
      for _ in content.locations.indices {
        guard case .location(let parent, _) = content.locations[place].source(of: category)
        else { break }
        place = parent
      }
      return place
    }
  }

  /// A care unit's use of a product stands in one row.
  static func checkConsumptionStatedOnce(_ content: SupplyModel.Content) -> [ModelProblem] {
    struct Pair: Hashable {
      let location: Position<Location>
      let product: Position<Product>
    }
    // Rows in order of product and location, as the reader gives them, show at a glance what they repeat.
    let isAscending = content.consumption.indices.dropFirst().allSatisfy { row in
      let (last, use) = (content.consumption[row - 1], content.consumption[row])
      return (last.product, last.location) < (use.product, use.location)
    }
    if isAscending { return [] }
    var seen: Set<Pair> = []
    return content.consumption.positions.compactMap { position in
      let use = content.consumption[position]
      guard !seen.insert(Pair(location: use.location, product: use.product)).inserted
      else { return nil }
      return ModelProblem(
        subject: .consumption(position),
        problem: "“\(content.products[use.product].id)” at "
          + "“\(content.locations[use.location].id)” has a row already",
        allowed: "one row for each product at a care unit",
        remedy: "add the two rows into one")
    }
  }

  /// Every product is used somewhere; stock that nobody uses has no targets.
  static func checkProductsAreUsed(_ content: SupplyModel.Content) -> [ModelProblem] {
    var isUsed = [Bool](repeating: false, count: content.products.count)
    for use in content.consumption { isUsed[use.product.index] = true }
    return content.products.positions.filter { !isUsed[$0.index] }.map { position in
      ModelProblem(
        subject: .product(position),
        problem: "no care unit uses “\(content.products[position].id)”",
        allowed: "products with consumption",
        remedy: "add its consumption, or take the product out of the table")
    }
  }
}
