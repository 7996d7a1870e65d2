import SupplyModel

extension ProductRun {
  /// At the end of every run: nothing of the product has appeared or vanished.
  mutating func checkAtEnd(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel
  ) throws(BrokenBalance) {
    var onHand: Int64 = 0
    for node in 0..<plans.count {
      for place in 0..<shelves.lotCount(node) { onHand += shelves.lot(node, place).quantity }
    }
    var inTransit: Int64 = 0
    var demandBalance: Int64 = 0
    shipments.forEach(from: today) { shipment in
      // What suppliers have sent counts from its receipt.
      if plans[Int(shipment.node)].source >= 0 { inTransit += shipment.quantity }
    }
    for node in 0..<tallies.count {
      demandBalance += tallies[node].demand - tallies[node].served - tallies[node].unmet
    }
    let left = balance.start + balance.purchased
    let right = balance.issued + balance.discarded + balance.returned + onHand + inTransit
    guard left == right, demandBalance == 0 else {
      throw broken(
        product, policy, compiled, place: "all locations",
        account: "start \(balance.start) + purchased \(balance.purchased) ≠ issued "
          + "\(balance.issued) + discarded \(balance.discarded) + returned \(balance.returned) + on hand "
          + "\(onHand) + in transit \(inTransit), or demand − served − unmet = \(demandBalance) ≠ 0"
      )
    }
  }

  #if DEBUG
    /// In debug builds, on every day: at every location at which something happened, the account,
    /// the stock on hand and the lots agree; no lot is empty, expired or out of order.
    mutating func checkEachDay(
      _ product: CompiledProduct, policy: Int, of compiled: CompiledModel
    ) throws(BrokenBalance) {
      while let node = balance.nextTouched() {
        var sum: Int64 = 0
        var previous: Int32 = 0
        var isSound = true
        for place in 0..<shelves.lotCount(node) {
          let lot = shelves.lot(node, place)
          sum += lot.quantity
          isSound = isSound && lot.quantity > 0 && lot.expiry > today && lot.expiry >= previous
          previous = lot.expiry
        }
        let location = compiled.model.content.locations[product.locations[node]].id
        guard sum == states[node].onHand, sum == balance.held(node), isSound else {
          throw broken(
            product, policy, compiled, place: "location “\(location)”",
            account: "lots \(sum), on hand \(states[node].onHand), account \(balance.held(node)), "
              + "lots \(isSound ? "sound" : "empty, expired or out of order")")
        }
      }
    }
  #else
    /// Release builds check at the end of the run.
    @inline(__always)
    func checkEachDay(
      _ product: CompiledProduct, policy: Int, of compiled: CompiledModel
    ) throws(BrokenBalance) {}
  #endif

  private func broken(
    _ product: CompiledProduct, _ policy: Int, _ compiled: CompiledModel, place: String,
    account: String
  ) -> BrokenBalance {
    let content = compiled.model.content
    return BrokenBalance(
      replication: replication, policy: content.policies[compiled.policies[policy]].name,
      product: content.products[product.position].id, place: place, day: reportDay,
      account: account)
  }
}
