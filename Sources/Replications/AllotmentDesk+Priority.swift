extension AllotmentDesk {
  /// Strictly by care priority, with critical levels: each claim, the most urgent care first and
  /// in the order they stand within a priority,
  ///
  /// - gets what it asks for, or the whole packs that there are,
  /// - as far as that leaves at least the critical level of its priority.
  ///
  /// `criticalLevels` has the level of priority 1, 2, … [units left of `available`, 0 or more];
  /// the first, for the most urgent care, is usually 0. Priorities beyond the last level share it;
  /// without levels all are 0. A pack is not broken to reach a level exactly. What the caller
  /// withholds from everybody, such as a reserve that is not released, is not part of `available`,
  /// so the levels come on top of it.
  ///
  /// Returns what is left. [units]
  mutating func priority(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64,
    criticalLevels: borrowing Column<Int64>
  ) -> Int64 {
    clear(&claims, places, available: available)
    var left = available
    // There are few priorities, so one pass for each is quicker than putting claims in order.
    var next = Self.mostUrgent(claims, places, after: 0)
    while let priority = next {
      let known = min(Int(priority), criticalLevels.count)
      let level = known == 0 ? 0 : criticalLevels[known - 1]
      for place in places where claims[place].priority == priority {
        guard left > level else { break }
        left -= claims[place].grant(upTo: left - level)
      }
      next = Self.mostUrgent(claims, places, after: priority)
    }
    return left
  }

  /// The most urgent priority among those less urgent than another; nil if there is none.
  private static func mostUrgent(
    _ claims: borrowing Column<Claim>, _ places: Range<Int>, after other: Int32
  ) -> Int32? {
    var found: Int32?
    for place in places where claims[place].priority > other {
      found = min(found ?? .max, claims[place].priority)
    }
    return found
  }
}
