import SupplyModel

extension ProductRun {
  /// Looks up when inbound supply stops; where the model cuts nothing this is all that endurance costs.
  mutating func resetEndurance(_ product: CompiledProduct) {
    endurance.reset()
    guard let plan = product.endurance else { return }
    let window = regime.windows[plan.phase]
    guard window.takesPlace, window.firstDay + reportStart < totalDays else { return }
    endurance.reset(plan, cutDay: max(0, window.firstDay) + reportStart)
    for decision in product.timeline.lifeExtensions where regime.windows[decision.phase].takesPlace
    {
      endurance.addExtension(
        on: regime.windows[decision.phase].firstDay + reportStart, by: decision.days)
    }
  }

  /// On the day of the cut, after receipt and discard: how long the stock of each region would last if
  /// it were all in one place.
  ///
  /// - All lots at the region's locations count, those of reserves of their own included, and what is
  ///   on its way to them from other locations, as if it were there; nothing that a supplier has sent.
  /// - Those who wait are served first, those who came first first; then, day by day, all who ask at the
  ///   region's care units, the very patients of the simulation.
  /// - What expires first goes first; what has expired does not go.
  /// - Rules that keep stock from patients (reserves that are not released, minimum life, where a lot
  ///   stands) don't act. So it is what the stock could do, not what the chain makes of it.
  mutating func runDownPools(_ demand: borrowing DemandHistory) {
    for node in 0..<plans.count {
      pool(shelf: node, of: node)
      if plans[node].reserving.hasPool { pool(shelf: reserveShelf(node), of: node) }
    }
    shipments.addTransit(from: today, to: &endurance)
    endurance.close()
    var place = 0
    while let record = waiting.next(from: place) {
      endurance.take(record.quantity, at: record.node, on: today, arisen: record.day)
      place = record.place + 1
      // Who waits without end and finds nothing now has unmet need from today on.
      if waiting.isEndless, waiting.quantity(record.node) > states[record.node].onHand {
        endurance.noteUnmet(record.node, on: today)
      }
    }
    for day in today..<totalDays {
      endurance.extendLives(on: day)
      for place in demand.range(ofDay: day) {
        let event = demand.event(place)
        endurance.take(Int64(event.quantity), at: Int(event.node), on: day, arisen: day)
      }
    }
  }

  private mutating func pool(shelf: Int, of node: Int) {
    for place in 0..<shelves.lotCount(shelf) {
      let lot = shelves.lot(shelf, place)
      endurance.add(lot.quantity, expiry: lot.expiry, at: node)
    }
  }

  /// The day on which demand that arose on a day becomes unmet if nothing comes in: at once, when its
  /// patience ends, or, where that has no end, when it begins to wait.
  func unmetDay(ofDemandArisen day: Int) -> Int {
    guard waiting.isKept else { return day }
    return waiting.isEndless ? max(day, endurance.cutDay) : day + waiting.patienceDays
  }
}
