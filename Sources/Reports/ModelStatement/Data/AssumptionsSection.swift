import SupplyModel

/// 3.4: what the model takes for granted, and the scenario's own register with the status of each
/// entry.
enum AssumptionsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let blocks: [StatementBlock] = [
      .paragraph(words("Of the program:", "Programmets antaganden:")), .points(common(facts)),
    ]
    let register = facts.content.assumptions
    guard !register.isEmpty else {
      return blocks + [
        .paragraph(
          words(
            "The scenario has no register of assumptions of its own.",
            "Scenariot har inget eget register över antaganden."))
      ]
    }
    let counts = KnowledgeStatus.allCases.compactMap { status -> Prose? in
      let count = register.count { $0.status == status }
      return count > 0 ? Prose(sign: "\(words.status(status)) \(words.whole(count))") : nil
    }
    let columns = [
      words("about", "avser"), words("value", "värde"), words("status", "status"),
      words("source or reason", "källa eller skäl"), words("low", "lågt"), words("high", "högt"),
      words("decides", "avgör"),
    ]
    let rows = (register.filter(\.decides) + register.filter { !$0.decides }).map {
      row($0, words)
    }
    return blocks + [
      .paragraph(
        words(
          "The scenario's register, by status: \(words.list(counts)). Only what is sourced was found in a "
            + "document or register; all else is derived, estimated, remembered, judged or assumed. Those "
            + "that decide the answer most come first.",
          "Scenariots register, efter status: \(words.list(counts)). Bara det som är belagt har hittats i ett "
            + "dokument eller register; allt annat är härlett, uppskattat, hämtat ur minnet, bedömt eller "
            + "antaget. De som avgör svaret mest står först.")),
      .table(columns: columns, rows: rows),
    ]
  }

  /// What the program takes for granted.
  private static func common(_ facts: StatementFacts) -> [Prose] {
    let words = facts.words
    var common = [
      words(
        "Each location knows exactly what it holds, when it expires and what is under way.",
        "Varje plats vet exakt vad den har i lager, när det går ut och vad som är på väg."),
      facts.content.timeline.isEmpty
        ? words(
          "Demand is drawn independently for each care unit and product.",
          "Behov slumpas oberoende för varje vårdenhet och produkt.")
        : words(
          "Demand is drawn independently for each care unit and product; only phases act on several in "
            + "common.",
          "Behov slumpas oberoende för varje vårdenhet och produkt; bara faser påverkar flera gemensamt."
        ),
      words(
        "People follow the rules of the policy; nobody improvises beyond them.",
        "Alla följer policyns regler; ingen improviserar utöver dem."),
    ]
    if facts.expiry != .never {
      common.append(
        words(
          "A lot is as good as new on the last day before its expiry day, and of no use on it.",
          "Ett parti är så gott som nytt sista dagen före sin utgångsdag, och obrukbart på den."))
    }
    return common
  }

  private static func row(_ entry: Assumption, _ words: StatementWords) -> [Prose] {
    [
      Prose(text: entry.what), Prose(text: entry.value),
      Prose(sign: "**\(words.status(entry.status))**"), Prose(text: entry.source),
      Prose(text: entry.low), Prose(text: entry.high),
      entry.decides ? words("yes", "ja") : .empty,
    ]
  }
}
