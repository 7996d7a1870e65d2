import Replications

extension Measure {
  /// Demand that waits. Present for groups of one product whose demand waits when it finds no
  /// stock: where it is lost, nothing ever does.
  static let waiting: [Measure] = [
    Measure(
      "waiting", unit: "units", meaning: "what patients still wait for at the end of the horizon",
      swedish: "vad patienter ännu väntar på vid simuleringsperiodens slut",
      applies: hasWaitingDemand, value: { sums, _ in sums.units.waiting }),
    Measure(
      "averageWaiting", unit: "units",
      meaning: "mean of what patients wait for at the end of a day",
      swedish: "medelvärdet av vad patienter väntar på vid dagens slut",
      applies: hasWaitingDemand, parts: { _, context in Double(context.horizonDays) },
      value: { sums, _ in sums.units.waitingUnitDays }),
    Measure(
      "waitingDays", unit: "days",
      meaning:
        "(care unit, day) at whose end patients wait; where a tick is shorter, the time of the ticks "
        + "at whose end they do",
      swedish:
        "(vårdenhet, dag) vid vars slut patienter väntar; där ett steg är kortare än en dag, "
        + "tiden för stegen vid vars slut de väntar",
      applies: hasWaitingDemand, parts: ticksPerDay,
      value: { sums, _ in sums.units.waitingDays }),
  ]

  private static let hasWaitingDemand: @Sendable (Group, MeasureContext) -> Bool = {
    group, context in
    hasOneProduct(group, context) && group.careUnitCount > 0 && group.hasWaitingDemand
  }
}
