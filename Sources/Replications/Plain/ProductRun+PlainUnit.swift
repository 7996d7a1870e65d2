extension ProductRun {
  /// All that one care unit does on a day:
  ///
  /// - its patients get what there is, and the rest is lost;
  /// - if it is due, it asks for what is missing up to its target: where the location above has enough
  ///   for the most that all below it can ask for, that is shipped at once, else the request is noted.
  ///
  /// Goods that are received tomorrow morning go on its shelf at once: until then nothing can happen to
  /// them and nobody looks for them. They are booked as what they are, on the way today and in stock from
  /// tomorrow on.
  @inline(__always)
  mutating func attend(
    _ node: Int, wanted: Int64, isDue: Bool, _ book: inout PlainBook, _ product: CompiledProduct
  ) {
    let plan = leafPlans[node]
    let state = states[node]
    let served = min(wanted, state.onHand)
    let left = state.onHand - served
    if served < wanted {
      tallies[node].served -= wanted - served
      noteUnmet(node, wanted - served)
    }
    var missing: Int64 = 0
    if isDue {
      missing = plan.target - left - state.onOrder
    } else {
      pending.insert(node)
    }
    if state.followsLots {
      if served > 0 { shelves.issue(node, served) }
      if isDue, plan.usableMarginDays > 0 {
        missing += shelves.quantity(node, expiringBy: today + Int(plan.usableMarginDays))
      }
    } else if served > 0 {
      passages[node].issue(leaving: left, on: today)
    }
    if missing > 0, plan.orderMultiple > 1 {
      missing = (missing + plan.orderMultiple - 1) / plan.orderMultiple * plan.orderMultiple
    }
    let parent = Int(plan.parent)
    if missing > 0, parent != book.parent { turn(&book, to: parent) }
    let goesOvernight = book.hasEnough && plan.comesOvernight && book.hasTomorrow
    let arriving = goesOvernight ? max(0, missing) : 0
    if state.stockRow != book.row { turn(&book, toRow: state.stockRow) }
    states[node].note(served, arriving, daysLeft: book.daysLeft)
    balance.noteIssue(node, served)
    book.issued += served
    if arriving > 0 {
      placeOvernight(arriving, at: node, onHandBefore: left, state.followsLots, &book)
    } else if missing > 0 {
      takeShipped(&book)
      if book.hasEnough {
        ship(missing, from: parent, to: node, product)
      } else {
        request(missing, by: node, of: parent)
      }
    }
  }

  /// Sends goods that come tomorrow morning to a care unit that has been attended to.
  @inline(__always)
  mutating func shipOvernight(_ quantity: Int64, to node: Int, _ book: inout PlainBook) {
    let state = states[node]
    if state.stockRow != book.row { turn(&book, toRow: state.stockRow) }
    states[node].note(0, quantity, daysLeft: book.daysLeft)
    placeOvernight(quantity, at: node, onHandBefore: state.onHand, state.followsLots, &book)
  }

  @inline(__always)
  private mutating func placeOvernight(
    _ quantity: Int64, at node: Int, onHandBefore: Int64, _ followsLots: Bool,
    _ book: inout PlainBook
  ) {
    balance.addArrival(node, quantity)
    receiptDays.insert(
      book.receiptMask, inWord: node * (receiptStride >> 6) + book.receiptWord)
    book.arriving += quantity
    book.shipped += quantity
    if followsLots {
      shipLots(quantity, to: node, &book)
    } else {
      passages[node].arrive(
        quantity, lifeDays: book.lifeDays, on: today + 1, onHandBefore: onHandBefore)
      book.unissued += quantity
    }
  }

  /// Moves lots from the shelf of the location that ships to that of a care unit.
  @inline(never)
  private mutating func shipLots(_ quantity: Int64, to node: Int, _ book: inout PlainBook) {
    takeShipped(&book)
    if restingCount > 0 { shipToThose(before: node) }
    var left = quantity
    while left > 0 {
      let lot = shelves.takeFirst(book.parent, atMost: left)
      shelves.insert(node, expiry: lot.expiry, quantity: lot.quantity)
      wakes.wake(
        node, by: max(today + 1, Int(lot.expiry) - Int(leafPlans[node].usableMarginDays)))
      left -= lot.quantity
    }
  }

  /// Notes a request: the location above decides on all of them together.
  @inline(never)
  private mutating func request(_ quantity: Int64, by node: Int, of parent: Int) {
    if states[parent].requestCount == 0 {
      states[parent].firstRequest = Int32(truncatingIfNeeded: requests.count)
      asked.insert(parent)
    }
    states[parent].requestCount += 1
    requests.append(
      Request(child: Int32(truncatingIfNeeded: node), queueing: 0, quantity: quantity))
  }
}

extension ProductRun.NodeState {
  /// Books what a care unit has issued on a day and receives the next morning.
  ///
  /// - Parameter daysLeft: days of the run from that day on, it included. [days]
  @inline(__always)
  mutating func note(_ served: Int64, _ arriving: Int64, daysLeft: Int64) {
    let left = onHand - served
    stockUnitDays += arriving * (daysLeft - 1) - served * daysLeft
    onOrderUnitDays += arriving
    if left == 0 {
      if served > 0 { emptyDays += daysLeft }
      if arriving > 0 { emptyDays -= daysLeft - 1 }
    }
    onHand = left + arriving
    if arriving > 0 { orderLines += 1 }
  }
}
