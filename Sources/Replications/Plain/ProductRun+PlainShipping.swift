/// What care units that follow each other have issued and been sent today, until it is booked.
struct PlainShipping {
  /// The location that ships; −1 for none.
  var parent = -1
  /// Whether it has enough for all that those below it can ask for.
  var hasEnough = false
  /// What it has shipped overnight. [units]
  var shipped: Int64 = 0
  /// Where the days of their tier begin in `ProductRun.stockChanges`; −1 for none.
  var row: Int32 = -1
  /// What they have issued. [units]
  var issued: Int64 = 0
  /// What they receive tomorrow. [units]
  var arriving: Int64 = 0
}

extension ProductRun {
  /// A care unit asks for what is missing up to its target, and gets it at once where there is enough.
  @inline(__always)
  mutating func askAbove(
    _ node: Int, served: Int64, _ shipping: inout PlainShipping, _ product: CompiledProduct
  ) {
    let margin = Int(plans[node].usableMarginDays)
    var quantity = plans[node].target - states[node].onHand - states[node].onOrder
    if margin > 0, !unfollowed.contains(node) {
      quantity += shelves.quantity(node, expiringBy: today + margin)
    }
    guard quantity > 0 else { return }
    let multiple = plans[node].orderMultiple
    if multiple > 1 { quantity = (quantity + multiple - 1) / multiple * multiple }
    let parent = Int(plans[node].source)
    if parent != shipping.parent { turn(&shipping, to: parent) }
    guard shipping.hasEnough else {
      note(quantity, node, parent)
      return
    }
    if plans[node].leadTimeDays == 1, today + 1 < totalDays {
      shipOvernight(quantity, from: parent, to: node, &shipping)
    } else {
      ship(quantity, from: parent, to: node, product)
    }
  }

  /// Notes a request: the location above decides on all of them together.
  @inline(never)
  private mutating func note(_ quantity: Int64, _ node: Int, _ parent: Int) {
    if states[parent].requestCount == 0 {
      states[parent].firstRequest = Int32(truncatingIfNeeded: requests.count)
      asked.insert(parent)
    }
    states[parent].requestCount += 1
    requests.append(
      Request(child: Int32(truncatingIfNeeded: node), queueing: 0, quantity: quantity))
  }

  /// Goods that are received tomorrow morning go on their receiver's shelf at once: until then nothing
  /// can happen to them and nobody looks for them. They are booked as what they are, on the way today
  /// and in stock from tomorrow on.
  @inline(__always)
  private mutating func shipOvernight(
    _ quantity: Int64, from parent: Int, to child: Int, _ shipping: inout PlainShipping
  ) {
    var left = quantity
    let before = states[child].onHand
    if unfollowed.contains(child) {
      // What expires first goes first, so the first lot has the shortest life.
      let expiry = shelves.earliestExpiry(parent)
      shelves.issue(parent, quantity)
      passages[child].arrive(
        quantity, lifeDays: Int(expiry) - today - 1, on: today + 1, onHandBefore: before)
      left = 0
    }
    while left > 0 {
      let lot = shelves.takeFirst(parent, atMost: left)
      shelves.insert(child, expiry: lot.expiry, quantity: lot.quantity)
      wakes.wake(child, by: max(today + 1, wakeDay(child, expiry: lot.expiry)))
      left -= lot.quantity
    }
    balance.addArrival(child, quantity)
    let daysLeft = Int64(totalDays - today - 1)
    states[child].onHand = before + quantity
    states[child].stockUnitDays += quantity * daysLeft
    if before == 0 { states[child].emptyDays -= daysLeft }
    states[child].onOrderUnitDays += quantity
    states[child].orderLines += 1
    if states[child].stockRow != shipping.row { turn(&shipping, toRowOf: child) }
    shipping.arriving += quantity
    shipping.shipped += quantity
    noteDelivery(child, on: today + 1)
  }

  /// Another location ships from now on.
  @inline(never)
  private mutating func turn(_ shipping: inout PlainShipping, to parent: Int) {
    bookParent(&shipping)
    shipping.parent = parent
    shipping.hasEnough = states[parent].onHand >= leafNeeds[parent]
  }

  /// Care units of another tier follow.
  @inline(never)
  mutating func turn(_ shipping: inout PlainShipping, toRowOf node: Int) {
    bookRow(&shipping)
    shipping.row = states[node].stockRow
  }

  /// Books all that is not yet booked.
  mutating func close(_ shipping: inout PlainShipping) {
    bookRow(&shipping)
    bookParent(&shipping)
  }

  private mutating func bookRow(_ shipping: inout PlainShipping) {
    if shipping.issued > 0 { stockChanges[Int(shipping.row) + today] -= shipping.issued }
    if shipping.arriving > 0 { stockChanges[Int(shipping.row) + today + 1] += shipping.arriving }
    (shipping.issued, shipping.arriving) = (0, 0)
  }

  private mutating func bookParent(_ shipping: inout PlainShipping) {
    guard shipping.shipped > 0 else { return }
    changeStock(shipping.parent, by: -shipping.shipped)
    balance.addDeparture(shipping.parent, shipping.shipped)
    pending.insert(shipping.parent)
    shipping.shipped = 0
  }

  /// A location ships to those below it, as `allocate` does; who does not get everything asks again.
  mutating func allocatePlainly(_ parent: Int, _ product: CompiledProduct) {
    let first = Int(states[parent].firstRequest)
    for place in first..<first + Int(states[parent].requestCount) {
      pending.insert(Int(requests[place].child))
    }
    allocate(parent, product)
  }
}
