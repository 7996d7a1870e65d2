import Quantities
import SupplyModel

extension ScenarioDigest {
  /// Regions, authorities and locations with what replenishes them.
  static func appendPlaces(_ content: SupplyModel.Content, to text: inout CanonicalText) {
    for region in content.regions {
      text.word("region")
      text.name(region.id)
      text.whole(region.population)
      text.endLine()
    }
    for authority in content.authorities {
      text.word("authority")
      text.name(authority.id)
      text.word(authority.kind.rawValue)
      text.name(content.regions[authority.region].id)
      text.whole(authority.population)
      text.word("dutyHeldBy")
      if let holder = authority.dutyHeldBy {
        text.name(content.authorities[holder].id)
      } else {
        text.word("none")
      }
      text.endLine()
    }
    for location in content.locations { append(location, content, to: &text) }
  }

  private static func append(
    _ location: Location, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("location")
    text.name(location.id)
    text.name(content.tiers[location.tier].id)
    text.name(content.authorities[location.authorities[0]].id)
    text.whole(location.rank)
    text.whole(location.carePriority)
    for category in Category.allCases {
      text.word(category.rawValue)
      switch location.source(of: category) {
      case .location(let parent, let leadTime):
        text.word("location")
        text.name(content.locations[parent].id)
        text.parameters(of: leadTime)
      case .supplier(let supplier):
        text.word("supplier")
        text.name(content.suppliers[supplier].id)
      case nil: text.word("none")
      }
    }
    // Said only where they differ: most scenarios keep the digest that they always had.
    if location.authorities.contains(where: { $0 != location.authorities[0] }) {
      text.word("authorities")
      for authority in location.authorities { text.name(content.authorities[authority].id) }
    }
    text.endLine()
  }

  /// A product; its name for people is left out.
  static func append(
    _ product: Product, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("product")
    text.name(product.id)
    text.word(product.category.rawValue)
    text.name(content.demandClasses[product.demandClass].id)
    text.word(product.mover?.rawValue ?? "none")
    text.whole(product.unitPrice.ore)
    text.whole(product.packSize)
    text.whole(product.shelfLifeDays)
    text.whole(product.unitVolumeMillilitres)
    text.word(product.storageClass.rawValue)
    text.whole(product.weight)
    text.parameters(of: product.shortfall)
    text.word(product.isUnderDuty ? "duty" : "noDuty")
    if let group = product.group {
      text.word("group")
      text.name(group)
    }
    if let partner = product.keyedTo {
      text.word("keyedTo")
      text.name(content.products[partner].id)
    }
    text.endLine()
  }

  /// A supplier.
  static func append(
    _ supplier: Supplier, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("supplier")
    text.name(supplier.id)
    text.parameters(of: supplier.leadTime)
    text.parameters(of: supplier.remainingLife)
    text.whole(supplier.capacity?.slackBasisPoints)
    text.whole(supplier.capacity?.windowDays)
    appendTerms(of: supplier, content, to: &text)
    text.endLine()
  }
}
