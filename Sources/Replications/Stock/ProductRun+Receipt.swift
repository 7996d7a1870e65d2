extension ProductRun {
  /// Stage 2, receipt: every shipment due today
  ///
  /// - is no longer on order,
  /// - is sent back if it is too short-dated for its receiver, who is then due for review,
  /// - else enters stock as a lot with the expiry it was sent with,
  /// - makes its receiver have a delivery today.
  mutating func receive() {
    while let shipment = shipments.receiveNext(on: today) {
      let node = Int(shipment.node)
      changeOnOrder(node, by: -shipment.quantity)
      if isTooShortDated(Int(shipment.expiry) - today, for: node) {
        sendBack(shipment, by: node)
        continue
      }
      if shipment.sender < 0 {
        tallies[node].purchased += shipment.quantity
        balance.addPurchase(node, shipment.quantity)
      } else {
        balance.addArrival(node, shipment.quantity)
        if lateral.reserves.count > 0 { noteGift(shipment) }
      }
      noteDelivery(node)
      if isTracing { recordReceipt(.received, shipment) }
      placeLot(
        node, expiry: shipment.expiry, quantity: shipment.quantity, wakingFrom: today)
    }
  }

  /// Whether a location that asks for some life at receipt sends goods back. Without such a demand
  /// even what has expired under way is received, and discarded the same morning.
  @inline(__always)
  mutating func isTooShortDated(_ lifeDays: Int, for node: Int) -> Bool {
    lifeDays < Int(plans[node].minimumLifeAtReceiptDays)
      && plans[node].minimumLifeAtReceiptDays > 0
  }

  /// What is too short-dated goes back: to the supplier as if it had never come, inside the chain
  /// out of it.
  mutating func sendBack(_ shipment: ShipmentCalendar.Shipment, by node: Int) {
    if isTracing { recordReceipt(.sentBack, shipment) }
    if shipment.sender < 0 {
      tallies[node].rejected += shipment.quantity
    } else {
      tallies[node].returned += shipment.quantity
      balance.addReturn(shipment.quantity)
    }
    pending.insert(node)
  }

  /// Puts a lot on a shelf and sees to it that the location is woken before it expires, but not
  /// before `earliest`: tomorrow, if today's discard is already done.
  @inline(__always)
  mutating func placeLot(_ node: Int, expiry: Int32, quantity: Int64, wakingFrom earliest: Int) {
    if !states[node].followsLots {
      placeUnfollowed(node, expiry: expiry, quantity: quantity)
      return
    }
    if plans[node].shelvesPlainly {
      shelves.insert(node, expiry: expiry, quantity: quantity)
    } else {
      putOnShelf(
        node, expiry: expiry, arrival: plans[node].issue.goesByArrival ? Int32(today) : 0,
        quantity: quantity)
    }
    changeStock(node, by: quantity)
    if waiting.isKept { waiting.noteStock(node) }
    if states[node].owes > 0 { asked.insert(node) }
    wakes.wake(node, by: max(earliest, wakeDay(node, expiry: expiry)))
    if !plans[node].shelvesPlainly {
      // Goods that were to come for the reserve may have filled the flow: the reserve lacks them anew.
      if plans[node].reserving.hasPool { pending.insert(node) }
      endRelease(node)
    }
  }

  /// The day on which a lot first changes what its location should do: the day before it can no
  /// longer be used there where the position counts only what is usable tomorrow, else the day it
  /// expires; earlier where it is then exchanged, ordered anew or offered to another location.
  @inline(__always)
  mutating func wakeDay(_ node: Int, expiry: Int32) -> Int {
    Int(expiry) - Int(plans[node].wakeMarginDays)
  }

  /// All that one location receives on one calendar day is one delivery, however short a tick.
  @inline(__always)
  mutating func noteDelivery(_ node: Int) {
    if let bit = receiptBit(ofDay: today) { receiptDays.insert(node * receiptStride + bit) }
  }

  /// Which bit of a node's in `receiptDays` a day is; `nil` where it is not reported.
  @inline(__always)
  mutating func receiptBit(ofDay day: Int) -> Int? {
    guard day >= reportStart, day < totalDays else { return nil }
    let tick = day - reportStart
    return ticksPerDay == 1 ? tick : tick / ticksPerDay
  }
}
