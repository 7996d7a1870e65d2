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
    sortBranches()
    if branches.count > 0 || !demand.isSorted { prepareBranches(demand) }
  }

  /// By their care units, so that these stand in the order of nodes.
  private mutating func sortBranches() {
    for end in 0..<branches.count {
      let branch = branches[end]
      var place = end
      while place > 0, branches[place - 1].firstUnit > branch.firstUnit {
        branches[place] = branches[place - 1]
        place -= 1
      }
      branches[place] = branch
    }
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
    canRest.reset(count: plans.count)
    for place in 0..<branches.count {
      for unit in branches[place].units where !states[unit].followsLots { canRest.insert(unit) }
    }
    others.sort(demand.drawn, demand.firstOfNode, days: totalDays) { !canRest.contains($0) }
  }

  /// Puts together who has patients today, in the order of nodes: others, and care units that could rest
  /// but do not.
  mutating func gatherPatients(_ demand: borrowing DemandHistory) {
    gathered.removeAll()
    let today = others.range(of: self.today)
    var next = today.lowerBound
    for place in 0..<branches.count where !branches[place].isOpen {
      for unit in branches[place].units where !states[unit].followsLots {
        skipPast(unit, demand)
        let mine = Int(firstUndrawn[unit])
        guard mine < demand.range(ofNode: unit).upperBound, demand.drawnDay(mine) == self.today
        else { continue }
        while next < today.upperBound, Int(others.event(next).node) < unit {
          gathered.append(others.event(next))
          next += 1
        }
        gathered.append(
          DemandHistory.Event(
            node: UInt32(truncatingIfNeeded: unit),
            quantity: UInt32(truncatingIfNeeded: demand.drawnQuantity(mine))))
      }
    }
    while next < today.upperBound {
      gathered.append(others.event(next))
      next += 1
    }
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
