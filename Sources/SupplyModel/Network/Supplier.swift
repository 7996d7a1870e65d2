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
    /// How much more than normal consumption can be delivered, in ten-thousandths: 1500 is 15 %.
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
