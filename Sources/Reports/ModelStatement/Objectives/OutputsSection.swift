import Studies

/// 1.2: what is measured.
enum OutputsSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let rows = facts.measures.map { measure -> [Prose] in
      [
        Prose(id: measure.name), "\(measure.unit == "1" ? "share" : measure.unit)",
        "\(measure.meaning)",
      ]
    }
    let levels: Prose = """
      Each is given in every replication for all together and by kind of location, region, authority and \
      the other groups of `summary.csv`, as far as it applies there. Units of different products are never \
      added.
      """
    return [
      .table(columns: ["measure", "unit", "what it is"], rows: rows), .paragraph(levels),
    ]
  }
}
