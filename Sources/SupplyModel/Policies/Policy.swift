/// A named, complete set of rules for how much stock is held where and how it is replenished.
public struct Policy: Sendable {
  /// What the scenario calls it, such as `one-month`.
  public var name: String
  /// The rules in order; a later rule overrides what an earlier one set, setting by setting.
  public var rules: [PolicyRule]
  /// Who gets what when several ask for more than there is.
  public var allocation: AllocationRule
  /// How it gets from the baseline's stock to its own targets.
  public var buildUp = BuildUp.immediate
  /// Whether regions send goods to one another.
  public var transshipment = Transshipment.notAllowed
  /// Whether substitutes may be given, where the scenario has any.
  public var allowsSubstitution = true

  /// A policy.
  public init(name: String, rules: [PolicyRule], allocation: AllocationRule) {
    self.name = name
    self.rules = rules
    self.allocation = allocation
  }
}

/// Settings for the locations and products that a rule selects.
public struct PolicyRule: Sendable, Equatable {
  /// Where the rule applies.
  public var locations: LocationSelection
  /// To what the rule applies.
  public var products: ProductSelection
  /// Normal working stock, if the rule sets it.
  public var operating: StockLevel?
  /// Stock held for preparedness on top of it, if the rule sets it.
  public var reserve: StockLevel?
  /// When orders are made and for how much, if the rule sets it.
  public var ordering: OrderingRule?
  /// The most that one order may be for, if the rule sets it.
  public var orderMaximum: StockLevel?
  /// When the location looks at its stock, if the rule sets it.
  public var review: ReviewRule?
  /// Which stock on hand counts in the position, if the rule sets it.
  public var position: PositionRule?
  /// Whether orders are for whole packs, if the rule sets it.
  public var orderIn: OrderUnit?
  /// How levels become whole packs, if the rule sets it.
  public var rounding: PackRounding?
  /// What becomes of what its parent cannot ship, if the rule sets it.
  public var requests: UnshippedRequests?
  /// Which lot is issued first, if the rule sets it.
  public var issue: IssueOrder?
  /// What is too short-dated to be received, if the rule sets it. [days before expiry, 0 or more]
  public var minimumLifeAtReceiptDays: Int?
  /// What is too short-dated to be issued to a location below, if the rule sets it.
  /// [days before expiry, 0 or more]
  public var minimumLifeAtIssueDays: Int?
  /// How the reserve is part of the flow, if the rule sets it.
  public var rotation: Rotation?
  /// When the reserve may be used, if the rule sets it.
  public var release: ReleaseRule?
  /// How much of the reserve may be ordered per day, if the rule sets it.
  public var refillPerDay: StockLevel?
  /// How long before its expiry a lot is offered to a location with a higher turnover, if the rule
  /// sets it. [days before expiry, 1 or more; 0 for never]
  public var redistributeBeforeDays: Int?
  /// What multiplies targets while a shortage is known of and not over, in ten-thousandths, if the
  /// rule sets it: hoarding. [10,000 or more]
  public var hoardingBasisPoints: Int64?

  /// A rule that sets nothing yet.
  public init(locations: LocationSelection = .init(), products: ProductSelection = .init()) {
    self.locations = locations
    self.products = products
  }
}

/// How much stock a location aims to hold of a product.
public enum StockLevel: Sendable, Hashable {
  /// So many days of normal consumption, rounded up to whole units. [days, 0 or more]
  case days(Int)
  /// So many units. [units, 0 or more]
  case units(Int64)
  /// So many whole packs. [packs, 0 or more]
  case packs(Int64)
}

/// Which stock on hand counts in a location's position.
public enum PositionRule: String, Sendable, Hashable, CaseIterable {
  /// What can still be used tomorrow; what is discarded tomorrow morning is ordered today.
  case usableTomorrow
  /// Everything on hand.
  case onHand
}

/// What orders are counted in.
public enum OrderUnit: String, Sendable, Hashable, CaseIterable {
  /// Whole packs: the fewest that bring the position up to the target or above it.
  case packs
  /// Single units.
  case units
}

/// How a level in units becomes whole packs.
public enum PackRounding: String, Sendable, Hashable, CaseIterable, BitwiseCopyable {
  /// Up to the next whole pack.
  case up
  /// To the nearest whole pack, half a pack upwards.
  case nearest
  /// Down to whole packs, but at least one if anything is to be held.
  case downButAtLeastOne
  /// Levels stay in units.
  case none
}
