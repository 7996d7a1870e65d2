import SupplyModel

/// 3.1: the files that the scenario is made of, and how well their values are known.
enum SourcesSection {
  static func blocks(_ facts: StatementFacts) -> [StatementBlock] {
    let files = facts.files.map { file -> [Prose] in
      [Prose(id: file.path), file.rows.map { "\($0)" } ?? "–", "\(id: file.digest)"]
    }
    var blocks: [StatementBlock] = [
      .paragraph("Files, from the scenario's folder, with the SHA-256 digest of their bytes:"),
      .table(columns: ["file", "rows", "SHA-256"], rows: files),
    ]
    if !facts.settings.isEmpty {
      blocks.append(
        .paragraph(
          "Replaced on the command line: \(facts.settings.map { Prose(id: $0) }.listed)."))
    }
    let columns = knowledge(facts)
    if columns.isEmpty {
      blocks.append(.paragraph("The tables do not say how well their values are known."))
    } else {
      blocks.append(
        .paragraph(
          "How well values of the tables are known, in rows. Columns that are not listed say nothing "
            + "about it. Only what is sourced was found in a document or register."))
      blocks.append(
        .table(
          columns: ["column"] + KnowledgeStatus.allCases.map { "\($0.rawValue)" }, rows: columns))
    }
    return blocks
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
          counts[column]?[status].map { "\($0)" } ?? ""
        }
    }
  }
}
