import SupplyModel

/// 1.1: what the model is for, what is simulated in this scenario and what is not.
enum PurposeSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let mechanisms = facts.mechanisms
    let used = words.list(mechanisms.filter(\.isUsed).map(\.name))
    let absent = words.list(mechanisms.filter { !$0.isUsed }.map(\.name))
    return [
      .paragraph(question(facts)),
      .points(
        [
          used.isEmpty
            ? words(
              "Simulated: demand, stock, orders and deliveries, and nothing else.",
              "Simuleras: behov, lager, beställningar och leveranser, och inget annat.")
            : words(
              "Simulated besides demand, stock, orders and deliveries: \(used).",
              "Simuleras utöver behov, lager, beställningar och leveranser: \(used)."),
          absent.isEmpty
            ? .empty
            : words(
              "Not part of this scenario: \(absent).", "Ingår inte i det här scenariot: \(absent)."),
          words(
            "Part of no scenario: what a shortage does to patients' health, prices that react, production "
              + "behind the suppliers, vehicles and staff that are themselves scarce.",
            "Ingår inte i något scenario: vad en brist betyder för patienternas hälsa, priser som "
              + "påverkas, produktionen bakom leverantörerna samt fordon och personal som själva är knappa."
          ),
        ].filter { !$0.isEmpty }),
    ]
  }

  private static func question(_ facts: StatementFacts) -> Prose {
    let content = facts.content
    let words = facts.words
    let products = words.count(content.products.count, .product)
    let suppliers = words.count(content.suppliers.count, .supplier)
    let locations = words.count(facts.locationCount, .location)
    let policies = words.count(content.policies.count, .policy)
    let names = words.list(content.policies.map { Prose(id: $0.name) }, atMost: 12)
    return words(
      """
      The scenario asks: “\(content.title)” It simulates the flow of \(products) from \(suppliers) over \
      \(locations) to patients, and what is served, missing, held and ordered under \(policies): \(names).
      """,
      """
      Scenariot ställer frågan: ”\(content.title)” Det simulerar flödet av \(products) från \(suppliers) \
      via \(locations) till patienterna, och vad som tillgodoses, saknas, hålls i lager och beställs med \
      \(policies): \(names).
      """)
  }
}
