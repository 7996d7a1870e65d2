import RandomStreams

extension ProductRun {
  /// First come, first served: each child
  ///
  /// - gets what it asks for, or what is left, in whole packs where it orders in packs;
  /// - what it does not get is dropped; it asks again at its next review.
  ///
  /// Children stand in order of rank, so their requests do too. When there is not enough for all
  /// and they belong to several authorities, these queue in an order drawn anew each day: by rank
  /// the same one would always go first.
  @inline(__always)
  mutating func allocateFirstCome(_ parent: Int, _ product: CompiledProduct) {
    asked.remove(parent)
    let first = Int(states[parent].firstRequest)
    let end = first + Int(states[parent].requestCount)
    states[parent].requestCount = 0
    if product.hasSeveralAuthorities { queueRequests(first..<end, of: parent, product) }
    for place in first..<end {
      let request = requests[place]
      let child = Int(request.child)
      var quantity = min(request.quantity, issuable(parent))
      if quantity < request.quantity { quantity -= quantity % plans[child].orderMultiple }
      guard quantity > 0 else { continue }
      ship(quantity, from: parent, to: child)
      if quantity == request.quantity { pending.remove(child) }
    }
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
  func queueNumber(ofAuthority authorityID: UInt64) -> UInt64 {
    var queueKey = key
    queueKey.location = authorityID
    queueKey.purpose = StreamPurpose.queueing.word(day: reportDay)
    var stream = queueKey.stream()
    return stream.next()
  }

  /// Goods leave a location for one of its children; lots keep their expiry.
  @inline(__always)
  private mutating func ship(_ quantity: Int64, from parent: Int, to child: Int) {
    let due = today + Int(plans[child].leadTimeDays)
    var left = quantity
    while left > 0 {
      let lot = takeNext(parent, atMost: left, isForPatients: false)
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
