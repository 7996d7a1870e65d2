extension ProductRun {
  /// The shelf of a location's reserve, where it has one of its own.
  @inline(__always)
  mutating func reserveShelf(_ node: Int) -> Int { plans.count + node }

  /// Puts units on the shelf where they belong.
  ///
  /// With a reserve of its own the flow is filled up to its operating target first, then the
  /// reserve, or the other way round; what both do not need goes to the flow, and so does what is
  /// too short-dated to count towards the reserve.
  mutating func putOnShelf(_ node: Int, expiry: Int32, arrival: Int32, quantity: Int64) {
    guard plans[node].reserving.hasPool else {
      shelves.insert(node, expiry: expiry, arrival: arrival, quantity: quantity)
      return
    }
    let lasts = Int(expiry) > today + Int(plans[node].reserving.marginDays)
    let forReserve = lasts ? shareOfReserve(node, of: quantity) : 0
    if forReserve > 0 {
      shelves.insert(
        reserveShelf(node), expiry: expiry, arrival: arrival, quantity: forReserve)
      reserves[node].onHand += forReserve
    }
    if quantity > forReserve {
      shelves.insert(node, expiry: expiry, arrival: arrival, quantity: quantity - forReserve)
    }
  }

  /// How much of what a location receives goes to its reserve. [units]
  private mutating func shareOfReserve(_ node: Int, of quantity: Int64) -> Int64 {
    let plan = plans[node]
    let flow = flowOnHand(node)
    if plan.reserving.fillsReserveFirst { return min(quantity, reserveDeficit(node)) }
    let forFlow = min(quantity, max(0, plan.target - flow))
    return min(quantity - forFlow, reserveDeficit(node))
  }

  /// What stands on the shelf of the flow. [units]
  @inline(__always)
  mutating func flowOnHand(_ node: Int) -> Int64 {
    states[node].onHand - (plans[node].reserving.hasPool ? reserves[node].onHand : 0)
  }

  /// What is missing of a reserve of its own, not counting lots that are to be ordered anew. [units]
  mutating func reserveDeficit(_ node: Int) -> Int64 {
    let due = today + Int(plans[node].reserving.marginDays)
    let lasting = reserves[node].onHand - shelves.quantity(reserveShelf(node), expiringBy: due)
    return max(0, plans[node].reserve - lasting)
  }

  /// Takes units off the shelf of the reserve, first expired first out; there must be some.
  mutating func takeFromReserve(
    _ node: Int, atMost limit: Int64, expiringFrom earliest: Int32
  ) -> Lot {
    let shelf = reserveShelf(node)
    var place = 0
    while shelves.lot(shelf, place).expiry < earliest { place += 1 }
    let lot = shelves.take(shelf, place, atMost: limit)
    reserves[node].onHand -= lot.quantity
    return lot
  }

  /// Sorts everything that a location holds into its pools anew, what expires first first: another
  /// policy has taken over.
  mutating func sortIntoPools(_ node: Int) {
    while shelves.lotCount(reserveShelf(node)) > 0 {
      let lot = shelves.takeFirst(reserveShelf(node), atMost: .max)
      shelves.insert(node, expiry: lot.expiry, arrival: lot.arrival, quantity: lot.quantity)
    }
    reserves[node] = ReserveState()
    guard plans[node].reserving.hasPool else { return }
    // Everything is taken off and put up again; what is put on the flow's shelf comes behind.
    var left = states[node].onHand
    let onHand = left
    states[node].onHand = 0
    while left > 0 {
      let lot = shelves.takeFirst(node, atMost: left)
      left -= lot.quantity
      unsorted.append(lot)
    }
    for index in 0..<unsorted.count {
      let lot = unsorted[index]
      putOnShelf(node, expiry: lot.expiry, arrival: lot.arrival, quantity: lot.quantity)
      states[node].onHand += lot.quantity
    }
    unsorted.removeAll()
    precondition(states[node].onHand == onHand, "sorting into pools loses nothing")
  }
}
