/// A table as a report prints it: every cell is a text, and notes stand below.
public struct PrintedTable: Sendable, Equatable {
  /// The name of its file without language and ending.
  public let name: String
  /// What stands above it.
  public let title: String
  /// The columns' headings; the first names the rows.
  public let headings: [String]
  /// The rows.
  public let rows: [[String]]
  /// What stands below it.
  public let notes: [String]

  /// A table; every row has a cell for each heading.
  init(name: String, title: String, headings: [String], rows: [[String]], notes: [String] = []) {
    precondition(
      rows.allSatisfy { $0.count == headings.count },
      "rows of “\(name)” should have \(headings.count) cells")
    self.name = name
    self.title = title
    self.headings = headings
    self.rows = rows
    self.notes = notes
  }

  /// As a spreadsheet in Swedish opens it: semicolons, and notes as last lines.
  public var csv: [UInt8] {
    var table = Table(
      name: name,
      columns: headings.map { Table.Column(name: $0, kind: .text, meaning: $0) })
    for row in rows { table.append(row.map { .text($0) }) }
    for note in notes {
      table.append([.text(note)] + headings.dropFirst().map { _ in .text("") })
    }
    return table.csv(.excelSwedish)
  }

  /// As lines of plain text: headings are broken, numbers end on the same place.
  var lines: [String] {
    let wrapped = headings.enumerated().map {
      PlainText.wrapped($1, indent: 0, width: $0 == 0 ? 32 : 17)
    }
    let height = wrapped.map(\.count).max() ?? 0
    let head = (0..<height).map { line in
      wrapped.map { lines in
        let place = line - (height - lines.count)
        return place < 0 ? "" : lines[place]
      }
    }
    // A mark behind a cell stands outside the column of numbers.
    let body = rows.map { $0.map { PlainText.cleaned($0) } }
    let widths = headings.indices.map { column in
      (head + body).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let texts = cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      return PlainText.trimmed(texts.joined(separator: "   "))
    }
    let rule = String(repeating: "─", count: widths.reduce(3 * (widths.count - 1), +))
    return PlainText.wrapped(title, indent: 0) + head.map(line) + [rule] + body.map(line)
      + notes.flatMap { PlainText.wrapped($0) }
  }
}
