import SupplyModel

extension ProductRun {
  /// At the end of every run: nothing of the product has appeared or vanished, and all that
  /// patients have asked for at each care unit was served, is unmet or waits.
  mutating func checkAtEnd(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel
  ) throws(BrokenBalance) {
    var onHand: Int64 = 0
    for node in 0..<plans.count {
      onHand += lotsOnHand(node)
    }
    var inTransit: Int64 = 0
    var demandBalance: Int64 = 0
    shipments.forEach(from: today) { shipment in
      // What suppliers have sent counts from its receipt.
      if shipment.sender >= 0 { inTransit += shipment.quantity }
    }
    for node in 0..<tallies.count {
      demandBalance += imbalanceOfDemand(node)
    }
    let left = balance.start + balance.purchased
    let right =
      balance.issued + balance.discarded + balance.lost + balance.returned + onHand + inTransit
    guard owedAddsUp(product) else {
      throw broken(
        product, policy, compiled, place: "all locations",
        account: "what locations are owed differs from what those above them or suppliers owe")
    }
    guard left == right, demandBalance == 0 else {
      throw broken(
        product, policy, compiled, place: "all locations",
        account: "start \(balance.start) + purchased \(balance.purchased) ≠ issued "
          + "\(balance.issued) + discarded \(balance.discarded) + lost \(balance.lost) + returned \(balance.returned) + on hand "
          + "\(onHand) + in transit \(inTransit), or waiting at start + demand ≠ served + unmet + "
          + "waiting, by \(demandBalance)")
    }
  }

  /// All lots of a location, counted anew. [units]
  private mutating func lotsOnHand(_ node: Int) -> Int64 {
    if !states[node].followsLots { return states[node].onHand }
    let sum = shelves.quantity(node, expiringBy: .max)
    guard plans[node].reserving.hasPool else { return sum }
    return sum + shelves.quantity(reserveShelf(node), expiringBy: .max)
  }

  #if DEBUG
    /// In debug builds, on every day: at every location at which something happened, the account,
    /// the stock on hand and the lots agree; no lot is empty, expired or out of order; demand was
    /// served, is unmet or waits.
    mutating func checkEachDay(
      _ product: CompiledProduct, policy: Int, of compiled: CompiledModel
    ) throws(BrokenBalance) {
      while let node = balance.nextTouched() {
        let sum = lotsOnHand(node)
        let isSound = isShelfSound(node) && isReserveSound(node)
        let location = compiled.model.content.locations[product.locations[node]].id
        guard sum == states[node].onHand, sum == balance.held(node), isSound else {
          throw broken(
            product, policy, compiled, place: "location “\(location)”",
            account: "lots \(sum), on hand \(states[node].onHand), account \(balance.held(node)), "
              + "lots \(isSound ? "sound" : "empty, expired or out of order")")
        }
        let demand = imbalanceOfDemand(node)
        guard demand == 0 else {
          throw broken(
            product, policy, compiled, place: "location “\(location)”",
            account: "waiting at start + demand ≠ served + unmet + waiting, by \(demand)")
        }
      }
    }

    /// Whether no lot on a shelf is empty, expired or out of order.
    private func isShelfSound(_ shelf: Int) -> Bool {
      var previous: Int32 = 0
      for place in 0..<shelves.lotCount(shelf) {
        let lot = shelves.lot(shelf, place)
        guard lot.quantity > 0, lot.expiry > today, lot.expiry >= previous else { return false }
        previous = lot.expiry
      }
      return true
    }

    /// Whether a reserve of its own is what its lots add up to.
    private mutating func isReserveSound(_ node: Int) -> Bool {
      guard plans[node].reserving.hasPool else { return reserves[node].onHand == 0 }
      var sum: Int64 = 0
      for place in 0..<shelves.lotCount(reserveShelf(node)) {
        sum += shelves.lot(reserveShelf(node), place).quantity
      }
      return sum == reserves[node].onHand && isShelfSound(reserveShelf(node))
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
