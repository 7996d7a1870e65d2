import RandomStreams
import SupplyModel

extension StatementWords {
  /// A phase: when it takes place, and what is different in it.
  func phase(_ phase: Phase) -> Prose {
    var parts = [window(of: phase)]
    if phase.rampUpDays > 0 {
      let time = length(phase.rampUpDays)
      parts.append(
        self(
          "what multiplies demand and supply grows over the first \(time)",
          "det som multiplicerar behov och tillförsel växer fram under \(time) från början"))
    }
    if phase.rampDownDays > 0 {
      let time = length(phase.rampDownDays)
      parts.append(self("it fades over the last \(time)", "det avtar under \(time) före slutet"))
    }
    let effects = demand(in: phase) + supply(in: phase) + stock(in: phase)
    parts +=
      effects.isEmpty ? [self("it changes nothing by itself", "den ändrar inget i sig")] : effects
    let said = parts.joined(.semicolon)
    return self("Phase \(id: phase.name): \(said)", "Fas \(id: phase.name): \(said)")
  }

  private func window(of phase: Phase) -> Prose {
    guard let timing = phase.timing else {
      let days = range(date(phase.firstDay), date(phase.endDay - 1))
      return Prose(sign: "\(days) (\(length(phase.lengthDays)))")
    }
    let begin: Prose
    switch timing.begin {
    case .day(let day): begin = self("begins \(date(day))", "börjar \(date(day))")
    case .between(let first, let last):
      begin = self(
        "begins between \(date(first)) and \(date(last)), equally likely",
        "börjar mellan \(date(first)) och \(date(last)), med lika sannolikhet")
    case .after(let other, let edge, let delay):
      let event =
        edge == .begin
        ? self("the first day of", "första dagen i") : self("the end of", "slutet av")
      let time = duration(delay)
      begin = self(
        "begins after \(event) \(id: other), with a delay: \(time)",
        "börjar efter \(event) \(id: other), med fördröjning: \(time)")
    }
    let chance =
      timing.probabilityBasisPoints == 10_000
      ? self("takes place in every replication", "inträffar i varje upprepning")
      : self(
        "takes place with a probability of \(share(timing.probabilityBasisPoints))",
        "inträffar med sannolikheten \(share(timing.probabilityBasisPoints))")
    let lasts = duration(timing.length)
    return self(
      "drawn once per replication; \(chance); \(begin); lasts: \(lasts)",
      "slumpas en gång per upprepning; \(chance); \(begin); längd: \(lasts)")
  }

  private func demand(in phase: Phase) -> [Prose] {
    var parts: [Prose] = []
    let multipliers = Set(phase.demandMultipliers)
    if let common = multipliers.first, multipliers.count == 1 {
      if common != 1 {
        parts.append(
          self("mean demand × \(number(common))", "genomsnittligt behov × \(number(common))"))
      }
    } else {
      let classes = zip(content.demandClasses, phase.demandMultipliers).filter { $0.1 != 1 }
      let list = list(classes.map { Prose(sign: "\(id: $0.0.id) × \(number($0.1))") })
      parts.append(
        self("mean demand of class \(list)", "genomsnittligt behov i behovsklassen \(list)"))
    }
    parts += phase.demandEffects.map { effect in
      let (products, locations) = (products(effect.products), locations(effect.locations))
      let factor = number(effect.multiplier)
      return self(
        "mean demand of \(products) at \(locations) × \(factor)",
        "genomsnittligt behov av \(products) på \(locations) × \(factor)")
    }
    if let spill = phase.spillOver {
      let (products, turn) = (products(spill.products), share(spill.shareBasisPoints))
      let (none, time) = (share(spill.doseShareBasisPoints), length(spill.homeStockDays))
      parts.append(
        self(
          "of patients with prescriptions for \(products) \(turn) turn to public care; \(none) of them "
            + "have nothing at home, the others come as what they have runs out within \(time)",
          "av patienter med recept på \(products) vänder sig \(turn) till den offentliga vården; \(none) "
            + "av dem har inget hemma, de andra kommer efter hand som det de har tar slut inom \(time)"
        ))
    }
    parts += phase.postponements.map { postponed in
      let (products, locations) = (products(postponed.products), locations(postponed.locations))
      let (later, back) = (share(postponed.shareBasisPoints), share(postponed.returnsBasisPoints))
      let time = length(postponed.returnDays)
      return self(
        "\(later) of demand for \(products) at \(locations) is put off, of which \(back) return over "
          + "\(time) after it",
        "\(later) av behovet av \(products) på \(locations) skjuts upp, varav \(back) återkommer under "
          + "\(time) efter fasen")
    }
    return parts
  }

  private func supply(in phase: Phase) -> [Prose] {
    var parts: [Prose] = []
    let suppliers = suppliers(phase.suppliers)
    if phase.supplyBasisPoints == 0 {
      parts.append(
        self("\(suppliers) can deliver nothing", "leveransförmågan hos \(suppliers) är noll"))
    } else if phase.supplyBasisPoints != 10_000 {
      let left = share(phase.supplyBasisPoints)
      parts.append(
        self(
          "capacity of \(suppliers), where it is limited, is \(left) of what it is in peace",
          "kapaciteten hos \(suppliers) är, där den är begränsad, \(left) av den i fred"))
    }
    if phase.leadTimeMultiplier != 1 {
      let factor = number(phase.leadTimeMultiplier)
      parts.append(
        self("lead times of \(suppliers) × \(factor)", "ledtider från \(suppliers) × \(factor)"))
    }
    if phase.cutsInbound {
      parts.append(
        self("nothing comes in from any supplier", "inget kommer in från någon leverantör"))
    }
    parts += phase.transportCuts.map { cut in
      let to = locations(cut.to)
      let from =
        cut.from.map { locations($0) }
        ?? self("any location or supplier", "någon plats eller leverantör")
      return self("nothing leaves for \(to) from \(from)", "inget avgår till \(to) från \(from)")
    }
    if let rule = phase.allocation {
      let sharing = allocation(rule)
      parts.append(self("scarce stock goes \(sharing)", "knappt lager fördelas \(sharing)"))
    }
    return parts
  }

  private func stock(in phase: Phase) -> [Prose] {
    var parts = phase.losses.map { loss -> Prose in
      let first = first(of: loss)
      guard (loss.clusterBasisPoints, loss.eachBasisPoints) != (10_000, 10_000) else {
        return first
      }
      let (all, each) = (share(loss.clusterBasisPoints), share(loss.eachBasisPoints))
      return self(
        "\(first), with a probability of \(all) for a common cause and then \(each) for each location",
        "\(first), med sannolikheten \(all) för en gemensam orsak och då \(each) för varje plats")
    }
    if let longer = phase.lifeExtension {
      let (products, time) = (products(longer.products), length(longer.days))
      parts.append(
        self(
          "what is on a shelf or under way of \(products) when it begins may be used \(time) longer",
          "det som finns på hyllan eller är på väg av \(products) när fasen börjar får användas \(time) "
            + "längre"))
    }
    return parts
  }

  /// What a loss takes on the first day.
  private func first(of loss: StockLoss) -> Prose {
    let amount = share(loss.shareBasisPoints)
    let (products, locations) = (products(loss.products), locations(loss.locations))
    return switch loss.reason {
    case .destroyed:
      self(
        "on its first day \(amount) of \(products) at \(locations) is destroyed",
        "första dagen förstörs \(amount) av \(products) på \(locations)")
    case .coldChain:
      self(
        "on its first day \(amount) of \(products) at \(locations) is spoiled, not kept cold",
        "första dagen förstörs \(amount) av \(products) på \(locations) av bruten kylkedja")
    case .withdrawn:
      self(
        "on its first day \(amount) of \(products) at \(locations) is called back",
        "första dagen återkallas \(amount) av \(products) på \(locations)")
    }
  }
}
