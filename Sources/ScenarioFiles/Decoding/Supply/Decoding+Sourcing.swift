import SupplyModel

extension Decoding {
  /// Products with several suppliers, in the order in which they are stated: the last holds.
  func sourcing(_ node: JSONNode?, _ names: Names) -> [Placed<Sourcing>] {
    guard let elements = list(node, "sourcing", fallback: "every product from one supplier")
    else { return [] }
    return elements.enumerated().compactMap { index, element in
      let path = "sourcing[\(index)]"
      return sourcing(element, path, names).map {
        Placed(element: $0, range: element.range, path: path)
      }
    }
  }

  private func sourcing(_ node: JSONNode, _ path: String, _ names: Names) -> Sourcing? {
    typealias Part = Catalogue.Sourcing
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let errors = diagnostics.count
    let products = productSelection(node["products"], object.path("products"), names)
    var replacing: Position<Supplier>?
    if let from = object.value(Part.from), let member = object.member(Part.from.name) {
      replacing = names.suppliers.resolve(
        from, at: member.range, object.path(Part.from.name), in: self)
    }
    _ = object.requiredMember("suppliers", example: "[\"wholesaler\", \"importer\"]")
    let suppliers = words(object, "suppliers") {
      names.suppliers.resolve($0, at: $1, $2, in: self)
    }
    let switchAfter = object.value(Part.switchAfter)
    guard let products, let suppliers, let switchAfter, diagnostics.count == errors
    else { return nil }
    return Sourcing(
      products: products, replacing: replacing, suppliers: suppliers, switchAfterDays: switchAfter)
  }
}
