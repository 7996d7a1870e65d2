/// Several suppliers of a product, such as the packages of a substance, in order of preference.
///
/// Where a location would get a selected product from `replacing`, it orders from the first of
/// `suppliers` that is not in shortage. The next stands in from the day on which all before it have
/// been in shortage for `switchAfterDays` days, until one of them is back; a substance is out only
/// when all are. What an open supplier cannot deliver for lack of capacity is offered, the same day,
/// to the next that is open then: one with manufacturing readiness is open from its start-up on,
/// whatever the others do.
public struct Sourcing: Sendable, Equatable {
  /// Which products are bought so; where several sourcings select a product, the last holds.
  public var products: ProductSelection
  /// The supplier that locations name as their parent; `nil` for any.
  public var replacing: Position<Supplier>?
  /// Whom to buy from, in order of preference; at least one, each once.
  public var suppliers: [Position<Supplier>]
  /// How long a shortage must have lasted before the next supplier is used. [days, 0 or more]
  public var switchAfterDays: Int

  /// A sourcing.
  public init(
    products: ProductSelection, replacing: Position<Supplier>?, suppliers: [Position<Supplier>],
    switchAfterDays: Int
  ) {
    self.products = products
    self.replacing = replacing
    self.suppliers = suppliers
    self.switchAfterDays = switchAfterDays
  }
}
