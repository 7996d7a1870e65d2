/// Makes text from a file safe to print: what is invisible or moves the cursor becomes visible.
///
/// A file can hold escape sequences that repaint a terminal, and marks that reverse the order of
/// letters. Whatever is shown to the user passes through here.
enum TerminalText {
  /// The text on one line, with every control, format and unassigned character escaped.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += shown(scalar) }
    return result
  }

  /// The text in quotation marks, cut after `limit` characters, for use in a sentence.
  static func quoted(_ text: some StringProtocol, limit: Int = 40) -> String {
    "\"" + shortened(text, limit: limit) + "\""
  }

  /// The text in grave accents, cut after `limit` characters, for parts of the syntax.
  static func code(_ text: some StringProtocol, limit: Int = 40) -> String {
    "`" + shortened(text, limit: limit) + "`"
  }

  /// The text itself, or its beginning with an ellipsis when it has more than `limit` characters.
  static func shortened(_ text: some StringProtocol, limit: Int) -> String {
    // Scalars, not characters: one character can carry any number of combining marks.
    let beginning = text.unicodeScalars.prefix(limit)
    var result = ""
    result.unicodeScalars.append(contentsOf: beginning)
    return beginning.endIndex == text.unicodeScalars.endIndex ? result : result + "…"
  }

  /// How one character code is shown: itself, or an escape such as `\u{202E}`.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " "..."~": String(scalar)
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPlain(scalar) ? String(scalar) : "\\u{" + hexadecimal(scalar.value) + "}"
    }
  }

  /// How many terminal columns a character code takes: 0 for combining marks, 2 for the wide
  /// characters of East Asia and most pictographs, otherwise 1.
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }

  /// The number in hexadecimal with capital letters.
  static func hexadecimal(_ value: UInt32) -> String {
    String(value, radix: 16, uppercase: true)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default:
      true
    }
  }
}
