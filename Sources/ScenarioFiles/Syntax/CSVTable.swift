/// A table of text cells that knows where each cell is written.
///
/// Cells are kept as offsets into the file, 8 bytes each, so that a million rows fit; their text
/// is made when it is asked for. Made by `CSVReader`.
struct CSVTable: Sendable {
  /// The file.
  let source: SourceText
  /// The names in the header, none empty and no two the same.
  let columnNames: [String]
  /// Where each name of the header stands.
  let columnRanges: [SourceRange]
  /// How many rows there are, the header not counted. [rows]
  let rowCount: Int

  private let cells: [CSVCell]
  /// The number of each row in the file; empty when no row was left out.
  private let rowNumbers: [UInt32]
  private let positions: [String: Int]

  /// A table from its parts.
  ///
  /// `cells` are row after row, each as long as `columns`; `rowNumbers` is empty when row 0 is
  /// number 1 and so on.
  init(source: SourceText, columns: [CSVCell], cells: [CSVCell], rowNumbers: [UInt32]) {
    self.source = source
    self.columnNames = columns.map { $0.text(in: source) }
    self.columnRanges = columns.map { $0.range(in: source) }
    self.rowCount = columns.isEmpty ? 0 : cells.count / columns.count
    self.cells = cells
    self.rowNumbers = rowNumbers
    self.positions = Dictionary(
      zip(columnNames, 0...), uniquingKeysWith: { first, _ in first })
  }

  /// The position of the column with this name, counted from 0; `nil` when there is none.
  func column(named name: String) -> Int? {
    positions[name]
  }

  /// The text of a cell with its quoting resolved, blanks kept.
  ///
  /// Both positions count from 0 and must be below `rowCount` and `columnNames.count`.
  func cell(_ row: Int, _ column: Int) -> String {
    cells[index(row, column)].text(in: source)
  }

  /// The text of the cell in the column with this name; `nil` when there is no such column.
  func cell(_ row: Int, named name: String) -> String? {
    positions[name].map { cell(row, $0) }
  }

  /// The offsets between which a cell stands in the bytes of the file, quotation marks included.
  func bounds(_ row: Int, _ column: Int) -> Range<Int> {
    let cell = cells[index(row, column)]
    return Int(cell.start)..<Int(cell.end)
  }

  /// Where a cell stands, quotation marks included.
  func range(_ row: Int, _ column: Int) -> SourceRange {
    cells[index(row, column)].range(in: source)
  }

  /// Where a row stands, from the start of its first cell to the end of its last.
  func rowRange(_ row: Int) -> SourceRange {
    source.range(range(row, 0).start, range(row, columnNames.count - 1).end)
  }

  /// The name of a row for a diagnostic: `products.csv row 12`. The row after the header is
  /// row 1; rows that were left out because they are ragged count.
  func path(_ row: Int) -> String {
    let number = rowNumbers.isEmpty ? row + 1 : Int(rowNumbers[row])
    return source.fileName + " row \(number)"
  }

  /// The name of a cell for a diagnostic: `products.csv row 12, shelfLife`.
  func path(_ row: Int, _ column: Int) -> String {
    path(row) + ", " + columnNames[column]
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rowCount && column >= 0 && column < columnNames.count,
      "row \(row) and column \(column) should be inside \(rowCount) × \(columnNames.count).")
    return row * columnNames.count + column
  }
}

/// Where one cell of a table stands in its file, quotation marks included. [bytes]
struct CSVCell: Sendable {
  let start: UInt32
  let end: UInt32

  /// The cell between two offsets; the file is short enough for them to fit.
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(clamping: start)
    self.end = UInt32(clamping: end)
  }

  /// The place of the cell.
  func range(in source: SourceText) -> SourceRange {
    source.range(Int(start), Int(end))
  }

  /// The text of the cell with its quoting resolved.
  func text(in source: SourceText) -> String {
    let bytes = source.bytes[Int(start)..<Int(end)]
    guard bytes.count >= 2, bytes.first == Ascii.quotationMark else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var content: [UInt8] = []
    content.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes.dropFirst().dropLast() {
      // Inside a quoted cell quotation marks come in pairs, of which the second is left out.
      isEscaped = byte == Ascii.quotationMark && !isEscaped
      if byte != Ascii.quotationMark || isEscaped { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }
}

extension SourceText {
  /// The part of the name after the last slash.
  var fileName: String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
