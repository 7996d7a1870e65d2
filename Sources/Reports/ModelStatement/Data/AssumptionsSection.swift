import SupplyModel

/// 3.4: what the model takes for granted, and the scenario's own register with the status of each
/// entry.
enum AssumptionsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    var common: [Prose] = [
      "Each location knows exactly what it holds, when it expires and what is under way.",
      facts.content.timeline.isEmpty
        ? "Demand is drawn independently for each care unit and product."
        : "Demand is drawn independently for each care unit and product; only phases act on several in "
          + "common.",
      "People follow the rules of the policy; nobody improvises beyond them.",
    ]
    if facts.expiry != .never {
      common.append(
        "A lot is as good as new on the last day before its expiry day, and of no use on it.")
    }
    var blocks: [StatementBlock] = [.paragraph("Of the program:"), .points(common)]
    let register = facts.content.assumptions
    guard !register.isEmpty else {
      return blocks + [.paragraph("The scenario has no register of assumptions of its own.")]
    }
    let counts = KnowledgeStatus.allCases.compactMap { status -> Prose? in
      let count = register.count { $0.status == status }
      return count > 0 ? "\(status.rawValue) \(count)" : nil
    }
    blocks.append(
      .paragraph(
        "The scenario's register, by status: \(counts.listed). Only what is sourced was found in a "
          + "document or register; all else is derived, estimated, remembered, judged or assumed. Those "
          + "that decide the answer most come first."))
    let rows = (register.filter(\.decides) + register.filter { !$0.decides }).map(row)
    blocks.append(
      .table(
        columns: ["about", "value", "status", "source or reason", "low", "high", "decides"],
        rows: rows))
    return blocks
  }

  private static func row(_ entry: Assumption) -> [Prose] {
    [
      "\(entry.what)", "\(entry.value)", "**\(entry.status.rawValue)**", "\(entry.source)",
      "\(entry.low)", "\(entry.high)", entry.decides ? "yes" : "",
    ]
  }
}
