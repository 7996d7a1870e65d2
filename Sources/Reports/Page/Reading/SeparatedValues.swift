/// Reads the rows of a table that this program has written, as RFC 4180 says.
///
/// Rows are told as places in the bytes, and text is made of the cells that are wanted only: a table of
/// all estimates may have a million rows, of which a report needs a hundredth. Whatever else stands in the
/// bytes is an error that names the row.
struct SeparatedValues {
  /// The names in the header.
  private(set) var names: [String] = []
  private let bytes: [UInt8]
  /// The name of the file, for what is said of it.
  private let file: String
  private var position = 0
  /// Of the current row, without quotes around them.
  private var cells: [Range<Int>] = []
  /// The number of the current row; that of the header is 1.
  private var row = 0

  /// A table in the plain style, at its first row.
  ///
  /// - Throws: `ReportProblem` where the header is none.
  init(_ bytes: [UInt8], of file: String) throws(ReportProblem) {
    self.bytes = bytes
    self.file = file
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard try next() else { return }
    names = cells.indices.map { text($0) }
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      throw problem("two columns are called \(Self.quoted(name))")
    }
  }

  /// The column of a name; `nil` if there is none.
  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// Goes to the next row; `false` if there is none.
  ///
  /// - Throws: `ReportProblem` where it is no row of the table.
  mutating func next() throws(ReportProblem) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    row += 1
    while true {
      let isQuoted = position < bytes.count && bytes[position] == Self.quote
      let start = isQuoted ? position + 1 : position
      let end = isQuoted ? endOfQuoted(from: start) : endOfPlain(from: start)
      guard !isQuoted || end < bytes.count else {
        throw problem("a quotation mark is not closed")
      }
      cells.append(start..<end)
      position = isQuoted ? end + 1 : end
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
      position += 1
    }
    guard position >= bytes.count || bytes[position] == Self.lineFeed else {
      throw problem("a closing quotation mark is followed by something else than a comma")
    }
    position += 1
    guard row == 1 || cells.count == names.count else {
      throw problem("it has \(cells.count) cells, and the header has \(names.count)")
    }
    return true
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
  ///
  /// - Throws: `ReportProblem` where something else stands there.
  func number(_ column: Int?) throws(ReportProblem) -> Double? {
    guard let column else { return nil }
    let text = text(column)
    guard !text.isEmpty else { return nil }
    // What is larger, or is none, would stand in no picture and in no sum.
    guard let number = Double(text), number.magnitude <= Self.largest else {
      throw problem(
        "\(names[column]) is \(Self.quoted(text)), but should be a number from −10³⁰ to 10³⁰")
    }
    return number
  }

  /// The largest number that is read.
  private static let largest = 1e30

  /// What is wrong with the current row.
  private func problem(_ reason: String) -> ReportProblem {
    ReportProblem(file: file, reason: "row \(row): \(reason)")
  }

  private static func quoted(_ text: String) -> String {
    "“" + PlainText.shortened(PlainText.cleaned(text), to: 40) + "”"
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  private func endOfPlain(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ","), bytes[end] != Self.lineFeed {
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
