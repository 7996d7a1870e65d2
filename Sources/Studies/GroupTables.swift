import Replications
import SupplyModel

/// To which groups the places and products of a study belong, as rows of numbers that are read for
/// every location of every product in every replication.
///
/// A location's sums go to its own group, and once to its class: the locations that belong to the
/// same other groups, such as the care units of an authority. What a class has summed up is then
/// added to its groups, of which there are few.
struct GroupTables: Sendable {
  /// The group of the model's first location; those of the others follow in order.
  let firstLocation: Int
  /// By category, then the model's location: its class.
  let classOfLocation: [Int32]
  /// How many locations the model has.
  let locationCount: Int
  /// By class: the groups that its locations belong to, besides their own.
  let groupsOfClass: [[Int32]]
  /// By compiled product: its category.
  let categories: [Category]
  /// By compiled product: the groups of products that it belongs to.
  let groupsOfProduct: [[Int32]]
  /// By compiled product: its own group.
  let groupOfProduct: [Int]
  /// By compiled product: the tiers that it is held in.
  let tiersOfProduct: [[Int32]]
  /// By compiled product: what its units are worth and take.
  let factors: [UnitFactors]
  /// By compiled product: the groups whose equity it counts to, by their place in `EquityLedger`.
  let equityPlaces: [[Int32]]
  /// By group: where its cells begin; one more, where the last one's end.
  let firstCell: [Int32]
  /// By cell: which measure it is.
  let measures: [Int32]
  /// By group: whether it has no more than one product.
  let isOfOneProduct: [Bool]

  init(_ study: Study) {
    let grouping = study.grouping
    let content = study.compiled.model.content
    let groups = grouping.groups
    let products = study.compiled.products
    // A model has locations, and every location is a group.
    let first = groups.firstIndex { $0.level == .location } ?? groups.count
    firstLocation = first
    locationCount = content.locations.count
    var classes: [[Int]: Int32] = [:]
    var ofClass: [[Int32]] = []
    var ofLocation: [Int32] = []
    for category in Category.allCases {
      for (location, own) in grouping.groupsOfLocationByCategory[category.ordinal].enumerated() {
        let others = own.filter { $0 != first + location }
        let known = classes[others] ?? Int32(ofClass.count)
        if Int(known) == ofClass.count {
          classes[others] = known
          ofClass.append(others.map { Int32($0) })
        }
        ofLocation.append(known)
      }
    }
    classOfLocation = ofLocation
    groupsOfClass = ofClass
    let productGroups = products.map { grouping.groupsOfProduct[$0.position.index] }
    groupsOfProduct = productGroups.map { $0.map { Int32($0) } }
    groupOfProduct = productGroups.map { own in
      own.first { groups[$0].level == .product } ?? grouping.all
    }
    categories = products.map { content.products[$0.position].category }
    tiersOfProduct = products.map { product in
      Set(product.locations.map { content.locations[$0].tier.index }).sorted().map { Int32($0) }
    }
    factors = products.map {
      UnitFactors(
        content.products[$0.position], costs: content.costs,
        ticksPerDay: content.experiment.ticksPerDay)
    }
    let equity = study.equityLedger
    equityPlaces = productGroups.map { own in
      equity.groups.indices.filter {
        own.contains(equity.groups[$0]) || equity.groups[$0] == grouping.all
      }
      .map { Int32($0) }
    }
    isOfOneProduct = groups.map { $0.productCount <= 1 }
    measures = study.cells.map { Int32($0.measure) }
    firstCell = study.firstCells.map { Int32($0) }
  }
}
