import SupplyModel

extension ProductRun {
  /// Makes room for the history of what counts towards the duty; without a duty there is none, and
  /// a change of stock costs one test more.
  mutating func resetDuty(_ product: CompiledProduct) {
    dutyHolders.removeAll()
    dutyChanges.removeAll()
    guard let plan = product.duty else { return }
    for holder in plan.holderOfNode { dutyHolders.append(holder) }
    dutyChanges.reset(to: 0, count: plan.requirements.count * totalDays)
  }

  /// Books a change of stock on hand with whom it counts for, as `changeStock` does with its tier.
  ///
  /// Stock on hand never holds what has expired: discard comes before anything else in the day. A
  /// lot that expires tomorrow still counts today; the measure by cover does not count it.
  @inline(__always)
  mutating func noteDutyStock(_ node: Int, by change: Int64) {
    let holder = Int(dutyHolders[node])
    if holder >= 0 { dutyChanges[holder * totalDays + today] += change }
  }

  /// How a holder has kept within its duty: one pass over the days of the run.
  func dutyOutcome(_ holder: Int, requirement: Int64) -> DutyOutcome {
    var outcome = DutyOutcome()
    var stock: Int64 = 0
    for day in 0..<totalDays {
      stock += dutyChanges[holder * totalDays + day]
      guard day >= reportStart else { continue }
      if stock >= requirement {
        outcome.daysWithin += 1
      } else {
        outcome.missingUnitDays += requirement - stock
      }
    }
    if let pool = coverBook.holderPool(holder) {
      outcome.daysWithinByCover = pool.daysWithin
      outcome.coverMicroDays = pool.microDays
    }
    return outcome
  }
}
