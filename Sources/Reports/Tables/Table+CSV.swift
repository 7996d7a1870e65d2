import Quantities

/// How a table is written as separated values.
public enum CSVStyle: String, Sendable, Hashable, CaseIterable {
  /// Comma, decimal point, no byte order mark: what programs read.
  case plain
  /// Semicolon, decimal comma, byte order mark: what Excel opens in Swedish by double-click.
  case excelSwedish = "excel-sv"

  /// The file of a table, from the results folder; spreadsheets' files lie in a folder of their own, so
  /// that programs that read every table of the results read none twice.
  public func path(of table: String) -> String {
    self == .plain ? "\(table).csv" : "\(rawValue)/\(table).csv"
  }

  /// The names in the first line of a table; names of columns are never quoted.
  public func names(inHeader line: some Collection<UInt8>) -> [String] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let names = line.starts(with: mark) ? line.dropFirst(mark.count) : line.dropFirst(0)
    return names.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
  }

  fileprivate var separator: UInt8 {
    self == .plain ? UInt8(ascii: ",") : UInt8(ascii: ";")
  }
  fileprivate var decimalMark: UInt8 {
    self == .plain ? UInt8(ascii: ".") : UInt8(ascii: ",")
  }
}

extension Table {
  /// The table as UTF-8 text with a header, one line per row, lines ended by LF.
  ///
  /// Numbers have ten significant digits. Text is quoted as RFC 4180 says. Text that a spreadsheet
  /// would run as a formula gets an apostrophe in front; numbers never do, so `-1` stays a number.
  public func csv(_ style: CSVStyle = .plain) -> [UInt8] {
    var text = CSVText(columns, style)
    for index in 0..<rowCount { text.append(row(index)) }
    return text.bytes
  }
}

/// Lines of separated values, as `Table.csv(_:)` says.
struct CSVText {
  /// The lines so far, that have not been taken.
  private(set) var bytes: [UInt8] = []
  private let style: CSVStyle

  /// A header.
  init(_ columns: [Table.Column], _ style: CSVStyle) {
    self.style = style
    if style == .excelSwedish { bytes = [0xEF, 0xBB, 0xBF] }
    append(columns.map { .text($0.name) })
  }

  /// Adds a line.
  mutating func append(_ row: some Collection<Table.Cell>) {
    var isFirst = true
    for cell in row {
      if !isFirst { bytes.append(style.separator) }
      isFirst = false
      switch cell {
      case .text(let text): Self.append(text, style, to: &bytes)
      case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
      case .number(let number): Self.append(number, style, to: &bytes)
      case .empty: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// The lines that have not been taken yet, which are forgotten.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private static func append(_ number: Double, _ style: CSVStyle, to bytes: inout [UInt8]) {
    for byte in FixedPointText.text(number, significantDigits: 10).utf8 {
      bytes.append(byte == UInt8(ascii: ".") ? style.decimalMark : byte)
    }
  }

  private static func append(_ text: String, _ style: CSVStyle, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == style.separator || $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    if needsQuotes { bytes.append(quote) }
    if startsFormula(text.utf8) { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(quote) }
  }

  /// Whether a spreadsheet would take the text for a formula.
  ///
  /// The characters that OWASP names under "CSV Injection".
  static func startsFormula(_ text: some Collection<UInt8>) -> Bool {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
