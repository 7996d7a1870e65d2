extension JSON5Reader {
  /// Reports a mistake and goes on, unless there were too many.
  mutating func report(
    _ start: Int, _ end: Int, _ problem: String, allowed: String? = nil, remedy: String? = nil
  ) throws(Stop) {
    let isLast = diagnostics.count + 1 >= limits.mistakes
    _ = stop(start, end, problem, allowed: allowed, remedy: remedy)
    if isLast { throw Stop() }
  }

  /// Reports a mistake after which reading cannot go on; the caller throws the result.
  mutating func stop(
    _ start: Int, _ end: Int, _ problem: String, allowed: String? = nil, remedy: String? = nil
  ) -> Stop {
    diagnostics.add(
      Diagnostic(
        place: .source(source.range(start, end)), problem: problem, allowed: allowed,
        remedy: remedy))
    return Stop()
  }

  /// What stands at `offset`, in words.
  func found() -> String {
    switch next {
    case nil: "the end of the file"
    case Ascii.lineFeed, Ascii.carriageReturn: "the end of the line"
    default: TerminalText.code(source.text(from: offset, to: endOfWord(offset)), limit: 24)
    }
  }

  /// Where the letters and digits that start at `start` end; after one character code if there
  /// are none.
  func endOfWord(_ start: Int) -> Int {
    var end = start
    while let (scalar, length) = bytes.scalar(at: end), Self.isIdentifierPart(scalar) {
      end += length
    }
    if end == start, let (_, length) = bytes.scalar(at: start) { end += length }
    return end
  }
}
