import SupplyModel

/// 3.1: the files that the scenario is made of, and how well their values are known.
enum SourcesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let words = facts.words
    let files = facts.files.map { file -> [Prose] in
      [
        Prose(id: file.path), file.rows.map { words.whole($0) } ?? Prose(sign: "–"),
        Prose(id: file.digest),
      ]
    }
    var blocks: [StatementBlock] = [
      .paragraph(
        words(
          "Files, from the scenario's folder, with the SHA-256 digest of their bytes:",
          "Filer, räknat från scenariots mapp, med kontrollsumman SHA-256 av deras innehåll:")),
      .table(
        columns: [words("file", "fil"), words("rows", "rader"), Prose(sign: "SHA-256")],
        rows: files),
    ]
    if !facts.settings.isEmpty {
      let settings = words.list(facts.settings.map { Prose(id: $0) })
      blocks.append(
        .paragraph(
          words(
            "Replaced on the command line: \(settings).", "Ersatt på kommandoraden: \(settings).")))
    }
    let columns = knowledge(facts)
    guard !columns.isEmpty else {
      return blocks + [
        .paragraph(
          words(
            "The tables do not say how well their values are known.",
            "Tabellerna anger inte hur väl deras värden är kända."))
      ]
    }
    return blocks + [
      .paragraph(
        words(
          "How well values of the tables are known, in rows. Columns that are not listed say nothing "
            + "about it. Only what is sourced was found in a document or register.",
          "Hur väl tabellernas värden är kända, i antal rader. Kolumner som inte är med anger inget om det. "
            + "Bara det som är belagt har hittats i ett dokument eller register.")),
      .table(
        columns: [words("column", "kolumn")] + KnowledgeStatus.allCases.map { words.status($0) },
        rows: columns),
    ]
  }

  /// By column: how many values are known how well.
  private static func knowledge(_ facts: StatementFacts) -> [[Prose]] {
    var order: [String] = []
    var counts: [String: [KnowledgeStatus: Int]] = [:]
    for entry in facts.effective.provenance {
      if counts[entry.column] == nil { order.append(entry.column) }
      counts[entry.column, default: [:]][entry.status, default: 0] += entry.count
    }
    return order.map { column in
      [Prose(id: column)]
        + KnowledgeStatus.allCases.map { status in
          counts[column]?[status].map { facts.words.whole($0) } ?? .empty
        }
    }
  }
}
