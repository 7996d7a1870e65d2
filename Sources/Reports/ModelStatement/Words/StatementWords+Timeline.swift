import RandomStreams
import SupplyModel

extension StatementWords {
  /// A phase: when it takes place, and what is different in it.
  func phase(_ phase: Phase) -> Prose {
    var parts = [window(of: phase)]
    if phase.rampUpDays > 0 {
      parts.append(
        "what multiplies demand and supply grows over the first \(length(phase.rampUpDays))")
    }
    if phase.rampDownDays > 0 {
      parts.append("it fades over the last \(length(phase.rampDownDays))")
    }
    let effects = demand(in: phase) + supply(in: phase) + stock(in: phase)
    parts += effects.isEmpty ? ["it changes nothing by itself"] : effects
    return "Phase \(id: phase.name): " + parts.joined("; ")
  }

  private func window(of phase: Phase) -> Prose {
    guard let timing = phase.timing else {
      let days = range(date(phase.firstDay), date(phase.endDay - 1))
      return "\(days) (\(length(phase.lengthDays)))"
    }
    let begin: Prose
    switch timing.begin {
    case .day(let day): begin = "begins \(date(day))"
    case .between(let first, let last):
      begin = "begins between \(date(first)) and \(date(last)), equally likely"
    case .after(let other, let edge, let delay):
      let event: Prose = edge == .begin ? "the first day" : "the end"
      begin = "begins after \(event) of \(id: other), with a delay: \(duration(delay))"
    }
    let chance: Prose =
      timing.probabilityBasisPoints == 10_000
      ? "takes place in every replication"
      : "takes place with a probability of \(share(timing.probabilityBasisPoints))"
    return "drawn once per replication; \(chance); \(begin); lasts: \(duration(timing.length))"
  }

  private func demand(in phase: Phase) -> [Prose] {
    var parts: [Prose] = []
    let multipliers = Set(phase.demandMultipliers)
    if let common = multipliers.first, multipliers.count == 1 {
      if common != 1 { parts.append("mean demand × \(number(common))") }
    } else {
      let classes = zip(content.demandClasses, phase.demandMultipliers).filter { $0.1 != 1 }
      let list = classes.map { "\(id: $0.0.id) × \(number($0.1))" as Prose }
      parts.append("mean demand of class " + list.listed)
    }
    parts += phase.demandEffects.map { effect in
      "mean demand of \(products(effect.products)) at \(locations(effect.locations)) "
        + "× \(number(effect.multiplier))"
    }
    if let spill = phase.spillOver {
      parts.append(
        "of patients with prescriptions for \(products(spill.products)) \(share(spill.shareBasisPoints)) "
          + "turn to public care; \(share(spill.doseShareBasisPoints)) of them have nothing at home, the "
          + "others come as what they have runs out within \(length(spill.homeStockDays))")
    }
    parts += phase.postponements.map { postponed in
      "\(share(postponed.shareBasisPoints)) of demand for \(products(postponed.products)) at "
        + "\(locations(postponed.locations)) is put off, of which "
        + "\(share(postponed.returnsBasisPoints)) return over \(length(postponed.returnDays)) after it"
    }
    return parts
  }

  private func supply(in phase: Phase) -> [Prose] {
    var parts: [Prose] = []
    if phase.supplyBasisPoints == 0 {
      parts.append("\(suppliers(phase.suppliers)) can deliver nothing")
    } else if phase.supplyBasisPoints != 10_000 {
      parts.append(
        "capacity of \(suppliers(phase.suppliers)), where it is limited, is "
          + "\(share(phase.supplyBasisPoints)) of what it is in peace")
    }
    if phase.leadTimeMultiplier != 1 {
      parts.append(
        "lead times of \(suppliers(phase.suppliers)) × \(number(phase.leadTimeMultiplier))")
    }
    if phase.cutsInbound { parts.append("nothing comes in from any supplier") }
    parts += phase.transportCuts.map { cut in
      "nothing leaves for \(locations(cut.to)) from "
        + (cut.from.map { locations($0) } ?? "any location or supplier")
    }
    if let rule = phase.allocation { parts.append("scarce stock goes \(allocation(rule))") }
    return parts
  }

  private func stock(in phase: Phase) -> [Prose] {
    var parts = phase.losses.map { loss -> Prose in
      let what: Prose =
        switch loss.reason {
        case .destroyed: "destroyed"
        case .coldChain: "spoiled, not kept cold"
        case .withdrawn: "called back"
        }
      let first: Prose =
        "on its first day \(share(loss.shareBasisPoints)) of \(products(loss.products)) at "
        + "\(locations(loss.locations)) is \(what)"
      return (loss.clusterBasisPoints, loss.eachBasisPoints) == (10_000, 10_000)
        ? first
        : "\(first), with a probability of \(share(loss.clusterBasisPoints)) for a common cause and then "
          + "\(share(loss.eachBasisPoints)) for each location"
    }
    if let longer = phase.lifeExtension {
      parts.append(
        "what is on a shelf or under way of \(products(longer.products)) when it begins may be used "
          + "\(length(longer.days)) longer")
    }
    return parts
  }
}
