import SupplyModel

extension ProductRun {
  /// Stage 1, regime: what begins or ends today
  ///
  /// - where an authority lets goods be used longer, lots expire later.
  ///
  /// Called on the days of the regime's calendar only.
  mutating func changeRegime(_ product: CompiledProduct) {
    extendLives(product)
    regime.advance(after: today)
  }

  /// Where an authority lets goods be used longer from today on, every lot that has not expired by
  /// now, on a shelf or under way, expires so many days later; its location is looked at anew.
  private mutating func extendLives(_ product: CompiledProduct) {
    for decision in product.timeline.lifeExtensions where begins(decision.phase) {
      if isTracing {
        record(
          TraceRecord(quantity: Int64(decision.days), node: -1, kind: .lifeExtended))
      }
      for node in 0..<plans.count {
        shelves.extendLife(node, expiringAfter: today, by: decision.days)
        if plans[node].reserving.hasPool {
          shelves.extendLife(reserveShelf(node), expiringAfter: today, by: decision.days)
        }
        pending.insert(node)
      }
      shipments.extendLife(from: today, expiringAfter: today, by: decision.days)
    }
  }

  /// Whether a phase takes place and today is its first day.
  mutating func begins(_ phase: Int) -> Bool {
    regime.windows[phase].takesPlace && regime.windows[phase].firstDay == reportDay
  }

  /// Whether a phase is on today; the timeline begins with the horizon.
  mutating func isOn(_ phase: Int) -> Bool {
    reportDay >= 0 && regime.windows[phase].contains(reportDay)
  }
}
