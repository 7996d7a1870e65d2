extension ProductRun {
  /// Stage 1, regime: decisions that take effect today
  ///
  /// - where an authority lets goods be used longer, every lot that has not expired by now, on a
  ///   shelf or under way, expires so many days later; its location is looked at anew.
  mutating func extendLives(_ product: CompiledProduct) {
    for decision in product.lifeExtensions where decision.day == reportDay {
      if isTracing {
        record(
          TraceRecord(quantity: Int64(decision.days), node: -1, kind: .lifeExtended))
      }
      for node in 0..<plans.count {
        shelves.extendLife(node, expiringAfter: today, by: decision.days)
        pending.insert(node)
      }
      shipments.extendLife(from: today, expiringAfter: today, by: decision.days)
    }
  }
}
