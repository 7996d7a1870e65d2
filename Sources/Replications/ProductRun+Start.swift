import Quantities
import RandomStreams
import SupplyModel

extension ProductRun {
  /// Sets everything up for the first day:
  ///
  /// - every location holds its target, in lots as the start rule says;
  /// - nothing is under way or owed; suppliers have their full credit;
  /// - every location is due to be looked at.
  mutating func start(_ product: CompiledProduct, policy: Int, of compiled: CompiledModel) {
    let plan = product.plans[policy]
    let count = plan.count
    reportStart = product.warmUpDays
    totalDays = product.warmUpDays + compiled.horizonDays
    today = 0
    plans.removeAll()
    states.reset(to: NodeState(), count: count)
    tallies.reset(to: Tally(), count: count)
    shelves.reset(count: count)
    shipments.reset(days: totalDays)
    wakes.reset(nodes: count, days: totalDays)
    pending.reset(count: count)
    asked.reset(count: count)
    requests.removeAll()
    orders.removeAll()
    stockChanges.reset(to: 0, count: compiled.model.content.tiers.count * totalDays)
    balance.reset(nodes: count)
    for node in 0..<count {
      plans.append(plan[node])
      states[node].location = Int32(product.places[node].location)
      pending.insert(node)
    }
    reviewDays.reset(plans)
    credits.removeAll()
    for supplier in product.suppliers { credits.append(SupplierCredit(fullFor: supplier)) }
    fillShelves(product, rule: compiled.model.content.experiment.start)
    beginReport()
  }

  private mutating func fillShelves(_ product: CompiledProduct, rule: StartRule) {
    for node in 0..<plans.count where plans[node].target > 0 {
      switch rule {
      case .given(_, .oneLot(let life)):
        var lotKey = key
        lotKey.location = product.places[node].locationID
        lotKey.purpose = StreamPurpose.startingLife.word()
        var stream = lotKey.stream()
        let days = life.wholeDays(
          at: stream.nextOpenUnit(), shelfLifeDays: product.shelfLifeDays)
        placeStartingLot(node, life: days, quantity: plans[node].target)
      case .rotated, .buildUp, .given, .lots:
        fillRotated(node, product)
      }
    }
  }

  /// Ages as steady rotation leaves them: what has just come in has the median remaining life at
  /// receipt, what goes out next is older by the time that the stock takes to turn over. The
  /// warm-up makes the profile exact; this only shortens it.
  private mutating func fillRotated(_ node: Int, _ product: CompiledProduct) {
    let target = plans[node].target
    let perDay = product.places[node].normalConsumption.unitsPerDay
    let life = product.suppliers.map {
      $0.remainingLife.wholeDays(at: 0.5, shelfLifeDays: product.shelfLifeDays)
    }.min()
    guard let life else { return }
    let turnover = perDay > 0 ? min(Double(target) / perDay, Double(life)) : Double(life)
    let lots = min(12, target)
    for lot in 0..<lots {
      let age = Int((Double(lot) + 0.5) / Double(lots) * turnover)
      let quantity = target * (lot + 1) / lots - target * lot / lots
      placeStartingLot(node, life: max(1, life - age), quantity: quantity)
    }
  }

  private mutating func placeStartingLot(_ node: Int, life: Int, quantity: Int64) {
    placeLot(node, expiry: Int32(life), quantity: quantity, wakingFrom: today)
    balance.addStart(node, quantity)
  }

  /// Forgets what the warm-up has added up; stock and what is under way stay as they are.
  ///
  /// - the time averages count what is there and on order today from today on;
  /// - no location has had a stock-out yet.
  mutating func beginReport() {
    let daysLeft = Int64(totalDays - today)
    for node in 0..<tallies.count {
      var fresh = Tally()
      fresh.firstStockoutDay = Int64(totalDays - reportStart)
      fresh.stockUnitDays = states[node].onHand * daysLeft
      fresh.onOrderUnitDays = states[node].onOrder * daysLeft
      tallies[node] = fresh
    }
  }
}
