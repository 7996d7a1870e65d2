/// Reads the rows of a table that this program has written, as RFC 4180 says.
///
/// Rows are told as places in the bytes, and text is made of the cells that are wanted only: a table of
/// all estimates may have a million rows, of which a report needs a hundredth.
struct SeparatedValues {
  /// The names in the header.
  let names: [String]
  private let bytes: [UInt8]
  private var position = 0
  /// Of the current row, without quotes around them.
  private var cells: [Range<Int>] = []

  /// A table in the plain style, at its first row.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    names = CSVStyle.plain.names(inHeader: bytes.prefix { $0 != UInt8(ascii: "\n") })
    position = 0
    _ = next()
  }

  /// The column of a name; `nil` if there is none.
  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// Goes to the next row; `false` if there is none.
  mutating func next() -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    while true {
      let isQuoted = position < bytes.count && bytes[position] == Self.quote
      let start = isQuoted ? position + 1 : position
      let end = isQuoted ? endOfQuoted(from: start) : endOfPlain(from: start)
      cells.append(start..<end)
      position = isQuoted ? end + 1 : end
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else {
        position += 1
        return true
      }
      position += 1
    }
  }

  /// Whether a cell of the current row is some plain text.
  func cell(_ column: Int, is text: StaticString) -> Bool {
    guard cells.indices.contains(column), cells[column].count == text.utf8CodeUnitCount else {
      return false
    }
    return bytes[cells[column]].elementsEqual("\(text)".utf8)
  }

  /// A text of the current row as it was before it was made harmless for spreadsheets.
  func text(_ column: Int?) -> String {
    guard let column, cells.indices.contains(column) else { return "" }
    let place = cells[column]
    var text = String(decoding: bytes[place], as: UTF8.self)
    // Only quoted cells have quotes in them, each twice.
    if place.lowerBound > 0, bytes[place.lowerBound - 1] == Self.quote {
      text = text.replacing("\"\"", with: "\"")
    }
    let units = text.utf8
    guard units.first == UInt8(ascii: "'"), CSVText.startsFormula(units.dropFirst()) else {
      return text
    }
    return String(decoding: units.dropFirst(), as: UTF8.self)
  }

  /// A number of the current row; `nil` where there is none.
  func number(_ column: Int?) -> Double? { Double(text(column)) }

  private static let quote = UInt8(ascii: "\"")

  private func endOfPlain(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: "\n") {
      end += 1
    }
    return end
  }

  private func endOfQuoted(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end] == Self.quote {
        guard end + 1 < bytes.count, bytes[end + 1] == Self.quote else { return end }
        end += 1
      }
      end += 1
    }
    return end
  }
}
