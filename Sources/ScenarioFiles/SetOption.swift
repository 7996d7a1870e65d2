/// A value that the command line puts into the scenario: `--set shortages[0].perYear=0.05`.
struct SetOption {
  private let steps: [Step]
  private let value: JSONNode
  private let source: SourceText

  /// The longest path: no scenario is as deep. [steps]
  private static let longestPath = 32

  private enum Step {
    case member(String)
    case element(Int)
  }

  /// Reads `PATH=VALUE`; the value is JSON5, or a text if it is not.
  init?(_ text: String, in decoding: Decoding) {
    source = SourceText(name: "--set \(text)", text: text, isOption: true)
    func fail(_ problem: String) {
      decoding.diagnostics.add(
        Diagnostic(
          place: .origin("--set \(text)"), problem: problem, allowed: "PATH=VALUE",
          remedy: "write for example --set experiment.replications=20"))
    }
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      fail("there is no path before an equals sign")
      return nil
    }
    guard let steps = Self.steps(text[..<equals]), steps.count <= Self.longestPath else {
      fail("the path cannot be read")
      return nil
    }
    if case .member("extends") = steps[0] {
      decoding.diagnostics.add(
        Diagnostic(
          place: .origin("--set \(text)"), problem: "what a scenario extends cannot be set",
          remedy: "write a scenario file that extends the other one"))
      return nil
    }
    self.steps = steps
    value = Self.value(String(text[text.index(after: equals)...]), source)
  }

  private static func allowedIndex(_ elements: [JSONNode]) -> String {
    switch elements.count {
    case 0: "a list that is not empty"
    case 1: "[0], the list's only element"
    default: "[0] to [\(elements.count - 1)]"
    }
  }

  private static func steps(_ path: Substring) -> [Step]? {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty else { return nil }
      steps.append(.member(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0
        else { return nil }
        steps.append(.element(index))
      }
    }
    return steps
  }

  /// The value as JSON5 reads it; what is no JSON5 is a text, so that `--set horizon.length=2
  /// years` needs no second pair of quotation marks.
  private static func value(_ text: String, _ source: SourceText) -> JSONNode {
    var ignored = Diagnostics()
    let whole = source.range(0, source.bytes.count)
    let inner = SourceText(name: source.name, text: text, isOption: true)
    if let tree = JSON5Reader.read(inner, into: &ignored), !ignored.hasErrors { return tree }
    return JSONNode(value: .string(text), range: whole)
  }

  /// The scenario with the value put in; reports a list element that does not exist.
  func applied(to tree: JSONNode, in decoding: Decoding) -> JSONNode {
    put(tree, steps[...], in: decoding)
  }

  private func put(_ node: JSONNode, _ steps: ArraySlice<Step>, in decoding: Decoding) -> JSONNode {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    let place = source.range(0, source.bytes.count)
    switch step {
    case .member(let key):
      var members = node.members ?? []
      let empty = JSONNode(value: .object([]), range: place)
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index] = JSONMember(
          key: key, keyRange: place, value: put(members[index].value, rest, in: decoding))
      } else {
        members.append(
          JSONMember(key: key, keyRange: place, value: put(empty, rest, in: decoding)))
      }
      return JSONNode(value: .object(members), range: node.members == nil ? place : node.range)
    case .element(let index):
      guard var elements = node.elements, index < elements.count else {
        decoding.diagnostics.add(
          Diagnostic(
            place: .origin(source.name), problem: "there is no element [\(index)]",
            allowed: node.elements.map(Self.allowedIndex) ?? "a list before it"))
        return node
      }
      elements[index] = put(elements[index], rest, in: decoding)
      return JSONNode(value: .array(elements), range: node.range)
    }
  }
}
