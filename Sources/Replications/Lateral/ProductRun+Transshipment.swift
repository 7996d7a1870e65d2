import Quantities

extension ProductRun {
  /// Voluntary transshipment: each region's store that has ordered today, was refused some of it, and
  /// holds less than the kept minimum, on hand and on its way, shortest cover first,
  ///
  /// - gets what brings it up to the minimum, in whole packs where it orders in packs, but no more
  ///   than it was refused;
  /// - from those of other regions that have more than their minimum on hand, longest cover first,
  ///   and they keep the minimum, and their reserve while it is not released.
  mutating func lend(_ product: CompiledProduct) {
    lateral.receivers.removeAll()
    lateral.givers.removeAll()
    for place in 0..<lateral.stores.count {
      let store = lateral.stores[place]
      let node = Int(store.node)
      let held = states[node].onHand + states[node].onOrder
      if lateral.refused[node] > 0, held < store.kept {
        let multiple = plans[node].orderMultiple
        let wanted = (store.kept - held + multiple - 1) / multiple * multiple
        lateral.receivers.append(
          party(store, held: held, quantity: min(wanted, lateral.refused[node]), product))
      } else if states[node].onHand > store.kept {
        let spare = min(states[node].onHand - store.kept, issuable(node))
        if spare > 0 {
          lateral.givers.append(
            party(store, held: states[node].onHand, quantity: spare, product))
        }
      }
    }
    shareOut(product, includingReserve: false)
  }

  /// Mandated transshipment: stock is levelled. With the cover that all would have together, on hand
  /// and on its way, a region's store
  ///
  /// - that has more gives what exceeds it of what it has on hand, its reserve included, longest cover
  ///   first;
  /// - that has less gets what is missing from those of other regions, shortest cover first, in whole
  ///   packs where it orders in packs.
  mutating func level(_ product: CompiledProduct) {
    lateral.receivers.removeAll()
    lateral.givers.removeAll()
    var (allHeld, allRates): (Int128, Int128) = (0, 0)
    for place in 0..<lateral.stores.count {
      let node = Int(lateral.stores[place].node)
      allHeld += Int128(states[node].onHand + states[node].onOrder)
      allRates += Int128(product.places[node].normalConsumption.nanoUnits)
    }
    guard allRates > 0 else { return }
    for place in 0..<lateral.stores.count {
      let store = lateral.stores[place]
      let node = Int(store.node)
      let held = states[node].onHand + states[node].onOrder
      let rate = Int128(product.places[node].normalConsumption.nanoUnits)
      // What it has above the common cover, rounded towards nothing. [units]
      let excess = Int64((Int128(held) * allRates - allHeld * rate) / allRates)
      if excess < 0 {
        lateral.receivers.append(party(store, held: held, quantity: -excess, product))
      } else if excess > 0 {
        lateral.givers.append(party(store, held: held, quantity: excess, product))
      }
    }
    shareOut(product, includingReserve: true)
  }

  private mutating func party(
    _ store: LateralPlan.Store, held: Int64, quantity: Int64, _ product: CompiledProduct
  ) -> LateralBook.Party {
    let place = product.places[Int(store.node)]
    return .init(
      store: store, held: held, nanoUnitsPerDay: max(1, place.normalConsumption.nanoUnits),
      authorityID: place.authorityID, queueing: 0, quantity: quantity)
  }

  /// Those who get, in order, from those who give, in order, as far as goods live long enough.
  private mutating func shareOut(_ product: CompiledProduct, includingReserve: Bool) {
    guard lateral.receivers.count > 0, lateral.givers.count > 0 else { return }
    for place in 0..<lateral.receivers.count {
      lateral.receivers[place].queueing = queueNumber(
        ofAuthority: lateral.receivers[place].authorityID)
    }
    for place in 0..<lateral.givers.count {
      lateral.givers[place].queueing = queueNumber(ofAuthority: lateral.givers[place].authorityID)
    }
    lateral.sort()
    for place in 0..<lateral.receivers.count {
      let receiver = lateral.receivers[place].store
      for other in 0..<lateral.givers.count {
        let giver = lateral.givers[other].store
        guard giver.region != receiver.region,
          !isCutOff(from: Int(giver.node), to: Int(receiver.node))
        else { continue }
        let earliest = earliestExpiry(
          from: Int(giver.node), to: Int(receiver.node), leadTimeDays: lateral.leadTimeDays)
        let usable = lasting(
          Int(giver.node), from: earliest,
          includingReserve: includingReserve || isReleased(Int(giver.node)))
        var quantity = min(
          lateral.receivers[place].quantity, lateral.givers[other].quantity, usable)
        quantity -= quantity % plans[Int(receiver.node)].orderMultiple
        guard quantity > 0 else { continue }
        send(
          quantity, from: Int(giver.node), to: Int(receiver.node), expiringFrom: earliest,
          leadTimeDays: lateral.leadTimeDays, .transshipped)
        tallies[Int(giver.node)].transshipped += quantity
        lateral.receivers[place].quantity -= quantity
        lateral.givers[other].quantity -= quantity
      }
    }
  }
}
