extension ProductRun {
  /// Stage 4, demand: one care unit's patients of today
  ///
  /// - are served from its usable lots, in its issue order, as far as they go;
  /// - what is missing is unmet and lost, and makes today a stock-out day; or it waits;
  /// - the care unit is due for review.
  @inline(__always)
  mutating func serve(_ event: DemandHistory.Event) {
    let node = Int(event.node)
    let wanted = Int64(event.quantity)
    let served = min(wanted, states[node].onHand)
    issueToPatients(node, served)
    if isTracing { recordDemand(wanted, served: served, node) }
    tallies[node].demand += wanted
    tallies[node].served += served
    tallies[node].servedAtOnce += served
    if served < wanted {
      if waiting.isKept {
        wait(node, wanted - served)
      } else {
        noteUnmet(node, wanted - served)
      }
    }
    pending.insert(node)
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
  }
}
