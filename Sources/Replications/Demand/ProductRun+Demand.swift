extension ProductRun {
  /// Stage 4, demand: one care unit's patients of today
  ///
  /// - are served from its usable lots, in its issue order, as far as they go;
  /// - what is missing is unmet and lost, and makes today a stock-out day; or it waits; where the
  ///   product has substitutes or is keyed to another, that is decided when all products of the job
  ///   have served their own patients;
  /// - the care unit is due for review.
  @inline(__always)
  mutating func serve(_ event: DemandHistory.Event) {
    let node = Int(event.node)
    let wanted = Int64(event.quantity)
    let served = min(wanted, isCoupled ? usable(node) : states[node].onHand)
    issueToPatients(node, served)
    if isTracing { recordDemand(wanted, served: served, node) }
    tallies[node].demand += wanted
    tallies[node].demandDays += 1
    tallies[node].served += served
    tallies[node].servedAtOnce += served
    if served < wanted {
      if isCoupled {
        addLack(node, wanted - served)
      } else {
        miss(node, wanted - served)
      }
    }
    pending.insert(node)
  }

  /// What patients of today do not get is unmet and lost, or waits.
  @inline(__always)
  mutating func miss(_ node: Int, _ quantity: Int64) {
    if waiting.isKept {
      wait(node, quantity)
    } else {
      noteUnmet(node, quantity)
    }
  }

  /// Patients get usable lots, as many units as there are at least.
  @inline(__always)
  mutating func issueToPatients(_ node: Int, _ quantity: Int64) {
    var left = quantity
    while left > 0 { left -= takeNext(node, atMost: left).quantity }
    changeStock(node, by: -quantity)
    balance.addIssue(node, quantity)
  }

  /// Books unmet demand, at most once a day for each care unit: it makes today a stock-out day.
  @inline(__always)
  mutating func noteUnmet(_ node: Int, _ quantity: Int64) {
    tallies[node].unmet += quantity
    if tallies[node].stockoutDays == 0 { tallies[node].firstStockoutDay = Int64(reportDay) }
    tallies[node].stockoutDays += 1
    if watchesStockouts { alarmAbove(node) }
    if endurance.cutDay >= 0 { endurance.noteUnmet(node, on: today) }
  }
}
