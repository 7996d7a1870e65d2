import SupplyModel

/// 2.1: who supplies whom, by kind of location.
enum OverviewSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let diagram = NetworkDiagram(facts)
    return [
      .paragraph(
        facts.words(
          "Goods go from suppliers down to care units and patients; boxes are kinds of location with the "
            + "number that keep anything.",
          "Varor går från leverantörer ned till vårdenheter och patienter; rutorna är slag av platser med "
            + "antalet som håller något i lager.")),
      .flowchart(diagram.lines),
    ]
  }
}
