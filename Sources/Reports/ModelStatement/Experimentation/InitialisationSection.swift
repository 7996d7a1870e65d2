import SupplyModel

/// 4.1: how the simulation begins, and what of it is left out of the results.
enum InitialisationSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var points: [Prose] = []
    switch facts.experiment.start {
    case .rotated(let stated):
      points.append(
        "Each location begins with its target, in lots of the ages that steady rotation leaves.")
      points.append(
        "A warm-up under the policy itself comes first and is left out of the results: "
          + "\(warmUp(facts, isStated: stated != nil)).")
    case .buildUp(let stated):
      points.append(
        "Each location begins with its target under the baseline, in lots of the ages that steady rotation "
          + "leaves.")
      points.append(
        "A warm-up under the baseline \(id: facts.baseline.name) comes first and is left out of the "
          + "results: \(warmUp(facts, isStated: stated != nil)).")
      points.append(
        "Each policy starts on the first day of the horizon with the stock and orders that are there then, "
          + "and builds up its own targets as suppliers allow.")
    case .given(let quantity, let ages):
      let held: Prose =
        switch quantity {
        case .target: "its target under the policy"
        case .level(let level): "\(words.level(level)) under every policy"
        }
      points.append("There is no warm-up: each location begins on the first day with \(held).")
      points.append(given(ages, words))
    case .lots(let lots):
      points.append(
        "There is no warm-up: the stock of the first day is given lot by lot "
          + "(\(words.count(lots.count, "lot"))).")
      points += listed(lots, words)
    }
    if facts.model.warmUpDays.contains(where: { $0 > 0 }) {
      var runs: [Prose] = []
      if facts.hasShortages { runs.append("Shortages run during the warm-up") }
      if !facts.content.timeline.isEmpty {
        runs.append(
          runs.isEmpty ? "The timeline does not run during the warm-up" : "the timeline does not")
      }
      if !runs.isEmpty { points.append(runs.joined("; ") + ".") }
    }
    points.append("At the very start nothing is under way or owed, and nobody waits.")
    return [.points(points)]
  }

  private static func warmUp(_ facts: StatementFacts, isStated: Bool) -> Prose {
    let low = facts.words.length(facts.model.warmUpDays.min() ?? 0)
    let high = facts.words.length(facts.model.warmUpDays.max() ?? 0)
    return isStated
      ? "\(low) for every product, as the scenario states"
      : "\(facts.words.range(low, high)), for each product its longest remaining life at receipt"
  }

  private static func given(_ ages: StartingAges, _ words: StatementWords) -> Prose {
    switch ages {
    case .oneLot(let life):
      return "It is one lot, with a remaining life drawn for each location: \(words.life(life))."
    case .profile(let shares):
      let list = shares.map { share -> Prose in
        "\(words.share(share.basisPoints)) with \(words.length(share.remainingDays))"
      }
      return "Its remaining life: \(list.listed(atMost: 12))."
    }
  }

  /// A few lots one by one; of many only how many there are is said.
  private static func listed(_ lots: [StartingLot], _ words: StatementWords) -> [Prose] {
    guard lots.count <= 6 else { return [] }
    return lots.map { lot in
      "\(words.count(lot.quantity, "unit")) of \(words.name(lot.product)) at "
        + "\(words.name(lot.location)), which expire \(words.date(lot.expiryDay))."
    }
  }
}
