/// The course of a care unit that always gets what it asks for, from its patients alone.
extension ProductRun {
  /// What a care unit does from where its demand goes on until the day before `end`, as `attend` does it
  /// day by day.
  ///
  /// - Parameter row: where day 0 would stand in `outflows`, if what it does is to be added there.
  @inline(__always)
  mutating func course(
    of unit: Int, to end: Int, addingTo row: Int?, _ demand: borrowing DemandHistory
  ) -> UnitCourse {
    let first = Int(firstUndrawn[unit])
    var course = UnitCourse(
      state: states[unit], passage: passages[unit], next: Int32(truncatingIfNeeded: first))
    let places = first..<demand.range(ofNode: unit).upperBound
    guard !places.isEmpty, demand.drawnDay(first) < end else { return course }
    course.receiptWord = (demand.drawnDay(first) + 1 - reportStart) >> 6
    let plan = leafPlans[unit]
    if plan.orderMultiple <= 1, plan.target > 0, course.state.onHand == plan.target {
      followFull(&course, plan.target, places, to: end, addingTo: row, demand)
    } else {
      follow(&course, plan, places, to: end, addingTo: row, demand)
    }
    return course
  }

  /// Where every order fills the shelf, each day with patients begins with a full one: what is used comes
  /// the next morning.
  @inline(__always)
  private mutating func followFull(
    _ course: inout UnitCourse, _ target: Int64, _ places: Range<Int>, to end: Int,
    addingTo row: Int?, _ demand: borrowing DemandHistory
  ) {
    var (used, emptied): (Int64, Int64) = (0, 0)
    var receipts: UInt64 = 0
    var mark = course.passage.useUntilMark(holding: target)
    var place = places.lowerBound
    while place < places.upperBound {
      let day = demand.drawnDay(place)
      guard day < end else { break }
      let wanted = demand.drawnQuantity(place)
      place += 1
      let served = min(wanted, target)
      used += served
      if let row { outflows[row + day].sent += served }
      receipts |= 1 &<< UInt64(truncatingIfNeeded: day + 1 - reportStart)
      if used >= mark {
        mark = used + course.passage.markUse(of: used, today: served, holding: target, on: day)
        if served == target { emptied += 1 }
        if wanted > served { course.miss(wanted - served, on: day) }
      }
    }
    course.passage.refill(used)
    course.next = Int32(truncatingIfNeeded: place)
    course.served = used
    course.arrived = used
    course.receipts = receipts
    course.state.stockUnitDays -= used
    course.state.onOrderUnitDays += used
    course.state.emptyDays += emptied
    course.state.orderLines += Int32(truncatingIfNeeded: place - places.lowerBound)
  }

  /// Any course.
  @inline(__always)
  private mutating func follow(
    _ course: inout UnitCourse, _ plan: LeafPlan, _ places: Range<Int>, to end: Int,
    addingTo row: Int?, _ demand: borrowing DemandHistory
  ) {
    var state = course.state
    var passage = course.passage
    var receipts: UInt64 = 0
    var place = places.lowerBound
    while place < places.upperBound {
      let day = demand.drawnDay(place)
      guard day < end else { break }
      let wanted = demand.drawnQuantity(place)
      place += 1
      let served = min(wanted, state.onHand)
      let left = state.onHand - served
      let sent = plan.order(having: left)
      if served < wanted { course.miss(wanted - served, on: day) }
      if served > 0 { passage.issue(leaving: left, on: day) }
      if sent > 0 {
        receipts |= 1 &<< UInt64(truncatingIfNeeded: day + 1 - reportStart)
        passage.arrive(sent, on: day + 1, onHandBefore: left)
      }
      if let row {
        outflows[row + day].sent += sent
        outflows[row + day].net += served - sent
      }
      state.note(served, sent, daysLeft: Int64(totalDays - day))
      course.served += served
      course.arrived += sent
    }
    course.state = state
    course.passage = passage
    course.next = Int32(truncatingIfNeeded: place)
    course.receipts = receipts
  }
}
