/// A critical level: stock that a parent keeps for care that is more urgent than a priority.
struct KeptStock: BitwiseCopyable {
  /// The level binds this care priority and all less urgent ones. [1 or more]
  var from: Int32
  /// They get nothing that would leave less than this. [units, 0 or more]
  var level: Int64
}

extension AllotmentDesk {
  /// Strictly by care priority, with critical levels: each claim, the most urgent care first and
  /// in the order they stand within a priority,
  ///
  /// - gets what it asks for, or the whole packs that there are,
  /// - as far as that leaves at least the critical level of its priority.
  ///
  /// Several levels may bind a priority; then the highest counts. Without levels all may be used.
  /// A pack is not broken to reach a level exactly. Levels are compared with what is left of
  /// `available`, so what the caller withholds from everybody, such as a reserve that is not
  /// released, comes on top of them.
  ///
  /// Returns what is left. [units]
  mutating func priority(
    _ claims: inout Column<Claim>, _ places: Range<Int>, available: Int64,
    criticalLevels: borrowing Column<KeptStock>
  ) -> Int64 {
    clear(&claims, places, available: available)
    var left = available
    // There are few priorities, so one pass for each is quicker than putting claims in order.
    var next = Self.mostUrgent(claims, places, after: .min)
    while let priority = next {
      var level: Int64 = 0
      for index in 0..<criticalLevels.count where criticalLevels[index].from <= priority {
        level = max(level, criticalLevels[index].level)
      }
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
