import SupplyModel

/// 2.5.5: where goods come from, and where they go.
enum EntryExitSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    var entries = [
      words("as stock at the start", "som lager vid början"),
      words("as deliveries from suppliers", "som leveranser från leverantörer"),
    ]
    if !facts.content.suppliers.allSatisfy({ $0.readiness == nil }) {
      entries.append(
        words(
          "from manufacturing readiness once it is decided on",
          "från tillverkningsberedskap när beslut om den har fattats"))
    }
    let (ways, exits) = (words.list(entries), exits(facts))
    let prescriptions =
      facts.spillsOver
      ? words(
        "; and patients with prescriptions who turn to public care",
        "; och genom patienter med recept som vänder sig till den offentliga vården") : .empty
    return [
      .points([
        words("Goods enter \(ways).", "Varor kommer in \(ways)."),
        words(
          "Goods leave when they are \(words.list(exits)).",
          "Varor lämnar modellen när de \(words.choice(exits))."),
        words(
          "Demand enters at care units, drawn for each care unit and product\(prescriptions); it leaves as "
            + "served or unmet.",
          "Behov uppstår på vårdenheter, slumpat för varje vårdenhet och produkt\(prescriptions); det lämnar "
            + "modellen som tillgodosett eller ej tillgodosett."),
      ])
    ]
  }

  /// What becomes of goods.
  private static func exits(_ facts: StatementFacts) -> [Prose] {
    let words = facts.words
    var exits = [words("given to patients", "ges till patienter")]
    if facts.expiry != .never {
      exits.append(words("discarded at expiry", "kasseras när de har gått ut"))
    }
    let reasons = Set(facts.content.timeline.flatMap { $0.losses.map(\.reason) })
    if reasons.contains(.destroyed) {
      exits.append(
        words("destroyed in a store that is hit", "förstörs i ett lager som träffas"))
    }
    if reasons.contains(.coldChain) {
      exits.append(words("spoiled, not kept cold", "förstörs av bruten kylkedja"))
    }
    if reasons.contains(.withdrawn) { exits.append(words("called back", "återkallas")) }
    if facts.anyRule({ ($0.minimumLifeAtReceiptDays ?? 0) > 0 }) {
      exits.append(
        words("sent back as too short-dated", "skickas tillbaka för att hållbarheten är för kort"))
    }
    return exits
  }
}
