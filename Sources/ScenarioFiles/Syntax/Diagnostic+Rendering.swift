extension Diagnostic {
  /// The diagnostic as it is printed, several lines without a final line feed.
  ///
  /// ```
  /// scenarios/x.json5:41:18: error: products[3].shelfLife is longer than the horizon
  /// 41 |       shelfLife: "36500 days",
  ///    |                  ^^^^^^^^^^^^ expected 1 day to 20 years
  ///    = to model a product that never expires, leave out `shelfLife`
  /// ```
  /// Text from the file is cut to 100 columns around the place, and what a terminal would act
  /// on is shown escaped.
  public func rendered() -> String {
    var lines = [heading]
    var margin = " "
    var toExplain = allowed.map { "expected " + TerminalText.escaped($0) }
    if case .source(let range) = place {
      let excerpt = SourceExcerpt(range)
      let number = "\(excerpt.line)"
      margin = String(repeating: " ", count: number.count)
      let pointer =
        String(repeating: " ", count: excerpt.pointerStart)
        + String(repeating: "^", count: excerpt.pointerWidth)
      lines.append(excerpt.text.isEmpty ? number + " |" : number + " | " + excerpt.text)
      lines.append(margin + " | " + pointer + (toExplain.map { " " + $0 } ?? ""))
      toExplain = nil
    }
    for note in [toExplain, remedy.map { TerminalText.escaped($0) }] {
      if let note { lines.append(margin + " = " + note) }
    }
    return lines.joined(separator: "\n")
  }

  /// The first line: place, severity, path and problem.
  private var heading: String {
    var parts: [String] = []
    switch place {
    case .source(let range):
      let (line, column) = range.source.position(of: range.start)
      parts.append("\(TerminalText.escaped(range.source.name)):\(line):\(column)")
    case .origin(let origin):
      parts.append(TerminalText.escaped(origin))
    case nil:
      break
    }
    parts.append(severity.rawValue)
    parts.append(TerminalText.escaped(path.isEmpty ? problem : path + " " + problem))
    return parts.joined(separator: ": ")
  }
}

extension Diagnostics {
  /// All of them in the order of `sorted`, an empty line between two, no final line feed.
  ///
  /// At most `limit` are laid out; a last line says how many more there are.
  public func rendered(limit: Int = 50) -> String {
    let all = sorted
    var blocks = all.prefix(max(0, limit)).map { $0.rendered() }
    let hidden = all.count - blocks.count
    if notKept > 0 {
      blocks.append("and more than \(hidden) more")
    } else if hidden > 0 {
      blocks.append("and \(hidden) more")
    }
    return blocks.joined(separator: "\n\n")
  }
}
