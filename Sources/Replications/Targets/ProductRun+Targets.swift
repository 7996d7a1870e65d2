extension ProductRun {
  /// Takes over what changes the targets of a policy; `plans` hold its full levels.
  mutating func followTargets(_ changing: [TargetPlan], _ buildUp: BuildUpPlan) {
    targets.removeAll()
    for plan in changing { targets.append(plan) }
    self.buildUp = buildUp
    builtShare = .whole
    isHoarding = false
    hoards = changing.contains { $0.hoardingBasisPoints > 10_000 }
  }

  /// Stage 1, regime: targets that change today. On a day on which the build-up goes on, or on
  /// which a shortage of the product is known of for the first time or is over,
  ///
  /// - operating stock, reserve and reorder point of every location are set anew;
  /// - a location whose levels have changed is due to be looked at.
  ///
  /// Not called where targets never change.
  mutating func changeTargets(isShortageKnown: Bool, isRecorded: Bool = true) {
    let share = buildUp.share(onDay: reportDay)
    let hoarding = hoards && isShortageKnown
    guard share != builtShare || hoarding != isHoarding else { return }
    let reason: TraceEvent.TargetChange =
      hoarding == isHoarding ? .buildUp : hoarding ? .hoarding : .hoardingEnded
    builtShare = share
    isHoarding = hoarding
    for node in 0..<targets.count {
      let levels = targets[node].levels(at: share, isHoarding: hoarding)
      setLevels(node, levels, isRecorded ? reason : nil)
    }
  }

  private mutating func setLevels(
    _ node: Int, _ levels: TargetPlan.Levels, _ reason: TraceEvent.TargetChange?
  ) {
    let hasPool = plans[node].reserving.hasPool
    let target = hasPool ? levels.operating : levels.operating + levels.reserve
    let before = (whole: plans[node].wholeTarget, reserve: plans[node].reserve)
    guard
      target != plans[node].target || levels.reserve != before.reserve
        || levels.reorderAt != plans[node].ordering.reorderAt
    else { return }
    plans[node].target = target
    plans[node].reserve = levels.reserve
    plans[node].ordering.reorderAt = levels.reorderAt
    pending.insert(node)
    if levels.reserve < before.reserve {
      if hasPool { returnToFlow(node) }
      if states[node].owes > 0 { asked.insert(node) }
    }
    if isTracing, let reason, before.whole != plans[node].wholeTarget {
      record(
        TraceRecord(
          quantity: plans[node].wholeTarget, second: before.whole, node: Int32(node),
          kind: .targetChanged, detail: reason.rawValue))
    }
  }

  /// What a reserve of its own has above its lowered target goes to the flow, what expires first
  /// first: it would only grow old there.
  private mutating func returnToFlow(_ node: Int) {
    while reserves[node].onHand > plans[node].reserve {
      let lot = takeFromReserve(
        node, atMost: reserves[node].onHand - plans[node].reserve, expiringFrom: 0)
      shelves.insert(node, expiry: lot.expiry, arrival: lot.arrival, quantity: lot.quantity)
    }
    balance.touch(node)
  }
}
