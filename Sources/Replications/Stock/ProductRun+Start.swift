import Quantities
import RandomStreams
import SupplyModel

extension ProductRun {
  /// Sets everything up for the first day:
  ///
  /// - every location holds its target, in lots as the start rule says;
  /// - nothing is under way or owed; suppliers have their full credit;
  /// - every location is due to be looked at.
  ///
  /// - Parameter caution: where lots are not followed; `nil` for nowhere.
  mutating func start(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel, world: World,
    leavingLots caution: Reruns.Caution? = nil
  ) {
    let count = product.places.count
    reportStart = product.warmUpDays
    totalDays = product.warmUpDays + compiled.horizonDays
    ticksPerDay = product.ticksPerDay
    deliveryDays = compiled.deliveryDays
    today = 0
    regime.reset(world, for: product.timeline, reportStart: reportStart)
    transport.reset(nodes: count, cuts: 0)
    states.reset(to: NodeState(), count: count)
    tallies.reset(to: Tally(), count: count)
    shelves.reset(count: product.hasPools ? 2 * count : count)
    reserves.reset(to: ReserveState(), count: count)
    shipments.reset(days: totalDays)
    wakes.reset(nodes: count, days: totalDays)
    pending.reset(count: count)
    asked.reset(count: count)
    requests.removeAll()
    orders.removeAll()
    stockChanges.reset(to: 0, count: compiled.model.content.tiers.count * totalDays)
    resetDuty(product)
    resetEndurance(product)
    coverBook.reset(product.cover, duty: product.duty, ticksPerDay: ticksPerDay)
    balance.reset(nodes: count)
    receiptStride = (deliveryDays + 63) & ~63
    receiptDays.reset(count: count * receiptStride)
    records.removeAll()
    if isTracing { happened.reset(count: count) }
    isCoupled = false
    isKeyed = false
    lacks.removeAll()
    picks.reset(to: PickCount(day: -1, count: 0), count: count)
    locationIDs.removeAll()
    waiting.reset(
      nodes: count, shortfall: compiled.model.content.products[product.position].shortfall)
    for node in 0..<count {
      states[node].stockRow = Int32(product.places[node].tier * totalDays)
      locationIDs.append(product.places[node].locationID)
    }
    if product.buildsUp {
      follow(
        product.baselinePlans, windows: product.baselineWindows,
        allocation: product.baselineAllocation, compiled)
      followTargets(product.baselineTargets, .immediate)
      lateral.follow(product.baselineLateral, product.baselinePlans)
    } else {
      follow(
        product.plans[policy], windows: product.releaseWindows[policy],
        allocation: product.allocations[policy], compiled)
      followTargets(product.targetPlans[policy], .immediate)
      lateral.follow(product.lateralPlans[policy], product.plans[policy])
    }
    owedRequests.reset(nodes: count)
    findChildren()
    credits.removeAll()
    for supplier in product.suppliers { credits.append(SupplierCredit(fullFor: supplier)) }
    supplyDesk.reset(suppliers: product.suppliers.count, nodes: count)
    if let caution { findUnfollowed(isBold: compiled.shortcuts == .bold, caution: caution) }
    fillShelves(product, rule: compiled.model.content.experiment.start)
    beginReport()
  }

  /// Takes over the settings of a policy; every location is due to be looked at.
  private mutating func follow(
    _ plan: [NodePlan], windows: [PhaseRelease], allocation: AllocationPlan,
    _ compiled: CompiledModel
  ) {
    releaseWindows.removeAll()
    for release in windows {
      releaseWindows.append(release.window(in: regime.windows[release.phase]))
    }
    watchesStockouts = plan.contains { $0.reserving.release == .onStockout }
    plans.removeAll()
    for node in 0..<plan.count {
      plans.append(plan[node])
      pending.insert(node)
    }
    reviewDays.reset(
      plans, firstWeekday: compiled.firstWeekday,
      ticksPerDay: compiled.model.content.experiment.ticksPerDay)
    adopt(allocation)
  }

  /// The first day of a build-up: the policy takes over from the baseline, with the stock, the
  /// orders and the age of everything as the baseline has left them, and the targets that its
  /// build-up begins with.
  mutating func adoptPolicy(
    _ product: CompiledProduct, _ policy: Int, of compiled: CompiledModel, isShortageKnown: Bool
  ) {
    follow(
      product.plans[policy], windows: product.releaseWindows[policy],
      allocation: product.allocations[policy], compiled)
    followTargets(product.targetPlans[policy], product.buildUps[policy])
    lateral.follow(product.lateralPlans[policy], product.plans[policy])
    if targets.count > 0 { changeTargets(isShortageKnown: isShortageKnown, isRecorded: false) }
    for node in 0..<plans.count {
      wakes.wake(node, by: today)
      if product.hasPools { sortIntoPools(node) }
    }
  }

  private mutating func fillShelves(_ product: CompiledProduct, rule: StartRule) {
    switch rule {
    case .rotated, .buildUp:
      for node in 0..<plans.count where plans[node].wholeTarget > 0 { fillRotated(node, product) }
    case .given(_, let ages):
      for node in 0..<plans.count {
        let quantity =
          product.startingQuantities.isEmpty
          ? plans[node].wholeTarget : product.startingQuantities[node]
        if quantity > 0 { fill(node, quantity: quantity, ages: ages, product) }
      }
    case .lots:
      for lot in product.startingLots {
        placeStartingLot(lot.node, life: lot.expiry, quantity: lot.quantity)
      }
    }
  }

  private mutating func fill(
    _ node: Int, quantity: Int64, ages: StartingAges, _ product: CompiledProduct
  ) {
    switch ages {
    case .oneLot(let life):
      var lotKey = key
      lotKey.location = product.places[node].locationID
      lotKey.purpose = StreamPurpose.startingLife.word()
      var stream = lotKey.stream()
      let days = life.wholeDays(at: stream.nextOpenUnit(), shelfLifeDays: product.shelfLifeDays)
      placeStartingLot(node, life: days, quantity: quantity)
    case .profile(let shares):
      for place in shares.indices {
        let units = AgeShare.units(of: quantity, in: shares, at: place)
        guard units > 0 else { continue }
        placeStartingLot(node, life: shares[place].remainingDays, quantity: units)
      }
    }
  }

  /// Ages as steady rotation leaves them: what has just come in has the median remaining life at
  /// receipt, what goes out next is older by the time that the stock takes to turn over; a national
  /// reserve turns over only by expiry, so that its lots are of all ages. The warm-up makes the
  /// profile exact; this only shortens it.
  private mutating func fillRotated(_ node: Int, _ product: CompiledProduct) {
    let target = plans[node].wholeTarget
    let perDay =
      product.places[node].normalConsumption.unitsPerDay / Double(product.ticksPerDay)
    var life = Int.max
    for place in product.suppliers.indices {
      life = min(
        life,
        product.remainingLives[place].wholeDays(
          at: 0.5, shelfLifeDays: product.shelfLifeDays))
    }
    guard life < .max else { return }
    let turnsOver = perDay > 0 && !product.places[node].isNationalReserve
    let turnover = turnsOver ? min(Double(target) / perDay, Double(life)) : Double(life)
    let lots = min(12, target)
    for lot in 0..<lots {
      let age = Int((Double(lot) + 0.5) / Double(lots) * turnover)
      let quantity = target * (lot + 1) / lots - target * lot / lots
      placeStartingLot(node, life: max(1, life - age), age: age, quantity: quantity)
    }
  }

  /// Puts a lot on the shelf on the first day; `age` says how long ago it was received. [days]
  private mutating func placeStartingLot(_ node: Int, life: Int, age: Int = 0, quantity: Int64) {
    balance.addStart(node, quantity)
    if !states[node].followsLots {
      placeUnfollowed(node, expiry: Int32(life), quantity: quantity)
      return
    }
    putOnShelf(
      node, expiry: Int32(life), arrival: plans[node].issue.goesByArrival ? Int32(-age) : 0,
      quantity: quantity)
    changeStock(node, by: quantity)
    wakes.wake(node, by: max(today, wakeDay(node, expiry: Int32(life))))
    if isTracing {
      record(
        TraceRecord(
          quantity: quantity, node: Int32(node), expiry: Int32(life), kind: .startingLot))
    }
  }

  /// Forgets what the warm-up has added up; stock and what is under way stay as they are.
  ///
  /// - the time averages count what is there and on order today from today on;
  /// - demand that waits goes on waiting;
  /// - no location has had a stock-out yet.
  mutating func beginReport() {
    let daysLeft = Int64(totalDays - today)
    for node in 0..<tallies.count {
      var fresh = Tally()
      fresh.firstStockoutDay = Int64(totalDays - reportStart)
      states[node].stockUnitDays = states[node].onHand * daysLeft
      states[node].emptyDays = states[node].onHand == 0 ? daysLeft : 0
      states[node].onOrderUnitDays = states[node].onOrder * daysLeft
      states[node].orderLines = 0
      fresh.waitingAtStart = waiting.quantity(node)
      fresh.waiting = fresh.waitingAtStart
      fresh.waitingUnitDays = fresh.waitingAtStart * daysLeft
      fresh.waitingDays = fresh.waitingAtStart > 0 ? daysLeft : 0
      fresh.owedUnitDays = states[node].owed * daysLeft
      tallies[node] = fresh
    }
  }

  /// Notes how things stand at the end of the last day, and what has been added up beside the state.
  mutating func closeReport(_ product: CompiledProduct) {
    for node in 0..<tallies.count {
      addDeliveries(node, at: product.places[node].location)
      tallies[node].stockUnitDays = states[node].stockUnitDays
      tallies[node].emptyDays = states[node].emptyDays
      tallies[node].onOrderUnitDays = states[node].onOrderUnitDays
      tallies[node].orderLines = Int64(states[node].orderLines)
      tallies[node].stockAtEnd = states[node].onHand
      tallies[node].onOrderAtEnd = states[node].onOrder
      tallies[node].owedAtEnd = states[node].owed
    }
  }
}
