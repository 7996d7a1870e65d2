import SupplyModel

/// 4.1: how the simulation begins, and what of it is left out of the results.
enum InitialisationSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var points = start(facts)
    if facts.model.warmUpDays.contains(where: { $0 > 0 }) {
      let shortages = words(
        "Shortages run during the warm-up", "Restsituationer förekommer under inkörningen")
      switch (facts.hasShortages, facts.content.timeline.isEmpty) {
      case (true, true): points.append(shortages.ended)
      case (true, false):
        points.append(
          words("\(shortages); the timeline does not.", "\(shortages); tidslinjen gäller inte då."))
      case (false, false):
        points.append(
          words(
            "The timeline does not run during the warm-up.",
            "Tidslinjen gäller inte under inkörningen."))
      case (false, true): break
      }
    }
    points.append(
      words(
        "At the very start nothing is under way or owed, and nobody waits.",
        "Allra först är ingenting på väg, det finns inga restorder och ingen väntar."))
    return [.points(points)]
  }

  private static func start(_ facts: StatementFacts) -> [Prose] {
    let words = facts.words
    switch facts.experiment.start {
    case .rotated(let stated):
      let time = warmUp(facts, isStated: stated != nil)
      return [
        words(
          "Each location begins with its target, in lots of the ages that steady rotation leaves.",
          "Varje plats börjar med sin målnivå, i partier med de åldrar som jämn omsättning ger."),
        words(
          "A warm-up under the policy itself comes first and is left out of the results: \(time).",
          "En inkörning med policyn själv kommer först och ingår inte i resultaten: \(time)."),
      ]
    case .buildUp(let stated):
      let time = warmUp(facts, isStated: stated != nil)
      return [
        words(
          "Each location begins with its target under the baseline, in lots of the ages that steady rotation "
            + "leaves.",
          "Varje plats börjar med sin målnivå enligt jämförelsepolicyn, i partier med de åldrar som jämn "
            + "omsättning ger."),
        words(
          "A warm-up under the baseline \(id: facts.baseline.name) comes first and is left out of the "
            + "results: \(time).",
          "En inkörning med jämförelsepolicyn \(id: facts.baseline.name) kommer först och ingår inte i "
            + "resultaten: \(time)."),
        words(
          "Each policy starts on the first day of the horizon with the stock and orders that are there then, "
            + "and builds up its own targets as suppliers allow.",
          "Varje policy börjar den första dagen i simuleringsperioden med det lager och de beställningar som "
            + "finns då, och bygger upp sina egna målnivåer i den takt leverantörerna tillåter."),
      ]
    case .given(let quantity, let ages):
      let held =
        switch quantity {
        case .target: words("its target under the policy", "sin målnivå enligt policyn")
        case .level(let level):
          words(
            "\(words.level(level)) under every policy", "\(words.level(level)) oavsett policy")
        }
      return [
        words(
          "There is no warm-up: each location begins on the first day with \(held).",
          "Det finns ingen inkörning: varje plats börjar den första dagen med \(held)."),
        given(ages, words),
      ]
    case .lots(let lots):
      let count = words.count(lots.count, .lot)
      return [
        words(
          "There is no warm-up: the stock of the first day is given lot by lot (\(count)).",
          "Det finns ingen inkörning: den första dagens lager anges parti för parti (\(count)).")
      ] + listed(lots, words)
    }
  }

  private static func warmUp(_ facts: StatementFacts, isStated: Bool) -> Prose {
    let words = facts.words
    let low = words.length(facts.model.warmUpDays.min() ?? 0)
    guard !isStated else {
      return words(
        "\(low) for every product, as the scenario states",
        "\(low) för varje produkt, som scenariot anger")
    }
    let range = words.range(low, words.length(facts.model.warmUpDays.max() ?? 0))
    return words(
      "\(range), for each product its longest remaining life at receipt",
      "\(range), för varje produkt dess längsta återstående hållbarhet vid leverans")
  }

  private static func given(_ ages: StartingAges, _ words: StatementWords) -> Prose {
    switch ages {
    case .oneLot(let life):
      let life = words.life(life)
      return words(
        "It is one lot, with a remaining life drawn for each location: \(life).",
        "Det är ett enda parti, med en återstående hållbarhet som slumpas för varje plats: \(life)."
      )
    case .profile(let shares):
      let list = words.list(
        shares.map { share in
          let (part, left) = (words.share(share.basisPoints), words.length(share.remainingDays))
          return words("\(part) with \(left)", "\(part) med \(left)")
        }, atMost: 12)
      return words("Its remaining life: \(list).", "Dess återstående hållbarhet: \(list).")
    }
  }

  /// A few lots one by one; of many only how many there are is said.
  private static func listed(_ lots: [StartingLot], _ words: StatementWords) -> [Prose] {
    guard lots.count <= 6 else { return [] }
    return lots.map { lot in
      let (quantity, product) = (words.count(lot.quantity, .unit), words.name(lot.product))
      let (place, date) = (words.name(lot.location), words.date(lot.expiryDay))
      return words(
        "\(quantity) of \(product) at \(place), which expire \(date).",
        "\(quantity) av \(product) på \(place), som går ut \(date).")
    }
  }
}
