import SupplyModel

extension CompiledProduct {
  /// Whether everything about the product is so plain under a policy that its days can be run the
  /// short way, `ProductRun.simulatePlainly`:
  ///
  /// - locations order up to a target and ask again for what they do not get, keep one shelf, issue
  ///   what expires first first to anyone, and accept whatever comes;
  /// - patients come only to locations that supply no others, and those who find nothing do not wait;
  /// - nothing but demand and supply changes as time goes by, and nothing is followed day by day
  ///   besides stock.
  func runsPlainly(policy: Int, shortfall: Shortfall) -> Bool {
    let shippers = Set(plans[policy].map(\.source))
    let servesOnlyAtLeaves = demand.units.allSatisfy { !shippers.contains($0.node) }
    let isFollowed = duty != nil || endurance != nil || cover != nil
    return servesOnlyAtLeaves && !buildsUp && !isFollowed && !timeline.acts && shortfall == .lost
      && lateralPlans[policy].isIdle && targetPlans[policy].isEmpty
      && releaseWindows[policy].isEmpty && allocations[policy].rule != .priority
      && plans[policy].allSatisfy(\.isPlain)
  }
}

extension NodePlan {
  /// Whether the location only ever brings its one shelf up to its target, and issues from it what
  /// expires first.
  var isPlain: Bool {
    ordersPlainly && issuesPlainly && shelvesPlainly && reservesPlainly && !keepsReserve
      && !ordering.requestsAreOwed && minimumLifeAtReceiptDays == 0
  }
}
