import SupplyModel

/// Several products under one policy in one replication, together day by day.
///
/// On each day all of them go through the same stage before any goes on to the next. Products whose
/// warm-ups differ in length begin on different days, so that the horizon begins for all of them
/// together; before its own first day a product takes part in nothing, and is not missed.
struct JobRun: ~Copyable {
  /// As many as the largest job so far has needed; those of the current job come first.
  var members: [JobMember] = []

  /// Draws the worlds of a job's products in a replication.
  mutating func begin(
    _ plan: JobPlan, of compiled: CompiledModel, replication: Int, world: World,
    drawn: inout DrawnDemand
  ) {
    while members.count < plan.members.count {
      members.append(JobMember())
      forgetDeliveries(
        count: compiled.model.content.locations.count * compiled.deliveryDays)
    }
    for (place, index) in plan.members.enumerated() {
      let member = members[place]
      ReplicationWorker.drawWorld(
        of: index, in: compiled, replication: replication, world: world, drawn: &drawn,
        run: &member.run, demand: &member.demand, outages: &member.outages)
    }
  }

  /// Starts new collections of deliveries.
  mutating func forgetDeliveries(count: Int) {
    for member in members { member.run.deliveries.reset(count: count) }
  }

  /// Simulates all days of all products; where the calendar has several stretches, what happens in each
  /// period is noted.
  ///
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  mutating func simulate(
    _ plan: JobPlan, policy: Int, of compiled: CompiledModel, world: World,
    _ calendar: PeriodCalendar = PeriodCalendar()
  ) throws(BrokenBalance) {
    let count = plan.members.count
    let products = plan.products
    let hasPeriods = calendar.isDivided
    for place in 0..<count {
      members[place].run.start(products[place], policy: policy, of: compiled, world: world)
      members[place].forgetShortage()
      if hasPeriods {
        members[place].periods.reset(nodes: products[place].places.count, calendar)
      }
    }
    couple(plan)
    let content = compiled.model.content
    let isAllowed = content.policies[compiled.policies[policy]].allowsSubstitution
    // Where the policy takes over from the baseline, the warm-up goes by the baseline's rules.
    let isAllowedBefore =
      products.contains(where: \.buildsUp)
      ? content.policies[content.experiment.baseline].allowsSubstitution : isAllowed
    for reportDay in -plan.longestWarmUpDays..<compiled.horizonDays {
      for place in 0..<count {
        let day = reportDay + products[place].warmUpDays
        guard day >= 0 else { continue }
        let member = members[place]
        if hasPeriods { member.periods.turn(to: reportDay, calendar, member.run.tallies) }
        member.run.openDay(
          day, products[place], policy: policy, of: compiled, outages: member.outages)
        member.noteShortage()
      }
      findKeyless(plan, products, reportDay: reportDay)
      for place in 0..<count where reportDay + products[place].warmUpDays >= 0 {
        let member = members[place]
        member.run.servePatients(member.demand)
      }
      if reportDay < 0 ? isAllowedBefore : isAllowed {
        substitute(plan, products, reportDay: reportDay)
      }
      for place in 0..<count { members[place].run.settleLacks() }
      for place in 0..<count where reportDay + products[place].warmUpDays >= 0 {
        let member = members[place]
        try member.run.closeDay(
          products[place], policy: policy, of: compiled, outages: member.outages, world: world)
      }
    }
    for place in 0..<count {
      members[place].run.closeReport(products[place])
      if hasPeriods { members[place].periods.close(calendar, members[place].run.tallies) }
      try members[place].run.checkAtEnd(products[place], policy: policy, of: compiled)
    }
  }

  /// Lets the products that depend on others wait for them.
  private mutating func couple(_ plan: JobPlan) {
    for substitution in plan.substitutions {
      members[substitution.original].run.couple(isKeyed: false)
    }
    for key in plan.keys { members[key.member].run.couple(isKeyed: true) }
  }
}
