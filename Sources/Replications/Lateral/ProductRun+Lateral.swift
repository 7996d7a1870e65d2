extension ProductRun {
  /// Before the review: what is on its way to everyone who may be helped today. Not called where
  /// nothing moves but down from suppliers.
  mutating func noteExpected() {
    for place in 0..<lateral.helped.count {
      let node = Int(lateral.helped[place])
      lateral.refused[node] = granted(node)
    }
  }

  /// The end of stage 6, supply: goods that move besides the way from suppliers down to care units.
  ///
  /// - National reserves that are released give to those they serve what they were refused today.
  /// - Regions' stores send goods to one another, as the policy says.
  mutating func moveLaterally(_ product: CompiledProduct, _ outages: borrowing Outages) {
    if lateral.looksAtRefusals { noteRefusals() }
    for index in 0..<lateral.reserves.count {
      let reserve = lateral.reserves[index]
      let holds = outages.decisions.holds(Int(reserve.decision), on: today)
      if isTracing { recordDecision(holds, reserve, outages) }
      if holds { giveFromReserve(reserve, product) }
    }
    switch lateral.rule {
    case .notAllowed: break
    case .voluntary: lend(product)
    case .mandated:
      guard outages.decisions.holds(lateral.decision, on: today) else {
        lateral.levelledFrom = -1
        return
      }
      if lateral.levelledFrom < 0 { lateral.levelledFrom = today }
      if (today - lateral.levelledFrom) % lateral.everyDays == 0 { level(product) }
    }
  }

  /// All that has been granted to a location from outside: what is on its way or owed to it, and what
  /// has come at once or was sent back. The difference over a day's review and supply is what the
  /// location was granted of what it ordered. [units]
  private mutating func granted(_ node: Int) -> Int64 {
    states[node].onOrder + states[node].owed + tallies[node].purchased + tallies[node].rejected
  }

  /// What each has ordered today and was refused: neither sent, nor owed.
  private mutating func noteRefusals() {
    for place in 0..<lateral.helped.count {
      let node = Int(lateral.helped[place])
      lateral.refused[node] -= granted(node)
    }
    if lateral.asksLocations {
      for place in 0..<requests.count {
        lateral.refused[Int(requests[place].child)] += requests[place].quantity
      }
    }
    for place in 0..<orders.count {
      lateral.refused[Int(orders[place].node)] += orders[place].quantity
    }
  }

  /// First expiry day of goods that one location may send to another today: they are fit to be sent,
  /// and when they come they can be used and are long-dated enough to be received.
  mutating func earliestExpiry(from node: Int, to receiver: Int, leadTimeDays: Int) -> Int {
    max(
      today + max(1, Int(plans[node].minimumLifeAtIssueDays)),
      today + leadTimeDays + max(1, Int(plans[receiver].minimumLifeAtReceiptDays)))
  }

  /// What a location has that expires on a day or later; of a reserve of its own too if asked for.
  /// [units]
  mutating func lasting(_ node: Int, from earliest: Int, includingReserve: Bool) -> Int64 {
    var sum = flowOnHand(node) - shelves.quantity(node, expiringBy: earliest - 1)
    if includingReserve, plans[node].reserving.hasPool {
      sum +=
        reserves[node].onHand - shelves.quantity(reserveShelf(node), expiringBy: earliest - 1)
    }
    return sum
  }

  /// Goods leave for a location that is not below: what expires first first, of the flow before a
  /// reserve of its own; lots keep their expiry. One order line of the receiver.
  mutating func send(
    _ quantity: Int64, from node: Int, to receiver: Int, expiringFrom earliest: Int,
    leadTimeDays: Int, _ kind: TraceRecord.Kind
  ) {
    let due = today + leadTimeDays
    var left = quantity
    while left > 0 {
      let lot = takeLasting(node, atMost: left, expiringFrom: Int32(earliest))
      left -= lot.quantity
      shipments.send(
        .init(
          node: Int32(receiver), sender: Int32(node), expiry: lot.expiry, quantity: lot.quantity),
        due: due)
      if isTracing { recordShipment(kind, lot, from: node, to: receiver, due: due) }
    }
    changeStock(node, by: -quantity)
    balance.addDeparture(node, quantity)
    changeOnOrder(receiver, by: quantity)
    states[receiver].orderLines += 1
    if lateral.looksAtRefusals { lateral.refused[receiver] -= quantity }
    pending.insert(node)
  }

  private mutating func takeLasting(
    _ node: Int, atMost limit: Int64, expiringFrom earliest: Int32
  ) -> Lot {
    var place = 0
    while place < shelves.lotCount(node), shelves.lot(node, place).expiry < earliest { place += 1 }
    return place < shelves.lotCount(node)
      ? shelves.take(node, place, atMost: limit)
      : takeFromReserve(node, atMost: limit, expiringFrom: earliest)
  }
}
