import RandomStreams

extension ProductRun {
  /// A location ships to those below it, as the allocation rule says.
  ///
  /// The one place where the rule is chosen.
  @inline(__always)
  mutating func allocate(_ parent: Int, _ product: CompiledProduct) {
    asked.remove(parent)
    let first = Int(states[parent].firstRequest)
    let end = first + Int(states[parent].requestCount)
    states[parent].requestCount = 0
    if plans[parent].keepsReserve { alarmIfCut(parent, first..<end) }
    if isTracing { availableToShare = issuable(parent) }
    if allocationRule == .firstCome {
      allocateFirstCome(parent, first..<end, product)
    } else {
      allocateByRule(parent, first..<end, product)
    }
    // What is owed may be shipped as soon as a reserve is released, so it is looked at every day.
    if plans[parent].keepsReserve, states[parent].owes > 0 { asked.insert(parent) }
  }

  /// First come, first served: what is owed, oldest first; then each child
  ///
  /// - gets what it asks for, or what is left, in whole packs where it orders in packs;
  /// - what it does not get is dropped, and it asks again at its next review; or owed.
  ///
  /// Children stand in order of rank, so their requests do too. When there is not enough for all
  /// and they belong to several authorities, these queue in an order drawn anew each day: by rank
  /// the same one would always go first.
  @inline(__always)
  private mutating func allocateFirstCome(
    _ parent: Int, _ places: Range<Int>, _ product: CompiledProduct
  ) {
    if states[parent].owes > 0 { shipOwed(parent, product) }
    if product.hasSeveralAuthorities { queueRequests(places, of: parent, product) }
    for place in places {
      let request = requests[place]
      let child = Int(request.child)
      let quantity = shippable(request.quantity, from: parent, to: child)
      if quantity > 0 { ship(quantity, from: parent, to: child, product) }
      if isTracing { recordCut(request.quantity, granted: quantity, parent, child) }
      if quantity == request.quantity {
        settle(child)
      } else if plans[child].ordering.requestsAreOwed {
        owe(request.quantity - quantity, to: child, by: parent)
        settle(child)
      }
    }
  }

  /// How much of what a child wants there is: all of it, or what is left in whole packs where it
  /// orders in packs; nothing where transport to it is cut. [units]
  @inline(__always)
  mutating func shippable(_ wanted: Int64, from parent: Int, to child: Int) -> Int64 {
    if isCutOff(from: parent, to: child) { return 0 }
    let quantity = min(wanted, issuable(parent))
    return quantity < wanted ? quantity - quantity % plans[child].orderMultiple : quantity
  }

  /// Puts the requests to a parent that has not enough into the order in which they are served.
  private mutating func queueRequests(
    _ places: Range<Int>, of parent: Int, _ product: CompiledProduct
  ) {
    var sum: Int64 = 0
    for place in places { sum += requests[place].quantity }
    guard sum > issuable(parent) else { return }
    for place in places {
      let child = product.places[Int(requests[place].child)]
      requests[place].queueing = queueNumber(ofAuthority: child.authorityID)
    }
    // Insertion sort: stable, so that rank decides within an authority.
    for end in places.dropFirst() {
      let request = requests[end]
      var place = end
      while place > places.lowerBound, requests[place - 1].queueing > request.queueing {
        requests[place] = requests[place - 1]
        place -= 1
      }
      requests[place] = request
    }
  }

  /// An authority's place in today's queue for the product; lowest first.
  mutating func queueNumber(ofAuthority authorityID: UInt64) -> UInt64 {
    var queueKey = key
    queueKey.location = authorityID
    queueKey.purpose = StreamPurpose.queueing.word(day: reportDay)
    var stream = queueKey.stream()
    return stream.next()
  }

  /// Goods leave a location for one of its children; lots keep their expiry.
  @inline(__always)
  mutating func ship(
    _ quantity: Int64, from parent: Int, to child: Int, _ product: CompiledProduct
  ) {
    let due = today + transferDays(to: child, product)
    var left = quantity
    while left > 0 {
      let lot = takeNext(parent, atMost: left, isForPatients: false)
      left -= lot.quantity
      shipments.send(
        .init(
          node: Int32(child), sender: Int32(parent), expiry: lot.expiry, quantity: lot.quantity),
        due: due)
      if isTracing { recordShipment(.shipped, lot, from: parent, to: child, due: due) }
    }
    changeStock(parent, by: -quantity)
    balance.addDeparture(parent, quantity)
    changeOnOrder(child, by: quantity)
    if states[child].lastShipmentDay != Int32(today) {
      // What is owed and what is asked for leave together: one order line.
      states[child].lastShipmentDay = Int32(today)
      states[child].orderLines += 1
    }
    pending.insert(parent)
  }
}
