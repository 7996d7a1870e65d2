public import RandomStreams

/// Who delivers products to the scenario's topmost stores.
public struct Supplier: Sendable {
  /// The scenario's own short name; enters the keys of random streams.
  public var id: String
  /// From an accepted order to its receipt, drawn for each order; rounded to the nearest day,
  /// 0 or more. [days]
  public var leadTime: Distribution
  /// What is left of the shelf life when goods are received.
  public var remainingLife: RemainingLife
  /// How much can be delivered, if there is a limit.
  public var capacity: Capacity?
  /// Who gets what when the orders of a day, of all regions together, exceed what can be delivered.
  public var allocation = AllocationRule.firstCome
  /// What becomes of what cannot be delivered.
  public var unfilled = UnfilledOrders.refused
  /// The most that an ordering location may buy in a period, if its agreement has a ceiling.
  public var ceiling: Ceiling?
  /// What must happen before it delivers at all; `nil` for a supplier that always does.
  public var readiness: Readiness?

  /// A supplier.
  public init(
    id: String, leadTime: Distribution, remainingLife: RemainingLife, capacity: Capacity?
  ) {
    self.id = id
    self.leadTime = leadTime
    self.remainingLife = remainingLife
    self.capacity = capacity
  }

  /// A limit on what a supplier delivers of each product.
  ///
  /// Per day (1 + slack) × the normal consumption of all care units in the scenario becomes
  /// deliverable. What is not ordered stays deliverable for a while: credit accrues up to
  /// `windowDays` days' worth (but at least one pack); beyond that it is lost.
  public struct Capacity: Sendable, Equatable {
    /// How much more than normal consumption can be delivered, in ten-thousandths: 1500 is 15 %,
    /// −7000 delivers 30 % of normal consumption. [−10,000 or more]
    public var slackBasisPoints: Int64
    /// Over how many days unused capacity is kept. [days, 1 or more]
    public var windowDays: Int

    /// A capacity.
    public init(slackBasisPoints: Int64, windowDays: Int) {
      self.slackBasisPoints = slackBasisPoints
      self.windowDays = windowDays
    }
  }
}

/// What becomes of an order, or the part of it, that a supplier cannot deliver.
public enum UnfilledOrders: String, Sendable, Hashable, CaseIterable {
  /// It is refused; the location orders again at its next review.
  case refused
  /// The supplier owes it: it counts in the location's position and is delivered, oldest first, as
  /// soon as capacity allows.
  case owed
}

/// The ceiling volume [takvolym] of a framework agreement: the most that one ordering location may
/// buy of a product from a supplier in a period. Periods follow one another from the first day of
/// the horizon, backwards in the warm-up. What exceeds the ceiling is refused.
public struct Ceiling: Sendable, Hashable, BitwiseCopyable {
  /// Of the normal consumption of the ordering location in one period, in ten-thousandths:
  /// 12,000 is 120 %. [1 or more]
  public var shareBasisPoints: Int64
  /// Length of a period. [days, 1 or more]
  public var periodDays: Int

  /// A ceiling.
  public init(shareBasisPoints: Int64, periodDays: Int) {
    self.shareBasisPoints = shareBasisPoints
    self.periodDays = periodDays
  }
}

/// Manufacturing readiness (level 4): a supplier that produces only once an authority has decided so.
///
/// From the day of the decision and the start-up time on it delivers, as long as the occasion
/// lasts, what its capacity says; a negative slack makes that a share of normal consumption.
public struct Readiness: Sendable, Hashable {
  /// What makes the authority decide, and how long that takes.
  public var decision: Decision
  /// From the decision to the first unit. [days, 0 or more]
  public var startUpDays: Int

  /// A readiness.
  public init(decision: Decision, startUpDays: Int) {
    self.decision = decision
    self.startUpDays = startUpDays
  }
}

/// An authority's decision: what brings it about, and how long it takes.
///
/// Occasions are exogenous, so that a decision falls on the same day under every policy.
public struct Decision: Sendable, Hashable {
  /// What brings it about.
  public var occasion: Occasion
  /// From the first day of the occasion to the day on which the decision takes effect; it holds
  /// until the occasion ends. [days, 0 or more]
  public var delayDays: Int

  /// What brings a decision about.
  public enum Occasion: Sendable, Hashable {
    /// Any of these phases of the timeline.
    case phases([String])
    /// A shortage of the product, as the authority sees it: from its announcement or onset on.
    case shortage
  }

  /// A decision.
  public init(occasion: Occasion, delayDays: Int) {
    self.occasion = occasion
    self.delayDays = delayDays
  }
}

/// What is left of the shelf life of a delivery when it is received.
public enum RemainingLife: Sendable, Equatable {
  /// A share of the product's shelf life, drawn for each delivery, rounded down to whole days.
  case shareOfShelfLife(Distribution)
  /// Days, drawn for each delivery, rounded down to whole days.
  case days(Distribution)

  /// The longest remaining life that can occur for a product. [days]
  public func longestDays(shelfLifeDays: Int) -> Double {
    switch self {
    case .shareOfShelfLife(let share): share.upperBound * Double(shelfLifeDays)
    case .days(let days): days.upperBound
    }
  }

  /// The shortest remaining life that can occur for a product, before rounding down. [days]
  public func shortestDays(shelfLifeDays: Int) -> Double {
    switch self {
    case .shareOfShelfLife(let share): share.lowerBound * Double(shelfLifeDays)
    case .days(let days): days.lowerBound
    }
  }

  /// The remaining life that a fraction `u` of deliveries do not exceed, in whole days.
  ///
  /// One uniform per delivery is inverted, so that policies that order on the same day receive
  /// the same life. `u` lies in 0…1.
  public func wholeDays(at u: Double, shelfLifeDays: Int) -> Int {
    let days: Double
    switch self {
    case .shareOfShelfLife(let share): days = (share.quantile(u) ?? 0) * Double(shelfLifeDays)
    case .days(let distribution): days = distribution.quantile(u) ?? 0
    }
    return Int(days.rounded(.down))
  }

  /// The distribution behind it.
  public var distribution: Distribution {
    switch self {
    case .shareOfShelfLife(let share): share
    case .days(let days): days
    }
  }
}
