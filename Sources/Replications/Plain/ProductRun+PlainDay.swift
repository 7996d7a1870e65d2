import SupplyModel

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
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World,
    _ calendar: PeriodCalendar, _ periods: inout PeriodBook
  ) throws(BrokenBalance) {
    let place = compiled.policies.count * product.position.index + policy
    while reruns.count <= place { reruns.append(Reruns()) }
    start(
      product, policy: policy, of: compiled, world: world, leavingLots: reruns[place].caution)
    try runDays(
      product, policy: policy, of: compiled, demand: demand, outages: outages, world: world,
      calendar, &periods)
    let isRepeated = !nothingUnfollowedExpires()
    reruns[place].note(wasRepeated: isRepeated)
    if isRepeated {
      start(product, policy: policy, of: compiled, world: world)
      try runDays(
        product, policy: policy, of: compiled, demand: demand, outages: outages, world: world,
        calendar, &periods)
    }
    if calendar.isDivided {
      periods.close(calendar, tallies)
      periods.addDemand()
    }
    demand.addSpillOver(to: &tallies)
    addUse(demand)
  }

  private mutating func runDays(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World,
    _ calendar: PeriodCalendar, _ periods: inout PeriodBook
  ) throws(BrokenBalance) {
    if calendar.isDivided { periods.reset(nodes: plans.count, calendar) }
    nextEdge = reportStart
    findLeaves()
    findBranches(demand)
    if product.binnedDays > 0 { shelves.bin(Int(product.topNodes[0]), days: product.binnedDays) }
    let decidesAtOnce = product.decidesAtOnce && world.supplyScale.isConstant
    for day in 0..<totalDays {
      today = day
      if day == nextEdge {
        endStretches(demand)
        if day == reportStart { beginReport() } else { periods.close(calendar, tallies) }
        nextEdge = calendar.isDivided ? reportStart + periods.endDay(calendar) : .max
      }
      if isQuiet(demand) { continue }
      receivePlainly()
      if !wakes.isEmpty(on: today) { discardExpired() }
      requests.removeAll()
      orders.removeAll()
      reviewDays.turn(to: reportDay)
      turnStretches(demand)
      if decidesAtOnce, isStill() {
        shipForStretches()
        orderAtOnce(product, world.supplyScale, outages)
      } else {
        var book = PlainBook(
          today: today, totalDays: totalDays, receiptBit: receiptBit(ofDay: today + 1))
        attendLeaves(demand, &book, product)
        if restingCount > 0 { shipForStretches() }
        reviewOthers(&book, product, decidesAtOnce, world.supplyScale, outages)
      }
      if orders.count > 0 || supplyDesk.owedInAll > 0 {
        supply(product, scale: world.supplyScale, outages: outages)
      }
      try checkEachDay(product, policy: policy, of: compiled)
    }
    endStretches(demand)
  }

  /// Whether nothing happens today: no goods come, none near their expiry, nobody asks for anything, has
  /// been waiting for it or is owed it.
  @inline(__always)
  private mutating func isQuiet(_ demand: borrowing DemandHistory) -> Bool {
    shipments.isEmpty(on: today) && wakes.isEmpty(on: today) && pending.isEmpty
      && supplyDesk.owedInAll == 0 && !hasPatients(demand)
  }

  /// Whether anybody may have patients today.
  private mutating func hasPatients(_ demand: borrowing DemandHistory) -> Bool {
    if demand.isSorted { return !demand.range(ofDay: today).isEmpty }
    guard restingCount == branches.count, others.range(of: today).isEmpty else { return true }
    for place in 0..<branches.count {
      if today >= Int(branches[place].end) { return true }
      let outflow = outflowOfToday(branches[place])
      if outflow.sent != 0 || outflow.net != 0 { return true }
    }
    return false
  }

  /// Whether nobody but topmost stores does anything today: all care units are in a stretch, but for those
  /// without patients whose lots are followed, and nobody waits.
  @inline(__always)
  private mutating func isStill() -> Bool {
    guard restingCount == branches.count, restingCount > 0, branchesAreTop,
      others.range(of: today).isEmpty
    else { return false }
    for word in 0..<pending.wordCount where pending[word: word] & leaves[word: word] != 0 {
      return false
    }
    return true
  }

  /// Notes which locations order from another one and supply none, nor do those that order from the same
  /// one; and how much they may ask of it on one day.
  private mutating func findLeaves() {
    leaves.reset(count: plans.count)
    leafNeeds.reset(to: 0, count: plans.count)
    leafPlans.removeAll()
    for node in 0..<plans.count { leafPlans.append(LeafPlan(plans[node])) }
    for node in 0..<plans.count where childRanges[node].count > 0 && plans[node].source >= 0 {
      leafNeeds[Int(plans[node].source)] = .max
    }
    for node in 0..<plans.count where childRanges[node].count == 0 && plans[node].source >= 0 {
      let parent = Int(plans[node].source)
      guard leafNeeds[parent] < .max else { continue }
      leaves.insert(node)
      leafNeeds[parent] += plans[node].target + plans[node].orderMultiple
    }
    findSmallStores()
  }

  /// Stages 4 and 5, demand and review, at care units, one after the other: those with patients today, and
  /// those that have been waiting for goods or whose goods have expired.
  ///
  /// Demand at other locations is served too; their review comes after that of all those below them.
  @inline(__always)
  private mutating func attendLeaves(
    _ demand: borrowing DemandHistory, _ book: inout PlainBook, _ product: CompiledProduct
  ) {
    // Where all branches rest, only the others' demand is looked at.
    let isShort = restingCount > 0 && restingCount == branches.count
    let isGathered = !isShort && !demand.isSorted
    if isGathered { gatherPatients(demand) }
    let events =
      isShort
      ? others.range(of: today) : isGathered ? 0..<gathered.count : demand.range(ofDay: today)
    if hasSmallStores, restingCount == 0 { foreseeNeeds(events, isGathered, demand) }
    var next = events.lowerBound
    for word in 0..<pending.wordCount {
      let due = reviewDays.due(word: word) & leaves[word: word]
      var waiting = pending[word: word] & due
      pending[word: word] &= ~waiting
      let base = word << 6
      while next < events.upperBound {
        let event =
          isShort ? others.event(next) : isGathered ? gathered[next] : demand.event(next)
        let node = Int(event.node)
        guard node < base + 64 else { break }
        next += 1
        if resting.contains(node) { continue }
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: node)
        if waiting != 0 {
          attend(waiting & (bit - 1), base, &book, product)
          waiting &= ~(bit | (bit - 1))
        }
        attend(node, wanted: Int64(event.quantity), isDue: due & bit != 0, &book, product)
      }
      if waiting != 0 { attend(waiting, base, &book, product) }
    }
    if book.row >= 0 { close(&book) }
  }

  /// Some of 64 care units without patients today. Where the location above has nothing, they go on
  /// waiting without being looked at.
  @inline(never)
  private mutating func attend(
    _ members: UInt64, _ base: Int, _ book: inout PlainBook, _ product: CompiledProduct
  ) {
    var left = members
    while left != 0 {
      let node = base + left.trailingZeroBitCount
      let parent = Int(leafPlans[node].parent)
      if states[parent].onHand == 0 {
        let end = Int(childRanges[parent].first + childRanges[parent].count) - base
        let siblings = end < 64 ? left & ((1 << UInt64(end)) - 1) : left
        pending.insert(siblings, inWord: base >> 6)
        left &= ~siblings
      } else {
        attend(node, wanted: 0, isDue: true, &book, product)
        left &= left - 1
      }
    }
  }

  /// Adds what patients have asked for over the horizon.
  ///
  /// It is the same under every policy; until now the sums have held what is missing of it.
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
  private mutating func reviewOthers(
    _ book: inout PlainBook, _ product: CompiledProduct, _ decidesAtOnce: Bool,
    _ scale: SupplyScale, _ outages: borrowing Outages
  ) {
    for word in 0..<pending.wordCount {
      let due = reviewDays.due(word: word) & ~leaves[word: word]
      var done: UInt64 = 0
      while true {
        let open = (asked[word: word] | pending[word: word] & due) & ~done
        guard open != 0 else { break }
        let first = open & (0 &- open)
        done |= first
        let node = word << 6 + first.trailingZeroBitCount
        if asked[word: word] & first != 0 { allocatePlainly(node, &book, product) }
        guard pending[word: word] & due & first != 0 else { continue }
        if decidesAtOnce, leafPlans[node].parent < 0 {
          orderAtOnce(node, product, scale, outages)
        } else {
          order(node, product)
        }
      }
    }
  }

  /// A location ships to those below it, as `allocate` does: where it has enough for all, each gets what
  /// it asks for, whatever the rule; who does not get everything asks again.
  private mutating func allocatePlainly(
    _ parent: Int, _ book: inout PlainBook, _ product: CompiledProduct
  ) {
    let first = Int(states[parent].firstRequest)
    let places = first..<first + Int(states[parent].requestCount)
    var wanted: Int64 = 0
    for place in places { wanted += requests[place].quantity }
    guard wanted <= states[parent].onHand else {
      for place in places { pending.insert(Int(requests[place].child)) }
      if states[parent].onHand > 0 {
        allocate(parent, product)
      } else {
        forgetRequests(to: parent)
      }
      return
    }
    forgetRequests(to: parent)
    turn(&book, to: parent)
    for place in places {
      let request = requests[place]
      let node = Int(request.child)
      if book.hasTomorrow, leafPlans[node].comesOvernight, leaves.contains(node) {
        shipOvernight(request.quantity, to: node, &book)
      } else {
        takeShipped(&book)
        ship(request.quantity, from: parent, to: node, product)
        pending.remove(node)
      }
    }
    close(&book)
  }

  private mutating func forgetRequests(to parent: Int) {
    asked.remove(parent)
    states[parent].requestCount = 0
  }
}
