/// Who gets what when several ask for more than there is.
///
/// Every rule is exact in whole units, gives nobody more than was asked for, keeps packs whole where
/// packs are ordered, and decides what is left by largest remainder, then rank.
public enum AllocationRule: Sendable, Hashable {
  /// In order of rank until nothing is left.
  case firstCome
  /// The same share of what each asks for.
  case proportionalToRequest
  /// In proportion to normal consumption, up to what each asks for.
  case proportionalToConsumption
  /// The lowest (on hand + in transit) ÷ normal consumption is raised first.
  case equalCover
  /// By care priority, 1 first; within a priority by rank. What would bring the parent's stock below
  /// the critical level of a claimant's priority is kept for more urgent care.
  case priority(criticalLevels: [CriticalLevel])
}

/// Stock that a parent keeps for care that is more urgent than a priority.
public struct CriticalLevel: Sendable, Hashable {
  /// Locations of this care priority and of less urgent ones; [2 or more]
  public var carePriority: Int
  /// get nothing that would bring the parent's stock below this.
  public var level: StockLevel

  /// A critical level.
  public init(carePriority: Int, level: StockLevel) {
    self.carePriority = carePriority
    self.level = level
  }
}
