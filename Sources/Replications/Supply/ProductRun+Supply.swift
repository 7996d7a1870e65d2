import RandomStreams
import SupplyModel

extension ProductRun {
  /// A topmost location's order of today, to be decided in the supply stage.
  mutating func orderFromSupplier(_ quantity: Int64, by node: Int, _ product: CompiledProduct) {
    let number = -1 - plans[node].source
    let chain = product.chains[Int(number)]
    let supplier = product.chainSuppliers[chain.first]
    let authority = product.places[node].authority
    var ordinal: Int32 = 0
    for place in 0..<orders.count
    where product.chains[Int(orders[place].chain)].suppliers & chain.suppliers != 0
      && product.places[Int(orders[place].node)].authority == authority
    {
      ordinal += 1
    }
    if isTracing { recordRequest(quantity, by: node, of: -1 - supplier) }
    orders.append(
      SupplierOrder(
        node: Int32(node), supplier: supplier, ordinal: ordinal, chain: number, queueing: 0,
        quantity: quantity, remaining: quantity))
  }

  /// Stage 6, supply: for each order of today
  ///
  /// - it goes to the first supplier of its location's chain that is not in shortage; the next stands
  ///   in once all before it have been in shortage for the switching delay, and one with
  ///   manufacturing readiness as long as its decision holds; if all that are open hold their
  ///   shipments, it goes to the first of them;
  /// - a shortage that refuses lets nothing be accepted; what was accepted before arrives;
  /// - to a location to which transport is cut nothing is sent: what it orders is refused or owed;
  /// - what would exceed a ceiling is refused;
  /// - where capacity is limited (during a shortage perhaps to a part of it), what exceeds it is
  ///   shared as the supplier's rule says, in whole packs where packs are ordered. First come, first
  ///   served: what is owed, oldest first, then authorities in an order drawn anew each day, an
  ///   authority's locations by rank. Every other rule: what a location is owed and what it orders
  ///   today are one claim;
  /// - what one supplier does not deliver is offered to the next that is open; what none delivers is
  ///   owed by the first of them that owes, or refused and asked for again at the next review;
  /// - what is delivered is one delivery and one lot, with a lead time and a remaining life at
  ///   receipt drawn by the order's own key; lead time 0 is received at once;
  /// - what a shortage holds leaves on the first day on which none holds it, the lead time counted from
  ///   then; while goods under way stand still they come no nearer, but grow older.
  mutating func supply(
    _ product: CompiledProduct, scale: SupplyScale, outages: borrowing Outages
  ) {
    if today >= supplyDesk.nextChange { changeConditions(product, scale, outages) }
    if product.suppliesPlainly {
      supplyInTurn(product, scale, outages)
    } else {
      supplyInRounds(product, scale, outages)
    }
  }

  /// Takes note of shortages that have begun or ended since somebody ordered last.
  @inline(never)
  mutating func changeConditions(
    _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    // Change by change only where capacity accrues differently in between.
    var day = outages.reducesCapacity ? supplyDesk.nextChange : today
    while day <= today {
      for ordinal in 0..<supplyDesk.conditions.count {
        let supplier = product.suppliers[ordinal]
        let condition = outages.condition(of: ordinal, on: day)
        let before = supplyDesk.conditions[ordinal].capacityBasisPoints
        if before != condition.capacityBasisPoints, let perDay = supplier.capacityNanoUnitsPerDay {
          credits[ordinal].accrue(
            to: day - 1, reportStart: reportStart, supplier: supplier, perDay: perDay, scale: scale,
            part: before)
        }
        supplyDesk.conditions[ordinal] = condition
      }
      supplyDesk.nextChange = outages.nextChange(after: day)
      day = supplyDesk.nextChange
    }
  }

  /// Where each location has one supplier: order after order.
  private mutating func supplyInTurn(
    _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    var isOpen = false
    for ordinal in 0..<supplyDesk.conditions.count where !supplyDesk.conditions[ordinal].refuses {
      isOpen = true
    }
    guard isOpen else {
      if isTracing { for place in 0..<orders.count { recordRefusal(orders[place], outages) } }
      return
    }
    queueByAuthority(product)
    for place in 0..<orders.count {
      let order = orders[place]
      let node = Int(order.node)
      guard !supplyDesk.conditions[Int(order.supplier)].refuses else {
        if isTracing { recordRefusal(order, outages) }
        continue
      }
      guard !isCutOffFromSuppliers(node) else {
        if isTracing { recordRefusal(order, accepted: 0, reason: .transportCut) }
        continue
      }
      let supplier = product.suppliers[Int(order.supplier)]
      let accepted = accept(order, supplier, scale)
      if isTracing { recordRefusal(order, accepted: accepted, supplier, scale) }
      guard accepted > 0 else { continue }
      if accepted == order.quantity { settle(node) }
      states[node].orderLines += 1
      deliver(accepted, order, supplier, product, scale, outages)
    }
  }

  private mutating func accept(
    _ order: SupplierOrder, _ supplier: CompiledSupplier, _ scale: SupplyScale
  ) -> Int64 {
    let ordinal = Int(order.supplier)
    let available = deliverable(by: ordinal, supplier, scale)
    guard supplier.capacityNanoUnitsPerDay != nil else { return min(order.quantity, available) }
    var accepted = min(order.quantity, available)
    accepted -= accepted % plans[Int(order.node)].orderMultiple
    credits[ordinal].spend(units: accepted)
    return accepted
  }

  /// What a supplier can deliver today: without a limit everything, but nothing of nothing. [units]
  mutating func deliverable(
    by ordinal: Int, _ supplier: CompiledSupplier, _ scale: SupplyScale
  ) -> Int64 {
    let part = supplyDesk.conditions[ordinal].capacityBasisPoints
    guard let perDay = supplier.capacityNanoUnitsPerDay else {
      let isOpen = scale.capacityBasisPoints(of: supplier.position, onDay: reportDay) > 0
      return isOpen && part > 0 ? .max : 0
    }
    credits[ordinal].accrue(
      to: today, reportStart: reportStart, supplier: supplier, perDay: perDay, scale: scale,
      part: part)
    return credits[ordinal].wholeUnits
  }

  /// Sends what a supplier delivers of an order, with what it owed and pays with it.
  mutating func deliver(
    _ quantity: Int64, paying paid: Int64 = 0, _ order: SupplierOrder, _ supplier: CompiledSupplier,
    _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    let node = Int(order.node)
    let place = product.places[node]
    let condition = supplyDesk.conditions[Int(order.supplier)]
    let departure = condition.holdsOrders ? Int(condition.leavesOn) : today
    var orderKey = key
    orderKey.source = supplier.streamID

    var lead: Double
    let leadTime = product.leadTimes[Int(order.supplier)]
    if case .constant(let days) = leadTime {
      lead = days
    } else {
      orderKey.location = place.locationID
      orderKey.purpose = StreamPurpose.leadTime.word(day: reportDay)
      var stream = orderKey.stream()
      lead = leadTime.sample(using: &stream)
    }
    if !scale.isConstant {
      lead *= scale.leadTimeMultiplier(
        of: supplier.position, onDay: min(departure, totalDays - 1) - reportStart)
    }
    // Half up; far beyond the end is as good as the day after it.
    let leadDays = Int(min(lead + 0.5, Double(totalDays + 1)).rounded(.down))

    let life =
      condition.changesLife
      ? shortestLife(of: order, product, outages)
      : lifeAtReceipt(
        of: Int(order.supplier), to: node, ordinal: Int(order.ordinal), product)

    let due = outages.arrival(
      from: Int(order.supplier), leaving: departure, leadDays: leadDays)
    let expiry = Int32(departure + leadDays + life)
    let shipment = ShipmentCalendar.Shipment(
      node: order.node, sender: -1 - order.supplier, expiry: expiry, quantity: quantity)
    if isTracing {
      recordAcceptance(
        order, accepted: quantity - paid, paid: paid, due: due, expiry: expiry, outages)
    }
    let isReceivedAtOnce = leadDays == 0 && due == today && departure == today
    if isReceivedAtOnce, isTooShortDated(life, for: node) {
      sendBack(shipment, by: node)
    } else if isReceivedAtOnce {
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

  /// The remaining life at receipt of goods ordered during shortages that change it: the shortest.
  @inline(never)
  private mutating func shortestLife(
    of order: SupplierOrder, _ product: CompiledProduct, _ outages: borrowing Outages
  ) -> Int {
    var shortest = Int.max
    let draw = drawLife(
      of: Int(order.supplier), to: Int(order.node), ordinal: Int(order.ordinal), product)
    for index in 0..<outages.spanCount {
      let span = outages.span(index)
      guard today >= Int(span.firstDay), today < Int(span.endDay), span.process >= 0,
        outages.effect(of: span).befalls(Int(order.supplier)),
        let life = product.outages[Int(span.process)].remainingLife
      else { continue }
      shortest = min(shortest, life.wholeDays(at: draw, shelfLifeDays: product.shelfLifeDays))
    }
    return shortest
  }

  /// Puts the orders into the order in which they are decided: by a number drawn for (authority,
  /// day), within an authority as they stand. With one authority there is nothing to draw.
  private mutating func queueByAuthority(_ product: CompiledProduct) {
    guard orders.count > 1 else { return }
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
