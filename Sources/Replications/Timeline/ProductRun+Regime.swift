import SupplyModel

extension ProductRun {
  /// Stage 1, regime: what begins or ends today
  ///
  /// - stock is lost where a store is hit, a cold room fails, a batch is withdrawn;
  /// - where an authority lets goods be used longer, what is left expires later;
  /// - transport is cut, or open again;
  /// - scarce stock is shared by another rule.
  ///
  /// Called on the days of the regime's calendar only.
  mutating func changeRegime(_ product: CompiledProduct, policy: Int) {
    loseStock(product)
    extendLives(product)
    cutTransport(product)
    changeSharing(product, policy: policy)
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

  /// While a phase with a rule of its own lasts, locations share scarce stock by that, whatever the
  /// policy says; of several phases by that of the one that began last, of those that began together
  /// the last of the timeline. Suppliers share by their own rules.
  private mutating func changeSharing(_ product: CompiledProduct, policy: Int) {
    guard !product.timeline.allocations.isEmpty, reportDay >= 0 else { return }
    var latest: TimelinePlan.Sharing?
    for sharing in product.timeline.allocations where isOn(sharing.phase) {
      let began = latest.map { regime.windows[$0.phase].firstDay } ?? Int.min
      if regime.windows[sharing.phase].firstDay >= began { latest = sharing }
    }
    adopt(latest?.plan ?? product.allocations[policy])
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
