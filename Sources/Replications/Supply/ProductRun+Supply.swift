import RandomStreams
import SupplyModel

extension ProductRun {
  /// A topmost location's order of today, to be decided in the supply stage.
  mutating func orderFromSupplier(_ quantity: Int64, by node: Int, _ product: CompiledProduct) {
    let supplier = Int32(-1 - plans[node].source)
    let authority = product.places[node].authority
    var ordinal: Int32 = 0
    for place in 0..<orders.count
    where orders[place].supplier == supplier
      && product.places[Int(orders[place].node)].authority == authority
    {
      ordinal += 1
    }
    if isTracing { recordRequest(quantity, by: node) }
    orders.append(
      SupplierOrder(
        node: Int32(node), supplier: supplier, ordinal: ordinal, queueing: 0, quantity: quantity))
  }

  /// Stage 6, supply: for each order of today
  ///
  /// - during a shortage nothing is accepted; what was accepted before arrives;
  /// - where capacity is limited, what exceeds it is refused; authorities queue in an order drawn
  ///   anew each day, an authority's locations by rank;
  /// - what is accepted is one delivery and one lot, with a lead time and a remaining life at
  ///   receipt drawn by the order's own key; lead time 0 is received at once;
  /// - what is refused is asked for again at the next review.
  mutating func supply(_ product: CompiledProduct, scale: SupplyScale, isDown: Bool) {
    guard !isDown else { return }
    queueByAuthority(product)
    for place in 0..<orders.count {
      let order = orders[place]
      let node = Int(order.node)
      let supplier = product.suppliers[Int(order.supplier)]
      let accepted = accept(order, supplier, scale)
      if isTracing { recordRefusal(order, accepted: accepted, scale) }
      guard accepted > 0 else { continue }
      if accepted == order.quantity { settle(node) }
      tallies[node].orderLines += 1
      deliver(accepted, order, supplier, product, scale)
    }
  }

  private mutating func accept(
    _ order: SupplierOrder, _ supplier: CompiledSupplier, _ scale: SupplyScale
  ) -> Int64 {
    guard let perDay = supplier.capacityNanoUnitsPerDay else {
      // A supplier without a limit delivers everything, but nothing of nothing.
      return scale.capacityBasisPoints(onDay: reportDay) > 0 ? order.quantity : 0
    }
    let ordinal = Int(order.supplier)
    credits[ordinal].accrue(
      to: today, reportStart: reportStart, supplier: supplier, perDay: perDay, scale: scale)
    var accepted = min(order.quantity, credits[ordinal].wholeUnits)
    accepted -= accepted % plans[Int(order.node)].orderMultiple
    credits[ordinal].spend(units: accepted)
    return accepted
  }

  private mutating func deliver(
    _ quantity: Int64, _ order: SupplierOrder, _ supplier: CompiledSupplier,
    _ product: CompiledProduct, _ scale: SupplyScale
  ) {
    let node = Int(order.node)
    let place = product.places[node]
    var orderKey = key
    orderKey.source = supplier.streamID

    var lead: Double
    if case .constant(let days) = supplier.leadTime {
      lead = days
    } else {
      orderKey.location = place.locationID
      orderKey.purpose = StreamPurpose.leadTime.word(day: reportDay)
      var stream = orderKey.stream()
      lead = supplier.leadTime.sample(using: &stream)
    }
    if !scale.isConstant { lead *= scale.leadTimeMultiplier(onDay: reportDay) }
    // Half up; far beyond the end is as good as the day after it.
    let leadDays = Int(min(lead + 0.5, Double(totalDays + 1)).rounded(.down))

    orderKey.location = place.authorityID
    orderKey.purpose = StreamPurpose.remainingLife.word(
      day: reportDay, ordinal: Int(order.ordinal))
    var stream = orderKey.stream()
    let life = supplier.remainingLife.wholeDays(
      at: stream.nextOpenUnit(), shelfLifeDays: product.shelfLifeDays)

    let due = today + leadDays
    let expiry = Int32(due + life)
    let shipment = ShipmentCalendar.Shipment(
      node: order.node, sender: -1 - order.supplier, expiry: expiry, quantity: quantity)
    if isTracing { recordAcceptance(order, accepted: quantity, due: due, expiry: expiry) }
    if leadDays == 0, isTooShortDated(life, for: node) {
      sendBack(shipment, by: node)
    } else if leadDays == 0 {
      tallies[node].purchased += quantity
      balance.addPurchase(node, quantity)
      noteDelivery(node)
      if isTracing { recordReceipt(.received, shipment) }
      placeLot(node, expiry: expiry, quantity: quantity, wakingFrom: today + 1)
    } else {
      changeOnOrder(node, by: quantity)
      shipments.send(shipment, due: due)
    }
  }

  /// Puts the orders into the order in which they are decided: by a number drawn for (authority,
  /// day), within an authority as they stand. With one authority there is nothing to draw.
  private mutating func queueByAuthority(_ product: CompiledProduct) {
    var isShared = false
    let first = product.places[Int(orders[0].node)].authority
    for place in 0..<orders.count {
      let node = Int(orders[place].node)
      let isLimited =
        product.suppliers[Int(orders[place].supplier)].capacityNanoUnitsPerDay != nil
      if isLimited, product.places[node].authority != first { isShared = true }
    }
    guard isShared else { return }
    for place in 0..<orders.count {
      let authorityID = product.places[Int(orders[place].node)].authorityID
      orders[place].queueing = queueNumber(ofAuthority: authorityID)
    }
    // Insertion sort: stable, and there are as many orders as there are topmost stores.
    for end in 1..<orders.count {
      let order = orders[end]
      var place = end
      while place > 0, orders[place - 1].queueing > order.queueing {
        orders[place] = orders[place - 1]
        place -= 1
      }
      orders[place] = order
    }
  }
}
