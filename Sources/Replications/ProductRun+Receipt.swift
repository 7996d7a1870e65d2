extension ProductRun {
  /// Stage 2, receipt: every shipment due today
  ///
  /// - is no longer on order,
  /// - enters stock as a lot with the expiry it was sent with,
  /// - makes its receiver have a delivery today.
  mutating func receive() {
    while let shipment = shipments.receiveNext(on: today) {
      let node = Int(shipment.node)
      changeOnOrder(node, by: -shipment.quantity)
      if plans[node].source < 0 {
        tallies[node].purchased += shipment.quantity
        balance.addPurchase(node, shipment.quantity)
      } else {
        balance.addArrival(node, shipment.quantity)
      }
      noteDelivery(node)
      placeLot(
        node, expiry: shipment.expiry, quantity: shipment.quantity, wakingFrom: today)
    }
  }

  /// Puts a lot on a shelf and sees to it that the location is woken before it expires, but not
  /// before `earliest`: tomorrow, if today's discard is already done.
  @inline(__always)
  mutating func placeLot(_ node: Int, expiry: Int32, quantity: Int64, wakingFrom earliest: Int) {
    shelves.insert(node, expiry: expiry, quantity: quantity)
    changeStock(node, by: quantity)
    wakes.wake(node, by: max(earliest, wakeDay(node, expiry: expiry)))
  }

  /// The day on which a lot changes what its location should do: the day before it expires where
  /// the position counts only what is usable tomorrow, else the day it expires.
  @inline(__always)
  func wakeDay(_ node: Int, expiry: Int32) -> Int {
    Int(expiry) - (plans[node].countsUsableTomorrow ? 1 : 0)
  }

  /// All that one location receives on one day is one delivery.
  @inline(__always)
  mutating func noteDelivery(_ node: Int) {
    guard today >= reportStart else { return }
    let horizon = totalDays - reportStart
    deliveries.insert(Int(states[node].location) * horizon + today - reportStart)
  }
}
