import SupplyModel

extension ScenarioDigest {
  /// A phase of the timeline.
  ///
  /// What came later into the format stands behind the rest, under its name and only where it
  /// differs from its default, so that older scenarios keep their digests.
  static func append(
    _ phase: Phase, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("phase")
    text.whole(phase.firstDay)
    text.whole(phase.lengthDays)
    text.whole(phase.rampUpDays)
    text.whole(phase.rampDownDays)
    text.whole(phase.supplyBasisPoints)
    text.number(phase.leadTimeMultiplier)
    for (demandClass, multiplier) in zip(content.demandClasses, phase.demandMultipliers) {
      text.name(demandClass.id)
      text.number(multiplier)
    }
    if let longerUse = phase.lifeExtension {
      text.word("extendShelfLife")
      text.whole(longerUse.days)
      append(longerUse.products, content, to: &text)
    }
    appendLaterEffects(of: phase, content, to: &text)
    text.endLine()
  }

  private static func appendLaterEffects(
    of phase: Phase, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    if phase.isDrawn {
      // Random numbers are keyed by the name, so here it is none for people only.
      text.word("drawn")
      text.name(phase.name)
    }
    if let timing = phase.timing { append(timing, content, to: &text) }
    if let suppliers = phase.suppliers {
      text.names("suppliers", suppliers.map { content.suppliers[$0].id })
    }
    for effect in phase.demandEffects {
      text.word("demandWhere")
      append(effect.products, content, to: &text)
      append(effect.locations, content, to: &text)
      text.number(effect.multiplier)
    }
    for loss in phase.losses {
      text.word("lose")
      text.word(loss.reason.rawValue)
      append(loss.products, content, to: &text)
      append(loss.locations, content, to: &text)
      text.whole(loss.shareBasisPoints)
      text.whole(loss.clusterBasisPoints)
      text.whole(loss.eachBasisPoints)
    }
    for cut in phase.transportCuts {
      text.word("cutTransport")
      if let from = cut.from {
        text.word("from")
        append(from, content, to: &text)
      }
      text.word("to")
      append(cut.to, content, to: &text)
    }
    if phase.cutsInbound { text.word("cutInbound") }
    if let allocation = phase.allocation {
      text.word("allocation")
      append(allocation, to: &text)
    }
    if let spillOver = phase.spillOver {
      text.word("spillOver")
      append(spillOver.products, content, to: &text)
      text.whole(spillOver.shareBasisPoints)
      text.whole(spillOver.doseShareBasisPoints)
      text.whole(spillOver.homeStockDays)
    }
    for postponed in phase.postponements {
      text.word("postpone")
      append(postponed.products, content, to: &text)
      append(postponed.locations, content, to: &text)
      text.whole(postponed.shareBasisPoints)
      text.whole(postponed.returnsBasisPoints)
      text.whole(postponed.returnDays)
    }
  }

  private static func append(
    _ timing: PhaseTiming, _ content: SupplyModel.Content, to text: inout CanonicalText
  ) {
    text.word("timing")
    switch timing.begin {
    case .day(let day):
      text.word("day")
      text.whole(day)
    case .between(let first, let last):
      text.word("between")
      text.whole(first)
      text.whole(last)
    case .after(let name, let edge, let delay):
      text.word("after")
      for (index, phase) in content.timeline.enumerated() where phase.name == name {
        text.whole(index)
      }
      text.word(edge.rawValue)
      text.parameters(of: delay)
    }
    text.word("length")
    text.parameters(of: timing.length)
    text.word("probability")
    text.whole(timing.probabilityBasisPoints)
  }
}
