extension JSON5Reader {
  /// Reads the text in quotation marks at `offset` and resolves its escapes.
  mutating func readString() throws(Stop) -> String {
    let start = offset
    let quote = bytes[start]
    var content: [UInt8] = []
    offset += 1
    while let byte = next {
      switch byte {
      case quote:
        offset += 1
        return String(decoding: content, as: UTF8.self)
      case Ascii.backslash:
        try readEscape(into: &content)
      case Ascii.lineFeed, Ascii.carriageReturn:
        throw unclosed(start, quote)
      default:
        content.append(byte)
        offset += 1
      }
    }
    throw unclosed(start, quote)
  }

  private mutating func unclosed(_ start: Int, _ quote: UInt8) -> Stop {
    let mark = TerminalText.code(String(Unicode.Scalar(quote)))
    return stop(
      start, offset, "the text that starts here is not closed on its line", allowed: mark)
  }

  /// Resolves the escape at `offset`, which is a backslash, and appends what it stands for.
  private mutating func readEscape(into content: inout [UInt8]) throws(Stop) {
    let start = offset
    guard let (scalar, length) = bytes.scalar(at: start + 1) else {
      // The end of the file: the caller finds that the text is not closed.
      offset = bytes.count
      return
    }
    offset = start + 1 + length
    switch scalar {
    case "b": content.append(0x08)
    case "t": content.append(0x09)
    case "n": content.append(0x0A)
    case "v": content.append(0x0B)
    case "f": content.append(0x0C)
    case "r": content.append(0x0D)
    case "0" where !(next.map { Ascii.digits.contains($0) } ?? false): content.append(0)
    case "x":
      guard let value = readHexadecimal(digits: 2), let result = Unicode.Scalar(value) else {
        return try reportEscape(start, allowed: "`\\x` and two hexadecimal digits")
      }
      content.append(contentsOf: String(result).utf8)
    case "u":
      guard let result = readUnicodeEscape() else {
        return try reportEscape(start, allowed: "`\\u` and the four digits of a character")
      }
      content.append(contentsOf: String(result).utf8)
    case "0"..."9":
      try reportEscape(
        start, allowed: "a letter or a sign after `\\`; `\\x` for a character by its number")
    case "\r":
      // A line continuation; a line feed after a carriage return belongs to it.
      if next == Ascii.lineFeed { offset += 1 }
    case "\n", "\u{2028}", "\u{2029}":
      break
    default:
      content.append(contentsOf: bytes[(start + 1)..<offset])
    }
  }

  private mutating func reportEscape(_ start: Int, allowed: String) throws(Stop) {
    let escape = TerminalText.code(source.text(from: start, to: offset))
    try report(
      start, offset, "the escape \(escape) means nothing", allowed: allowed,
      remedy: "for a backslash itself, write `\\\\`")
  }

  /// Reads exactly `digits` hexadecimal digits; moves past those there are.
  private mutating func readHexadecimal(digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = next, let digit = Ascii.hexadecimalValue(byte) else { return nil }
      value = value << 4 | digit
      offset += 1
    }
    return value
  }

  /// Reads what follows `\u`: four digits, or two escapes that together name one character.
  mutating func readUnicodeEscape() -> Unicode.Scalar? {
    guard let first = readHexadecimal(digits: 4) else { return nil }
    guard (0xD800...0xDBFF).contains(first) else { return Unicode.Scalar(first) }
    guard offset + 1 < bytes.count, bytes[offset] == Ascii.backslash,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    let resume = offset
    offset += 2
    guard let second = readHexadecimal(digits: 4), (0xDC00...0xDFFF).contains(second) else {
      offset = resume
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }
}
