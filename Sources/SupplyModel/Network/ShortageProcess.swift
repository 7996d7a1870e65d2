public import RandomStreams

/// How often and for how long a supplier cannot deliver a product [restnotering].
///
/// A renewal process in continuous time, one for each selected product, independent of each other
/// and of the policy. A product that several processes select is out while any of them is down.
public struct ShortageProcess: Sendable {
  /// The scenario's own short name; enters the keys of random streams.
  public var id: String
  /// The products that it befalls, each on its own.
  public var products: ProductSelection
  /// How often shortages begin.
  public var frequency: Frequency
  /// From onset to end. [days]
  public var duration: Distribution
  /// Whether supply is certain to be up when the simulation begins; otherwise it is stationary.
  public var startsUp: Bool
  /// What one process befalls together.
  public var scope = Scope.product
  /// Whose deliveries it befalls; `nil` for every supplier's.
  public var suppliers: [Position<Supplier>]?
  /// What it does to orders.
  public var orders = OrderEffect.refused
  /// Whether what is under way from the suppliers stands still while it lasts, and arrives later by
  /// the days held.
  public var holdsTransit = false
  /// What is left of the shelf life of goods that are ordered while it lasts, where that differs;
  /// drawn by the same numbers as always.
  public var remainingLife: RemainingLife?
  /// When it becomes known; `nil` where it is known only as a fact, on its first day.
  public var announcement: Announcement?

  /// What one process befalls together; each scope has a process of its own, independent of the
  /// others.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// One product, whoever delivers it.
    case product
    /// One product of one supplier: a package of a substance.
    case package
    /// All selected products of one supplier.
    case supplier
    /// All selected products of one substitution group; products without a group on their own.
    case group
    /// All selected products of one category.
    case category
  }

  /// What a shortage does to orders.
  public enum OrderEffect: Sendable, Equatable {
    /// Nothing is accepted; what was accepted arrives.
    case refused
    /// Orders are accepted and leave on the first day up; the lead time counts from then.
    case held
    /// So much of the capacity is left, in ten-thousandths; needs suppliers with a limit. [0…9999]
    case fraction(basisPoints: Int64)
    /// Orders are taken as always: it only holds what is under way, or shortens lives.
    case accepted
  }

  /// When a shortage becomes known before it begins.
  public struct Announcement: Sendable, Equatable {
    /// Share of shortages that are announced, in ten-thousandths; the others are known as a fact.
    public var shareBasisPoints: Int64
    /// From the announcement to the onset. [days, 0 or more]
    public var notice: Distribution

    /// An announcement.
    public init(shareBasisPoints: Int64, notice: Distribution) {
      self.shareBasisPoints = shareBasisPoints
      self.notice = notice
    }
  }

  /// How often shortages begin.
  public enum Frequency: Sendable, Equatable {
    /// Onsets per calendar year of 365 days, times down included. [1/year]
    case onsetsPerYear(Double)
    /// Mean of the exponential time from an end to the next onset. [days]
    case meanUpTime(days: Double)
  }

  /// A shortage process.
  public init(
    id: String, products: ProductSelection, frequency: Frequency, duration: Distribution,
    startsUp: Bool
  ) {
    self.id = id
    self.products = products
    self.frequency = frequency
    self.duration = duration
    self.startsUp = startsUp
  }

  /// Mean of the exponential time from an end to the next onset. [days]
  ///
  /// With r onsets per year and mean duration D years the share of time down is r·D, and the
  /// hazard while up r ÷ (1 − r·D). Infinite when r is 0. `ticksPerDay` is the experiment's.
  public func meanUpTimeDays(ticksPerDay: Int) -> Double {
    switch frequency {
    case .meanUpTime(let days): return days
    case .onsetsPerYear(let rate):
      guard rate > 0 else { return .infinity }
      return Double(365 * ticksPerDay) / rate - duration.mean
    }
  }

  /// The share of time that the process is down in the long run. [0…1]
  public func shareOfTimeDown(ticksPerDay: Int) -> Double {
    let up = meanUpTimeDays(ticksPerDay: ticksPerDay)
    return up.isFinite ? duration.mean / (duration.mean + up) : 0
  }
}
