import SupplyModel

/// 2.2: how a day goes, and the rules of the baseline.
enum BaseLogicSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let step = words.length(1)
    var blocks: [StatementBlock] = [
      .paragraph(
        "Time goes in steps of \(step). In each step, in this order (what cannot happen in a scenario is "
          + "left out):"),
      .steps(DayStages.all(facts)),
    ]
    if !facts.content.timeline.isEmpty {
      blocks.append(
        .paragraph(
          facts.content.timeline.count > 1
            ? "Timeline; what overlaps is multiplied, and of rules of sharing the later phase's holds:"
            : "Timeline:"))
      blocks.append(.points(facts.content.timeline.map { words.phase($0) + "." }))
    }
    blocks.append(
      .paragraph(
        "Policy \(id: facts.baseline.name), the baseline: "
          + words.choices(of: facts.baseline).joined("; ")
          + ". Later rules hold over earlier ones, setting by setting:"))
    blocks.append(.points(RuleList.points(facts.baseline.rules, words)))
    blocks.append(
      .paragraph(
        "Where no rule says otherwise: "
          + words.defaults(withReserves: facts.hasReserves).joined("; ") + "."))
    return blocks
  }
}
