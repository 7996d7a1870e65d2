/// Makes text out of a scenario harmless in Markdown: it is read as text, whatever it contains.
enum Markdown {
  /// The text on one line, with every character escaped that Markdown or HTML would take for its own.
  ///
  /// Control characters, line ends and marks that change the direction of letters become blanks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(isVisible(scalar) ? scalar : " ")
      }
    }
    return result
  }

  /// A name as code: `central-store`; one that could end the code, or is empty, as escaped text in
  /// quotation marks.
  static func code(_ name: String) -> String {
    let isPlain =
      !name.isEmpty && name.first != " " && name.last != " "
      && name.unicodeScalars.allSatisfy { isVisible($0) && !"`|<>&\\".unicodeScalars.contains($0) }
    return isPlain ? "`\(name)`" : "“\(escaped(name))”"
  }

  /// Text for a label of a Mermaid diagram, with everything but letters, digits and a few marks as the
  /// codes that Mermaid knows: `#35;`.
  static func label(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if !isVisible(scalar) {
        result += " "
      } else if scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || " -.,()".unicodeScalars.contains(scalar)
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result
  }

  /// Whether a reader sees it: no control character, and no mark that turns the direction of letters.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
