extension Table {
  /// The table as plain text: columns under their names, numbers ended on the same place, a column
  /// without any value left out.
  public var alignedText: String {
    let shown = columns.indices.filter { column in
      (0..<rowCount).contains { row($0)[row($0).startIndex + column] != .empty }
    }
    var widths = shown.map { columns[$0].name.count }
    var texts: [[String]] = []
    for index in 0..<rowCount {
      let cells = row(index)
      let line = shown.map { Self.plainText(cells[cells.startIndex + $0]) }
      for (place, text) in line.enumerated() { widths[place] = max(widths[place], text.count) }
      texts.append(line)
    }
    let lines = ([shown.map { columns[$0].name }] + texts).map { line in
      var text = ""
      for (place, cell) in line.enumerated() {
        if place > 0 { text += "  " }
        let padding = String(repeating: " ", count: widths[place] - cell.count)
        text +=
          [.text, .date].contains(columns[shown[place]].kind) ? cell + padding : padding + cell
      }
      return PlainText.trimmed(text)
    }
    return lines.joined(separator: "\n")
  }

  private static func plainText(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): PlainText.cleaned(text)
    case .integer(let number): "\(number)"
    case .number(let number): ReadableNumber.text(number)
    case .empty: ""
    }
  }
}
