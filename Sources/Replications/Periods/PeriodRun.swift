import SupplyModel

extension ProductRun {
  /// Simulates all days as `simulate` does, the general way, and notes what happens in each period.
  ///
  /// The short way does several days of a care unit in one go, some of them in another period; the two
  /// give the same.
  ///
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  mutating func simulate(
    _ product: CompiledProduct, policy: Int, of compiled: CompiledModel,
    demand: borrowing DemandHistory, outages: borrowing Outages, world: World,
    _ calendar: PeriodCalendar, _ periods: inout PeriodBook
  ) throws(BrokenBalance) {
    start(product, policy: policy, of: compiled, world: world)
    periods.reset(
      nodes: plans.count,
      periods: PeriodCalendar.count(phases: compiled.model.content.timeline.count))
    for day in 0..<totalDays {
      periods.turn(to: day - reportStart, calendar, tallies)
      openDay(day, product, policy: policy, of: compiled, outages: outages)
      servePatients(demand)
      try closeDay(product, policy: policy, of: compiled, outages: outages, world: world)
    }
    closeReport(product)
    periods.close(calendar, tallies)
    try checkAtEnd(product, policy: policy, of: compiled)
  }
}
