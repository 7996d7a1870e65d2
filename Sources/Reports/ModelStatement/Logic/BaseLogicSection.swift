import SupplyModel

/// 2.2: how a day goes, and the rules of the baseline.
enum BaseLogicSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let step = words.length(1)
    var blocks: [StatementBlock] = [
      .paragraph(
        words(
          "Time goes in steps of \(step). In each step, in this order (what cannot happen in a scenario is "
            + "left out):",
          "Tiden går i steg om \(step). I varje steg, i denna ordning (det som inte kan inträffa i ett "
            + "scenario är utelämnat):")),
      .steps(DayStages.all(facts)),
    ]
    if !facts.content.timeline.isEmpty {
      blocks.append(
        .paragraph(
          facts.content.timeline.count > 1
            ? words(
              "Timeline; what overlaps is multiplied, and of rules of sharing the later phase's holds:",
              "Tidslinje; det som överlappar multipliceras, och av fördelningsregler gäller den senare "
                + "fasens:")
            : words("Timeline:", "Tidslinje:")))
      blocks.append(.points(facts.content.timeline.map { words.phase($0).ended }))
    }
    let name = facts.baseline.name
    let choices = words.choices(of: facts.baseline).joined(.semicolon)
    blocks.append(
      .paragraph(
        words(
          "Policy \(id: name), the baseline: \(choices). Later rules hold over earlier ones, setting by "
            + "setting:",
          "Policy \(id: name), jämförelsepolicyn: \(choices). Senare regler går före tidigare, inställning "
            + "för inställning:")))
    blocks.append(.points(RuleList.points(facts.baseline.rules, words)))
    let defaults = words.defaults(withReserves: facts.hasReserves).joined(.semicolon)
    blocks.append(
      .paragraph(
        words(
          "Where no rule says otherwise: \(defaults).", "Där ingen regel anger annat: \(defaults).")
      ))
    return blocks
  }
}
