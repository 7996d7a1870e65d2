import SupplyModel

/// 2.4: rules of calculation that a reader needs to build the same.
enum AlgorithmsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    [.points(always(facts.words) + sometimes(facts))]
  }

  /// What holds in every scenario.
  private static func always(_ words: StatementWords) -> [Prose] {
    [
      words(
        "Target: ⌈days × normal consumption⌉ in exact decimal arithmetic for each part, operating stock and "
          + "reserve, then rounded to packs as the rule says; or a stated number of units or packs. Normal "
          + "consumption of a location is that of the care units at and below it, each counted once.",
        "Målnivå: ⌈dagar × normalförbrukning⌉ med exakta decimaltal för var och en av delarna, driftlager och "
          + "beredskapslager, därefter avrundad till förpackningar enligt regeln; eller ett angivet antal "
          + "enheter eller förpackningar. En plats normalförbrukning är den hos vårdenheterna på och under "
          + "den, var och en räknad en gång."),
      words(
        "Orders are rounded up to whole packs where the rule orders in packs, and cut to the order maximum "
          + "if there is one.",
        "Beställningar avrundas uppåt till hela förpackningar där regeln beställer i förpackningar, och "
          + "begränsas till den största tillåtna beställningen om det finns en sådan."),
      words(
        "Sharing: exact in whole units, nobody gets more than was asked for, packs stay whole where packs are "
          + "ordered; what is left over goes by largest remainder, then rank.",
        "Fördelning: exakt i hela enheter, ingen får mer än vad som begärts, förpackningar bryts inte där "
          + "hela förpackningar beställs; det som blir över går efter största rest, därefter rang."),
      words(
        "Remaining life: one uniform number for each delivery, keyed by product, supplier, receiving authority "
          + "and order day, is inverted through the distribution, so that policies that order on the same day "
          + "receive the same life.",
        "Återstående hållbarhet: ett likformigt fördelat tal för varje leverans, bestämt av produkt, "
          + "leverantör, mottagande huvudman och beställningsdag, inverteras genom fördelningen, så att "
          + "policyer som beställer samma dag får samma hållbarhet."),
    ]
  }

  /// What holds where a scenario has what it is about.
  private static func sometimes(_ facts: StatementFacts) -> [Prose] {
    let words = facts.words
    var points: [Prose] = []
    if facts.hasSeveralAuthorities {
      points.append(
        words(
          "Where rank would decide between authorities that ask for more than there is, they queue in an "
            + "order drawn anew each day instead; an authority's locations go by rank.",
          "Där rangen skulle avgöra mellan huvudmän som begär mer än vad som finns, köar de i stället i en "
            + "ordning som lottas på nytt varje dag; en huvudmans platser går efter rang."))
    }
    if facts.hasShortages {
      points.append(
        words(
          "Shortages are renewal processes in continuous time that do not depend on the policy; with r onsets "
            + "per year and mean duration D in years the hazard while supplied is r ÷ (1 − r·D). A step is "
            + "one of shortage if the process is down at its beginning.",
          "Restsituationer är förnyelseprocesser i kontinuerlig tid som inte beror på policyn; med r "
            + "restsituationer per år och medelvaraktigheten D år är intensiteten, medan tillförseln fungerar, "
            + "r ÷ (1 − r·D). Ett steg räknas som restsituation om tillförseln ligger nere när det börjar."
        ))
    }
    if facts.content.suppliers.contains(where: { $0.capacity != nil }) {
      points.append(
        words(
          "Capacity accrues step by step; what is not ordered is kept for the stated window, at least one "
            + "pack, and then lost.",
          "Kapacitet tillkommer steg för steg; det som inte beställs sparas under den angivna tiden, minst en "
            + "förpackning, och går därefter förlorat."))
    }
    if facts.hasSeveralSuppliers {
      points.append(
        words(
          "Suppliers of a product are asked in order of preference; a product is out only when all are.",
          "En produkts leverantörer tillfrågas i prioritetsordning; produkten är slut först när den är slut "
            + "hos alla."))
    }
    if facts.hasSubstitution {
      points.append(
        words(
          "Substitutes are tried in the order listed, in whole units of the product that is missing; of "
            + "several products that lack the same one the most critical takes first, then by id.",
          "Utbytesprodukter prövas i den ordning de anges, i hela enheter av produkten som saknas; när flera "
            + "produkter vill ha samma utbytesprodukt tar den mest kritiska först, därefter avgör id."
        ))
    }
    if let duty = facts.content.duty { points.append(DutyWords.requirement(duty, words)) }
    return points
  }
}

/// What must be held, in words.
enum DutyWords {
  static func requirement(_ duty: Duty, _ words: StatementWords) -> Prose {
    let (places, days) = (words.locations(duty.locations), words.length(duty.days))
    return words(
      "Duty: an authority is within it on a day when its unexpired stock of a product at \(places) is at "
        + "least ⌈\(days) × its normal consumption⌉, less where an exemption says so.",
      "Lagerhållningsskyldighet: en huvudman uppfyller den en dag då dess lager av en produkt på \(places), "
        + "utgånget oräknat, är minst ⌈\(days) × dess normalförbrukning⌉, mindre där ett avsteg anger det."
    )
  }
}
