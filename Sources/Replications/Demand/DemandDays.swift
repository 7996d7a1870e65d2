/// Demand in the order of days, within a day in the order of nodes.
struct DemandDays: ~Copyable {
  private var events = Column<DemandHistory.Event>()
  private var firstOfDay = Column<Int32>()

  /// The places of a day's events.
  @inline(__always)
  func range(of day: Int) -> Range<Int> { Int(firstOfDay[day])..<Int(firstOfDay[day + 1]) }

  /// The event in a place.
  @inline(__always)
  func event(_ place: Int) -> DemandHistory.Event { events[place] }

  /// A counting sort of what has been drawn node after node.
  ///
  /// - Parameters:
  ///   - firstOfNode: where each node's demand begins in `drawn`; one more at the end.
  ///   - days: how many days there are.
  ///   - isWanted: whether a node's demand is wanted here.
  @inline(__always)
  mutating func sort(
    _ drawn: borrowing Column<DemandHistory.Drawn>, _ firstOfNode: borrowing Column<Int32>,
    days: Int, where isWanted: (_ node: Int) -> Bool
  ) {
    firstOfDay.reset(to: 0, count: days + 1)
    for node in 0..<firstOfNode.count - 1 where isWanted(node) {
      for place in Int(firstOfNode[node])..<Int(firstOfNode[node + 1]) {
        firstOfDay[Int(drawn[place].day) + 1] += 1
      }
    }
    var sum: Int32 = 0
    for day in 0..<days {
      let count = firstOfDay[day + 1]
      firstOfDay[day + 1] = sum
      sum += count
    }
    events.reset(to: DemandHistory.Event(node: 0, quantity: 0), count: Int(sum))
    // `firstOfDay[day + 1]` runs from the start of the day to its end, which is where the next
    // day starts: afterwards every entry is what it should be.
    for node in 0..<firstOfNode.count - 1 where isWanted(node) {
      for place in Int(firstOfNode[node])..<Int(firstOfNode[node + 1]) {
        let day = Int(drawn[place].day)
        let target = firstOfDay[day + 1]
        events[Int(target)] = DemandHistory.Event(
          node: UInt32(truncatingIfNeeded: node), quantity: drawn[place].quantity)
        firstOfDay[day + 1] = target + 1
      }
    }
  }
}
