extension ProductRun {
  /// Stage 1, regime: decisions that take effect today
  ///
  /// - where an authority lets goods be used longer, every lot that has not expired by now, on a
  ///   shelf or under way, expires so many days later; its location is looked at anew.
  mutating func extendLives(_ product: CompiledProduct) {
    for extension_ in product.lifeExtensions where extension_.day == reportDay {
      if isTracing {
        record(
          TraceRecord(quantity: Int64(extension_.days), node: -1, kind: .lifeExtended))
      }
      for node in 0..<plans.count {
        shelves.extendLife(node, expiringAfter: today, by: extension_.days)
        pending.insert(node)
      }
      shipments.extendLife(from: today, expiringAfter: today, by: extension_.days)
    }
  }
}
