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

  /// Whether what locations are owed is what those above them owe, request by request.
  func owedAddsUp() -> Bool {
    var owed: Int64 = 0
    var owes: Int64 = 0
    var listed: Int64 = 0
    for node in 0..<states.count {
      owed += states[node].owed
      var ofNode: Int64 = 0
      var cursor = owedRequests.oldest(of: node)
      while let record = owedRequests.record(at: cursor) {
        guard record.quantity > 0, Int(plans[Int(record.child)].source) == node else {
          return false
        }
        ofNode += record.quantity
        owedRequests.advance(&cursor)
      }
      guard ofNode == states[node].owes, states[node].owed >= 0 else { return false }
      owes += states[node].owes
      listed += ofNode
    }
    return owed == owes && owes == listed
  }
}
