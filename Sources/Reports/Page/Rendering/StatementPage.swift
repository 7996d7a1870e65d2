/// The Markdown that `ModelStatement` writes, as HTML: headings, paragraphs, lists, tables and code,
/// and no more.
enum StatementPage {
  /// The HTML; headings become those of level `top` and below.
  static func html(_ markdown: String, top: Int) -> String {
    var result = ""
    var open = ""
    var isInCode = false
    func ends(_ tag: String) -> String {
      defer { open = tag }
      guard open != tag else { return "" }
      let closing =
        open.isEmpty ? "" : open == "table" ? "</tbody></table></div>\n" : "</\(open)>\n"
      let opening =
        tag.isEmpty
        ? "" : tag == "table" ? "<div class=\"wide\" tabindex=\"0\"><table>" : "<\(tag)>\n"
      return closing + opening
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        result += ends("")
        isInCode.toggle()
        result += isInCode ? "<pre tabindex=\"0\">" : "</pre>\n"
      } else if isInCode {
        result += HTMLText.escaped(String(line)) + "\n"
      } else if line.hasPrefix("#") {
        let level = min(6, line.prefix { $0 == "#" }.count - 1 + top)
        result += ends("")
        result += "<h\(level)>\(inline(line.drop { $0 == "#" }.dropFirst()))</h\(level)>\n"
      } else if line.hasPrefix("- ") {
        result += ends("ul") + "<li>\(inline(line.dropFirst(2)))</li>\n"
      } else if let dot = line.firstIndex(of: "."), line[..<dot].allSatisfy(\.isNumber),
        dot != line.startIndex
      {
        result += ends("ol") + "<li>\(inline(line[dot...].dropFirst(2)))</li>\n"
      } else if line.hasPrefix("| ---") {
        result += "</thead><tbody>\n"
      } else if line.hasPrefix("| ") {
        let isHeading = open != "table"
        result += ends("table") + (isHeading ? "<thead>" : "")
        let cell = isHeading ? "th scope=\"col\"" : "td"
        let end = isHeading ? "th" : "td"
        result +=
          "<tr>" + cells(line).map { "<\(cell)>\(inline($0))</\(end)>" }.joined() + "</tr>\n"
      } else {
        result += ends("")
        if !line.isEmpty { result += "<p>\(inline(line))</p>\n" }
      }
    }
    return result + ends("")
  }

  /// The cells of a row, parted by strokes that are not escaped.
  private static func cells(_ line: Substring) -> [Substring] {
    var cells: [Substring] = []
    var start = line.index(line.startIndex, offsetBy: 2)
    var index = start
    while index < line.endIndex {
      if line[index] == "\\" {
        index = line.index(index, offsetBy: 2, limitedBy: line.endIndex) ?? line.endIndex
        continue
      }
      if line[index] == "|" {
        cells.append(line[start..<index].dropLast())
        start = line.index(index, offsetBy: 2, limitedBy: line.endIndex) ?? line.endIndex
      }
      index = line.index(after: index)
    }
    return cells
  }

  /// A line's text: escapes and code, all else as it stands.
  static func inline(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first {
        result += HTMLText.escaped(String(next))
        rest = rest.dropFirst(2)
      } else if first == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        result += "<code>\(HTMLText.escaped(String(rest[..<end].dropFirst())))</code>"
        rest = rest[end...].dropFirst()
      } else if let entity = ["&lt;", "&gt;", "&amp;"].first(where: rest.hasPrefix) {
        result += entity
        rest = rest.dropFirst(entity.count)
      } else {
        result += HTMLText.escaped(String(first))
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
