extension ProductRun {
  /// Stage 3, discard: at every location with a lot that nears its expiry
  ///
  /// - lots with expiry day ≤ today leave and are booked;
  /// - the location is due for review, since its position has changed or changes overnight;
  /// - it is woken again for the lot that expires next.
  mutating func discardExpired() {
    while let node = wakes.nextAwake(on: today) {
      while shelves.earliestExpiry(node) <= Int32(today) {
        let lot = shelves.takeFirst(node, atMost: .max)
        changeStock(node, by: -lot.quantity)
        tallies[node].discarded += lot.quantity
        balance.addDiscard(node, lot.quantity, on: today)
        if isTracing { recordDiscard(lot, node) }
        pending.insert(node)
      }
      if plans[node].reserving.hasPool { discardFromReserve(node) }
      // A refill by the day goes on, and a release may begin, whatever expires when.
      if !plans[node].reservesPlainly { pending.insert(node) }
      let next = earliestExpiry(node)
      guard next < .max else { continue }
      if wakeDay(node, expiry: next) <= today { pending.insert(node) }
      wakes.wake(node, by: max(today + 1, wakeDay(node, expiry: next)))
      if plans[node].keepsReserve { attendRelease(node) }
    }
  }

  private mutating func discardFromReserve(_ node: Int) {
    while shelves.earliestExpiry(reserveShelf(node)) <= Int32(today) {
      let lot = takeFromReserve(node, atMost: .max, expiringFrom: 0)
      changeStock(node, by: -lot.quantity)
      tallies[node].discarded += lot.quantity
      balance.addDiscard(node, lot.quantity, on: today)
      if isTracing { recordDiscard(lot, node) }
      pending.insert(node)
    }
  }

  /// Day on which a location's next lot expires, in the flow or in a reserve of its own;
  /// `Int32.max` if it has nothing.
  private mutating func earliestExpiry(_ node: Int) -> Int32 {
    let flow = shelves.earliestExpiry(node)
    return plans[node].reserving.hasPool
      ? min(flow, shelves.earliestExpiry(reserveShelf(node))) : flow
  }
}
