extension ProductRun {
  /// Stage 4, demand, before the patients of today: at every care unit that has stock again, those
  /// who wait
  ///
  /// - are served, those who came first first, as far as stock goes, also in part;
  /// - make the care unit due for review.
  ///
  /// Afterwards nobody waits where there is stock, so that who comes today is served after all who
  /// came before.
  mutating func serveWaiting() {
    while let node = waiting.nextStocked() { serveWaiting(at: node) }
  }

  /// `serveWaiting` at one care unit.
  @inline(__always)
  mutating func serveWaiting(at node: Int) {
    let served = min(waiting.quantity(node), states[node].onHand)
    guard served > 0 else { return }
    issueToPatients(node, served)
    tallies[node].served += served
    waiting.serve(node, served)
    if isTracing {
      record(TraceRecord(quantity: served, node: Int32(node), kind: .waitingServed))
    }
    noteWaiting(node, change: -served)
    pending.insert(node)
  }

  /// Today's demand that has found no stock waits.
  ///
  /// Demand without end to its patience never becomes unmet, so those who watch for stock-outs act
  /// when it begins to wait; with patience they act when that has ended in vain.
  mutating func wait(_ node: Int, _ quantity: Int64) {
    waiting.add(node, quantity, on: today)
    noteWaiting(node, change: quantity)
    guard waiting.isEndless else { return }
    if watchesStockouts { alarmAbove(node) }
    if endurance.cutDay >= 0 { endurance.noteUnmet(node, on: today) }
  }

  /// Stage 7, measurement: demand whose patience ends today
  ///
  /// - becomes unmet, and makes today a stock-out day;
  /// - no longer waits at the end of today.
  mutating func endPatience() {
    while let (node, quantity) = waiting.nextEnding(on: today) {
      noteWaiting(node, change: -quantity)
      noteUnmet(node, quantity)
      if isTracing {
        record(TraceRecord(quantity: quantity, node: Int32(node), kind: .patienceEnded))
      }
      balance.touch(node)
    }
  }

  /// Books a change of what waits, as `changeStock` does.
  private mutating func noteWaiting(_ node: Int, change: Int64) {
    let before = tallies[node].waiting
    let daysLeft = Int64(totalDays - today)
    tallies[node].waiting = before + change
    tallies[node].waitingUnitDays += change * daysLeft
    if before == 0 { tallies[node].waitingDays += daysLeft }
    if before + change == 0 { tallies[node].waitingDays -= daysLeft }
  }

  /// By how much the account of a care unit's demand is wrong; 0 if it is right. [units]
  ///
  /// Waiting at start + demand = served + unmet + waiting; what waits is counted anew, and is the
  /// same in the tally and in the queue.
  func imbalanceOfDemand(_ node: Int) -> Int64 {
    let tally = tallies[node]
    let waits = waiting.recount(node)
    let left = tally.waitingAtStart + tally.demand - tally.served - tally.unmet
    return abs(left - waits) + abs(tally.waiting - waits) + abs(waiting.quantity(node) - waits)
  }
}
