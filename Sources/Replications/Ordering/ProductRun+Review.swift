import SupplyModel

extension ProductRun {
  /// Stage 5, review, up the tree (children stand before their parents): each location
  ///
  /// - first ships what its children ask for or are owed, on every day, as the allocation rule says;
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
        if asked[word: word] >> bit & 1 == 1 { allocate(node, product) }
        if (pending[word: word] & due) >> bit & 1 == 1 { order(node, product) }
      }
    }
  }

  /// A location's own order: what brings its position up to its target.
  ///
  /// - How much is said by its ordering rule, from its position or the ages of its stock.
  /// - In packs: the fewest that reach it; never more than the order maximum.
  /// - It stays due until it has been accepted in full: what is dropped or refused is asked for
  ///   again at the next review.
  @inline(__always)
  mutating func order(_ node: Int, _ product: CompiledProduct) {
    var quantity = plans[node].ordersPlainly ? orderUpTo(node) : orderByRule(node, product)
    guard quantity > 0 else {
      settle(node)
      return
    }
    let multiple = plans[node].orderMultiple
    if multiple > 1 { quantity = (quantity + multiple - 1) / multiple * multiple }
    if !plans[node].ordersPlainly { quantity = min(quantity, plans[node].ordering.maximum) }
    guard quantity > 0 else { return }
    let source = Int(plans[node].source)
    if source >= 0 {
      request(quantity, by: node, from: source)
    } else {
      orderFromSupplier(quantity, by: node, product)
    }
  }

  /// What the ordering rule says, with what the reserve needs besides; 0 or less for no order.
  /// [units]
  @inline(never)
  private mutating func orderByRule(_ node: Int, _ product: CompiledProduct) -> Int64 {
    if !plans[node].reservesPlainly { rotateReserve(node, product) }
    let quantity =
      switch plans[node].ordering.rule {
      case .orderUpTo: orderUpTo(node)
      case .minMax: minMax(node)
      case .reorderPoint: reorderPoint(node)
      case .forwardCover: forwardCover(node, product)
      case .scheduled: scheduledOrder(node, product)
      case .table: orderByAge(node, product)
      }
    return plans[node].reservesPlainly ? quantity : includingReserve(quantity, node)
  }

  /// A location has got what it wanted: it need not be looked at until something changes, unless it
  /// is looked at on every review day.
  @inline(__always)
  mutating func settle(_ node: Int) {
    if plans[node].ordersPlainly || !plans[node].ordering.staysDue { pending.remove(node) }
  }

  @inline(__always)
  private mutating func request(_ quantity: Int64, by child: Int, from parent: Int) {
    if states[parent].requestCount == 0 {
      states[parent].firstRequest = Int32(requests.count)
      asked.insert(parent)
    }
    states[parent].requestCount += 1
    requests.append(Request(child: Int32(child), queueing: 0, quantity: quantity))
    if isTracing { recordRequest(quantity, by: child, of: plans[child].source) }
  }
}
