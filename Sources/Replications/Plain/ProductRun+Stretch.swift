/// Many days of care units in one go.
///
/// As long as a store has all that its care units ask for, they do not depend on each other: each one's
/// course follows from its own patients. So a stretch of days begins with a look ahead: what would all
/// of them ask for, day by day, if they always got it? The store then ships that, day by day, in one sum.
/// On the first day on which it has less, the stretch ends, and the day is run unit by unit. What the
/// care units have done until then is booked unit by unit, all days of a unit at once.
///
/// Care units whose lots are followed take no part in it: there it matters who gets which. On a day on
/// which one of them is sent anything, the store first ships what those before it get.
extension ProductRun {
  /// Begins stretches, and ends those whose days are over or whose store has too little today.
  @inline(__always)
  mutating func turnStretches(_ demand: borrowing DemandHistory) {
    for place in 0..<branches.count {
      if branches[place].isOpen, today >= Int(branches[place].end) {
        endStretch(place, before: Int(branches[place].end), demand)
        branches[place].patienceDays = 1
      }
      if !branches[place].isOpen, today >= Int(branches[place].retryDay) {
        beginStretch(place, demand)
      }
      if branches[place].isOpen { endIfShort(place, demand) }
    }
  }

  /// Ends all stretches; what they did not reach is left to the days.
  mutating func endStretches(_ demand: borrowing DemandHistory) {
    for place in 0..<branches.count where branches[place].isOpen {
      endStretch(place, before: min(today, Int(branches[place].end)), demand)
    }
  }

  /// Looks ahead: what the care units would do if they always got what they ask for.
  @inline(never)
  private mutating func beginStretch(_ place: Int, _ demand: borrowing DemandHistory) {
    // A stretch ends with the warm-up and with a period of the timeline, with a word of days of receipt, and
    // before the last day, after which nothing arrives.
    let firstReceipt = today + 1 - reportStart
    var end = min((firstReceipt >> 6 + 1) << 6 - 1 + reportStart, totalDays - 1)
    end = min(end, nextEdge)
    guard end - today >= Branch.fewestDays, !someoneWaits(branches[place]) else { return }
    let first = Int(branches[place].firstRow) * Branch.mostDays
    let rowCount = Int(branches[place].followedRuns) + 1
    for cell in first..<first + rowCount * Branch.mostDays { outflows[cell] = Branch.Outflow() }
    for unit in branches[place].units where !states[unit].followsLots {
      skipPast(unit, demand)
      let row = first + Int(branchPlaces[unit].gap) * Branch.mostDays
      courses[unit] = course(of: unit, to: end, addingTo: row - today, demand)
      resting.insert(unit)
    }
    branches[place].start = Int32(truncatingIfNeeded: today)
    branches[place].end = Int32(truncatingIfNeeded: end)
    branches[place].lifeDays = .max
    leafNeeds[Int(branches[place].store)] -= branches[place].restingNeed
    restingCount += 1
  }

  /// Passes over the demand of days that have been run unit by unit.
  @inline(__always)
  mutating func skipPast(_ unit: Int, _ demand: borrowing DemandHistory) {
    let end = demand.range(ofNode: unit).upperBound
    var next = Int(firstUndrawn[unit])
    while next < end, demand.drawnDay(next) < today { next += 1 }
    firstUndrawn[unit] = Int32(truncatingIfNeeded: next)
  }

  /// Whether any of the care units that could rest still waits for goods.
  private mutating func someoneWaits(_ branch: Branch) -> Bool {
    for unit in branch.units where !states[unit].followsLots {
      if pending.contains(unit) || states[unit].onOrder != 0 { return true }
    }
    return false
  }

  /// Ends a stretch if the store has less than what can be asked of it today.
  @inline(__always)
  private mutating func endIfShort(_ place: Int, _ demand: borrowing DemandHistory) {
    let store = Int(branches[place].store)
    let outflow = outflowOfToday(branches[place])
    if outflow.sent + leafNeeds[store] <= states[store].onHand {
      branches[place].today = outflow
      branches[place].nextGap = 0
      return
    }
    let wasShort = today - Int(branches[place].start) < Branch.fewestDays
    let patience = wasShort ? min(32, 2 * branches[place].patienceDays) : 1
    branches[place].patienceDays = patience
    branches[place].retryDay = Int32(truncatingIfNeeded: today) + patience
    endStretch(place, before: today, demand)
  }

  /// Where today stands in the first row of a branch.
  @inline(__always)
  private func cellOfToday(_ branch: Branch) -> Int {
    Int(branch.firstRow) * Branch.mostDays + today - Int(branch.start)
  }

  @inline(__always)
  func outflowOfToday(_ branch: Branch) -> Branch.Outflow {
    var cell = cellOfToday(branch)
    var sum = outflows[cell]
    for _ in 0..<branch.followedRuns {
      cell += Branch.mostDays
      sum.sent += outflows[cell].sent
      sum.net += outflows[cell].net
    }
    return sum
  }

  /// All stores ship what their resting care units have asked for today and not got yet.
  @inline(__always)
  mutating func shipForStretches() {
    for place in 0..<branches.count where branches[place].isOpen {
      let branch = branches[place]
      let served = branch.today.sent + branch.today.net
      if served > 0 {
        stockChanges[Int(branch.stockRow) + today] -= served
        balance.issue(served)
      }
      if branch.nextGap == 0 {
        shipForStretch(place, branch.today.sent)
      } else {
        shipGaps(place, upTo: branch.followedRuns + 1)
      }
    }
  }

  /// The store of a care unit whose lots are followed ships what those before it have asked for today.
  @inline(never)
  mutating func shipToThose(before unit: Int) {
    let place = branchPlaces[unit]
    guard place.branch >= 0, branches[Int(place.branch)].isOpen else { return }
    shipGaps(Int(place.branch), upTo: place.gap)
  }

  private mutating func shipGaps(_ place: Int, upTo end: Int32) {
    while branches[place].nextGap < end {
      let cell = cellOfToday(branches[place]) + Int(branches[place].nextGap) * Branch.mostDays
      branches[place].nextGap += 1
      shipForStretch(place, outflows[cell].sent)
    }
  }

  private mutating func shipForStretch(_ place: Int, _ quantity: Int64) {
    guard quantity > 0 else { return }
    let store = Int(branches[place].store)
    let life = shelves.earliestExpiry(store) - Int32(truncatingIfNeeded: today) - 1
    branches[place].lifeDays = min(branches[place].lifeDays, life)
    stockChanges[Int(branches[place].stockRow) + today + 1] += quantity
    shelves.issue(store, quantity)
    changeStock(store, by: -quantity)
    balance.addDeparture(store, quantity)
    pending.insert(store)
  }

  /// Books what the care units have done in a stretch before a day, and leaves the rest to the days.
  @inline(never)
  private mutating func endStretch(
    _ place: Int, before end: Int, _ demand: borrowing DemandHistory
  ) {
    let branch = branches[place]
    for unit in branch.units where !states[unit].followsLots {
      if end < Int(branch.end) { courses[unit] = course(of: unit, to: end, addingTo: nil, demand) }
      book(courses[unit], unit, lifeDays: branch.lifeDays)
      resting.remove(unit)
    }
    branches[place].end = branch.start
    leafNeeds[Int(branch.store)] += branch.restingNeed
    restingCount -= 1
  }

  private mutating func book(_ course: UnitCourse, _ unit: Int, lifeDays: Int32) {
    guard course.next > firstUndrawn[unit] else { return }
    firstUndrawn[unit] = course.next
    states[unit] = course.state
    passages[unit] = course.passage
    if course.arrived > 0 { passages[unit].shorten(toLifeDays: lifeDays) }
    if course.stockoutDays > 0 {
      if tallies[unit].stockoutDays == 0 {
        tallies[unit].firstStockoutDay = course.firstStockoutDay - Int64(reportStart)
      }
      tallies[unit].stockoutDays += course.stockoutDays
      tallies[unit].unmet += course.unmet
      tallies[unit].served -= course.unmet
    }
    if course.receiptWord >= 0 {
      receiptDays.insert(
        course.receipts, inWord: unit * (receiptStride >> 6) + course.receiptWord)
    }
    balance.noteIssue(unit, course.served)
    balance.addArrival(unit, course.arrived)
  }
}
