import Quantities

/// How a table is written as separated values.
public enum CSVStyle: Sendable, Hashable, CaseIterable {
  /// Comma, decimal point, no byte order mark: what programs read.
  case plain
  /// Semicolon, decimal comma, byte order mark: what Excel opens in Swedish by double-click.
  case excelSwedish

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
    var bytes: [UInt8] = style == .plain ? [] : [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(16 * (cells.count + columns.count))
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(style.separator) }
      Self.append(column.name, style, to: &bytes)
    }
    var place = columns.count
    for cell in cells {
      if place == columns.count {
        bytes.append(UInt8(ascii: "\n"))
        place = 0
      } else {
        bytes.append(style.separator)
      }
      place += 1
      switch cell {
      case .text(let text): Self.append(text, style, to: &bytes)
      case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
      case .number(let number): Self.append(number, style, to: &bytes)
      case .empty: break
      }
    }
    bytes.append(UInt8(ascii: "\n"))
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
    if startsFormula(text) { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    if needsQuotes { bytes.append(quote) }
  }

  /// Whether a spreadsheet would take the text for a formula.
  ///
  /// The characters that OWASP names under "CSV Injection".
  private static func startsFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }
}
