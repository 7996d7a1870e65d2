/// Which locations review their stock on which days.
///
/// Locations with the same interval form a class; the classes due today are laid over each other.
/// Intervals count from the first day of the horizon, in the warm-up backwards.
struct ReviewDays: ~Copyable {
  private var intervals = Column<Int32>()
  private var members = Column<UInt64>()
  private var wordCount = 0
  private var dueWords = Column<UInt64>()

  /// Sorts the locations into classes.
  mutating func reset(_ plans: borrowing Column<NodePlan>) {
    intervals.removeAll()
    members.removeAll()
    wordCount = (plans.count + 63) / 64
    dueWords.reset(to: 0, count: wordCount)
    for node in 0..<plans.count {
      let every = plans[node].reviewEveryDays
      var place = 0
      while place < intervals.count, intervals[place] != every { place += 1 }
      if place == intervals.count {
        intervals.append(every)
        for _ in 0..<wordCount { members.append(0) }
      }
      members[place * wordCount + node >> 6] |= 1 << UInt64(node & 63)
    }
  }

  /// Looks up who is due on a day, counted from the start of the horizon.
  mutating func turn(to day: Int) {
    for word in 0..<wordCount { dueWords[word] = 0 }
    for place in 0..<intervals.count {
      let every = Int(intervals[place])
      guard every == 1 || day % every == 0 else { continue }
      for word in 0..<wordCount { dueWords[word] |= members[place * wordCount + word] }
    }
  }

  /// Who is due today, 64 locations at once.
  @inline(__always)
  func due(word: Int) -> UInt64 { dueWords[word] }
}
