import SupplyModel

/// One row of the results: a level and a key, such as `tier` and `careUnit`.
public struct Group: Sendable, Hashable {
  /// By what it divides.
  public let level: Level
  /// Which part it is: an id of the scenario, or `all`.
  public let key: String
  /// Products in it that are simulated. [1]
  public let productCount: Int
  /// Care units in it, with something that they use. [1]
  public let careUnitCount: Int
  /// Inhabitants, where the scenario says how many. [inhabitants]
  public let population: Int64?
  /// Whether demand for any of its products waits when it finds no stock.
  public let hasWaitingDemand: Bool
  /// Whether something may be given instead of any of its products.
  public let hasSubstitutes: Bool
  /// Whether any of its products may be given instead of another.
  public let standsIn: Bool

  init(
    level: Level, key: String, productCount: Int, careUnitCount: Int, population: Int64?,
    hasWaitingDemand: Bool = false, hasSubstitutes: Bool = false, standsIn: Bool = false
  ) {
    self.level = level
    self.key = key
    self.productCount = productCount
    self.careUnitCount = careUnitCount
    self.population = population
    self.hasWaitingDemand = hasWaitingDemand
    self.hasSubstitutes = hasSubstitutes
    self.standsIn = standsIn
  }
}

/// All groups of a study, and to which of them a product and a place belong.
public struct Grouping: Sendable {
  /// The groups in the order of the results.
  public let groups: [Group]
  /// By category, then by the model's location: the place-dividing groups that it belongs to with
  /// products of the category.
  ///
  /// A location belongs to the authority that answers for the category there, and to that
  /// authority's region.
  let groupsOfLocationByCategory: [[[Int]]]
  /// By the model's location: the groups that it belongs to with at least one category.
  let groupsOfLocation: [[Int]]
  /// By the model's product: the product-dividing groups that it belongs to.
  let groupsOfProduct: [[Int]]
  /// The group of everything.
  let all = 0
  /// By the model's tier: its group.
  let groupOfTier: [Int]

  /// The groups of a model, for the products that are simulated.
  ///
  /// - Parameter usersByCategory: by category, the care units that use products of it.
  init(
    _ content: SupplyModel.Content, products: [Position<Product>], usersByCategory: [Set<Int>]
  ) {
    var groups: [Group] = []
    let careUnits = usersByCategory.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var ofLocation = [[Int]](repeating: [], count: content.locations.count)
    var byCategory = Category.allCases.map { _ in ofLocation }
    var ofProduct = [[Int]](repeating: [], count: content.products.count)

    func waits(_ products: [Position<Product>]) -> Bool {
      products.contains { content.products[$0].shortfall != .lost }
    }
    let anyWaits = waits(products)
    let originals = Set(content.substitutions.map(\.original))
    let substitutes = Set(content.substitutions.flatMap(\.substitutes).map(\.product))
    func anyIn(_ set: Set<Position<Product>>, _ products: [Position<Product>]) -> Bool {
      products.contains(where: set.contains)
    }
    let (anyReplaced, anyStandsIn) = (anyIn(originals, products), anyIn(substitutes, products))
    func addPlaces(
      _ level: Level, _ key: String, population: Int64? = nil,
      _ belongs: (Location, Category) -> Bool
    ) {
      var careUnitCount = 0
      for member in content.locations.indices {
        let categories = Category.allCases.filter { belongs(content.locations[member], $0) }
        for category in categories { byCategory[category.ordinal][member].append(groups.count) }
        if !categories.isEmpty { ofLocation[member].append(groups.count) }
        // A care unit counts where it belongs with something that it uses.
        if categories.contains(where: { usersByCategory[$0.ordinal].contains(member) }) {
          careUnitCount += 1
        }
      }
      groups.append(
        Group(
          level: level, key: key, productCount: products.count, careUnitCount: careUnitCount,
          population: population, hasWaitingDemand: anyWaits, hasSubstitutes: anyReplaced,
          standsIn: anyStandsIn))
    }
    func addProducts(_ level: Level, _ key: String, _ belongs: (Product) -> Bool) {
      let members = products.filter { belongs(content.products[$0]) }
      guard !members.isEmpty else { return }
      for member in members { ofProduct[member.index].append(groups.count) }
      groups.append(
        Group(
          level: level, key: key, productCount: members.count, careUnitCount: careUnits.count,
          population: nil, hasWaitingDemand: waits(members),
          hasSubstitutes: anyIn(originals, members), standsIn: anyIn(substitutes, members)))
    }

    addPlaces(.all, "all", population: Self.inhabitants(of: content)) { _, _ in true }
    var ofTier: [Int] = []
    for tier in content.tiers.positions {
      ofTier.append(groups.count)
      addPlaces(.tier, content.tiers[tier].id) { location, _ in location.tier == tier }
    }
    for region in content.regions.positions {
      addPlaces(.region, content.regions[region].id, population: content.regions[region].population)
      { content.authorities[$0.authority(of: $1)].region == region }
    }
    for authority in content.authorities.positions {
      let row = content.authorities[authority]
      addPlaces(.authority, row.id, population: row.population) {
        $0.authority(of: $1) == authority
      }
    }
    for category in Category.allCases {
      addProducts(.category, category.rawValue) { $0.category == category }
    }
    for demandClass in content.demandClasses.positions {
      addProducts(.demandClass, content.demandClasses[demandClass].id) {
        $0.demandClass == demandClass
      }
    }
    for location in content.locations.positions {
      ofLocation[location.index].append(groups.count)
      for category in byCategory.indices {
        byCategory[category][location.index].append(groups.count)
      }
      groups.append(
        Group(
          level: .location, key: content.locations[location].id, productCount: products.count,
          careUnitCount: careUnits.contains(location.index) ? 1 : 0, population: nil,
          hasWaitingDemand: anyWaits, hasSubstitutes: anyReplaced, standsIn: anyStandsIn))
    }
    for product in products {
      ofProduct[product.index].append(groups.count)
      groups.append(
        Group(
          level: .product, key: content.products[product].id, productCount: 1,
          careUnitCount: careUnits.count, population: nil, hasWaitingDemand: waits([product]),
          hasSubstitutes: originals.contains(product), standsIn: substitutes.contains(product)))
    }
    self.groups = groups
    groupsOfLocationByCategory = byCategory
    groupsOfLocation = ofLocation
    groupsOfProduct = ofProduct
    groupOfTier = ofTier
  }

  /// Inhabitants of all regions together; `nil` where a region doesn't say how many it has. A
  /// region in which nothing is used, such as that of a nation's distributors, need not say.
  private static func inhabitants(of content: SupplyModel.Content) -> Int64? {
    var usesAnything = Set<Int>()
    for row in content.consumption {
      let category = content.products[row.product].category
      let authority = content.locations[row.location].authority(of: category)
      usesAnything.insert(content.authorities[authority].region.index)
    }
    var sum: Int64 = 0
    for region in content.regions.positions {
      let population = content.regions[region].population
      if population == nil, usesAnything.contains(region.index) { return nil }
      sum += population ?? 0
    }
    return sum
  }
}
