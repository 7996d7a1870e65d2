/// Care units whose lots are not followed, since what comes is used long before it expires.
extension ProductRun {
  /// Chooses them: where the plan expects it. `nothingUnfollowedExpires` says afterwards whether it was so.
  ///
  /// - Parameter caution: how often that has gone wrong, as `Reruns` says.
  mutating func findUnfollowed(isBold: Bool, caution: Reruns.Caution) {
    passages.reset(to: Passage(), count: plans.count)
    for node in 0..<plans.count
    where (isBold || caution.allows(plans[node].use)) && childRanges[node].count == 0 {
      states[node].followsLots = false
    }
  }

  /// Puts goods where only their quantity counts.
  mutating func placeUnfollowed(_ node: Int, expiry: Int32, quantity: Int64) {
    passages[node].arrive(
      quantity, lifeDays: Int(expiry) - today, on: today, onHandBefore: states[node].onHand)
    changeStock(node, by: quantity)
  }

  /// Whether no lot that was not followed has expired, or come so near to it that its location would
  /// have ordered another in its stead.
  mutating func nothingUnfollowedExpires() -> Bool {
    for node in 0..<states.count where !states[node].followsLots {
      guard
        passages[node].proves(
          marginDays: Int(plans[node].usableMarginDays), totalDays: totalDays,
          onHand: states[node].onHand)
      else { return false }
    }
    return true
  }

  /// Adds a node's days with a receipt to its location's in the collection of several runs.
  mutating func addDeliveries(_ node: Int, at location: Int) {
    let first = location * deliveryDays
    let words = receiptStride >> 6
    for word in 0..<words {
      let bits = receiptDays[word: node * words + word]
      if bits != 0 { deliveries.insert(bits, from: first + word << 6) }
    }
  }
}
