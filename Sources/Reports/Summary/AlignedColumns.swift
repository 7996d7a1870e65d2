/// A table in plain text: a column of names, then columns of numbers that stand under each other.
///
/// Too wide a table continues in a second block below, with the names repeated.
struct AlignedColumns {
  /// A cell: a value, which ends where the others of its column end, and what stands behind it.
  struct Cell {
    var value: String
    var detail = ""

    /// No value.
    static let none = Cell(value: "–")
  }

  private let names: [String]
  private var columns: [(header: [String], cells: [Cell])] = []

  /// A table with a row for each name.
  init(names: [String]) {
    self.names = names.map { PlainText.shortened(PlainText.cleaned($0), to: 36) }
  }

  /// Whether there is anything to show.
  var isEmpty: Bool { columns.isEmpty }

  /// Adds a column; its header may have several lines.
  mutating func add(_ header: [String], _ cells: [Cell]) {
    precondition(cells.count == names.count, "a column should have \(names.count) cells")
    columns.append((header.map { PlainText.shortened(PlainText.cleaned($0), to: 40) }, cells))
  }

  /// This table with the columns of another one with the same names behind its own.
  func followed(by other: AlignedColumns) -> AlignedColumns {
    var both = self
    both.columns += other.columns
    return both
  }

  /// The lines, none longer than `width` unless a single column is.
  func lines(width: Int = PlainText.width) -> [String] {
    let nameWidth = names.map(\.count).max() ?? 0
    var blocks: [[String]] = []
    var current: [[String]] = []
    var currentWidth = nameWidth
    for column in columns {
      let rendered = Self.rendered(column.header, column.cells)
      let columnWidth = (rendered.map(\.count).max() ?? 0) + Self.gap
      if !current.isEmpty, currentWidth + columnWidth > width {
        blocks.append(joined(current, nameWidth))
        current = []
        currentWidth = nameWidth
      }
      current.append(rendered)
      currentWidth += columnWidth
    }
    if !current.isEmpty { blocks.append(joined(current, nameWidth)) }
    return Array(blocks.joined(separator: [""]))
  }

  private static let gap = 3

  /// A column's lines, headers first, all of the same length.
  private static func rendered(_ header: [String], _ cells: [Cell]) -> [String] {
    let valueWidth = cells.map(\.value.count).max() ?? 0
    let bodies = cells.map { cell in
      let value = String(repeating: " ", count: valueWidth - cell.value.count) + cell.value
      return cell.detail.isEmpty ? value : "\(value) \(cell.detail)"
    }
    let lines = header + bodies
    let width = lines.map(\.count).max() ?? 0
    return lines.map { PlainText.padded($0, to: width) }
  }

  private func joined(_ block: [[String]], _ nameWidth: Int) -> [String] {
    // Headers end on the same line, whatever their number of lines.
    let height = block.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let row = line - (height - names.count)
      var text = PlainText.padded(row >= 0 ? names[row] : "", to: nameWidth)
      for column in block {
        let place = line - (height - column.count)
        let blank = String(repeating: " ", count: column.first?.count ?? 0)
        text += String(repeating: " ", count: Self.gap) + (place >= 0 ? column[place] : blank)
      }
      return PlainText.trimmed(text)
    }
  }
}

/// Helps with lines of plain text.
enum PlainText {
  /// The longest line. [characters]
  static let width = 120

  /// Text without control characters, which a terminal might obey.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }

  /// Text that is cut with an ellipsis if it is too long.
  static func shortened(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(width - 1) + "…" : text
  }

  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// The name of a policy at the beginning of a sentence.
  static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Text in lines that fit, broken at spaces; later lines are indented.
  static func wrapped(_ text: String, indent: Int = 2, width: Int = PlainText.width) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in cleaned(text).split(separator: " ") {
      let word = shortened(String(word), to: width - indent)
      if line.isEmpty {
        line = word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
