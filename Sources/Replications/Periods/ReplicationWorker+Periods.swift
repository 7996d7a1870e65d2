public import SupplyModel

extension ReplicationWorker {
  /// What a location of the product that is read did in a period of the replication's calendar.
  ///
  /// - Precondition: `isFollowingPeriods` was set before the replication began.
  public func tally(_ node: Int, inPeriod period: Int) -> PeriodTally {
    // With one stretch nothing has been noted besides: all there is belongs to it.
    guard calendar.stretches.count > 1 else {
      return calendar.stretches.first?.period == period ? PeriodTally(tally(node)) : PeriodTally()
    }
    return lent.map { together.members[$0].periods.tally(node, period) }
      ?? periods.tally(node, period)
  }

  /// When the phases of the timeline take place in the replication, in their order.
  public var phaseWindows: [PhaseWindow] { world.windows }

  /// What has expired of the product that is read over the horizon at all locations, day by day.
  ///
  /// - Parameter body: called in the order of days with the day and what has expired on it [units].
  public func forEachDiscard(_ body: (_ day: Int, _ quantity: Int64) -> Void) {
    for place in 0..<run.balance.discards.count {
      let discard = run.balance.discards[place]
      let day = Int(discard.day) - run.reportStart
      if day >= 0 { body(day, discard.quantity) }
    }
  }

  /// Whether the product that is read is in shortage on a day of the horizon, and whether one is known:
  /// under way or announced. The same under every policy.
  public func shortage(on day: Int) -> (isUnderWay: Bool, isKnown: Bool) {
    let own = day + compiled.simulated[current].warmUpDays
    guard let place = lent else { return (outages.isInShortage(own), outages.isKnown(own)) }
    let member = together.members[place]
    return (member.outages.isInShortage(own), member.outages.isKnown(own))
  }
}
