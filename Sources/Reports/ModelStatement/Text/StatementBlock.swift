/// A paragraph, a list, a table or a diagram of a statement.
enum StatementBlock: Sendable {
  case paragraph(Prose)
  /// Points without an order; none leaves out the list.
  case points([Prose])
  /// Points in an order.
  case steps([Prose])
  /// A table with its columns' names; no rows leave it out.
  case table(columns: [Prose], rows: [[Prose]])
  /// A Mermaid flowchart, line by line; labels have passed through `Markdown.label`.
  case flowchart([String])

  /// The lines of its Markdown; none where there is nothing to say.
  var lines: [String] {
    switch self {
    case .paragraph(let prose): return prose.isEmpty ? [] : [prose.markdown]
    case .points(let points): return points.map { "- " + $0.markdown }
    case .steps(let steps):
      return steps.enumerated().map { "\($0.offset + 1). " + $0.element.markdown }
    case .table(let columns, let rows):
      guard !rows.isEmpty else { return [] }
      let heading = [Self.row(columns), Self.row(columns.map { _ in Prose(sign: "---") })]
      return heading + rows.map(Self.row)
    case .flowchart(let lines):
      return ["```mermaid", "flowchart TD"] + lines.map { "  " + $0 } + ["```"]
    }
  }

  private static func row(_ cells: [Prose]) -> String {
    "| " + cells.map(\.markdown).joined(separator: " | ") + " |"
  }
}
