import SupplyModel

extension Decoding {
  /// Phases that overlap multiply; together they keep to the limits of one.
  ///
  /// Phases that are drawn overlap if they can.
  func checkPhasesTogether(_ phases: [Placed<Phase>], _ names: Names) {
    for phase in phases {
      // The most phases overlap where one of them begins.
      let together = phases.map(\.element).filter {
        $0.firstDay <= phase.element.firstDay && phase.element.firstDay < $0.endDay
      }
      let demand = together.reduce(1) { $0 * max(1, $1.demandMultipliers.max() ?? 1) }
      let isTooMuch = names.suppliers.elements.positions.contains { supplier in
        let own = together.filter { $0.suppliers?.contains(supplier) != false }
        let supply = own.reduce(1) { $0 * max(1, Double($1.supplyBasisPoints) / 10_000) }
        let leadTimes = own.reduce(1) { $0 * max(1, $1.leadTimeMultiplier) }
        return supply > 100 || leadTimes > 100
      }
      guard demand > 10_000 || isTooMuch else { continue }
      report(
        phase.range, phase.path,
        "multiplies more than can be simulated with the phases it overlaps",
        allowed: "together at most 10 000 times the demand, 100 times the supply and lead times",
        remedy: "where phases overlap, their multipliers are multiplied")
      return
    }
  }
}
