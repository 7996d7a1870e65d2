import Quantities

extension ProductRun {
  /// The offer of short-dated goods: of every lot that expires within so many days
  ///
  /// - what the location cannot use itself before it expires, at normal consumption, after what
  ///   expires before it,
  /// - goes to the location with the highest normal consumption, above its own, among those with the
  ///   same source and authority that can use it before it expires after what they have and await;
  ///   ties by rank; as much as that location can use, then the next;
  /// - with the time that the receiver's own goods take from the location above, or one day where it
  ///   is a supplier. What nobody can use stays.
  mutating func redistribute(_ node: Int, _ product: CompiledProduct) {
    let until = Int32(today) + plans[node].reserving.redistributeBeforeDays
    var before: Int64 = 0
    var place = 0
    while place < shelves.lotCount(node), shelves.lot(node, place).expiry <= until {
      let lot = shelves.lot(node, place)
      let own = usable(at: node, byDay: Int(lot.expiry), afterDays: 1, product) - before
      let excess = lot.quantity - max(0, min(own, lot.quantity))
      let sent = excess > 0 ? offer(excess, place: place, from: node, product) : 0
      before += lot.quantity - sent
      if sent < lot.quantity { place += 1 }
    }
  }

  /// What a location uses at normal consumption before a lot expires, if it has it after so many
  /// days. [units]
  private mutating func usable(
    at node: Int, byDay expiry: Int, afterDays: Int, _ product: CompiledProduct
  ) -> Int64 {
    let days = max(0, expiry - today - afterDays)
    let nano = Int128(product.places[node].normalConsumption.nanoUnits) * Int128(days)
    return Int64(nano / (Int128(1_000_000_000) * Int128(ticksPerDay)))
  }

  /// Sends part of a lot to those who can use it; returns how much. [units]
  private mutating func offer(
    _ quantity: Int64, place: Int, from node: Int, _ product: CompiledProduct
  ) -> Int64 {
    var left = quantity
    var previous: Int?
    while left > 0 {
      guard let receiver = nextReceiver(after: previous, from: node, product) else { break }
      previous = receiver
      let expiry = shelves.lot(node, place).expiry
      let lead = plans[receiver].source < 0 ? 1 : transferDays(to: receiver, product)
      let capacity =
        usable(at: receiver, byDay: Int(expiry), afterDays: lead, product)
        - states[receiver].onHand - states[receiver].onOrder
      let sent = min(left, max(0, capacity))
      guard sent > 0 else { continue }
      let lot = shelves.take(node, place, atMost: sent)
      left -= lot.quantity
      shipments.send(
        .init(
          node: Int32(receiver), sender: Int32(node), expiry: lot.expiry, quantity: lot.quantity),
        due: today + lead)
      if isTracing {
        recordShipment(.redistributed, lot, from: node, to: receiver, due: today + lead)
      }
      changeStock(node, by: -lot.quantity)
      balance.addDeparture(node, lot.quantity)
      changeOnOrder(receiver, by: lot.quantity)
      tallies[node].redistributed += lot.quantity
      pending.insert(node)
    }
    return quantity - left
  }

  /// The next location, by falling normal consumption and then by rank, that may get what another
  /// cannot use; `nil` when there is none. National reserves neither send nor get any.
  private mutating func nextReceiver(
    after previous: Int?, from node: Int, _ product: CompiledProduct
  ) -> Int? {
    let own = product.places[node].normalConsumption.nanoUnits
    var found: Int?
    var highest = own
    for other in 0..<plans.count
    where plans[other].source == plans[node].source
      && !product.places[node].isNationalReserve && !product.places[other].isNationalReserve
      && product.places[other].authority == product.places[node].authority
      && !isCutOff(from: node, to: other)
    {
      let consumption = product.places[other].normalConsumption.nanoUnits
      if let previous {
        let last = product.places[previous].normalConsumption.nanoUnits
        guard consumption < last || consumption == last && other > previous else { continue }
      }
      if consumption > highest {
        highest = consumption
        found = other
      }
    }
    return found
  }
}
