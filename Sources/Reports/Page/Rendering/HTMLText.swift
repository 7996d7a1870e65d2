/// Makes text harmless in HTML and SVG: it is read as text, whatever it contains.
enum HTMLText {
  /// The text with every character escaped that HTML would take for its own, in content and in quoted
  /// attributes.
  ///
  /// Control characters, line ends and marks that change the direction of letters become blanks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(Markdown.isVisible(scalar) ? scalar : " ")
      }
    }
    return result
  }

  /// A name by which links find a part: letters and digits of ASCII, and hyphens.
  static func id(_ text: String) -> String {
    String(
      text.unicodeScalars.map {
        let isPlain =
          ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        return isPlain ? Character($0) : "-"
      })
  }
}
