import SupplyModel

/// What is written down while a run is traced.
///
/// Stages ask `isTracing` first and do nothing else when it is off; what is written down is never
/// read by them, so that a traced run does what any other does.
extension ProductRun {
  /// Writes an event of today down.
  @inline(never)
  mutating func record(_ event: TraceRecord) {
    var event = event
    event.day = Int32(today)
    records.append(event)
    if event.node >= 0 { happened.insert(Int(event.node)) }
  }

  /// Stage 1, regime: shortages and releases by phase that begin or end today. On the first day
  /// and at the start of the horizon the stock of every location is noted.
  mutating func recordRegime(_ product: CompiledProduct, _ outages: borrowing Outages) {
    recordPhases(product)
    if today == 0 || today == reportStart {
      for node in 0..<plans.count { happened.insert(node) }
    }
    for index in 0..<outages.spanCount {
      let span = outages.span(index)
      guard span.process >= 0 else { continue }
      if Int(span.knownDay) == today, span.knownDay < span.firstDay {
        record(
          TraceRecord(
            quantity: Int64(span.process), node: -1, due: span.firstDay, kind: .shortageAnnounced))
      }
      if Int(span.firstDay) == today {
        record(
          TraceRecord(
            quantity: Int64(span.process), node: -1, due: span.endDay, kind: .shortageBegan))
      }
      if Int(span.endDay) == today {
        record(TraceRecord(quantity: Int64(span.process), node: -1, kind: .shortageEnded))
      }
    }
    for node in 0..<plans.count where plans[node].reserving.release == .inPhase {
      let plan = plans[node].reserving
      for index in Int(plan.firstWindow)..<Int(plan.firstWindow + plan.windowCount) {
        if Int(releaseWindows[index].firstDay) == reportDay {
          record(TraceRecord(node: Int32(node), due: Int32(today), kind: .releaseDecided))
        }
        if Int(releaseWindows[index].endDay) == reportDay {
          record(TraceRecord(node: Int32(node), kind: .releaseEnded))
        }
      }
    }
  }

  /// A lot that comes in, or goes back.
  @inline(never)
  mutating func recordReceipt(
    _ kind: TraceRecord.Kind, _ shipment: ShipmentCalendar.Shipment
  ) {
    record(
      TraceRecord(
        quantity: shipment.quantity, node: shipment.node, other: shipment.sender,
        expiry: shipment.expiry, kind: kind))
  }

  /// A lot that has expired.
  @inline(never)
  mutating func recordDiscard(_ lot: Lot, _ node: Int) {
    record(
      TraceRecord(
        quantity: lot.quantity, node: Int32(node), expiry: lot.expiry, kind: .discarded))
  }

  /// What patients ask for, and what of it is there.
  @inline(never)
  mutating func recordDemand(_ wanted: Int64, served: Int64, _ node: Int) {
    record(
      TraceRecord(
        quantity: wanted, second: served, third: wanted - served, node: Int32(node),
        kind: .demand, detail: waiting.isKept ? 1 : 0))
  }

  /// What a location asks of its source.
  @inline(never)
  mutating func recordRequest(_ quantity: Int64, by node: Int, of source: Int32) {
    record(TraceRecord(quantity: quantity, node: Int32(node), other: source, kind: .asked))
  }

  /// What a location owes from now on, or no longer.
  @inline(never)
  mutating func recordOwed(_ change: Int64, to child: Int, by parent: Int) {
    happened.insert(child)
    record(
      TraceRecord(
        quantity: abs(change), node: Int32(parent), other: Int32(child),
        kind: change > 0 ? .owed : .owedShipped))
  }

  /// The day from which a reserve may be used.
  @inline(never)
  mutating func recordRelease(_ node: Int) {
    record(
      TraceRecord(
        node: Int32(node), due: min(reserves[node].releasedFrom, Int32(totalDays)),
        kind: .releaseDecided))
  }

  /// What a supplier delivers of an order and of what it owed, and when and how long-dated it comes;
  /// and what holds it, if a shortage does.
  @inline(never)
  mutating func recordAcceptance(
    _ order: SupplierOrder, accepted: Int64, paid: Int64, due: Int, expiry: Int32,
    _ outages: borrowing Outages
  ) {
    let due = Int32(min(due, totalDays))
    let condition = supplyDesk.conditions[Int(order.supplier)]
    if condition.delays {
      record(
        TraceRecord(
          quantity: accepted + paid,
          third: Int64(outages.process(holding: Int(order.supplier), on: today)), node: order.node,
          other: -1 - order.supplier,
          due: condition.holdsOrders ? min(condition.leavesOn, Int32(totalDays)) : Int32(today),
          kind: .held))
    }
    if paid > 0 {
      record(
        TraceRecord(
          quantity: paid, node: order.node, other: -1 - order.supplier, due: due, expiry: expiry,
          kind: .debtPaid))
    }
    if accepted > 0 {
      record(
        TraceRecord(
          quantity: accepted, second: order.quantity, node: order.node,
          other: -1 - order.supplier, due: due, expiry: expiry, kind: .accepted))
    }
  }

  /// What a supplier owes from now on; what it pays is recorded with the delivery.
  @inline(never)
  mutating func recordOwed(_ change: Int64, to node: Int, bySupplier ordinal: Int) {
    guard change > 0 else { return }
    record(
      TraceRecord(
        quantity: change, node: Int32(node), other: Int32(-1 - ordinal), kind: .debt))
  }

  /// A request of which not all was granted.
  @inline(never)
  mutating func recordCut(_ wanted: Int64, granted: Int64, _ parent: Int, _ child: Int) {
    guard granted < wanted else { return }
    happened.insert(child)
    if isCutOff(from: parent, to: child) {
      record(
        TraceRecord(
          quantity: wanted, node: Int32(parent), other: Int32(child), kind: .transportCut))
      return
    }
    record(
      TraceRecord(
        quantity: wanted, second: granted, third: availableToShare, node: Int32(parent),
        other: Int32(child), kind: .cut, detail: TraceEvent.RuleKind(allocationRule).rawValue))
  }

  /// A lot that leaves a location for another one.
  @inline(never)
  mutating func recordShipment(
    _ kind: TraceRecord.Kind, _ lot: Lot, from node: Int, to receiver: Int, due: Int
  ) {
    happened.insert(receiver)
    record(
      TraceRecord(
        quantity: lot.quantity, node: Int32(node), other: Int32(receiver),
        due: Int32(min(due, totalDays)), expiry: lot.expiry, kind: kind))
  }

  /// During a shortage an order is refused.
  @inline(never)
  mutating func recordRefusal(_ order: SupplierOrder, _ outages: borrowing Outages) {
    let isCutOff = supplyDesk.conditions[Int(order.supplier)].isCutOff
    recordRefusal(
      order, accepted: 0, reason: isCutOff ? .supplyCut : .shortage,
      shortage: Int64(outages.process(refusing: Int(order.supplier), on: today)))
  }

  /// What a supplier without a shortage does not accept of an order.
  @inline(never)
  mutating func recordRefusal(
    _ order: SupplierOrder, accepted: Int64, _ supplier: CompiledSupplier, _ scale: SupplyScale
  ) {
    let isCutOff = scale.capacityBasisPoints(of: supplier.position, onDay: reportDay) == 0
    recordRefusal(order, accepted: accepted, reason: isCutOff ? .supplyCut : .capacity)
  }

  /// What no supplier of a chain accepts of an order: why the last one that was asked did not, or why
  /// none could be.
  @inline(never)
  mutating func recordRefusal(
    _ place: Int, _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    let order = orders[place]
    let chain = product.chains[Int(order.chain)]
    let accepted = order.quantity - order.remaining
    let length = Int(supplyDesk.routeLengths[Int(order.chain)])
    if length > 0 {
      let last = supplyDesk.routes[chain.first + length - 1]
      var asked = order
      asked.supplier = last
      if order.reason == .capacity {
        recordRefusal(asked, accepted: accepted, product.suppliers[Int(last)], scale)
      } else {
        recordRefusal(asked, accepted: accepted, reason: order.reason)
      }
      return
    }
    for step in 0..<chain.count {
      var asked = order
      asked.supplier = product.chainSuppliers[chain.first + step]
      guard supplyDesk.conditions[Int(asked.supplier)].refuses else { continue }
      recordRefusal(asked, outages)
      return
    }
    recordRefusal(order, accepted: 0, reason: .notReady)
  }

  /// What a supplier does not accept of an order.
  mutating func recordRefusal(
    _ order: SupplierOrder, accepted: Int64, reason: TraceEvent.RefusalKind, shortage: Int64 = -1
  ) {
    guard accepted < order.quantity else { return }
    record(
      TraceRecord(
        quantity: order.quantity - accepted, second: order.quantity, third: shortage,
        node: order.node, other: -1 - order.supplier, kind: .refused, detail: reason.rawValue))
  }

  /// A decision to release a national reserve that takes effect or ends today.
  mutating func recordDecision(
    _ holds: Bool, _ reserve: LateralPlan.Giver, _ outages: borrowing Outages
  ) {
    let held = today > 0 && outages.decisions.holds(Int(reserve.decision), on: today - 1)
    guard holds != held else { return }
    record(
      TraceRecord(
        node: reserve.node, due: Int32(today), kind: holds ? .releaseDecided : .releaseEnded))
  }

  /// At the end of the day: the stock of every location at which something has happened.
  mutating func recordStock() {
    for node in 0..<plans.count where happened.contains(node) {
      let state = states[node]
      if state.owed != 0 || state.owes != 0 {
        record(
          TraceRecord(quantity: state.owed, second: state.owes, node: Int32(node), kind: .owing))
      }
      record(
        TraceRecord(
          quantity: state.onHand, second: waiting.quantity(node), third: state.onOrder,
          node: Int32(node), kind: .stock))
    }
    happened.reset(count: plans.count)
  }
}
