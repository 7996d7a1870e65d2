import SupplyModel

extension Decoding {
  /// What may be given instead of what, in order of what is missing.
  func substitutions(_ node: JSONNode?, _ names: Names) -> [Placed<Substitution>] {
    guard let elements = list(node, "substitutions", fallback: "none") else { return [] }
    var found: [Placed<Substitution>] = []
    for (index, element) in elements.enumerated() {
      let path = "substitutions[\(index)]"
      guard let substitution = substitution(element, path, names) else { continue }
      if let earlier = found.first(where: { $0.element.original == substitution.original }) {
        let id = names.products.ids[substitution.original.index]
        report(
          element["original"]?.range ?? element.range, path + ".original",
          "has its substitutes already: \(TerminalText.quoted(id))",
          allowed: "one entry for each product that is missing",
          remedy: "put all its substitutes into \(earlier.path).by, in order")
      }
      found.append(Placed(element: substitution, range: element.range, path: path))
    }
    return found.sorted { $0.element.original < $1.element.original }
  }

  private func substitution(_ node: JSONNode, _ path: String, _ names: Names) -> Substitution? {
    typealias Part = Catalogue.Substitution
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let original = object.value(Part.original).flatMap { id in
      object.member(Part.original.name).flatMap {
        names.products.resolve(id, at: $0.range, object.path(Part.original.name), in: self)
      }
    }
    let substitutes = object.requiredMember("by", example: "[\"gauze\"]").flatMap {
      self.substitutes($0, object.path("by"), names)
    }
    let permission = permission(node["permitted"], object.path("permitted"))
    let extraCost = object.value(Part.extraCost)
    guard let original, let substitutes, let permission, let extraCost else { return nil }
    return Substitution(
      original: original, substitutes: substitutes, permission: permission, extraCost: extraCost)
  }

  /// A product or several, each a bare id or an object with the units that replace one.
  private func substitutes(
    _ node: JSONNode, _ path: String, _ names: Names
  ) -> [Substitution.Substitute]? {
    typealias Part = Catalogue.Substitute
    let isList = node.elements != nil
    let nodes = node.elements ?? [node]
    if nodes.isEmpty {
      report(node.range, path, "is an empty list", allowed: "at least one product")
      return nil
    }
    let found = nodes.enumerated().compactMap { index, node -> Substitution.Substitute? in
      let inner = isList ? "\(path)[\(index)]" : path
      guard node.members != nil else {
        return read(node, inner, Part.product.format).flatMap {
          names.products.resolve($0, at: node.range, inner, in: self)
        }.map { Substitution.Substitute(product: $0, unitsEach: 1) }
      }
      guard let object = ObjectReader(node, inner, Part.section, in: self) else { return nil }
      let product = object.value(Part.product).flatMap { id in
        object.member(Part.product.name).flatMap {
          names.products.resolve(id, at: $0.range, object.path(Part.product.name), in: self)
        }
      }
      let units = object.value(Part.units)
      guard let product, let units else { return nil }
      return Substitution.Substitute(product: product, unitsEach: Int64(units))
    }
    return found.count == nodes.count ? found : nil
  }

  /// When a substitute may be given.
  private func permission(_ node: JSONNode?, _ path: String) -> Substitution.Permission? {
    typealias Part = Catalogue.DuringShortage
    guard let node else {
      explain(path, "always", at: nil)
      return .always
    }
    switch form(node, path, Catalogue.Permission.forms) {
    case .word: return .always
    case .form(_, let member, let path):
      return ObjectReader(member, path, Part.section, in: self)?.value(Part.delay)
        .map { .duringShortage(delayDays: $0) }
    case nil: return nil
    }
  }
}
