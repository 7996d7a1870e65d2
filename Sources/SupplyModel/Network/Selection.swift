/// Which products something applies to: those that meet every stated condition.
public struct ProductSelection: Sendable, Equatable {
  /// These products; `nil` for any.
  public var products: [Position<Product>]?
  /// These categories; `nil` for any.
  public var categories: [Category]?
  /// These demand classes; `nil` for any.
  public var demandClasses: [Position<DemandClass>]?
  /// These movers; `nil` for any.
  public var movers: [Mover]?
  /// These kinds of room; `nil` for any.
  public var storageClasses: [StorageClass]?
  /// These substitution groups; `nil` for any.
  public var groups: [String]?

  /// A selection; without conditions it is every product.
  public init(
    products: [Position<Product>]? = nil, categories: [Category]? = nil,
    demandClasses: [Position<DemandClass>]? = nil, movers: [Mover]? = nil
  ) {
    self.products = products
    self.categories = categories
    self.demandClasses = demandClasses
    self.movers = movers
  }

  /// Whether it selects a product, whose position in the model is given.
  public func selects(_ product: Product, at position: Position<Product>) -> Bool {
    if let products, !products.contains(position) { return false }
    if let categories, !categories.contains(product.category) { return false }
    if let demandClasses, !demandClasses.contains(product.demandClass) { return false }
    if let movers {
      guard let mover = product.mover, movers.contains(mover) else { return false }
    }
    if let storageClasses, !storageClasses.contains(product.storageClass) { return false }
    if let groups {
      guard let group = product.group, groups.contains(group) else { return false }
    }
    return true
  }
}

/// Which locations something applies to: those that meet every stated condition.
public struct LocationSelection: Sendable, Equatable {
  /// These locations; `nil` for any.
  public var locations: [Position<Location>]?
  /// These kinds of location; `nil` for any.
  public var tiers: [Position<Tier>]?
  /// Locations of these authorities, for the product that is asked about; `nil` for any.
  public var authorities: [Position<Authority>]?

  /// A selection; without conditions it is every location.
  public init(
    locations: [Position<Location>]? = nil, tiers: [Position<Tier>]? = nil,
    authorities: [Position<Authority>]? = nil
  ) {
    self.locations = locations
    self.tiers = tiers
    self.authorities = authorities
  }

  /// Whether it selects a location, whose position in the model is given, for products of a
  /// category.
  public func selects(
    _ location: Location, at position: Position<Location>, for category: Category
  ) -> Bool {
    selects(location, at: position, answeredForBy: [location.authority(of: category)])
  }

  /// Whether it selects a location, whose position in the model is given, for products of at least
  /// one category.
  public func selects(_ location: Location, at position: Position<Location>) -> Bool {
    selects(location, at: position, answeredForBy: location.authorities)
  }

  private func selects(
    _ location: Location, at position: Position<Location>,
    answeredForBy candidates: [Position<Authority>]
  ) -> Bool {
    if let locations, !locations.contains(position) { return false }
    if let tiers, !tiers.contains(location.tier) { return false }
    if let authorities, !candidates.contains(where: authorities.contains) { return false }
    return true
  }
}
