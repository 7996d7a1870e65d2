/// Keys and values without quotation marks.
///
/// What stands up to the next sign of the syntax is looked at as a whole, so that `5 days` or
/// `2027-01-01` without quotation marks gives one error that says what is missing.
extension JSON5Reader {
  /// A stretch of one line without syntax, and the byte after it and the blanks that follow.
  private struct Run {
    let start: Int
    let end: Int
    let terminator: UInt8?
  }

  /// Reads a key at `offset`, in quotation marks or not.
  mutating func readKey() throws(Stop) -> String {
    if next == Ascii.quotationMark || next == Ascii.apostrophe { return try readString() }
    let start = offset
    let run = self.run(from: start)
    if let name = readIdentifier() {
      if offset == run.end || run.terminator != Ascii.colon { return name }
    }
    let text = source.text(from: start, to: run.end)
    guard run.end > start, run.terminator == Ascii.colon else {
      offset = start
      let afterDigit =
        start > 1 && bytes[start - 1] == Ascii.comma
        && Ascii.digits.contains(bytes[start - 2])
      let isDigit = next.map { Ascii.digits.contains($0) } ?? false
      throw stop(
        start, endOfWord(start), "found \(found()) where a key should stand",
        allowed: "a key and `:`",
        remedy: afterDigit && isDigit ? "write decimals with a point: 1.5" : nil)
    }
    offset = run.end
    try report(
      start, run.end, "the key \(TerminalText.code(text)) needs quotation marks",
      allowed: "letters, digits, `_` and `$`, or quotation marks",
      remedy: "write \(TerminalText.quoted(text)): …")
    return text
  }

  /// Reads an identifier of ECMAScript 5.1; `nil` when none stands at `offset`.
  private mutating func readIdentifier() -> String? {
    var name = ""
    while let (raw, length) = bytes.scalar(at: offset) {
      let resume = offset
      offset += length
      var scalar = raw
      if raw == "\\" {
        guard next == UInt8(ascii: "u") else {
          offset = resume
          break
        }
        offset += 1
        guard let escaped = readUnicodeEscape() else {
          offset = resume
          break
        }
        scalar = escaped
      }
      guard name.isEmpty ? Self.isIdentifierStart(scalar) : Self.isIdentifierPart(scalar) else {
        offset = resume
        break
      }
      name.unicodeScalars.append(scalar)
    }
    return name.isEmpty ? nil : name
  }

  /// Reads `true`, `false`, `null` or a number at `offset`; text without quotation marks is
  /// reported and taken as text.
  mutating func readBareValue() throws(Stop) -> JSONNode.Value {
    let start = offset
    let run = self.run(from: start)
    guard run.end > start else {
      throw stop(
        start, endOfWord(start), "found \(found()) where a value should stand",
        allowed: "a value")
    }
    // Before a colon the last word is a key whose comma is missing.
    let wordEnd = run.terminator == Ascii.colon ? firstBlank(in: run) : run.end
    let text = source.text(from: start, to: wordEnd)
    if let value = Self.literal(text) {
      offset = wordEnd
      return value
    }
    if wordEnd == run.end, run.terminator == Ascii.colon {
      throw stop(
        start, run.end, "found the key \(TerminalText.code(text)) where a value should stand",
        allowed: "a value", remedy: "keys belong in an object: { \(text): … }")
    }
    offset = wordEnd
    try reportBareText(text, start)
    return Self.seemsNumber(text) ? .number(JSONNumber(text: text)) : .string(text)
  }

  private mutating func reportBareText(_ text: String, _ start: Int) throws(Stop) {
    let name = TerminalText.code(text)
    if Self.seemsNumber(text) {
      let withoutZeros = text.drop { $0 == "0" }
      let plain = withoutZeros.first?.isNumber == true ? String(withoutZeros) : "0" + withoutZeros
      return try report(
        start, offset, "the number \(name) starts with a zero",
        allowed: "a number without leading zeros", remedy: "write \(plain)")
    }
    let alternatives = ["true", "false", "null", "Infinity", "NaN"]
    if let word = alternatives.first(where: { $0.lowercased() == text.lowercased() }) {
      return try report(
        start, offset, "found \(name) where a value should stand", allowed: "a value",
        remedy: "write \(word)")
    }
    try report(
      start, offset, "the text \(name) needs quotation marks",
      allowed: "quotation marks around text", remedy: "write \(TerminalText.quoted(text))")
  }

  /// What stands from `start` up to the next sign of the syntax on the line, blanks at its end
  /// left out.
  private func run(from start: Int) -> Run {
    var place = start
    var end = start
    while let (scalar, length) = bytes.scalar(at: place) {
      switch scalar {
      case ",", ":", "{", "}", "[", "]", "\"", "'", "\n", "\r", "\u{2028}", "\u{2029}":
        return Run(start: start, end: end, terminator: bytes[place])
      default:
        if startsComment(at: place) {
          return Run(start: start, end: end, terminator: bytes[place])
        }
        place += length
        if !Self.isSpace(scalar) { end = place }
      }
    }
    return Run(start: start, end: end, terminator: nil)
  }

  private func firstBlank(in run: Run) -> Int {
    var place = run.start
    while place < run.end, let (scalar, length) = bytes.scalar(at: place), !Self.isSpace(scalar) {
      place += length
    }
    return place
  }

  /// The value that a word stands for; `nil` when it is no literal and no number.
  private static func literal(_ text: String) -> JSONNode.Value? {
    switch text {
    case "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    default: isNumber(text) ? .number(JSONNumber(text: text)) : nil
    }
  }

  /// Whether the text would be a number without the zeros at its beginning.
  private static func seemsNumber(_ text: String) -> Bool {
    guard text.first == "0" else { return false }
    return isNumber("0" + text.drop { $0 == "0" }) || isNumber(String(text.drop { $0 == "0" }))
  }

  /// Whether the text is a number of JSON5.
  static func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if rest.elementsEqual("Infinity".utf8) || rest.elementsEqual("NaN".utf8) { return true }
    if rest.starts(with: "0x".utf8) || rest.starts(with: "0X".utf8) {
      let digits = rest.dropFirst(2)
      return !digits.isEmpty && digits.allSatisfy { Ascii.hexadecimalValue($0) != nil }
    }
    let whole = rest.prefix { Ascii.digits.contains($0) }
    rest = rest.dropFirst(whole.count)
    guard !(whole.count > 1 && whole.first == UInt8(ascii: "0")) else { return false }
    var fractionCount = 0
    if rest.first == UInt8(ascii: ".") {
      fractionCount = rest.dropFirst().prefix { Ascii.digits.contains($0) }.count
      rest = rest.dropFirst(1 + fractionCount)
    }
    guard whole.count + fractionCount > 0 else { return false }
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else {
      return rest.isEmpty
    }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy { Ascii.digits.contains($0) }
  }
}
