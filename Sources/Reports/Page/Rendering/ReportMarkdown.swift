/// A report as Markdown, for a word processor: its texts and tables, with a table for each picture.
struct ReportMarkdown {
  let report: Report

  /// The text, ended by a line feed.
  var text: String {
    var lines = ["# \(Markdown.escaped(report.title))", ""]
    lines += report.lead.flatMap { block($0, level: 2) }
    for section in report.sections {
      lines += ["## \(Markdown.escaped(section.title))", ""]
      lines += section.blocks.flatMap { block($0, level: 3) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a block, an empty one after it.
  private func block(_ block: ReportBlock, level: Int) -> [String] {
    switch block {
    case .paragraph(let text): return [Markdown.escaped(text), ""]
    case .points(let points): return points.map { "- " + Markdown.escaped($0) } + [""]
    case .heading(let text): return [heading(text, level), ""]
    case .table(let table): return self.table(table)
    case .chart(_, let table): return self.table(table)
    case .details(let title, let blocks):
      return [heading(title, level), ""] + blocks.flatMap { self.block($0, level: level + 1) }
    case .statement(let markdown, _): return statement(markdown, level)
    }
  }

  private func heading(_ text: String, _ level: Int) -> String {
    String(repeating: "#", count: min(6, level)) + " " + Markdown.escaped(text)
  }

  private func table(_ table: ReportTable) -> [String] {
    func row(_ cells: [String]) -> String {
      "| " + cells.map(Markdown.escaped).joined(separator: " | ") + " |"
    }
    return [
      Markdown.escaped(table.caption), "",
      row(table.columns.map { $0.unit.isEmpty ? $0.name : "\($0.name), \($0.unit)" }),
      "| " + table.columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |",
    ] + table.rows.map { row($0.map(\.text)) } + [""]
  }

  /// The statement, with its headings below the report's.
  private func statement(_ markdown: String, _ level: Int) -> [String] {
    var isInCode = false
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("```") { isInCode.toggle() }
      guard line.hasPrefix("#"), !isInCode else { return String(line) }
      let own = line.prefix { $0 == "#" }.count
      return String(repeating: "#", count: min(6, own - 1 + level)) + line.dropFirst(own)
    }
  }
}
