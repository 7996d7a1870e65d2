import Quantities

extension Rules {
  /// What is given instead of a product is another, each named once, and a product is replaced by one
  /// list.
  static func checkSubstitutesDiffer(_ content: SupplyModel.Content) -> [ModelProblem] {
    var replaced: Set<Position<Product>> = []
    return content.substitutions.positions.flatMap { position -> [ModelProblem] in
      let entry = content.substitutions[position]
      let original = content.products[entry.original].id
      var problems: [ModelProblem] = []
      func report(_ problem: String, allowed: String, remedy: String) {
        problems.append(
          ModelProblem(
            subject: .substitution(position), problem: problem, allowed: allowed, remedy: remedy))
      }
      if !replaced.insert(entry.original).inserted {
        report(
          "“\(original)” has its substitutes already",
          allowed: "one entry for each product that is missing",
          remedy: "put all its substitutes into one list, in order")
      }
      if entry.substitutes.isEmpty {
        report(
          "“\(original)” has no substitute", allowed: "at least one substitute",
          remedy: "name what is given instead, or take the entry out")
      }
      var named: Set<Position<Product>> = []
      for substitute in entry.substitutes {
        let id = content.products[substitute.product].id
        if substitute.product == entry.original {
          report(
            "“\(original)” is its own substitute", allowed: "another product",
            remedy: "name what is given instead")
        } else if !named.insert(substitute.product).inserted {
          report(
            "names “\(id)” twice", allowed: "each substitute once, in order",
            remedy: "leave one of them out")
        } else if substitute.unitsEach < 1 {
          report(
            "gives \(substitute.unitsEach) units of “\(id)”", allowed: "at least one unit",
            remedy: "write for example units: 1")
        }
      }
      if entry.extraCost.ore < 0 {
        report(
          "has an extraCost below 0", allowed: "0 SEK or more", remedy: "leave it out for nothing")
      }
      return problems
    }
  }

  /// What may be given instead of a product is there: some care unit uses both.
  static func checkSubstitutesAtHand(_ content: SupplyModel.Content) -> [ModelProblem] {
    guard !content.substitutions.isEmpty else { return [] }
    let places = placesOfUse(content)
    return content.substitutions.positions.flatMap { position -> [ModelProblem] in
      let entry = content.substitutions[position]
      return entry.substitutes.compactMap { substitute in
        guard places[entry.original.index].isDisjoint(with: places[substitute.product.index])
        else { return nil }
        let original = content.products[entry.original].id
        return ModelProblem(
          subject: .substitution(position),
          problem: "“\(content.products[substitute.product].id)” is at hand at no care unit that "
            + "uses “\(original)”",
          allowed: "substitutes that a care unit uses beside the original",
          remedy: "state its consumption there, or leave the substitute out")
      }
    }
  }

  /// What is useless without another product is used where that one is, and that one is not keyed
  /// in turn.
  static func checkKeyedProducts(_ content: SupplyModel.Content) -> [ModelProblem] {
    guard content.products.contains(where: { $0.keyedTo != nil }) else { return [] }
    let places = placesOfUse(content)
    return content.products.positions.compactMap { position in
      let product = content.products[position]
      guard let partner = product.keyedTo else { return nil }
      let other = content.products[partner]
      if partner == position {
        return ModelProblem(
          subject: .product(position), problem: "“\(product.id)” is keyed to itself",
          allowed: "another product", remedy: "leave the cell empty if it can be used alone")
      }
      if let next = other.keyedTo {
        return ModelProblem(
          subject: .product(position),
          problem: "“\(product.id)” is keyed to “\(other.id)”, which is itself keyed to "
            + "“\(content.products[next].id)”",
          allowed: "a product that can be used alone",
          remedy: "leave one of the two cells empty")
      }
      let alone = places[position.index].subtracting(places[partner.index]).min()
      return alone.map { place in
        ModelProblem(
          subject: .product(position),
          problem: "“\(product.id)” is useless without “\(other.id)”, which "
            + "“\(content.locations[place].id)” does not use",
          allowed: "the other product wherever this one is used",
          remedy: "add the consumption of “\(other.id)” at “\(content.locations[place].id)”")
      }
    }
  }

  /// For each product the care units that use it.
  private static func placesOfUse(_ content: SupplyModel.Content) -> [Set<Position<Location>>] {
    var places = [Set<Position<Location>>](repeating: [], count: content.products.count)
    for use in content.consumption { places[use.product.index].insert(use.location) }
    return places
  }
}
