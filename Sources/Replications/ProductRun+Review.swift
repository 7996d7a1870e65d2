import SupplyModel

extension ProductRun {
  /// Stage 5, review, up the tree (children stand before their parents): each location
  ///
  /// - first ships what its children ask for, on every day, as the allocation rule says;
  /// - then, if it is due and its position is below its target, asks its own source for the
  ///   difference.
  ///
  /// Only locations that were asked, or whose position may have changed, are looked at.
  mutating func review(_ product: CompiledProduct) {
    requests.removeAll()
    orders.removeAll()
    reviewDays.turn(to: reportDay)
    for word in 0..<pending.wordCount {
      let due = reviewDays.due(word: word)
      var done: UInt64 = 0
      while true {
        let open = (asked[word: word] | pending[word: word] & due) & ~done
        guard open != 0 else { break }
        let bit = UInt64(open.trailingZeroBitCount)
        done |= 1 << bit
        let node = word << 6 + Int(bit)
        if asked[word: word] >> bit & 1 == 1 { allocateFirstCome(node, product) }
        if (pending[word: word] & due) >> bit & 1 == 1 { order(node, product) }
      }
    }
  }

  /// A location's own order: what brings its position up to its target.
  ///
  /// - Position = on hand (all of it, or what is usable tomorrow) + accepted and still to come −
  ///   demand that waits.
  /// - In packs: the fewest that reach the target.
  /// - It stays due until it has been accepted in full: what is dropped or refused is asked for
  ///   again at the next review.
  @inline(__always)
  private mutating func order(_ node: Int, _ product: CompiledProduct) {
    let plan = plans[node]
    var position = states[node].onHand + states[node].onOrder
    if plan.usableMarginDays > 0 {
      position -= shelves.quantity(node, expiringBy: today + Int(plan.usableMarginDays))
    }
    if waiting.isKept { position -= waiting.quantity(node) }
    guard position < plan.target else {
      pending.remove(node)
      return
    }
    var quantity = plan.target - position
    if plan.orderMultiple > 1 {
      quantity = (quantity + plan.orderMultiple - 1) / plan.orderMultiple * plan.orderMultiple
    }
    if plan.source >= 0 {
      request(quantity, by: node, from: Int(plan.source))
    } else {
      orderFromSupplier(quantity, by: node, product)
    }
  }

  @inline(__always)
  private mutating func request(_ quantity: Int64, by child: Int, from parent: Int) {
    if states[parent].requestCount == 0 {
      states[parent].firstRequest = Int32(requests.count)
      asked.insert(parent)
    }
    states[parent].requestCount += 1
    requests.append(Request(child: Int32(child), queueing: 0, quantity: quantity))
  }
}
