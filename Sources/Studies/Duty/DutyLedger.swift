import Quantities
import Replications
import SupplyModel

/// Which (holder, product) pairs and which exemptions a study follows, and where their numbers stand
/// among the values of a replication.
struct DutyLedger: Sendable {
  /// Who must hold a product, in order of products, then holders.
  let pairs: [Pair]
  /// The exemptions from products that are simulated, in the order of the duty.
  let exemptions: [ExemptedUse]
  /// By compiled product: its pairs.
  let pairsOfProduct: [Range<Int>]
  /// By compiled product: the exemptions from it, as places in `exemptions`.
  let exemptionsOfProduct: [[Int]]
  /// By compiled product: the groups in which its cover counts, and what is looked at there.
  let coverOfProduct: [[CoverPlace]]

  /// A product that a holder must hold.
  struct Pair: Sendable {
    let product: Position<Product>
    /// Its place among the product's requirements.
    let place: Int
    let requirement: DutyRequirement
    /// The groups in which it counts; none if nothing has to be held.
    let groups: [Int]
  }

  /// An exemption and whom it concerns.
  struct ExemptedUse: Sendable {
    let exemption: Position<Exemption>
    /// The nodes of the care units whose requirement it lowers.
    let nodes: [Int]
    /// What is held for them. [units]
    let units: Int64
    /// What had to be held for them. [units]
    let fullUnits: Int64
  }

  /// Whose cover counts in a group.
  struct CoverPlace: Sendable {
    let group: Int
    let pool: Pool

    enum Pool: Sendable {
      case node(Int)
      case authority(Int)
      case all
    }
  }

  init(_ compiled: CompiledModel, _ grouping: Grouping) {
    let content = compiled.model.content
    let finder = GroupFinder(grouping, content)
    var pairs: [Pair] = []
    var ranges: [Range<Int>] = []
    var exemptions: [ExemptedUse] = []
    var cover: [[CoverPlace]] = []
    for product in compiled.products {
      let first = pairs.count
      let groupsOfProduct = grouping.groupsOfProduct[product.position.index]
      for (place, requirement) in (product.duty?.requirements ?? []).enumerated() {
        let groups =
          [grouping.all, finder.authority[requirement.holder.index]] + groupsOfProduct
        pairs.append(
          Pair(
            product: product.position, place: place, requirement: requirement,
            groups: requirement.units > 0 ? groups : []))
      }
      ranges.append(first..<pairs.count)
      cover.append(Self.coverPlaces(product, grouping, finder))
    }
    var ofProduct = [[Int]](repeating: [], count: compiled.products.count)
    var compiledOfProduct: [Position<Product>: Int] = [:]
    for (index, product) in compiled.products.enumerated() {
      compiledOfProduct[product.position] = index
    }
    for exemption in (content.duty?.exemptions ?? []).positions {
      guard let row = content.duty?.exemptions[exemption],
        let index = compiledOfProduct[row.product]
      else { continue }
      ofProduct[index].append(exemptions.count)
      exemptions.append(Self.use(exemption, compiled.products[index], compiled.model))
    }
    self.pairs = pairs
    self.exemptions = exemptions
    pairsOfProduct = ranges
    exemptionsOfProduct = ofProduct
    coverOfProduct = cover
  }

  private static func use(
    _ exemption: Position<Exemption>, _ product: CompiledProduct, _ model: SupplyModel
  ) -> ExemptedUse {
    let covering = model.exemptions(of: product.position)
    let category = model.content.products[product.position].category
    let nodes = product.locations.indices.filter { node in
      let authority = model.content.locations[product.locations[node]].authority(of: category)
      return covering[authority.index] == exemption
    }
    let part = (product.duty?.requirements ?? []).flatMap(\.parts)
      .first { $0.exemption == exemption }
    let full = part.map {
      $0.normalConsumption.unitsRoundedUp(
        overTicks: model.content.duty?.days ?? 0,
        ticksPerDay: model.content.experiment.ticksPerDay)
    }
    return ExemptedUse(
      exemption: exemption, nodes: nodes, units: part?.units ?? 0, fullUnits: full ?? 0)
  }

  private static func coverPlaces(
    _ product: CompiledProduct, _ grouping: Grouping, _ finder: GroupFinder
  ) -> [CoverPlace] {
    guard let plan = product.cover else { return [] }
    var places = [CoverPlace(group: grouping.all, pool: .all)]
    for (place, authority) in plan.authorities.enumerated() {
      places.append(CoverPlace(group: finder.authority[authority.index], pool: .authority(place)))
    }
    for (node, location) in product.locations.enumerated() {
      places.append(CoverPlace(group: finder.location[location.index], pool: .node(node)))
    }
    for group in grouping.groupsOfProduct[product.position.index] {
      places.append(CoverPlace(group: group, pool: .all))
    }
    return places
  }

  /// The groups with at least one pair that must hold something.
  func groupsWithDuty(_ grouping: Grouping) -> Set<Group> {
    Set(pairs.flatMap(\.groups).map { grouping.groups[$0] })
  }

  /// The groups in which some product's cover is measured.
  func groupsWithCover(_ grouping: Grouping) -> Set<Group> {
    Set(coverOfProduct.joined().map { grouping.groups[$0.group] })
  }

  /// How many values a replication has under one policy.
  var width: Int {
    pairs.count * PairFigure.allCases.count + exemptions.count * ExemptionFigure.allCases.count
  }

  /// Where a figure of a pair stands among the values of a replication.
  func place(_ figure: PairFigure, ofPair pair: Int, policy: Int) -> Int {
    policy * width + pair * PairFigure.allCases.count + figure.rawValue
  }

  /// Where a figure of an exemption stands among the values of a replication.
  func place(_ figure: ExemptionFigure, ofExemption exemption: Int, policy: Int) -> Int {
    policy * width + pairs.count * PairFigure.allCases.count
      + exemption * ExemptionFigure.allCases.count + figure.rawValue
  }
}

/// What is summed over replications for each holder and product.
enum PairFigure: Int, Sendable, CaseIterable {
  /// [days]
  case daysWithin
  /// [units × days]
  case missingUnitDays
  /// 1 if any day was below, else 0.
  case anyDayBelow
  /// [days]
  case daysWithinByCover
  /// [10⁻⁶ days × days]
  case coverMicroDays
}

/// What is summed over replications for each exemption.
enum ExemptionFigure: Int, Sendable, CaseIterable {
  /// Unmet ÷ demand. [10⁻¹²]
  case unmetShare
  /// (care unit, day) with unmet demand. [days]
  case stockoutDays
  /// 1 if there were any, else 0.
  case anyStockout
}

/// Where authorities and locations stand among the groups.
private struct GroupFinder {
  let authority: [Int]
  let location: [Int]

  init(_ grouping: Grouping, _ content: SupplyModel.Content) {
    func places(_ level: Level) -> [Int] {
      // Both levels have a group for each row of their table, in its order.
      grouping.groups.indices.filter { grouping.groups[$0].level == level }
    }
    authority = places(.authority)
    location = places(.location)
    precondition(
      authority.count == content.authorities.count && location.count == content.locations.count,
      "every authority and location is a group")
  }
}
