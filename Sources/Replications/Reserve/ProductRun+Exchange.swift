extension ProductRun {
  /// The exchange of a reserve that is set aside: every lot of it that expires within so many days
  ///
  /// - changes places, unit for unit, with what the flow has that expires later, the latest first;
  /// - what cannot be exchanged stays, is tried again at the next review, and expires.
  mutating func exchange(_ node: Int) {
    let reserve = reserveShelf(node)
    let until = Int32(today) + plans[node].reserving.exchangeBeforeDays
    while shelves.earliestExpiry(reserve) <= until {
      let old = shelves.lot(reserve, 0)
      let last = shelves.lotCount(node) - 1
      guard last >= 0, shelves.lot(node, last).expiry > old.expiry else { return }
      let fresh = shelves.take(node, last, atMost: old.quantity)
      _ = shelves.takeFirst(reserve, atMost: fresh.quantity)
      // What comes in expires later than what went out, so it stands behind it.
      shelves.insert(
        reserve, expiry: fresh.expiry, arrival: fresh.arrival, quantity: fresh.quantity)
      shelves.insert(node, expiry: old.expiry, arrival: old.arrival, quantity: fresh.quantity)
      if isTracing {
        record(
          TraceRecord(
            quantity: fresh.quantity, node: Int32(node), due: fresh.expiry, expiry: old.expiry,
            kind: .exchanged))
      }
    }
  }
}
