/// The receipt of a plain product's goods, as `receive` does it, without asking for what such a product does
/// not have.
extension ProductRun {
  /// Stage 2, receipt, of a plain product.
  @inline(__always)
  mutating func receivePlainly() {
    guard !shipments.isEmpty(on: today) else { return }
    receiveAll()
  }

  @inline(never)
  private mutating func receiveAll() {
    let daysLeft = Int64(totalDays - today)
    let receiptBit = receiptBit(ofDay: today)
    while let shipment = shipments.receiveNext(on: today) {
      let node = Int(shipment.node)
      let quantity = shipment.quantity
      if shipment.sender < 0 {
        tallies[node].purchased += quantity
        balance.addPurchase(node, quantity)
      } else {
        balance.addArrival(node, quantity)
      }
      if let receiptBit { receiptDays.insert(node * receiptStride + receiptBit) }
      states[node].onOrder -= quantity
      states[node].onOrderUnitDays -= quantity * daysLeft
      if states[node].followsLots {
        shelves.insert(node, expiry: shipment.expiry, quantity: quantity)
        wakes.wake(
          node, by: max(today, Int(shipment.expiry) - Int(leafPlans[node].wakeMarginDays)))
        changeStock(node, by: quantity)
      } else {
        placeUnfollowed(node, expiry: shipment.expiry, quantity: quantity)
      }
    }
  }
}
