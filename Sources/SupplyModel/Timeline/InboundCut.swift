import RandomStreams

/// When all inbound supply stops, for the question how long stock lasts [uthållighet].
public enum InboundCut: Sendable, Hashable {
  /// On a day, in peace: phases that are, or may be, in force on that day do not take place, nor do
  /// those that they would trigger. What begins later stays as it is stated.
  /// [days from the start of the horizon]
  case inPeace(day: Int)
  /// On the first day of a phase, or of the horizon if the phase began before it; the timeline stays
  /// as it is stated.
  case with(Position<Phase>)
}

extension SupplyModel {
  /// This model with no inbound supply from a cut on to the end: nothing is accepted by any supplier,
  /// and what is under way from one does not arrive. How long stock lasts is measured from the cut.
  ///
  /// - Throws: `ModelProblems` where the scenario needs a phase that the cut leaves out.
  public func cuttingInbound(_ cut: InboundCut) throws(ModelProblems) -> SupplyModel {
    var changed = content
    let horizon = content.experiment.horizonDays
    var firstDay: Int
    var timing: PhaseTiming?
    switch cut {
    case .inPeace(let day):
      firstDay = day
      changed.timeline = Self.peace(of: content.timeline, on: day)
    case .with(let phase):
      firstDay = max(0, content.timeline[phase].firstDay)
      if content.timeline[phase].timing != nil {
        timing = PhaseTiming(
          begin: .after(phase: content.timeline[phase].name, edge: .begin, delay: .constant(0)),
          length: .constant(Double(horizon)), probabilityBasisPoints: 10_000)
      }
    }
    firstDay = min(firstDay, horizon - 1)
    var stop = Phase(
      name: Self.cutName, firstDay: firstDay, lengthDays: horizon - firstDay, rampUpDays: 0,
      rampDownDays: 0, demandMultipliers: content.demandClasses.map { _ in 1 },
      supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
    stop.cutsInbound = true
    stop.timing = timing
    changed.timeline.append(stop)
    var model = try SupplyModel(changed)
    model.warmUpDays = warmUpDays
    model.hasSteadyDemand = hasSteadyDemand
    model.inboundCut = Position(changed.timeline.count - 1)
    return model
  }

  /// What the phase that stops supply is called; no scenario's own phase has a blank at its end.
  private static let cutName = "all inbound supply stops "

  /// A timeline in which phases that may be in force on a day do not take place.
  ///
  /// One phase of each name stays, with no chance of taking place, since decisions and other phases may
  /// refer to it; what it would trigger does not take place either.
  private static func peace(of timeline: [Phase], on day: Int) -> [Phase] {
    func isInForce(_ phase: Phase) -> Bool { phase.firstDay <= day && day < phase.endDay }
    var kept: [Phase] = []
    for phase in timeline {
      guard isInForce(phase) else {
        kept.append(phase)
        continue
      }
      let others = kept + timeline.filter { !isInForce($0) }
      guard !others.contains(where: { $0.name == phase.name }) else { continue }
      var silenced = phase
      silenced.timing = PhaseTiming(
        begin: phase.timing?.begin ?? .day(phase.firstDay),
        length: phase.timing?.length ?? .constant(Double(phase.lengthDays)),
        probabilityBasisPoints: 0)
      kept.append(silenced)
    }
    return kept
  }
}
