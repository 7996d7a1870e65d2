/// One line of a source text made ready to be shown with a pointer under a part of it.
struct SourceExcerpt {
  /// The number of the line, counted from 1.
  let line: Int
  /// The line, or the part of it around the place, safe to print; trailing blanks are left out.
  let text: String
  /// How many columns stand before the pointer. [columns]
  let pointerStart: Int
  /// How long the pointer is, 1…60. [columns]
  let pointerWidth: Int

  /// How much of a line is shown. [columns]
  static let widest = 100
  /// How far from the place a line is looked at; more than `widest` columns can need. [bytes]
  private static let reach = 600
  /// How much of the marked text is shown before its surroundings get their share. [columns]
  private static let widestMark = 60
  /// How much is shown before the mark when there is enough after it. [columns]
  private static let lead = 30

  /// One character code as it is shown.
  private struct Cell {
    let start: Int
    let text: String
    let width: Int
  }

  /// The first line of `range` around the place where the range starts.
  init(_ range: SourceRange) {
    let source = range.source
    let start = source.scalarStart(atOrBefore: range.start)
    let line = source.lineNumber(of: start)
    let content = source.lineRange(line)
    let place = min(max(start, content.lowerBound), content.upperBound)
    let reached = Self.reached(of: source, in: content, around: place)
    let cells = Self.cells(of: source, in: reached)
    let mark = cells.firstIndex { $0.start >= place } ?? cells.count
    let markEnd = cells.firstIndex { $0.start >= range.end } ?? cells.count
    let window =
      reached == content && Self.width(cells[...]) <= Self.widest
      ? 0..<cells.count : Self.window(cells, mark: mark, markEnd: markEnd)

    let cutBefore = window.lowerBound > 0 || reached.lowerBound > content.lowerBound
    let cutAfter = window.upperBound < cells.count || reached.upperBound < content.upperBound
    var shown = cutBefore ? "…" : ""
    for cell in cells[window] { shown += cell.text }
    if cutAfter { shown += "…" }
    while shown.last == " " { shown.removeLast() }

    self.line = line
    self.text = shown
    self.pointerStart = (cutBefore ? 1 : 0) + Self.width(cells[window.lowerBound..<mark])
    let markedEnd = min(max(markEnd, mark), window.upperBound)
    let marked = Self.width(cells[mark..<max(mark, markedEnd)])
    self.pointerWidth = min(max(1, marked), Self.widestMark)
  }

  private static func width(_ cells: ArraySlice<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  /// The part of a line that is looked at, which starts at a character code, not inside one.
  private static func reached(
    of source: SourceText, in content: Range<Int>, around place: Int
  ) -> Range<Int> {
    let start = source.scalarStart(atOrBefore: max(content.lowerBound, place - reach))
    return max(start, content.lowerBound)..<min(content.upperBound, place + reach)
  }

  /// The character codes of a part of a line, as they are shown.
  private static func cells(of source: SourceText, in part: Range<Int>) -> [Cell] {
    let bytes = source.bytes
    var offset = part.lowerBound
    var cells: [Cell] = []
    while offset < part.upperBound {
      guard let (scalar, length) = bytes.scalar(at: offset) else {
        let digits = TerminalText.hexadecimal(UInt32(bytes[offset]))
        cells.append(Cell(start: offset, text: "\\x" + digits, width: digits.count + 2))
        offset += 1
        continue
      }
      let text = scalar == "\t" ? "    " : TerminalText.shown(scalar)
      let isEscaped = text.unicodeScalars.count > 1
      let width = isEscaped ? text.unicodeScalars.count : TerminalText.width(of: scalar)
      cells.append(Cell(start: offset, text: text, width: width))
      offset += length
    }
    return cells
  }

  /// Which cells to show: the mark first, then a little before it, then what fits after and
  /// before.
  private static func window(_ cells: [Cell], mark: Int, markEnd: Int) -> Range<Int> {
    let room = widest - 2
    var low = mark
    var high = mark
    var used = 0
    func fits(_ index: Int, within limit: Int) -> Bool { used + cells[index].width <= limit }
    while high < min(max(markEnd, mark), cells.count), fits(high, within: widestMark) {
      used += cells[high].width
      high += 1
    }
    let leadLimit = used + lead
    while low > 0, fits(low - 1, within: leadLimit) {
      low -= 1
      used += cells[low].width
    }
    while high < cells.count, fits(high, within: room) {
      used += cells[high].width
      high += 1
    }
    while low > 0, fits(low - 1, within: room) {
      low -= 1
      used += cells[low].width
    }
    return low..<high
  }
}
