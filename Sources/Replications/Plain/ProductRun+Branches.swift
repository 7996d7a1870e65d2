/// Which care units' days can be run in stretches, and what is known of them beforehand.
extension ProductRun {
  /// Notes which stores have only care units below them that ask every day and get what they ask for the
  /// next morning.
  mutating func findBranches(_ demand: borrowing DemandHistory) {
    branches.removeAll()
    resting.reset(count: plans.count)
    restingCount = 0
    branchesAreTop = true
    for node in 0..<plans.count where plans[node].source >= 0 && !leaves.contains(node) {
      branchesAreTop = false
    }
    guard ticksPerDay == 1, demand.isInOrderByNode else { return }
    for store in 0..<plans.count where childRanges[store].count > 0 && isBranch(store) {
      let units = childRanges[store]
      branches.append(
        Branch(
          store: Int32(store), firstUnit: units.first, unitCount: units.count,
          stockRow: states[Int(units.first)].stockRow))
    }
    if branches.count > 0 { prepareBranches(demand) }
  }

  private mutating func prepareBranches(_ demand: borrowing DemandHistory) {
    branchPlaces.reset(to: Branch.Place(), count: plans.count)
    firstUndrawn.reset(to: 0, count: plans.count)
    courses.reset(
      to: UnitCourse(state: NodeState(), passage: Passage(), next: 0), count: plans.count)
    var rows: Int32 = 0
    for place in 0..<branches.count {
      branches[place].firstRow = rows
      placeUnits(place, demand)
      rows += branches[place].followedRuns + 1
    }
    outflows.reset(to: Branch.Outflow(), count: Int(rows) * Branch.mostDays)
    listOthers(demand)
  }

  /// Sorts the demand at care units that do not rest by day, within a day by node.
  private mutating func listOthers(_ demand: borrowing DemandHistory) {
    firstOthers.reset(to: 0, count: totalDays + 1)
    for node in 0..<plans.count where !canRest(node) {
      for place in demand.range(ofNode: node) { firstOthers[demand.drawnDay(place) + 1] += 1 }
    }
    var sum: Int32 = 0
    for day in 0..<totalDays {
      let count = firstOthers[day + 1]
      firstOthers[day + 1] = sum
      sum += count
    }
    others.reset(to: DemandHistory.Event(node: 0, quantity: 0), count: Int(sum))
    // As in `DemandHistory`: each entry runs from the start of its day to its end.
    for node in 0..<plans.count where !canRest(node) {
      for place in demand.range(ofNode: node) {
        let day = demand.drawnDay(place)
        others[Int(firstOthers[day + 1])] = DemandHistory.Event(
          node: UInt32(node), quantity: UInt32(truncatingIfNeeded: demand.drawnQuantity(place)))
        firstOthers[day + 1] += 1
      }
    }
  }

  private mutating func canRest(_ node: Int) -> Bool {
    branchPlaces[node].branch >= 0 && !states[node].followsLots
  }

  private mutating func isBranch(_ store: Int) -> Bool {
    let units = childRanges[store]
    var rests = false
    for unit in Int(units.first)..<Int(units.first + units.count) {
      guard leaves.contains(unit), leafPlans[unit].comesOvernight, plans[unit].review.isEveryDay,
        states[unit].stockRow == states[Int(units.first)].stockRow
      else { return false }
      if !states[unit].followsLots { rests = true }
    }
    return rests
  }

  /// Notes where the care units of a branch stand, and where their demand begins.
  private mutating func placeUnits(_ place: Int, _ demand: borrowing DemandHistory) {
    var wasFollowed = false
    for unit in branches[place].units {
      let isFollowed = states[unit].followsLots
      if isFollowed, !wasFollowed { branches[place].followedRuns += 1 }
      wasFollowed = isFollowed
      branchPlaces[unit] = Branch.Place(
        branch: Int32(place), gap: branches[place].followedRuns)
      if !isFollowed {
        branches[place].restingNeed += leafPlans[unit].target + leafPlans[unit].orderMultiple
        firstUndrawn[unit] = Int32(demand.range(ofNode: unit).lowerBound)
      }
    }
  }
}
