extension ProductRun {
  /// Whether a location's reserve may be issued to those below it today.
  func isReleased(_ node: Int) -> Bool {
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
    pending.insert(node)
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
    if flow >= operating { reserves[node].releasedFrom = .max }
  }

  /// What a location with a reserve can issue to those below it today. [units]
  ///
  /// - A pool of its own: what is in the flow, and the reserve once it is released.
  /// - One pool: while the reserve is not released, what exceeds its target.
  func issuableBesidesReserve(_ node: Int) -> Int64 {
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
