/// Which locations a policy treats alike: of one kind, and selected by the same of its rules.
///
/// What a policy says of a product is the same at all of them, so that a model with thousands of
/// wards needs to be asked about a few of them only.
public struct AlikeLocations {
  /// The class of each location, by its position, for products of one category. [0 ..< count]
  public let classes: [Int32]
  /// How many classes there are.
  public let count: Int

  /// The locations of a model under a policy, for products of a category.
  public init(under policy: Policy, for category: Category, in content: SupplyModel.Content) {
    struct Key: Hashable {
      let tier: Position<Tier>
      let selecting: [Bool]
    }
    var known: [Key: Int32] = [:]
    classes = content.locations.positions.map { position in
      let location = content.locations[position]
      let key = Key(
        tier: location.tier,
        selecting: policy.rules.map { $0.locations.selects(location, at: position, for: category) })
      if let own = known[key] { return own }
      let own = Int32(known.count)
      known[key] = own
      return own
    }
    count = known.count
  }

  /// The locations of a model under a policy, for each category that some product has.
  public static func byCategory(
    under policy: Policy, in content: SupplyModel.Content
  ) -> [Category: AlikeLocations] {
    var found: [Category: AlikeLocations] = [:]
    for category in Set(content.products.map(\.category)) {
      found[category] = AlikeLocations(under: policy, for: category, in: content)
    }
    return found
  }

  /// The first node of each class in a network, in the network's order.
  func firstNodes(of network: ProductNetwork) -> [ProductNetwork.Node] {
    var isSeen = [Bool](repeating: false, count: count)
    var nodes: [ProductNetwork.Node] = []
    for index in network.nodes.indices {
      let own = Int(classes[network.nodes[index].location.index])
      if isSeen[own] { continue }
      isSeen[own] = true
      nodes.append(network.nodes[index])
    }
    return nodes
  }
}
