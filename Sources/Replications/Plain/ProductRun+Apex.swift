/// The orders of topmost stores whose suppliers can deliver any quantity, as `order` and `supply` decide
/// them, without asking for what a plain product does not have.
extension ProductRun {
  /// Stages 5 and 6, review and supply, on a day on which nobody else is due.
  @inline(__always)
  mutating func orderAtOnce(
    _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    for word in 0..<pending.wordCount {
      var due = pending[word: word] & reviewDays.due(word: word)
      while due != 0 {
        orderAtOnce(word << 6 + due.trailingZeroBitCount, product, scale, outages)
        due &= due - 1
      }
    }
  }

  /// Stages 5 and 6, review and supply, of one topmost store: what it orders is decided at once, since
  /// nobody else's order matters to it.
  ///
  /// What a shortage holds, delays or changes is left to the supply stage.
  @inline(__always)
  mutating func orderAtOnce(
    _ node: Int, _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    var quantity = orderUpTo(node)
    guard quantity > 0 else {
      pending.remove(node)
      return
    }
    let multiple = leafPlans[node].orderMultiple
    if multiple > 1 { quantity = (quantity + multiple - 1) / multiple * multiple }
    if today >= supplyDesk.nextChange { changeConditions(product, scale, outages) }
    let chain = product.chains[-1 - Int(leafPlans[node].parent)]
    let supplier = Int(product.chainSuppliers[chain.first])
    let condition = supplyDesk.conditions[supplier]
    if condition.refuses { return }
    let leadDays = product.suppliers[supplier].leadDays
    let isPlain =
      leadDays > 0 && !condition.holdsOrders && !condition.changesLife
      && condition.capacityBasisPoints > 0 && !outages.holdsTransit
    guard isPlain else {
      orderFromSupplier(quantity, by: node, product)
      return
    }
    pending.remove(node)
    states[node].orderLines += 1
    changeOnOrder(node, by: quantity)
    let life = lifeAtReceipt(of: supplier, to: node, ordinal: 0, product)
    // Far beyond the end is as good as the day after it.
    let due = today + min(leadDays, totalDays + 1)
    shipments.send(
      ShipmentCalendar.Shipment(
        node: Int32(truncatingIfNeeded: node), sender: -1 - Int32(truncatingIfNeeded: supplier),
        expiry: Int32(due + life), quantity: quantity),
      due: due)
  }
}
