import SupplyModel

/// What makes products depend on each other.
enum Coupling {
  /// Pairs of products of which one's results depend on the other under any of some policies.
  static func links(
    in content: SupplyModel.Content, policies: [Position<Policy>]
  ) -> [(Position<Product>, Position<Product>)] {
    let isAllowed = (policies + [content.experiment.baseline]).contains {
      content.policies[$0].allowsSubstitution
    }
    let substitutes = (isAllowed ? content.substitutions : []).flatMap { substitution in
      substitution.substitutes.map { (substitution.original, $0.product) }
    }
    let keys = content.products.positions.compactMap { product in
      content.products[product].keyedTo.map { (product, $0) }
    }
    return substitutes + keys
  }

  /// The products that must be simulated besides some, since those depend on them.
  static func companions(
    of products: [Position<Product>], links: [(Position<Product>, Position<Product>)],
    in content: SupplyModel.Content
  ) -> [Position<Product>] {
    var groups = DisjointSets(count: content.products.count)
    for (one, other) in links { groups.join(one.index, other.index) }
    let wanted = Set(products.map { groups.first(of: $0.index) })
    let asked = Set(products)
    return content.products.positions.filter {
      !asked.contains($0) && wanted.contains(groups.first(of: $0.index))
    }
  }
}
