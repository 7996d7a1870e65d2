extension ProductRun {
  /// What a location could not ship of a request that waits for it: from now on
  ///
  /// - it is owed to the one that asked, counts in that one's position and is off the other's;
  /// - it is shipped on the first day on which there is enough, asked for again or not.
  mutating func owe(_ quantity: Int64, to child: Int, by parent: Int) {
    owedRequests.append(quantity, to: child, by: parent)
    changeOwed(to: child, by: parent, change: quantity)
    pending.insert(parent)
  }

  /// Books a change of what a location is owed, as `changeStock` does.
  private mutating func changeOwed(to child: Int, by parent: Int, change: Int64) {
    states[child].owed += change
    states[parent].owes += change
    if isTracing { recordOwed(change, to: child, by: parent) }
    tallies[child].owedUnitDays += change * Int64(totalDays - today)
  }

  /// What is owed, oldest first, as far as stock goes; in whole packs where packs are ordered.
  mutating func shipOwed(_ parent: Int, _ product: CompiledProduct) {
    var cursor = owedRequests.oldest(of: parent)
    while let record = owedRequests.record(at: cursor) {
      let child = Int(record.child)
      let quantity = shippable(record.quantity, from: parent, to: child)
      if quantity > 0 {
        ship(quantity, from: parent, to: child, product)
        changeOwed(to: child, by: parent, change: -quantity)
      }
      owedRequests.pay(quantity, of: parent, at: &cursor)
    }
  }

  /// Takes what has been shipped off what one location is owed, oldest first.
  mutating func payOff(_ quantity: Int64, to child: Int, by parent: Int) {
    changeOwed(to: child, by: parent, change: -quantity)
    var left = quantity
    var cursor = owedRequests.oldest(of: parent)
    while left > 0, let record = owedRequests.record(at: cursor) {
      let paid = Int(record.child) == child ? min(left, record.quantity) : 0
      left -= paid
      owedRequests.pay(paid, of: parent, at: &cursor)
    }
  }

  /// Whether what each location is owed is what stands against its name where it is owed, and what
  /// each owes is the sum of all that.
  mutating func owedAddsUp(_ product: CompiledProduct) -> Bool {
    for node in 0..<states.count {
      let parent = Int(plans[node].source)
      let isRight =
        parent >= 0
        ? states[node].owed == listed(by: parent, to: node)
        : owedBySuppliersAddsUp(node, product)
      guard isRight, states[node].owes == listed(by: node, to: nil) else { return false }
    }
    return true
  }

  /// What a location has noted that it owes, to one location or to all. [units]
  private func listed(by parent: Int, to child: Int?) -> Int64 {
    guard states[parent].owes > 0 else { return 0 }
    var sum: Int64 = 0
    var cursor = owedRequests.oldest(of: parent)
    while let record = owedRequests.record(at: cursor) {
      if child == nil || Int(record.child) == child { sum += record.quantity }
      owedRequests.advance(&cursor)
    }
    return sum
  }
}
