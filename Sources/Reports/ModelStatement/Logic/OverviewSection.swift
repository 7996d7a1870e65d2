import SupplyModel

/// 2.1: who supplies whom, by kind of location.
enum OverviewSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let diagram = NetworkDiagram(facts)
    return [
      .paragraph(
        "Goods go from suppliers down to care units and patients; boxes are kinds of location with the "
          + "number that keep anything."),
      .flowchart(diagram.lines),
    ]
  }
}
