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
    let list = inside.map { phase in
      let first = max(0, phase.firstDay)
      let last = min(horizon, phase.endDay) - 1
      let days = experiment.calendarDay(ofTick: last) - experiment.calendarDay(ofTick: first) + 1
      return "\(phase.name) (\(experiment.date(ofTick: first)) to "
        + "\(experiment.date(ofTick: last)), \(days) days)"
    }
    let hasPeace = (0..<horizon).contains { day in
      !inside.contains { $0.firstDay <= day && day < $0.endDay }
    }
    return "The horizon contains: \(list.joined(separator: ", ")). All figures are conditional on "
      + (hasPeace
        ? "this and cover the whole horizon, the days outside included: they are rates of neither "
          + "peace nor crisis alone."
        : "this; no day lies outside.")
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
