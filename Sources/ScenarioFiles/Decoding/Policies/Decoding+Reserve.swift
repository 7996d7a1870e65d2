import SupplyModel

extension Decoding {
  /// How the reserve is part of the flow.
  func rotation(_ node: JSONNode, _ path: String) -> Rotation? {
    switch form(node, path, Catalogue.ReserveRotation.forms) {
    case .word("flowing"): return .flowing
    case .word:
      let field = Catalogue.Separate.fillFirst
      explain("\(path).separate.\(field.name)", field.description.fallback ?? "", at: nil)
      return .separate(fillFirst: field.fallback(in: context) ?? .flow)
    case .form("separate", let member, let path):
      return ObjectReader(member, path, Catalogue.Separate.section, in: self)?
        .value(Catalogue.Separate.fillFirst).map { .separate(fillFirst: $0) }
    case .form(_, let member, let path):
      return ObjectReader(member, path, Catalogue.Swap.section, in: self)?
        .value(Catalogue.Swap.beforeExpiry).map { .swap(beforeExpiryDays: $0) }
    case nil: return nil
    }
  }

  /// When the reserve may be used; `phases` are the names of the timeline's phases, `nil` if they
  /// could not all be read.
  func release(_ node: JSONNode, _ path: String, phases: [String]?) -> ReleaseRule? {
    let field = Catalogue.OnStockout.delay
    switch form(node, path, Catalogue.Release.forms) {
    case .word("always"): return .always
    case .word:
      explain("\(path).onStockout.\(field.name)", field.description.fallback ?? "", at: nil)
      return .onStockout(delayDays: field.fallback(in: context) ?? 0)
    case .form("onStockout", let member, let path):
      return ObjectReader(member, path, Catalogue.OnStockout.section, in: self)?.value(field)
        .map { .onStockout(delayDays: $0) }
    case .form(_, let member, let path):
      guard let object = ObjectReader(member, path, Catalogue.InPhase.section, in: self)
      else { return nil }
      let delay = object.value(Catalogue.InPhase.delay)
      let names = object.requiredMember("phases", example: "[\"war\"]").flatMap {
        phaseNames($0, object.path("phases"), among: phases)
      }
      guard let delay, let names else { return nil }
      return .inPhase(names: names, delayDays: delay)
    case nil: return nil
    }
  }

  /// Names of phases, sorted; reports those that the timeline lacks.
  func phaseNames(
    _ node: JSONNode, _ path: String, among phases: [String]?
  ) -> [String]? {
    let nodes = node.elements ?? [node]
    if nodes.isEmpty {
      report(node.range, path, "is an empty list", allowed: "a word or a list of words")
      return nil
    }
    var names: Set<String> = []
    var isSound = true
    for (index, element) in nodes.enumerated() {
      let inner = node.elements == nil ? path : "\(path)[\(index)]"
      guard let name = read(element, inner, Format<String>.identifier) else {
        isSound = false
        continue
      }
      names.insert(name)
      guard let phases, !phases.contains(name) else { continue }
      report(
        element.range, inner, "names the unknown phase \(TerminalText.quoted(name))",
        allowed: phases.isEmpty
          ? "the name of a phase, but the timeline has none"
          : TerminalText.oneOf(Set(phases).sorted()),
        remedy: didYouMean(name, among: phases))
      isSound = false
    }
    return isSound ? names.sorted() : nil
  }
}
