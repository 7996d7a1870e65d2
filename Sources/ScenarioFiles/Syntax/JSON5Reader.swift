/// Reads JSON5 (json5.org, version 1.0.0) into a tree that remembers where everything stands.
///
/// All of JSON5 is accepted. A mistake whose meaning is plain (a missing comma, a key or a text
/// without quotation marks) is reported and reading goes on, so that the user sees more than the
/// first one; after any other mistake reading stops.
struct JSON5Reader {
  /// How large a file may be; each is checked before it can cost memory or stack.
  struct Limits: Sendable {
    /// [bytes]
    var fileSize = 64 * 1_048_576
    /// How many objects and lists may enclose a value, counting the outermost. [1]
    var depth = 64
    /// How many values there may be. [1]
    var nodes = 5_000_000
    /// After how many mistakes reading stops. [1]
    var mistakes = 50
  }

  /// Thrown after the reason was reported, when reading cannot go on.
  struct Stop: Error {}

  let source: SourceText
  let bytes: [UInt8]
  let limits: Limits
  /// The offset of the next byte to read.
  var offset: Int
  var diagnostics = Diagnostics()
  private var nodeCount = 0

  /// Reads the whole of `source`, which must hold one value.
  ///
  /// What is wrong is added to `diagnostics`. The result is `nil` when reading stopped; with a
  /// tree there can still be errors, and then the tree is what the file most likely means. Of
  /// members with the same key only the first is in the tree.
  static func read(
    _ source: SourceText, limits: Limits = Limits(), into diagnostics: inout Diagnostics
  ) -> JSONNode? {
    guard source.isReadable(within: limits.fileSize, reportingTo: &diagnostics) else { return nil }
    var reader = JSON5Reader(source, limits: limits)
    let tree: JSONNode?
    do throws(Stop) { tree = try reader.readDocument() } catch { tree = nil }
    diagnostics.add(contentsOf: reader.diagnostics)
    return tree
  }

  private init(_ source: SourceText, limits: Limits) {
    self.source = source
    self.bytes = source.bytes
    self.limits = limits
    self.offset = source.contentStart
  }

  /// The next byte; `nil` at the end of the file.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func readDocument() throws(Stop) -> JSONNode {
    try skipSpace()
    guard next != nil else {
      throw stop(offset, offset, "the file is empty", allowed: "an object such as { buffert: 1 }")
    }
    let tree = try readValue(depth: 0)
    try skipSpace()
    if next != nil {
      try report(
        offset, endOfWord(offset), "found \(found()) after the end of the file's only value",
        allowed: "nothing more")
    }
    return tree
  }

  /// A node that ends where reading has come to; the value must be read before the call.
  private func node(_ value: JSONNode.Value, from start: Int) -> JSONNode {
    JSONNode(value: value, range: source.range(start, offset))
  }

  /// Reads the value at `offset`, which `depth` objects and lists enclose.
  private mutating func readValue(depth: Int) throws(Stop) -> JSONNode {
    nodeCount += 1
    guard nodeCount <= limits.nodes else {
      throw stop(
        offset, offset, "the file has more than \(limits.nodes) values",
        remedy: "keep bulk data in CSV tables")
    }
    let start = offset
    switch next {
    case Ascii.openingBrace:
      try enter(depth)
      let members = try readMembers(of: start, depth: depth)
      return node(.object(members), from: start)
    case Ascii.openingBracket:
      try enter(depth)
      let elements = try readElements(of: start, depth: depth)
      return node(.array(elements), from: start)
    case Ascii.quotationMark, Ascii.apostrophe:
      let text = try readString()
      return node(.string(text), from: start)
    default:
      let value = try readBareValue()
      return node(value, from: start)
    }
  }

  private mutating func enter(_ depth: Int) throws(Stop) {
    guard depth < limits.depth else {
      throw stop(
        offset, offset + 1, "objects and lists are nested more than \(limits.depth) deep")
    }
    offset += 1
  }

  private mutating func readElements(of start: Int, depth: Int) throws(Stop) -> [JSONNode] {
    var elements: [JSONNode] = []
    while true {
      try skipSpace()
      switch next {
      case Ascii.closingBracket:
        offset += 1
        return elements
      case Ascii.comma:
        try reportSpareComma()
      default:
        try checkOpen(start, closing: "]")
        elements.append(try readValue(depth: depth + 1))
        try readSeparator(of: start, closing: "]")
      }
    }
  }

  private mutating func readMembers(of start: Int, depth: Int) throws(Stop) -> [JSONMember] {
    var members: [JSONMember] = []
    var places: [String: SourceRange] = [:]
    while true {
      try skipSpace()
      switch next {
      case Ascii.closingBrace:
        offset += 1
        return members
      case Ascii.comma:
        try reportSpareComma()
      default:
        try checkOpen(start, closing: "}")
        let keyStart = offset
        let key = try readKey()
        let keyRange = source.range(keyStart, offset)
        guard try readColon(after: key, at: keyRange, in: start) else { continue }
        let value = try readValue(depth: depth + 1)
        if let first = places[key] {
          let (line, column) = source.position(of: first.start)
          try report(
            keyRange.start, keyRange.end,
            "the key \(TerminalText.quoted(key)) is given twice, "
              + "first on line \(line), column \(column)",
            allowed: "each key once in an object", remedy: "remove one of the two")
        } else {
          places[key] = keyRange
          members.append(JSONMember(key: key, keyRange: keyRange, value: value))
        }
        try readSeparator(of: start, closing: "}")
      }
    }
  }

  /// Moves from a key to its value; `false` when there is none.
  private mutating func readColon(
    after key: String, at range: SourceRange, in start: Int
  ) throws(Stop) -> Bool {
    try skipSpace()
    let name = TerminalText.quoted(key)
    switch next {
    case Ascii.colon:
      offset += 1
    case Ascii.equalsSign:
      try report(offset, offset + 1, "found `=` after the key \(name)", allowed: "`:`")
      offset += 1
    case Ascii.comma, Ascii.closingBrace:
      break
    default:
      try checkOpen(start, closing: "}")
      try report(range.end, range.end, "a colon is missing after the key \(name)", allowed: "`:`")
    }
    try skipSpace()
    guard next == Ascii.comma || next == Ascii.closingBrace else {
      try checkOpen(start, closing: "}")
      return true
    }
    try report(range.start, range.end, "the key \(name) has no value", allowed: "`: ` and a value")
    if next == Ascii.comma { offset += 1 }
    return false
  }

  /// Moves past the comma after a value, or to the closing bracket.
  private mutating func readSeparator(of start: Int, closing: String) throws(Stop) {
    let valueEnd = offset
    try skipSpace()
    switch next {
    case Ascii.comma: offset += 1
    case nil: break
    case let byte? where byte == closing.utf8.first: break
    default:
      try checkOpen(start, closing: closing)
      try report(
        valueEnd, valueEnd, "a comma is missing after this value",
        allowed: "`,` or `\(closing)`")
    }
  }

  private mutating func reportSpareComma() throws(Stop) {
    try report(offset, offset + 1, "there is nothing before this comma", allowed: "one comma")
    offset += 1
  }

  /// Stops at the end of the file and at a bracket that closes something else.
  private mutating func checkOpen(_ start: Int, closing: String) throws(Stop) {
    let opener = TerminalText.code(closing == "}" ? "{" : "[")
    switch next {
    case nil:
      let end = source.position(of: bytes.count).line
      throw stop(
        start, start + 1, "this \(opener) is not closed before the file ends on line \(end)",
        allowed: "`\(closing)`")
    case Ascii.closingBrace, Ascii.closingBracket:
      let line = source.position(of: start).line
      throw stop(
        offset, offset + 1, "found \(found()) inside the \(opener) that opens on line \(line)",
        allowed: "`\(closing)`")
    default:
      break
    }
  }
}
