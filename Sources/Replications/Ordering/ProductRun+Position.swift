extension ProductRun {
  /// What a location counts as its own: on hand (everything, or what is usable tomorrow)
  /// + everything ordered and still to come (accepted and under way, or owed to it) − owed to those
  /// below it − demand that waits. [units]
  ///
  /// Where the reserve has a pool of its own, this is the flow's position: its part of what is on
  /// hand and to come. The one place where the position is put together.
  @inline(__always)
  mutating func position(_ node: Int) -> Int64 {
    var onHand = plans[node].ordersPlainly ? states[node].onHand : flowOnHand(node)
    let margin = Int(plans[node].usableMarginDays)
    if margin > 0 { onHand -= shelves.quantity(node, expiringBy: today + margin) }
    return onHand + commitments(node)
  }

  /// The part of the position that does not stand on the shelf; it may be negative. [units]
  @inline(__always)
  mutating func commitments(_ node: Int) -> Int64 {
    var due = states[node].onOrder + states[node].owed - states[node].owes
    if !plans[node].ordersPlainly, plans[node].reserving.hasPool {
      due -= expectedForReserve(node)
    }
    return waiting.isKept ? due - waiting.quantity(node) : due
  }
}
