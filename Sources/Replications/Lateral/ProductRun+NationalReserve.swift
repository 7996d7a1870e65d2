import Quantities

extension ProductRun {
  /// A national reserve that is released: those it serves
  ///
  /// - claim what they ordered today and were refused;
  /// - get of it what there is, as the policy's allocation rule shares it, in whole packs where they
  ///   order in packs, and never what would be too short-dated for them when it comes.
  mutating func giveFromReserve(_ reserve: LateralPlan.Giver, _ product: CompiledProduct) {
    let node = Int(reserve.node)
    let leadTimeDays = Int(reserve.leadTimeDays)
    claims.removeAll()
    claimants.removeAll()
    var wanted: Int64 = 0
    var earliest = Int.max
    for place in Int(reserve.firstServed)..<Int(reserve.firstServed + reserve.servedCount) {
      let child = Int(lateral.served[place])
      let refused = lateral.refused[child]
      guard refused > 0, !isCutOff(from: node, to: child) else { continue }
      wanted += refused
      earliest = min(earliest, earliestExpiry(from: node, to: child, leadTimeDays: leadTimeDays))
      claimants.append(Claimant(child: Int32(child), queueing: 0, asked: refused))
      claims.append(
        Claim(
          request: refused, multiple: plans[child].orderMultiple,
          normalConsumption: product.places[child].normalConsumption.nanoUnits,
          held: states[child].onHand + states[child].onOrder,
          priority: product.places[child].carePriority))
    }
    guard claims.count > 0 else { return }
    let available = lasting(node, from: earliest, includingReserve: true)
    if product.hasSeveralAuthorities, wanted > available || allocationRule == .priority {
      queueClaims(product)
    }
    share(available, node)
    for place in 0..<claims.count {
      let child = Int(claimants[place].child)
      // One who asks for a longer life may find less than the others.
      let first = earliestExpiry(from: node, to: child, leadTimeDays: leadTimeDays)
      let usable = lasting(node, from: first, includingReserve: true)
      let granted = claims[place].granted
      let given = granted <= usable ? granted : usable - usable % plans[child].orderMultiple
      if given > 0 {
        send(given, from: node, to: child, expiringFrom: first, leadTimeDays: leadTimeDays, .given)
      }
    }
  }

  /// What comes from a national reserve is counted where it is received.
  @inline(never)
  mutating func noteGift(_ shipment: ShipmentCalendar.Shipment) {
    guard lateral.isReserve(Int(shipment.sender)) else { return }
    tallies[Int(shipment.node)].fromNationalReserve += shipment.quantity
  }
}
