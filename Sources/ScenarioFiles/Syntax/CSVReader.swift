/// Reads comma-separated values as RFC 4180 describes them, with comments.
///
/// The first row names the columns. Lines whose first byte is `#` are comments, unless they are
/// inside a quoted cell; empty lines are skipped. Blanks belong to their cell.
struct CSVReader {
  /// How large a table may be.
  struct Limits: Sendable {
    /// [bytes]
    var fileSize = 1_073_741_824
    /// [cells]
    var cells = 50_000_000
    /// How many mistakes are described before the rest is only counted. [1]
    var mistakes = 20
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private let limits: Limits
  private var offset: Int
  /// The cells of the row that was read last.
  private var row: [CSVCell] = []
  private var diagnostics = Diagnostics()
  private var uncounted = 0

  /// Thrown after the reason was reported, when reading cannot go on.
  private struct Stop: Error {}

  /// Reads the whole of `source`.
  ///
  /// What is wrong is added to `diagnostics`. The result is `nil` when there is no usable header
  /// or reading stopped; with a table there can still be errors, and rows with a wrong number of
  /// cells are left out of it.
  static func read(
    _ source: SourceText, limits: Limits = Limits(), into diagnostics: inout Diagnostics
  ) -> CSVTable? {
    guard source.isReadable(within: limits.fileSize, reportingTo: &diagnostics) else { return nil }
    var reader = CSVReader(source, limits: limits)
    let table: CSVTable?
    do throws(Stop) { table = try reader.readTable() } catch { table = nil }
    if reader.uncounted > 0 {
      reader.diagnostics.add(
        Diagnostic(
          place: .source(source.range(source.bytes.count, source.bytes.count)),
          path: source.fileName, problem: "has \(reader.uncounted) more mistakes of these kinds"))
    }
    diagnostics.add(contentsOf: reader.diagnostics)
    return table
  }

  private init(_ source: SourceText, limits: Limits) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.offset = source.contentStart
  }

  private mutating func readTable() throws(Stop) -> CSVTable? {
    guard try readRow() else {
      let isEmpty = offset == source.contentStart
      report(
        source.contentStart, source.contentStart,
        isEmpty ? "the file is empty" : "the file has no header",
        allowed: "a first row with the names of the columns")
      return nil
    }
    let columns = row
    let isUsable = checkHeader(columns)
    var cells: [CSVCell] = []
    var number: UInt32 = 0
    var numbers: [UInt32] = []
    var someLeftOut = false
    // As many as there are if every line is a row; each cell takes a byte at least.
    cells.reserveCapacity(
      min(limits.cells, bytes.count, source.lineCount * row.count))
    while try readRow() {
      number &+= 1
      guard row.count == columns.count else {
        someLeftOut = true
        reportRagged(number, expected: columns.count)
        continue
      }
      if someLeftOut, numbers.isEmpty {
        numbers = Array(1...UInt32(cells.count / columns.count + 1)).dropLast()
      }
      if someLeftOut { numbers.append(number) }
      guard cells.count + row.count <= limits.cells else {
        report(
          Int(row[0].start), Int(row[0].end), "the table has more than \(limits.cells) cells")
        throw Stop()
      }
      cells.append(contentsOf: row)
    }
    guard isUsable else { return nil }
    return CSVTable(source: source, columns: columns, cells: cells, rowNumbers: numbers)
  }

  /// Reads the cells of the next row into `row`; `false` at the end of the file.
  private mutating func readRow() throws(Stop) -> Bool {
    skipComments()
    guard offset < bytes.count else { return false }
    row.removeAll(keepingCapacity: true)
    while true {
      try readCell()
      guard offset < bytes.count else { return true }
      let byte = bytes[offset]
      offset += 1
      if byte == Ascii.comma { continue }
      // A line feed after a carriage return is left for `skipComments`, as an empty line.
      return true
    }
  }

  /// Moves past comment lines and empty lines.
  private mutating func skipComments() {
    while offset < bytes.count {
      switch bytes[offset] {
      case Ascii.lineFeed, Ascii.carriageReturn: offset += 1
      case Ascii.numberSign: skipToLineEnd()
      default: return
      }
    }
  }

  private mutating func skipToLineEnd() {
    while offset < bytes.count, !endsLine(bytes[offset]) { offset += 1 }
  }

  /// Reads one cell and stops before the comma, the end of the line or the end of the file.
  private mutating func readCell() throws(Stop) {
    let start = offset
    if offset < bytes.count, bytes[offset] == Ascii.quotationMark {
      try skipQuoted()
      let end = offset
      skipToCellEnd()
      if offset > end {
        report(
          end, offset, "there is text after the closing quotation mark of a cell",
          allowed: "a comma or the end of the line",
          remedy: "write a quotation mark inside a quoted cell twice")
      }
      row.append(CSVCell(start, end))
      return
    }
    skipToCellEnd()
    row.append(CSVCell(start, offset))
    if let mark = bytes[start..<offset].firstIndex(of: Ascii.quotationMark) {
      report(
        mark, mark + 1, "there is a quotation mark in a cell that does not start with one",
        remedy: "put the whole cell in quotation marks and write the one inside twice")
    }
  }

  private mutating func skipToCellEnd() {
    while offset < bytes.count, bytes[offset] != Ascii.comma, !endsLine(bytes[offset]) {
      offset += 1
    }
  }

  private mutating func skipQuoted() throws(Stop) {
    let start = offset
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == Ascii.quotationMark else { continue }
      guard offset < bytes.count, bytes[offset] == Ascii.quotationMark else { return }
      offset += 1
    }
    report(
      start, start + 1, "the quoted cell that starts here is not closed before the file ends",
      allowed: "a closing `\"`")
    throw Stop()
  }

  private func endsLine(_ byte: UInt8) -> Bool {
    byte == Ascii.lineFeed || byte == Ascii.carriageReturn
  }
}

extension CSVReader {
  /// Reports what is wrong with the header; `false` when columns cannot be told apart.
  private mutating func checkHeader(_ columns: [CSVCell]) -> Bool {
    if columns.count == 1, columns[0].text(in: source).contains(";") {
      report(
        Int(columns[0].start), Int(columns[0].end), "the columns are separated by semicolons",
        allowed: "commas",
        remedy: "save the table as CSV with commas, and write decimals with a point")
      return false
    }
    var isUsable = true
    var seen: [String: Int] = [:]
    for (position, column) in columns.enumerated() {
      let name = column.text(in: source)
      if name.isEmpty {
        isUsable = false
        report(
          Int(column.start), Int(column.end), "column \(position + 1) has no name",
          allowed: "a name for every column")
      } else if let first = seen[name] {
        isUsable = false
        report(
          Int(column.start), Int(column.end),
          "the column \(TerminalText.quoted(name)) is given twice, "
            + "as column \(first) and column \(position + 1)",
          allowed: "each column once")
      } else {
        seen[name] = position + 1
      }
    }
    return isUsable
  }

  private mutating func reportRagged(_ number: UInt32, expected: Int) {
    let found = row.count
    report(
      row.first.map { Int($0.start) } ?? offset, row.last.map { Int($0.end) } ?? offset,
      path: source.fileName + " row \(number)",
      "has \(Self.counted(found, "cell")), but the header has \(Self.counted(expected, "column"))",
      allowed: Self.counted(expected, "cell"),
      remedy: found < expected
        ? "leave a cell empty by writing its comma"
        : "put a cell that contains a comma in quotation marks; write decimals with a point")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private mutating func report(
    _ start: Int, _ end: Int, path: String = "", _ problem: String, allowed: String? = nil,
    remedy: String? = nil
  ) {
    guard diagnostics.count < limits.mistakes else {
      uncounted += 1
      return
    }
    diagnostics.add(
      Diagnostic(
        place: .source(source.range(start, end)), path: path, problem: problem, allowed: allowed,
        remedy: remedy))
  }
}
