import SupplyModel

/// 2.5.5: where goods come from, and where they go.
enum EntryExitSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    var exits: [Prose] = ["given to patients"]
    if facts.expiry != .never { exits.append("discarded at expiry") }
    let reasons = Set(facts.content.timeline.flatMap { $0.losses.map(\.reason) })
    if reasons.contains(.destroyed) { exits.append("destroyed in a store that is hit") }
    if reasons.contains(.coldChain) { exits.append("spoiled, not kept cold") }
    if reasons.contains(.withdrawn) { exits.append("called back") }
    if facts.anyRule({ ($0.minimumLifeAtReceiptDays ?? 0) > 0 }) {
      exits.append("sent back as too short-dated")
    }
    var entries: [Prose] = ["as stock at the start", "as deliveries from suppliers"]
    if !facts.content.suppliers.allSatisfy({ $0.readiness == nil }) {
      entries.append("from manufacturing readiness once it is decided on")
    }
    let prescriptions: Prose =
      facts.spillsOver ? "; and patients with prescriptions who turn to public care" : ""
    return [
      .points([
        "Goods enter \(entries.listed).", "Goods leave when they are \(exits.listed).",
        "Demand enters at care units, drawn for each care unit and product\(prescriptions); it leaves as "
          + "served or unmet.",
      ])
    ]
  }
}
