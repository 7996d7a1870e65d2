import Quantities
import SupplyModel

/// Stage 6 where a location may have several suppliers, or suppliers share, owe, have ceilings or must
/// get ready: the general way, which `supplyInTurn` shortens where none of this is so.
extension ProductRun {
  /// Round by round: in the first, orders go to the first supplier on their chain's route of today,
  /// in the next what is left to the second, and so on. Within a round suppliers have nothing to do
  /// with each other. What nobody has accepted in the end is owed or refused.
  mutating func supplyInRounds(
    _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    findRoutes(product, outages)
    for ordinal in 0..<product.suppliers.count {
      serve(ordinal, round: 0, product, scale, outages)
    }
    var round = 1
    while isAnyOrderOpen(in: round) {
      for ordinal in 0..<product.suppliers.count {
        serve(ordinal, round: round, product, scale, outages)
      }
      round += 1
    }
    for place in 0..<orders.count where orders[place].remaining > 0 {
      oweOrRefuse(place, product, scale, outages)
    }
  }

  /// Whom each chain's orders go to today: its open suppliers that deliver in their usual time, in order
  /// of preference; if there is none, those that hold their shipments.
  private mutating func findRoutes(_ product: CompiledProduct, _ outages: borrowing Outages) {
    supplyDesk.routes.removeAll()
    supplyDesk.routeLengths.removeAll()
    for chain in product.chains {
      let first = supplyDesk.routes.count
      for delays in 0..<2 {
        for place in 0..<chain.count {
          let ordinal = Int(product.chainSuppliers[chain.first + place])
          let condition = supplyDesk.conditions[ordinal]
          guard !condition.refuses, condition.delays == (delays == 1),
            isOpen(place, in: chain, product, outages)
          else { continue }
          supplyDesk.routes.append(Int32(ordinal))
        }
        if supplyDesk.routes.count > first { break }
      }
      supplyDesk.routeLengths.append(Int32(supplyDesk.routes.count - first))
      // Routes stand as far apart as their chains, so that each is found by its chain's first place.
      while supplyDesk.routes.count < chain.first + chain.count { supplyDesk.routes.append(-1) }
    }
  }

  /// Whether a supplier may be asked today: one with manufacturing readiness while its decision holds;
  /// others if all such before it have been in shortage for the switching delay.
  private mutating func isOpen(
    _ place: Int, in chain: CompiledChain, _ product: CompiledProduct, _ outages: borrowing Outages
  ) -> Bool {
    let readiness = product.suppliers[Int(product.chainSuppliers[chain.first + place])].readiness
    if readiness >= 0 { return outages.decisions.holds(readiness, on: today) }
    for earlier in 0..<place {
      let ordinal = Int(product.chainSuppliers[chain.first + earlier])
      guard product.suppliers[ordinal].readiness < 0 else { continue }
      let since = Int(supplyDesk.conditions[ordinal].shortSince)
      guard since <= today - chain.switchAfterDays else { return false }
    }
    return true
  }

  private mutating func isAnyOrderOpen(in round: Int) -> Bool {
    for place in 0..<orders.count
    where orders[place].remaining > 0
      && round < Int(supplyDesk.routeLengths[Int(orders[place].chain)])
    {
      return true
    }
    return false
  }

  /// A supplier decides on what comes to it in a round, and in the first on what it owes: what it could not pay
  /// then, it cannot later that day.
  private mutating func serve(
    _ ordinal: Int, round: Int, _ product: CompiledProduct, _ scale: SupplyScale,
    _ outages: borrowing Outages
  ) {
    guard !supplyDesk.conditions[ordinal].refuses else { return }
    let supplier = product.suppliers[ordinal]
    let pays = round == 0 && supplyDesk.owed[ordinal] > 0
    let wanted = gatherClaims(ordinal, round: round, paying: pays, product)
    guard claims.count > 0 else { return }
    let available = deliverable(by: ordinal, supplier, scale)
    if wanted <= available {
      for place in 0..<claims.count {
        claims[place].granted = claims[place].request
        claimants[place].paid = claimants[place].owed
      }
      if pays, supplier.allocation == .firstCome { clearRecords(of: ordinal) }
    } else {
      share(available, by: ordinal, paying: pays, supplier.allocation, product)
    }
    for place in 0..<claims.count {
      settleClaim(place, with: ordinal, product, scale, outages)
    }
  }

  /// Puts together what each location wants of a supplier, in order of rank; the sum is returned.
  /// [units]
  private mutating func gatherClaims(
    _ ordinal: Int, round: Int, paying pays: Bool, _ product: CompiledProduct
  ) -> Int64 {
    claims.removeAll()
    claimants.removeAll()
    guard pays || orders.count > 0 else { return 0 }
    var sum: Int64 = 0
    var next = 0
    for index in 0..<product.topNodes.count {
      let node = Int(product.topNodes[index])
      if isCutOffFromSuppliers(node) { continue }
      // Orders stand in the order of the nodes.
      while next < orders.count, Int(orders[next].node) < node { next += 1 }
      var asked: Int64 = 0
      var order: Int32 = -1
      if next < orders.count, Int(orders[next].node) == node,
        isSent(next, to: ordinal, round, product)
      {
        asked = withinCeiling(next, of: ordinal, product)
        order = Int32(next)
      }
      let owed = pays ? supplyDesk.owed(by: ordinal, to: node) : 0
      guard asked + owed > 0 else { continue }
      sum += asked + owed
      claimants.append(
        Claimant(child: Int32(node), queueing: 0, asked: asked, owed: owed, order: order))
      claims.append(
        Claim(
          request: asked + owed, multiple: plans[node].orderMultiple,
          normalConsumption: product.places[node].normalConsumption.nanoUnits,
          held: states[node].onHand + states[node].onOrder,
          priority: product.places[node].carePriority))
    }
    return sum
  }

  /// Whether what is left of an order goes to a supplier in a round.
  private mutating func isSent(
    _ place: Int, to ordinal: Int, _ round: Int, _ product: CompiledProduct
  ) -> Bool {
    let chain = Int(orders[place].chain)
    guard orders[place].remaining > 0, round < Int(supplyDesk.routeLengths[chain]) else {
      return false
    }
    return Int(supplyDesk.routes[product.chains[chain].first + round]) == ordinal
  }

  /// How much of what is left of an order a supplier's agreement with the location allows. [units]
  ///
  /// What is accepted counts, on the day on which it is: what is owed too, what is refused not.
  private mutating func withinCeiling(
    _ place: Int, of ordinal: Int, _ product: CompiledProduct
  ) -> Int64 {
    let remaining = orders[place].remaining
    guard let ceiling = product.suppliers[ordinal].ceiling else { return remaining }
    let node = Int(orders[place].node)
    let most = product.suppliers[ordinal].ceilingUnits(
      normalConsumption: product.places[node].normalConsumption)
    let bought = supplyDesk.bought(of: ordinal, by: node, period: period(of: ceiling))
    let left = max(0, most - bought)
    guard left < remaining else { return remaining }
    orders[place].reason = .ceiling
    return left - left % plans[node].orderMultiple
  }

  /// Which period of an agreement today is in: 0 begins with the horizon.
  private mutating func period(of ceiling: Ceiling) -> Int {
    let day = reportDay
    return day >= 0 ? day / ceiling.periodDays : -1 - (-1 - day) / ceiling.periodDays
  }

  /// Shares what a supplier can deliver among the claims.
  private mutating func share(
    _ available: Int64, by ordinal: Int, paying pays: Bool, _ rule: AllocationPlan.Rule,
    _ product: CompiledProduct
  ) {
    guard rule != .firstCome else {
      let left = pays ? payRecords(of: ordinal, available: available) : available
      if product.hasSeveralAuthorities { queueClaims(product) }
      grantOrders(left)
      return
    }
    if product.hasSeveralAuthorities { queueClaims(product) }
    // Suppliers keep nothing for more urgent care.
    criticalLevels.removeAll()
    shareClaims(available, by: rule)
    for place in 0..<claims.count {
      claimants[place].paid = min(claims[place].granted, claimants[place].owed)
    }
  }

  /// First come, first served: what is owed, oldest first. Returns what is left. [units]
  private mutating func payRecords(of ordinal: Int, available: Int64) -> Int64 {
    var left = available
    var cursor = supplyDesk.records.oldest(of: ordinal)
    while left > 0, let record = supplyDesk.records.record(at: cursor) {
      if isCutOffFromSuppliers(Int(record.child)) {
        supplyDesk.records.advance(&cursor)
        continue
      }
      var place = 0
      while claimants[place].child != record.child { place += 1 }
      var paid = min(record.quantity, left)
      if paid < record.quantity { paid -= paid % plans[Int(record.child)].orderMultiple }
      left -= paid
      claims[place].granted += paid
      claimants[place].paid += paid
      supplyDesk.records.pay(paid, of: ordinal, at: &cursor)
    }
    return left
  }

  /// Then today's orders, in the order in which they stand.
  private mutating func grantOrders(_ available: Int64) {
    var left = available
    for place in 0..<claims.count {
      let asked = claimants[place].asked
      let granted = asked <= left ? asked : left - left % claims[place].multiple
      claims[place].granted += granted
      left -= granted
    }
  }

  private mutating func clearRecords(of ordinal: Int) {
    var cursor = supplyDesk.records.oldest(of: ordinal)
    while let record = supplyDesk.records.record(at: cursor) {
      if isCutOffFromSuppliers(Int(record.child)) {
        supplyDesk.records.advance(&cursor)
        continue
      }
      supplyDesk.records.pay(record.quantity, of: ordinal, at: &cursor)
    }
  }

  /// Books and sends what a location has been granted: what it is owed and what it has ordered leave
  /// together, as one delivery.
  private mutating func settleClaim(
    _ place: Int, with ordinal: Int, _ product: CompiledProduct, _ scale: SupplyScale,
    _ outages: borrowing Outages
  ) {
    let claimant = claimants[place]
    let granted = claims[place].granted
    let node = Int(claimant.child)
    let accepted = granted - claimant.paid
    // Without an order its key must not be that of another location's order.
    var delivery = SupplierOrder(
      node: claimant.child, supplier: Int32(ordinal), ordinal: 0x8000 | claimant.child, chain: 0,
      queueing: 0, quantity: 0, remaining: 0)
    if claimant.paid > 0 { changeOwed(to: node, bySupplier: ordinal, -claimant.paid) }
    if claimant.order >= 0 {
      let order = Int(claimant.order)
      if accepted < claimant.asked { orders[order].reason = .capacity }
      orders[order].remaining -= accepted
      if orders[order].remaining == 0 { settle(node) }
      noteBought(accepted, of: ordinal, by: node, product)
      delivery = orders[order]
      delivery.supplier = Int32(ordinal)
    }
    guard granted > 0 else { return }
    let supplier = product.suppliers[ordinal]
    if supplier.capacityNanoUnitsPerDay != nil { credits[ordinal].spend(units: granted) }
    states[node].orderLines += 1
    deliver(granted, paying: claimant.paid, delivery, supplier, product, scale, outages)
  }

  private mutating func noteBought(
    _ units: Int64, of ordinal: Int, by node: Int, _ product: CompiledProduct
  ) {
    guard units > 0, let ceiling = product.suppliers[ordinal].ceiling else { return }
    supplyDesk.noteBought(units, of: ordinal, by: node, period: period(of: ceiling))
  }

  /// What nobody on the route has delivered of an order is owed by the first of them that owes, as far as
  /// its ceiling allows; the rest is refused, and the location asks again at its next review.
  private mutating func oweOrRefuse(
    _ place: Int, _ product: CompiledProduct, _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    let chain = Int(orders[place].chain)
    let node = Int(orders[place].node)
    let first = product.chains[chain].first
    if isCutOffFromSuppliers(node) { orders[place].reason = .transportCut }
    for step in 0..<Int(supplyDesk.routeLengths[chain]) {
      let ordinal = Int(supplyDesk.routes[first + step])
      guard product.suppliers[ordinal].owes else { continue }
      let owed = withinCeiling(place, of: ordinal, product)
      if owed > 0 {
        orders[place].remaining -= owed
        noteBought(owed, of: ordinal, by: node, product)
        changeOwed(to: node, bySupplier: ordinal, owed)
        if product.suppliers[ordinal].allocation == .firstCome {
          supplyDesk.records.append(owed, to: node, by: ordinal)
        }
      }
      break
    }
    if isTracing, orders[place].remaining > 0 { recordRefusal(place, product, scale, outages) }
  }

  /// Books a change of what a supplier owes a location, as `changeStock` does.
  private mutating func changeOwed(to node: Int, bySupplier ordinal: Int, _ change: Int64) {
    states[node].owed += change
    supplyDesk.changeOwed(by: ordinal, to: node, change)
    if isTracing { recordOwed(change, to: node, bySupplier: ordinal) }
    tallies[node].owedUnitDays += change * Int64(totalDays - today)
  }

  /// Whether what a location is owed by suppliers is what they have noted.
  mutating func owedBySuppliersAddsUp(_ node: Int, _ product: CompiledProduct) -> Bool {
    var sum: Int64 = 0
    for ordinal in 0..<product.suppliers.count {
      let owed = supplyDesk.owed(by: ordinal, to: node)
      sum += owed
      guard product.suppliers[ordinal].owes, product.suppliers[ordinal].allocation == .firstCome
      else { continue }
      guard supplyDesk.recorded(by: ordinal, to: node) == owed else { return false }
    }
    return sum == states[node].owed
  }
}
