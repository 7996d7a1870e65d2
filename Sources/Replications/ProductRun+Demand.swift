extension ProductRun {
  /// Stage 4, demand: one care unit's patients of today
  ///
  /// - are served from its usable lots, in its issue order, as far as they go;
  /// - what is missing is unmet and lost, and makes today a stock-out day;
  /// - the care unit is due for review.
  @inline(__always)
  mutating func serve(_ event: DemandHistory.Event) {
    let node = Int(event.node)
    let wanted = Int64(event.quantity)
    let served = min(wanted, states[node].onHand)
    var left = served
    while left > 0 { left -= takeNext(node, atMost: left).quantity }
    changeStock(node, by: -served)
    balance.addIssue(node, served)
    tallies[node].demand += wanted
    tallies[node].served += served
    tallies[node].servedAtOnce += served
    if served < wanted {
      tallies[node].unmet += wanted - served
      if tallies[node].stockoutDays == 0 { tallies[node].firstStockoutDay = Int64(reportDay) }
      tallies[node].stockoutDays += 1
      if watchesStockouts { alarmAbove(node) }
    }
    pending.insert(node)
  }
}
