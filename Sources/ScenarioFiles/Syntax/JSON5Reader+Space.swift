extension JSON5Reader {
  /// Moves past white space and comments.
  mutating func skipSpace() throws(Stop) {
    while let byte = next {
      switch byte {
      case Ascii.space, Ascii.tab, Ascii.lineFeed, Ascii.carriageReturn:
        offset += 1
      case Ascii.slash:
        try skipComment()
      default:
        guard let (scalar, length) = bytes.scalar(at: offset), Self.isSpace(scalar) else { return }
        offset += length
      }
    }
  }

  /// Whether a comment starts at `place`.
  func startsComment(at place: Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == Ascii.slash else { return false }
    return bytes[place + 1] == Ascii.slash || bytes[place + 1] == Ascii.asterisk
  }

  private mutating func skipComment() throws(Stop) {
    let start = offset
    guard startsComment(at: start) else {
      throw stop(start, start + 1, "found a single `/`", allowed: "a comment: `//` or `/* … */`")
    }
    offset += 2
    if bytes[start + 1] == Ascii.slash {
      while let (scalar, length) = bytes.scalar(at: offset), !Self.endsLine(scalar) {
        offset += length
      }
      return
    }
    while offset + 1 < bytes.count {
      if bytes[offset] == Ascii.asterisk, bytes[offset + 1] == Ascii.slash {
        offset += 2
        return
      }
      offset += 1
    }
    offset = bytes.count
    throw stop(start, start + 2, "the comment that starts here is not closed", allowed: "`*/`")
  }

  /// Whether JSON5 counts the character as white space or as the end of a line.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}": true
    default: scalar.value >= 0x80 && scalar.properties.generalCategory == .spaceSeparator
    }
  }

  /// Whether JSON5 counts the character as the end of a line.
  static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Whether a key without quotation marks may start with the character.
  static func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "$", "_": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default:
      return false
    }
  }

  /// Whether a key without quotation marks may go on with the character.
  static func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if isIdentifierStart(scalar) { return true }
    switch scalar {
    case "0"..."9", "\u{200C}", "\u{200D}": return true
    case "\0"..."\u{7F}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
