import SupplyModel

/// 3.3: the values that the model is given; of tables with many rows their ranges.
enum InputParametersSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    let words = facts.words
    var blocks: [StatementBlock] = [
      .paragraph(
        words(
          "Products, by demand class (smallest to largest; an empty cell is not stated):",
          "Produkter, per behovsklass (minsta till största; det som inte anges är tomt):")),
      ProductTable.block(facts),
      .paragraph(
        words(
          "Demand, by how the units of a day vary about their mean:",
          "Behov, efter hur en dags enheter varierar kring medelvärdet:")),
      DemandTable.block(facts), .points(DemandWords.points(facts)),
      .paragraph(words("Places:", "Platser:")), .points(PlaceWords.points(facts)),
      .paragraph(words("Supply:", "Tillförsel:")), .points(supply(facts)),
      .paragraph(
        content.shortages.isEmpty
          ? words("There are no shortages.", "Det finns inga restsituationer.")
          : words("Shortages:", "Restsituationer:")),
      .points(content.shortages.map { words.shortage($0).ended }),
    ]
    if let costs = content.costs {
      blocks += [
        .paragraph(
          words(
            "Costs, in prices of \(costs.priceYear):", "Kostnader, i \(costs.priceYear) års priser:"
          )),
        .points(CostWords.points(costs, facts)),
      ]
      if let plan = content.costPlan { blocks += CostWords.blocks(plan, facts) }
    } else {
      blocks.append(.paragraph(words("No costs are stated.", "Inga kostnader anges.")))
    }
    blocks += DutyWords.blocks(facts)
    return blocks
  }

  /// Who delivers, from whom each product is bought, and what may stand in.
  private static func supply(_ facts: StatementFacts) -> [Prose] {
    let content = facts.content
    let words = facts.words
    return content.suppliers.map { words.supplier($0).ended }
      + content.sourcing.map { sourcing in
        let said = words.sourcing(sourcing)
        return words("Bought: \(said).", "Inköp: \(said).")
      }
      + content.nationalReserves.map { reserve in
        let said = words.nationalReserve(reserve)
        return words("National reserve: \(said).", "Nationellt säkerhetslager: \(said).")
      }
      + content.substitutions.map { substitution in
        let said = words.substitution(substitution)
        return words("Substitute \(said).", "Utbyte \(said).")
      }
  }
}
