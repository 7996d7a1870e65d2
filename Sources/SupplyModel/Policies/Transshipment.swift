/// Whether locations of different regions may send goods to one another.
///
/// Acts on the regions' own stores: for each region and product the topmost locations all of whose care
/// units lie in that region (so that a distributor for several regions is none), at the end of the
/// supply stage. Nothing is sent within a region.
public enum Transshipment: Sendable, Hashable {
  /// Nobody sends anything, as today.
  case notAllowed
  /// Whoever has ordered today, got less, and holds less than `kept` (on hand and on its way), is
  /// given up to that level by those that hold more than `kept`: who has the longest cover gives
  /// first, who has the shortest receives first.
  case voluntary(Voluntary)
  /// While an authority's decision holds, stock is levelled: on its first day and every so many days
  /// after it, those with more than the cover that all would have together give what exceeds it to
  /// those with less. In whole packs.
  case mandated(Mandated)

  /// Lending above a kept minimum.
  public struct Voluntary: Sendable, Hashable {
    /// Below this a location asks, above it a location gives.
    public var kept: StockLevel
    /// From one to the other. [days, 1 or more]
    public var leadTimeDays: Int

    /// Voluntary transshipment.
    public init(kept: StockLevel, leadTimeDays: Int) {
      self.kept = kept
      self.leadTimeDays = leadTimeDays
    }
  }

  /// Redistribution ordered by an authority.
  public struct Mandated: Sendable, Hashable {
    /// What makes the authority decide, and how long that takes.
    public var decision: Decision
    /// How often stock is levelled. [days, 1 or more]
    public var everyDays: Int
    /// From one to the other. [days, 1 or more]
    public var leadTimeDays: Int

    /// Mandated transshipment.
    public init(decision: Decision, everyDays: Int, leadTimeDays: Int) {
      self.decision = decision
      self.everyDays = everyDays
      self.leadTimeDays = leadTimeDays
    }
  }
}
