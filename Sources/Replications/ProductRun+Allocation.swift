extension ProductRun {
  /// First come, first served, in order of rank: each child
  ///
  /// - gets what it asks for, or what is left, in whole packs where it orders in packs;
  /// - what it does not get is dropped; it asks again at its next review.
  ///
  /// Children stand in order of rank, so their requests do too.
  @inline(__always)
  mutating func allocateFirstCome(_ parent: Int) {
    asked.remove(parent)
    let first = Int(states[parent].firstRequest)
    let end = first + Int(states[parent].requestCount)
    states[parent].requestCount = 0
    for place in first..<end {
      let request = requests[place]
      let child = Int(request.child)
      var quantity = min(request.quantity, states[parent].onHand)
      if quantity < request.quantity { quantity -= quantity % plans[child].orderMultiple }
      guard quantity > 0 else { continue }
      ship(quantity, from: parent, to: child)
      if quantity == request.quantity { pending.remove(child) }
    }
  }

  /// Goods leave a location for one of its children; lots keep their expiry.
  @inline(__always)
  private mutating func ship(_ quantity: Int64, from parent: Int, to child: Int) {
    let due = today + Int(plans[child].leadTimeDays)
    var left = quantity
    while left > 0 {
      let lot = shelves.takeFirst(parent, atMost: left)
      left -= lot.quantity
      shipments.send(
        .init(node: Int32(child), expiry: lot.expiry, quantity: lot.quantity), due: due)
    }
    changeStock(parent, by: -quantity)
    balance.addDeparture(parent, quantity)
    changeOnOrder(child, by: quantity)
    tallies[child].orderLines += 1
    pending.insert(parent)
  }
}
