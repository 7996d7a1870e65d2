/// What care units ask of their store today, known before the first of them is attended to: where the store has
/// that much, each gets its goods at once, and nobody has to be asked first and sent to later.
///
/// The most that all care units of a store could ask for (`leafNeeds`) shows it without looking, but only where
/// the store is large; where care units hold as much as their store it never does. And what is looked at here is
/// what is attended to next: the processor fetches it for many care units at a time, where their attendance waits
/// for each in turn.
extension ProductRun {
  /// What the care units of a store ask of it on a day.
  struct DayNeed: BitwiseCopyable {
    var day: Int32 = -1
    /// Not less than what they ask for. [units]
    var quantity: Int64 = 0
  }

  /// Whether some store would be too small for the most that its care units could ask for, even when it has
  /// all that it should; those that supply others are not looked at.
  mutating func findSmallStores() {
    hasSmallStores = false
    dayNeeds.reset(to: DayNeed(), count: plans.count)
    for node in 0..<plans.count
    where leafNeeds[node] < .max && leafNeeds[node] > plans[node].target {
      hasSmallStores = true
    }
  }

  /// Adds up what today's patients and those who have waited for goods make care units ask for.
  @inline(never)
  mutating func foreseeNeeds(
    _ events: Range<Int>, _ isGathered: Bool, _ demand: borrowing DemandHistory
  ) {
    for place in events {
      let event = isGathered ? gathered[place] : demand.event(place)
      foreseeNeed(Int(event.node), wanted: Int64(event.quantity))
    }
    for word in 0..<pending.wordCount {
      var waiting = pending[word: word] & reviewDays.due(word: word) & leaves[word: word]
      while waiting != 0 {
        foreseeNeed(word << 6 + waiting.trailingZeroBitCount, wanted: 0)
        waiting &= waiting - 1
      }
    }
  }

  @inline(__always)
  private mutating func foreseeNeed(_ node: Int, wanted: Int64) {
    let plan = leafPlans[node]
    guard plan.parent >= 0 else { return }
    let state = states[node]
    var need = plan.target - state.onOrder - max(0, state.onHand - wanted) + plan.orderMultiple - 1
    if state.followsLots, plan.usableMarginDays > 0 {
      need += shelves.quantity(node, expiringBy: today + Int(plan.usableMarginDays))
    }
    let day = Int32(truncatingIfNeeded: today)
    let parent = Int(plan.parent)
    let earlier = dayNeeds[parent].day == day ? dayNeeds[parent].quantity : 0
    dayNeeds[parent] = DayNeed(day: day, quantity: earlier + max(0, need))
  }

  /// Whether a location has all that those below it ask of it today.
  mutating func hasEnoughToday(_ parent: Int) -> Bool {
    let onHand = states[parent].onHand
    if onHand >= leafNeeds[parent] { return true }
    // Locations that supply others ask later; care units in a stretch have been sent some of theirs.
    guard leafNeeds[parent] < .max, restingCount == 0,
      dayNeeds[parent].day == Int32(truncatingIfNeeded: today)
    else { return false }
    return onHand >= dayNeeds[parent].quantity
  }
}
