extension Rules {
  /// Who may send goods to others has others: of some product two locations order from a supplier or
  /// from a location of another authority.
  static func checkTransshipmentHasPartners(
    _ content: SupplyModel.Content, _ networks: [ProductNetwork]
  ) -> [ModelProblem] {
    guard content.policies.contains(where: { $0.transshipment != .notAllowed }) else { return [] }
    let hasPartners = content.products.positions.contains { product in
      let network = networks[product.index]
      let category = content.products[product].category
      let partners = network.nodes.count { node in
        switch node.source {
        case .supplier: true
        case .node(let parent, _):
          content.locations[node.location].authority(of: category)
            != content.locations[network.nodes[parent].location].authority(of: category)
        }
      }
      return partners > 1
    }
    guard !hasPartners else { return [] }
    return content.policies.positions.filter {
      content.policies[$0].transshipment != .notAllowed
    }.map {
      ModelProblem(
        subject: .policy($0),
        problem: "transshipment of “\(content.policies[$0].name)” has nobody to send anything to",
        allowed: "two locations that order the same product from a supplier or from a location of "
          + "another authority",
        remedy: "leave transshipment out, or add the stores of other regions")
    }
  }
}
