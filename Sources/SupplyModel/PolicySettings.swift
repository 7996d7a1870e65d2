/// What a policy says about one product at one location, with every default filled in.
public struct PolicySettings: Sendable, Hashable {
  /// Normal working stock.
  public var operating: StockLevel
  /// Stock held for preparedness on top of it.
  public var reserve: StockLevel
  /// How the reserve is part of the flow.
  public var rotation: Rotation
  /// Days from one review to the next. [days, 1 or more]
  public var reviewEveryDays: Int
  /// Which stock on hand counts in the position.
  public var position: PositionRule
  /// What orders are counted in.
  public var orderIn: OrderUnit
  /// How levels become whole packs.
  public var rounding: PackRounding
}

extension Policy {
  /// The settings for a product at a location; `nil` when no rule sets an operating level.
  ///
  /// Defaults: no reserve, flowing, reviewed daily, position `usableTomorrow`, orders in packs,
  /// levels rounded up to packs.
  public func settings(
    for product: Product, at productPosition: Position<Product>,
    in location: Location, at locationPosition: Position<Location>
  ) -> PolicySettings? {
    var operating: StockLevel?
    var settings = PolicySettings(
      operating: .units(0), reserve: .units(0), rotation: .flowing, reviewEveryDays: 1,
      position: .usableTomorrow, orderIn: .packs, rounding: .up)
    for rule in rules
    where rule.locations.selects(location, at: locationPosition)
      && rule.products.selects(product, at: productPosition)
    {
      operating = rule.operating ?? operating
      settings.reserve = rule.reserve ?? settings.reserve
      settings.rotation = rule.rotation ?? settings.rotation
      settings.reviewEveryDays = rule.reviewEveryDays ?? settings.reviewEveryDays
      settings.position = rule.position ?? settings.position
      settings.orderIn = rule.orderIn ?? settings.orderIn
      settings.rounding = rule.rounding ?? settings.rounding
    }
    guard let operating else { return nil }
    settings.operating = operating
    return settings
  }
}
