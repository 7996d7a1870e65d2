import SupplyModel

/// 1.1: what the model is for, what is simulated in this scenario and what is not.
enum PurposeSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let content = facts.content
    let words = facts.words
    let mechanisms = facts.mechanisms
    let used = mechanisms.filter(\.isUsed).map(\.name)
    let absent = mechanisms.filter { !$0.isUsed }.map(\.name)
    let question: Prose = """
      The scenario asks: “\(content.title)” It simulates the flow of \
      \(words.count(content.products.count, "product")) \
      from \(words.count(content.suppliers.count, "supplier")) over \
      \(words.count(facts.locationCount, "location")) to patients, and what is served, missing, held and ordered under \
      \(words.count(content.policies.count, "policy", "policies")): \
      \(content.policies.map { Prose(id: $0.name) }.listed(atMost: 12)).
      """
    return [
      .paragraph(question),
      .points(
        [
          used.isEmpty
            ? "Simulated: demand, stock, orders and deliveries, and nothing else."
            : "Simulated besides demand, stock, orders and deliveries: \(used.listed).",
          absent.isEmpty ? "" : "Not part of this scenario: \(absent.listed).",
          "Part of no scenario: what a shortage does to patients' health, prices that react, production "
            + "behind the suppliers, vehicles and staff that are themselves scarce.",
        ].filter { !$0.isEmpty }),
    ]
  }
}
