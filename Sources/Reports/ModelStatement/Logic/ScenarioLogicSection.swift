import SupplyModel

/// 2.3: how the other policies differ from the baseline.
enum ScenarioLogicSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    guard !facts.others.isEmpty else {
      return [
        .paragraph(
          facts.words(
            "There is no other policy than the baseline.",
            "Det finns ingen annan policy än jämförelsepolicyn."))
      ]
    }
    var known = [facts.baseline]
    var blocks: [StatementBlock] = []
    for policy in facts.others {
      blocks += describe(policy, known, facts.words)
      known.append(policy)
    }
    return blocks
  }

  /// A policy that begins with all the rules of one described before it is said by what it adds.
  private static func describe(
    _ policy: Policy, _ known: [Policy], _ words: StatementWords
  ) -> [StatementBlock] {
    let base = known.filter { policy.rules.starts(with: $0.rules) }
      .max { $0.rules.count < $1.rules.count }
    let added = Array(policy.rules.dropFirst(base?.rules.count ?? 0))
    let choices = words.choices(of: policy).joined(.semicolon)
    let rules =
      if let base {
        added.isEmpty
          ? words("the rules of \(id: base.name)", "reglerna i \(id: base.name)")
          : words(
            "the rules of \(id: base.name), and over them",
            "reglerna i \(id: base.name), och med företräde framför dem")
      } else {
        words(
          "its rules, later ones over earlier ones", "dess regler, där senare går före tidigare")
      }
    let end = Prose(sign: added.isEmpty ? "." : ":")
    return [
      .paragraph(
        words(
          "Policy \(id: policy.name): \(choices); \(rules)\(end)",
          "Policy \(id: policy.name): \(choices); \(rules)\(end)")),
      .points(RuleList.points(added, words)),
    ]
  }
}
