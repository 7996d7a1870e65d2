extension ProductRun {
  /// At its review a location first sees to the age of its stock: the reserve's exchange with the
  /// flow, and the offer of what is short-dated.
  mutating func rotateReserve(_ node: Int, _ product: CompiledProduct) {
    if plans[node].reserving.exchangeBeforeDays > 0 { exchange(node) }
    if plans[node].reserving.redistributeBeforeDays > 0 { redistribute(node, product) }
  }

  /// What a location orders, operating stock first, then the reserve, of which only so much may be
  /// ordered per day. [units]
  ///
  /// - A pool of its own adds what it lacks to what the ordering rule says for the flow.
  /// - In one pool the rule speaks for both; what exceeds the operating target is the reserve's.
  ///   Without a reserve there is nothing to refill, however much the rule orders.
  mutating func includingReserve(_ ruled: Int64, _ node: Int) -> Int64 {
    let plan = plans[node]
    if plan.reserving.hasPool {
      let lacking = reserveDeficit(node) - expectedForReserve(node)
      return max(0, ruled) + refill(lacking, node)
    }
    guard plan.reserving.refillPerDay < .max, plan.reserve > 0, ruled > 0 else { return ruled }
    let operating = min(ruled, max(0, plan.target - plan.reserve - position(node)))
    return operating + refill(ruled - operating, node)
  }

  /// How much of what the reserve lacks is ordered today: as much as may be, over the time since
  /// some was ordered last, but no longer than the time between reviews. [units]
  private mutating func refill(_ lacking: Int64, _ node: Int) -> Int64 {
    guard lacking > 0 else { return 0 }
    let perDay = plans[node].reserving.refillPerDay
    guard perDay < .max else { return lacking }
    let interval = max(ticksPerDay, plans[node].review.longestInterval(ticksPerDay: ticksPerDay))
    let elapsed = min(today - Int(reserves[node].lastRefill), interval)
    let allowed = perDay * Int64(elapsed) / Int64(ticksPerDay)
    guard lacking > allowed else {
      reserves[node].lastRefill = Int32(today)
      return lacking
    }
    // The rest is ordered on a later day, whether anything else changes or not.
    wakes.wake(node, by: today + 1)
    if allowed > 0 { reserves[node].lastRefill = Int32(today) }
    return allowed
  }

  /// How much of what is on its way to a location will go to a reserve of its own. [units]
  mutating func expectedForReserve(_ node: Int) -> Int64 {
    min(states[node].onOrder + states[node].owed, reserveDeficit(node))
  }
}
