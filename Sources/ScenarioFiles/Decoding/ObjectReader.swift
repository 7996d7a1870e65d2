/// Reads the members of one object of the scenario file by the fields of its section.
struct ObjectReader {
  let node: JSONNode
  /// The object's name in messages; empty for the outermost.
  let path: String
  let decoding: Decoding

  /// The object that a node is; reports it if it is none, and every key that the section lacks.
  ///
  /// `others` are keys that are allowed besides the section's, such as the names of policies.
  init?(
    _ node: JSONNode, _ path: String, _ section: Section, others: [String] = [],
    in decoding: Decoding
  ) {
    self.node = node
    self.path = path
    self.decoding = decoding
    guard let members = node.members else {
      decoding.report(
        node.range, path.isEmpty ? "the scenario" : path, "is \(node.kindName)",
        allowed: "an object with \(section.names.prefix(6).joined(separator: ", "))")
      return nil
    }
    let known = section.names.filter { !$0.hasPrefix("<") } + others
    let isKnown = Set(known)
    for member in members where !isKnown.contains(member.key) {
      Self.reportUnknown(member, in: path, known: known, decoding)
    }
  }

  /// An object with free keys, such as suppliers by id; reports it if it is none.
  init?(_ node: JSONNode, _ path: String, freeKeys what: String, in decoding: Decoding) {
    self.node = node
    self.path = path
    self.decoding = decoding
    guard let members = node.members else {
      decoding.report(node.range, path, "is \(node.kindName)", allowed: "an object with \(what)")
      return nil
    }
    guard decoding.isWithin(ScenarioLimits.entries, members.count, node.range, path, "entries")
    else { return nil }
  }

  private static func reportUnknown(
    _ member: JSONMember, in path: String, known: [String], _ decoding: Decoding
  ) {
    decoding.report(
      member.keyRange, joined(path, member.key), "is unknown",
      allowed: TerminalText.oneOf(known),
      remedy: decoding.didYouMean(member.key, among: known))
  }

  /// A member's name in messages.
  func path(_ key: String) -> String { Self.joined(path, key) }

  static func joined(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  /// The value of a member; `nil` if it is not there.
  func member(_ key: String) -> JSONNode? { node[key] }

  /// The value of a member that must be there.
  func requiredMember(_ key: String, example: String) -> JSONNode? {
    if let member = node[key] { return member }
    decoding.report(
      opening, path(key), "is missing", remedy: "write for example \(key): \(example)")
    return nil
  }

  /// A field's value, or its default; `nil` if there is neither, or if it cannot be read.
  func value<Value>(_ field: Field<Value>) -> Value? {
    guard let member = node[field.name] else {
      if let fallback = field.description.fallback {
        decoding.explain(path(field.name), fallback, at: nil)
        return field.fallback(in: decoding.context)
      }
      _ = requiredMember(field.name, example: field.description.example)
      return nil
    }
    return read(member, path(field.name), field.format)
  }

  /// Whether a field is stated, well or badly.
  func states<Value>(_ field: Field<Value>) -> Bool { node[field.name] != nil }

  /// A single value; reports it if it cannot be read.
  func read<Value>(_ member: JSONNode, _ path: String, _ format: Format<Value>) -> Value? {
    decoding.read(member, path, format)
  }

  /// Where the object begins: what is missing is reported there, not over all its lines.
  private var opening: SourceRange {
    node.range.source.range(node.range.start, node.range.start + 1)
  }
}

extension Decoding {
  /// A single value; reports it if it cannot be read, and notes it if it can.
  func read<Value>(_ node: JSONNode, _ path: String, _ format: Format<Value>) -> Value? {
    guard let scalar = Scalar(node) else {
      report(
        node.range, path, "is \(node.kindName)", allowed: format.allowed,
        remedy: "write for example \(format.example)")
      return nil
    }
    switch format.read(scalar, context) {
    case .success(let value):
      explain(path, node.range.text, at: node.range)
      return value
    case .failure(let problem):
      report(node.range, path, problem)
      return nil
    }
  }
}
