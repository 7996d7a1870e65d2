import SupplyModel

/// 2.4: rules of calculation that a reader needs to build the same.
enum AlgorithmsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    var points: [Prose] = [
      "Target: ⌈days × normal consumption⌉ in exact decimal arithmetic for each part, operating stock and "
        + "reserve, then rounded to packs as the rule says; or a stated number of units or packs. Normal "
        + "consumption of a location is that of the care units at and below it, each counted once.",
      "Orders are rounded up to whole packs where the rule orders in packs, and cut to the order maximum "
        + "if there is one.",
      "Sharing: exact in whole units, nobody gets more than was asked for, packs stay whole where packs are "
        + "ordered; what is left over goes by largest remainder, then rank.",
      "Remaining life: one uniform number for each delivery, keyed by product, supplier, receiving authority "
        + "and order day, is inverted through the distribution, so that policies that order on the same day "
        + "receive the same life.",
    ]
    if facts.hasSeveralAuthorities {
      points.append(
        "Where rank would decide between authorities that ask for more than there is, they queue in an "
          + "order drawn anew each day instead; an authority's locations go by rank.")
    }
    if facts.hasShortages {
      points.append(
        "Shortages are renewal processes in continuous time that do not depend on the policy; with r onsets "
          + "per year and mean duration D in years the hazard while supplied is r ÷ (1 − r·D). A step is one "
          + "of shortage if the process is down at its beginning.")
    }
    if facts.content.suppliers.contains(where: { $0.capacity != nil }) {
      points.append(
        "Capacity accrues step by step; what is not ordered is kept for the stated window, at least one "
          + "pack, and then lost.")
    }
    if facts.hasSeveralSuppliers {
      points.append(
        "Suppliers of a product are asked in order of preference; a product is out only when all are."
      )
    }
    if facts.hasSubstitution {
      points.append(
        "Substitutes are tried in the order listed, in whole units of the product that is missing; of "
          + "several products that lack the same one the most critical takes first, then by id.")
    }
    if let duty = facts.content.duty {
      points.append(DutyWords.requirement(duty, facts.words))
    }
    return [.points(points)]
  }
}

/// What must be held, in words.
enum DutyWords {
  static func requirement(_ duty: Duty, _ words: StatementWords) -> Prose {
    "Duty: an authority is within it on a day when its unexpired stock of a product at "
      + "\(words.locations(duty.locations)) is at least ⌈\(words.length(duty.days)) × its normal "
      + "consumption⌉, less where an exemption says so."
  }
}
