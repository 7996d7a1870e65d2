/// By what results are broken down.
public enum Level: String, Sendable, Hashable, CaseIterable {
  /// Everything together.
  case all
  /// Kinds of location.
  case tier
  /// Geographical regions: what the authorities in them answer for.
  case region
  /// Who has the duty, which may differ by category at one location.
  case authority
  /// The four categories of product.
  case category
  /// Why products are used.
  case demandClass
  /// Single locations.
  case location
  /// Single products.
  case product

  /// Whether the values of every replication are kept, so that quantiles can be given.
  ///
  /// Locations and products are many; only their sums are kept, so that memory doesn't grow with
  /// replications × products, unless a study asks for detail.
  public var keepsReplications: Bool { self != .location && self != .product }

  /// Whether the level divides places; the others divide products, of which all places count.
  var dividesPlaces: Bool {
    switch self {
    case .all, .tier, .region, .authority, .location: true
    case .category, .demandClass, .product: false
    }
  }
}
