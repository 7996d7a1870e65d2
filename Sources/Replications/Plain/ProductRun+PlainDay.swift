/// The short way through the days of a product about which everything is plain, as
/// `CompiledProduct.runsPlainly` says.
///
/// It does what the general way does, to the same state, without asking at each step for what the
/// product does not have; and it does all that one care unit does on a day in one go. The tests hold it to
/// the general way, unit by unit.
extension ProductRun {
  /// Simulates all days; a second time, with all lots followed, where it turns out that one might have
  /// expired among those that were not.
  ///
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  mutating func simulatePlainly(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World
  ) throws(BrokenBalance) {
    start(product, policy: policy, of: compiled, world: world, leavesLots: true)
    try runDays(
      product, policy: policy, of: compiled, demand: demand, outages: outages, world: world)
    if !nothingUnfollowedExpires() {
      start(product, policy: policy, of: compiled, world: world)
      try runDays(
        product, policy: policy, of: compiled, demand: demand, outages: outages, world: world)
    }
    demand.addSpillOver(to: &tallies)
    addUse(demand)
  }

  private mutating func runDays(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World
  ) throws(BrokenBalance) {
    findLeaves()
    for day in 0..<totalDays {
      today = day
      if day == reportStart { beginReport() }
      receive()
      discardExpired()
      requests.removeAll()
      orders.removeAll()
      reviewDays.turn(to: reportDay)
      attendLeaves(demand, product)
      reviewOthers(product)
      if orders.count > 0 { supply(product, scale: world.supplyScale, outages: outages) }
      try checkEachDay(product, policy: policy, of: compiled)
    }
  }

  /// Notes which locations order from another one and supply none, nor do those that order from the same
  /// one; and how much they may ask of it on one day.
  private mutating func findLeaves() {
    leaves.reset(count: plans.count)
    leafNeeds.reset(to: 0, count: plans.count)
    for node in 0..<plans.count where plans[node].source < 0 || childRanges[node].count > 0 {
      let parent = Int(plans[node].source)
      if parent >= 0 { leafNeeds[parent] = .max }
    }
    for node in 0..<plans.count where plans[node].source >= 0 && childRanges[node].count == 0 {
      let parent = Int(plans[node].source)
      guard leafNeeds[parent] < .max else { continue }
      leaves.insert(node)
      leafNeeds[parent] += plans[node].target + plans[node].orderMultiple
    }
  }

  /// Stages 4 and 5, demand and review, at care units: one after the other, each
  ///
  /// - serves its patients as far as its stock goes;
  /// - if it is due, asks for what is missing up to its target; where the location above has enough for
  ///   the most that all below it can ask for, that is shipped at once, else it is noted.
  ///
  /// Demand at other locations is served too; their review comes after that of all those below them.
  @inline(__always)
  private mutating func attendLeaves(_ demand: borrowing DemandHistory, _ product: CompiledProduct)
  {
    let events = demand.range(ofDay: today)
    var next = events.lowerBound
    var shipping = PlainShipping()
    for word in 0..<pending.wordCount {
      let due = reviewDays.due(word: word)
      let members = leaves[word: word]
      // Leaves that have been waiting for goods, or whose goods have expired.
      var waiting = pending[word: word] & due & members
      pending[word: word] &= ~waiting
      let end = (word + 1) << 6
      while next < events.upperBound {
        let event = demand.event(next)
        let node = Int(event.node)
        guard node < end else { break }
        next += 1
        let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: node & 63)
        if waiting != 0 {
          attendWaiting(waiting & (bit - 1), word << 6, &shipping, product)
          waiting &= ~(bit | (bit - 1))
        }
        let served = servePlainly(node, Int64(event.quantity), &shipping)
        if members & due & bit != 0 {
          askAbove(node, served: served, &shipping, product)
        } else {
          pending[word: word] |= bit
        }
      }
      if waiting != 0 { attendWaiting(waiting, word << 6, &shipping, product) }
    }
    close(&shipping)
  }

  @inline(never)
  private mutating func attendWaiting(
    _ members: UInt64, _ base: Int, _ shipping: inout PlainShipping, _ product: CompiledProduct
  ) {
    var left = members
    while left != 0 {
      askAbove(base + left.trailingZeroBitCount, served: 0, &shipping, product)
      left &= left - 1
    }
  }

  /// Patients get what there is, and the rest is lost.
  ///
  /// What is asked for over the horizon is the same under every policy, and added at the end; until
  /// then the sums hold what is missing of it.
  @inline(__always)
  private mutating func servePlainly(
    _ node: Int, _ wanted: Int64, _ shipping: inout PlainShipping
  ) -> Int64 {
    let onHand = states[node].onHand
    let served = min(wanted, onHand)
    if served > 0 {
      if unfollowed.contains(node) {
        passages[node].issue(leaving: onHand - served, on: today)
      } else {
        shelves.issue(node, served)
      }
      balance.addIssue(node, served)
      let daysLeft = Int64(totalDays - today)
      states[node].onHand = onHand - served
      states[node].stockUnitDays -= served * daysLeft
      if served == onHand { states[node].emptyDays += daysLeft }
      if states[node].stockRow != shipping.row { turn(&shipping, toRowOf: node) }
      shipping.issued += served
    }
    if served < wanted {
      tallies[node].served -= wanted - served
      noteUnmet(node, wanted - served)
    }
    return served
  }

  /// Adds what patients have asked for over the horizon.
  private mutating func addUse(_ demand: borrowing DemandHistory) {
    for node in 0..<tallies.count {
      let use = demand.use(node)
      tallies[node].demand = use.units
      tallies[node].demandDays = use.days
      tallies[node].served += use.units
      tallies[node].servedAtOnce = tallies[node].served
    }
  }

  /// Stage 5, review, of all other locations, as `review` does it: up the tree, each ships before it
  /// orders.
  @inline(__always)
  private mutating func reviewOthers(_ product: CompiledProduct) {
    for word in 0..<pending.wordCount {
      let due = reviewDays.due(word: word) & ~leaves[word: word]
      var done: UInt64 = 0
      while true {
        let open = (asked[word: word] | pending[word: word] & due) & ~done
        guard open != 0 else { break }
        let first = open & (0 &- open)
        done |= first
        let node = word << 6 + first.trailingZeroBitCount
        if asked[word: word] & first != 0 { allocatePlainly(node, product) }
        if pending[word: word] & due & first != 0 { order(node, product) }
      }
    }
  }
}
