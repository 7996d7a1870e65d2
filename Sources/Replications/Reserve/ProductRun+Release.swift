extension ProductRun {
  /// Whether a location's reserve may be issued to those below it today.
  mutating func isReleased(_ node: Int) -> Bool {
    let plan = plans[node].reserving
    switch plan.release {
    case .always: return true
    case .onStockout: return Int32(today) >= reserves[node].releasedFrom
    case .inPhase:
      for index in Int(plan.firstWindow)..<Int(plan.firstWindow + plan.windowCount)
      where reportDay >= Int(releaseWindows[index].firstDay)
        && reportDay < Int(releaseWindows[index].endDay)
      {
        return true
      }
      return false
    }
  }

  /// A reason for release: demand below is unmet, or a request is cut for lack of flow. The authority
  /// decides; after its delay the reserve may be used.
  mutating func alarm(_ node: Int) {
    guard plans[node].reserving.release == .onStockout, reserves[node].releasedFrom == .max
    else { return }
    reserves[node].releasedFrom = Int32(today) + plans[node].reserving.delayDays
    if isTracing { recordRelease(node) }
    attendRelease(node)
  }

  /// A request that is cut for lack of flow is a reason for release.
  mutating func alarmIfCut(_ node: Int, _ places: Range<Int>) {
    var wanted = states[node].owes
    for place in places { wanted += requests[place].quantity }
    if transport.isOn { wanted -= wantedByCutOff(node, places) }
    if wanted > issuable(node) { alarm(node) }
  }

  /// What is asked of a location, or owed by it, where transport is cut: that is no lack of flow.
  /// [units]
  private mutating func wantedByCutOff(_ node: Int, _ places: Range<Int>) -> Int64 {
    var sum: Int64 = 0
    for place in places where isCutOff(from: node, to: Int(requests[place].child)) {
      sum += requests[place].quantity
    }
    let children = childRanges[node]
    for child in Int(children.first)..<Int(children.first + children.count)
    where isCutOff(from: node, to: child) {
      sum += states[child].owed
    }
    return sum
  }

  /// What a location owes is shipped as soon as its reserve is released, asked for again or not: it
  /// is looked at on that day.
  mutating func attendRelease(_ node: Int) {
    if states[node].owes > 0, isReleased(node) { asked.insert(node) }
    let plan = plans[node].reserving
    if plan.release == .onStockout, reserves[node].releasedFrom < .max {
      let day = Int(reserves[node].releasedFrom)
      if day > today { wakes.wake(node, by: day) }
    }
    for index in Int(plan.firstWindow)..<Int(plan.firstWindow + plan.windowCount) {
      let day = Int(releaseWindows[index].firstDay) + reportStart
      if day > today { wakes.wake(node, by: day) }
    }
  }

  /// Unmet demand is a reason for release at every location above the care unit.
  mutating func alarmAbove(_ careUnit: Int) {
    var node = Int(plans[careUnit].source)
    while node >= 0 {
      alarm(node)
      node = Int(plans[node].source)
    }
  }

  /// A release ends when the flow is back at its operating target; looked at when goods come in,
  /// since the flow grows at no other time.
  mutating func endRelease(_ node: Int) {
    guard reserves[node].releasedFrom < .max else { return }
    let plan = plans[node]
    let flow =
      plan.reserving.hasPool ? flowOnHand(node) : states[node].onHand - plan.reserve
    let operating = plan.reserving.hasPool ? plan.target : plan.target - plan.reserve
    guard flow >= operating else { return }
    reserves[node].releasedFrom = .max
    if isTracing { record(TraceRecord(node: Int32(node), kind: .releaseEnded)) }
  }

  /// What a location with a reserve can issue to those below it today. [units]
  ///
  /// - A pool of its own: what is in the flow, and the reserve once it is released.
  /// - One pool: while the reserve is not released, what exceeds its target.
  mutating func issuableBesidesReserve(_ node: Int) -> Int64 {
    let plan = plans[node]
    let expiringBy = today + Int(plan.minimumLifeAtIssueDays) - 1
    let released = isReleased(node)
    if plan.reserving.hasPool {
      var sum = flowOnHand(node) - shelves.quantity(node, expiringBy: expiringBy)
      if released {
        sum += reserves[node].onHand - shelves.quantity(reserveShelf(node), expiringBy: expiringBy)
      }
      return sum
    }
    let usable = states[node].onHand - shelves.quantity(node, expiringBy: expiringBy)
    return released ? usable : max(0, min(usable, states[node].onHand - plan.reserve))
  }
}
