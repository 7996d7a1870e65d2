import Quantities
import Studies
import SupplyModel

extension RunSummary {
  /// The assumptions that the register marks as deciding.
  static func decidingAssumptions(_ findings: Findings) -> [String] {
    let deciding = findings.content.assumptions.filter(\.decides)
    guard !deciding.isEmpty else { return [] }
    return ["Assumptions that decide this:"]
      + deciding.flatMap { assumption -> [String] in
        var text = "- \(assumption.what): \(assumption.value) (\(assumption.status.rawValue))"
        switch (assumption.low.isEmpty, assumption.high.isEmpty) {
        case (false, false): text += "; \(assumption.low) … \(assumption.high)"
        case (false, true): text += "; low \(assumption.low)"
        case (true, false): text += "; high \(assumption.high)"
        case (true, true): break
        }
        return PlainText.wrapped(text)
      }
  }

  /// What the figures do not say.
  static func caveats(_ findings: Findings, model: SupplyModel) -> [String] {
    let intervals =
      findings.replications > 1
      ? "Intervals are simulation error only: they say what more replications could change, "
        + "not what other assumptions would."
      : "One replication says nothing about chance: there are no intervals."
    return ([phases(findings), longRun(findings, model), intervals] as [String?])
      .compactMap { $0 }.flatMap { PlainText.wrapped($0) }
  }

  /// Which phases of the timeline the figures are conditional on.
  private static func phases(_ findings: Findings) -> String? {
    let experiment = findings.content.experiment
    let horizon = experiment.horizonDays
    let inside = phasesInHorizon(findings)
    guard !inside.isEmpty else { return nil }
    let stated = inside.filter { $0.timing == nil }
    let list = stated.map { phase in
      let first = max(0, phase.firstDay)
      let last = min(horizon, phase.endDay) - 1
      let days = experiment.calendarDay(ofTick: last) - experiment.calendarDay(ofTick: first) + 1
      return "\(phase.name) (\(experiment.date(ofTick: first)) to "
        + "\(experiment.date(ofTick: last)), \(days) days)"
    }
    let hasPeace = (0..<horizon).contains { day in
      !stated.contains { $0.firstDay <= day && day < $0.endDay }
    }
    var text =
      stated.isEmpty ? "" : "The horizon contains: \(list.joined(separator: ", ")). "
    if let drawn = drawnPhases(inside.filter { $0.timing != nil }, findings) { text += drawn + " " }
    return text + "All figures are conditional on "
      + (hasPeace
        ? "this and cover the whole horizon, the days outside included: they are rates of neither "
          + "peace nor crisis alone."
        : "this; no day lies outside.")
  }

  /// Which phases take place at another time in each replication, or not in all of them.
  private static func drawnPhases(_ phases: [Phase], _ findings: Findings) -> String? {
    guard !phases.isEmpty else { return nil }
    let experiment = findings.content.experiment
    let list = phases.map { phase in
      let first = max(0, phase.firstDay)
      let last = min(experiment.horizonDays, phase.endDay) - 1
      let probability = chance(of: phase, in: findings.content.timeline)
      return "\(phase.name) (between \(experiment.date(ofTick: first)) and "
        + "\(experiment.date(ofTick: last))"
        + (probability < 1
          ? ", with a probability of \(ReadableNumber.percent(100 * probability)) %)" : ")")
    }
    let uncertain = phases.filter {
      (0.0..<1).contains(chance(of: $0, in: findings.content.timeline))
    }.map { "“\($0.name)”" }
    var text =
      "Drawn anew in each replication, begin and length: \(list.joined(separator: ", "))."
    if !uncertain.isEmpty {
      text +=
        " Means are over replications with and without \(uncertain.joined(separator: ", ")): for "
        + "peace and crisis apart, set the probability to 0 % and to 100 %."
    }
    return text
  }

  /// How likely a phase takes place, with those that trigger it. [0…1]
  private static func chance(of phase: Phase, in timeline: [Phase]) -> Double {
    var chance = 1.0
    var next: Phase? = phase
    // A chain of triggers is at most as long as the timeline.
    for _ in timeline {
      guard let timing = next?.timing else { break }
      chance *= Double(timing.probabilityBasisPoints) / 10_000
      guard case .after(let name, _, _) = timing.begin else { break }
      next = timeline.first { $0.name == name }
    }
    return chance
  }

  private static func phasesInHorizon(_ findings: Findings) -> [Phase] {
    let horizon = findings.content.experiment.horizonDays
    return findings.content.timeline.filter { $0.firstDay < horizon && $0.endDay > 0 }
  }

  /// Whether discard per year is a rate that could go on.
  private static func longRun(_ findings: Findings, _ model: SupplyModel) -> String? {
    switch findings.content.experiment.start {
    case .rotated: break
    case .buildUp:
      return "Every policy starts with what the baseline leaves and builds up its own: discard per "
        + "year is not a long-run rate."
    case .given, .lots:
      return "The simulation starts from a given stock: discard per year is not a long-run rate."
    }
    let simulated = Set(findings.products)
    let horizon = findings.content.experiment.horizonDays
    let count = findings.content.products.positions.count {
      simulated.contains(findings.content.products[$0].id)
        && model.longestRemainingLifeDays(of: $0) > horizon
    }
    guard count > 0 else { return nil }
    let conclusion =
      phasesInHorizon(findings).isEmpty
      ? "discard per year is the long-run rate at a stationary start, but a single period's waves "
        + "are not resolved."
      : "discard per year is the rate of this period, not a long-run rate."
    return "The horizon is shorter than the remaining life at receipt of \(count) of "
      + "\(simulated.count) products: \(conclusion)"
  }
}
