/// What a policy says about one product at one location, with every default filled in.
public struct PolicySettings: Sendable, Equatable {
  /// Normal working stock.
  public var operating: StockLevel
  /// Stock held for preparedness on top of it.
  public var reserve = StockLevel.units(0)
  /// When orders are made and for how much.
  public var ordering = OrderingRule.orderUpTo
  /// The most that one order may be for; `nil` for no limit.
  public var orderMaximum: StockLevel?
  /// When the location looks at its stock.
  public var review = ReviewRule.every(days: 1)
  /// Which stock on hand counts in the position.
  public var position = PositionRule.usableTomorrow
  /// What orders are counted in.
  public var orderIn = OrderUnit.packs
  /// How levels become whole packs.
  public var rounding = PackRounding.up
  /// What becomes of what its parent cannot ship.
  public var requests = UnshippedRequests.dropped
  /// Which lot is issued first.
  public var issue = IssueOrder.fefo
  /// What is too short-dated to be received. [days before expiry, 0 or more]
  public var minimumLifeAtReceiptDays = 0
  /// What is too short-dated to be issued to a location below. [days before expiry, 0 or more]
  public var minimumLifeAtIssueDays = 0
  /// How the reserve is part of the flow.
  public var rotation = Rotation.flowing
  /// When the reserve may be used.
  public var release = ReleaseRule.always
  /// How much of the reserve may be ordered per day; `nil` for no limit.
  public var refillPerDay: StockLevel?
  /// How long before its expiry a lot is offered to a location with a higher turnover; 0 for never.
  /// [days before expiry]
  public var redistributeBeforeDays = 0
  /// What multiplies targets while a shortage of the product is known of and not over, in
  /// ten-thousandths: 15,000 raises them by half. Operating stock, reserve and the level at which an
  /// ordering rule orders are raised, and rounded up to whole packs where packs are ordered; orders
  /// by calendar or by a table of ages are not. When the shortage is over they fall back, and what a
  /// reserve of its own has too much goes to the flow. [10,000 or more]
  public var hoardingBasisPoints: Int64 = 10_000

  /// Settings with an operating level and the defaults of everything else.
  public init(operating: StockLevel) { self.operating = operating }

  /// Takes over what a rule states.
  mutating func apply(_ rule: PolicyRule) {
    operating = rule.operating ?? operating
    reserve = rule.reserve ?? reserve
    ordering = rule.ordering ?? ordering
    orderMaximum = rule.orderMaximum ?? orderMaximum
    review = rule.review ?? review
    position = rule.position ?? position
    orderIn = rule.orderIn ?? orderIn
    rounding = rule.rounding ?? rounding
    requests = rule.requests ?? requests
    issue = rule.issue ?? issue
    minimumLifeAtReceiptDays = rule.minimumLifeAtReceiptDays ?? minimumLifeAtReceiptDays
    minimumLifeAtIssueDays = rule.minimumLifeAtIssueDays ?? minimumLifeAtIssueDays
    rotation = rule.rotation ?? rotation
    release = rule.release ?? release
    refillPerDay = rule.refillPerDay ?? refillPerDay
    redistributeBeforeDays = rule.redistributeBeforeDays ?? redistributeBeforeDays
    hoardingBasisPoints = rule.hoardingBasisPoints ?? hoardingBasisPoints
  }
}

extension Policy {
  /// The settings for a product at a location; `nil` when no rule sets an operating level.
  ///
  /// Defaults: those of `PolicySettings`.
  public func settings(
    for product: Product, at productPosition: Position<Product>,
    in location: Location, at locationPosition: Position<Location>
  ) -> PolicySettings? {
    var settings = PolicySettings(operating: .units(0))
    var setsOperating = false
    for rule in rules
    where rule.locations.selects(location, at: locationPosition, for: product.category)
      && rule.products.selects(product, at: productPosition)
    {
      settings.apply(rule)
      setsOperating = setsOperating || rule.operating != nil
    }
    return setsOperating ? settings : nil
  }
}
