import Quantities
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

extension CompiledProduct {
  /// Whether nearly all patients come to care units that can rest under a policy, as
  /// `ProductRun.findBranches` will find them before it has learned anything: then their demand is not
  /// sorted by day.
  func restsMostly(policy: Int) -> Bool {
    guard ticksPerDay == 1, demand.units.allSatisfy({ $0.prescribed < 0 }) else { return false }
    let plans = plans[policy]
    let shippers = Set(plans.map(\.source))
    // Whether all that order from a location can be in a branch.
    var serves = [Bool](repeating: true, count: plans.count)
    for (node, plan) in plans.enumerated() where plan.source >= 0 {
      let canRest =
        !shippers.contains(Int32(node)) && plan.leadTimeDays == 1 && plan.review.isEveryDay
      if !canRest { serves[Int(plan.source)] = false }
    }
    // Days with patients, roughly.
    var (resting, all) = (0.0, 0.0)
    for unit in demand.units {
      let node = Int(unit.node)
      let days = min(1, places[node].normalConsumption.unitsPerDay)
      all += days
      let source = Int(plans[node].source)
      if source >= 0, serves[source], plans[node].use >= .withinLife { resting += days }
    }
    return resting >= 0.8 * all
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
