/// The bytes of one file with its name and its lines, so that any offset can be shown to the user.
///
/// Nothing is read here: whoever opens files hands over the bytes as they are, and
/// `SourceText.isReadable(within:reportingTo:)` says whether they are text. A class, because a
/// large scenario has millions of places that all name the same text.
public final class SourceText: Sendable {
  /// The path as the user gave it, such as `scenarios/jonkoping.json5`.
  public let name: String
  /// The content, including a byte order mark if there is one. Offsets count from its start.
  public let bytes: [UInt8]
  /// The offset of the first byte after a UTF-8 byte order mark. [bytes]
  let contentStart: Int
  /// Whether it stands on the command line, not in a file.
  let isOption: Bool
  /// The offset at which each line starts, in ascending order; never empty. [bytes]
  private let lineStarts: [UInt32]

  /// How far into a line characters are told from character codes. [bytes]
  private static let longestPreciseLine = 10_000

  /// A text from its name and its bytes, which may be anything.
  ///
  /// A line ends with a line feed, a carriage return, or both in that order, which is what
  /// editors count. Lines that start after 4 GiB are counted as part of the last one before.
  public init(name: String, bytes: [UInt8], isOption: Bool = false) {
    self.name = name
    self.isOption = isOption
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    self.contentStart = hasMark ? 3 : 0
    var starts: [UInt32] = [hasMark ? 3 : 0]
    let countable = min(bytes.count, Int(UInt32.max))
    var offset = contentStart
    while offset < countable {
      let byte = bytes[offset]
      offset += 1
      if byte == Ascii.lineFeed
        || (byte == Ascii.carriageReturn
          && !(offset < countable && bytes[offset] == Ascii.lineFeed))
      {
        starts.append(UInt32(offset))
      }
    }
    self.lineStarts = starts
  }

  /// A text from a string, for tests and for text that does not come from a file.
  public convenience init(name: String, text: String, isOption: Bool = false) {
    self.init(name: name, bytes: Array(text.utf8), isOption: isOption)
  }

  /// How many lines the text has; at least 1. [lines]
  public var lineCount: Int { lineStarts.count }

  /// The line and the column of the byte at `offset`, both counted from 1.
  ///
  /// Columns count characters as a reader sees them, so `å` is one column however it is
  /// encoded; more than 10 000 bytes into a line they count character codes, which is quicker.
  /// An offset outside the text counts as its nearest end.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let place = scalarStart(atOrBefore: offset)
    let line = lineNumber(of: place)
    let content = lineRange(line)
    let before = bytes[content.lowerBound..<min(place, content.upperBound)]
    // Finding the borders of characters takes seconds on a line of many megabytes.
    let characters =
      before.count <= Self.longestPreciseLine
      ? String(decoding: before, as: UTF8.self).count
      : before.count { $0 & 0xC0 != 0x80 }
    return (line, characters + 1)
  }

  /// The text of line `number`, counted from 1, without its end; empty when there is none.
  ///
  /// Bytes that are not UTF-8 appear as replacement characters.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[lineRange(number)], as: UTF8.self)
  }

  /// The part of the text between two offsets; offsets outside it count as its nearest end.
  func text(from start: Int, to end: Int) -> String {
    let first = min(max(start, 0), bytes.count)
    return String(decoding: bytes[first..<min(max(end, first), bytes.count)], as: UTF8.self)
  }

  /// The offsets of line `number`, counted from 1, without its end; empty when there is none.
  func lineRange(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[number - 1])
    guard number < lineStarts.count else { return start..<max(start, bytes.count) }
    var end = Int(lineStarts[number]) - 1
    if end > start, bytes[end] == Ascii.lineFeed, bytes[end - 1] == Ascii.carriageReturn {
      end -= 1
    }
    return start..<max(start, end)
  }

  /// The number of the line that holds the byte at `offset`, counted from 1.
  func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset where the character code that holds the byte at `offset` starts.
  func scalarStart(atOrBefore offset: Int) -> Int {
    var place = min(max(offset, contentStart), bytes.count)
    // A code has at most four bytes, so malformed text cannot make this walk far.
    for _ in 0..<3 where place > contentStart && place < bytes.count {
      if bytes[place] & 0xC0 == 0x80 { place -= 1 }
    }
    return place
  }
}
