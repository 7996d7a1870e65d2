import Quantities
import SupplyModel

/// What a phase does to suppliers.
struct SupplyEffect {
  /// What multiplies capacity, in ten-thousandths.
  let basisPoints: Int64
  let leadTimeMultiplier: Double
  /// Whose; `nil` for all suppliers.
  let suppliers: [Position<Supplier>]?
}

extension Decoding {
  /// What a phase does to supply and lead times, and whose.
  func supplyEffect(_ object: ObjectReader, _ names: Names) -> SupplyEffect? {
    typealias Part = Catalogue.Phase
    let parts = basisPoints(object, Part.supply)
    let leadTimes = object.value(Part.leadTimes)
    let path = object.path("suppliers")
    let errors = diagnostics.count
    let stated = object.member("suppliers")
    if stated == nil { explain(path, "all suppliers", at: nil) }
    let suppliers = stated.map { self.suppliers($0, path, names) }
    guard let parts, let leadTimes, diagnostics.count == errors else { return nil }
    if let stated, parts == 10_000, leadTimes.doubleValue == 1 {
      report(
        stated.range, path, "names suppliers whose supply and lead times stay as they are",
        allowed: "suppliers together with supply or leadTimes",
        remedy: "state supply or leadTimes, or leave it out")
    }
    if parts != 10_000,
      let supplier = names.suppliers.elements.positions.first(where: {
        names.suppliers.elements[$0].capacity == nil && suppliers?.contains($0) != false
      })
    {
      let id = names.suppliers.elements[supplier].id
      report(
        object.member(Part.supply.name)?.range ?? object.node.range,
        object.path(Part.supply.name),
        "scales the supply of \(TerminalText.quoted(id)), which has no limit",
        allowed: suppliers == nil
          ? "supply only where all suppliers state a slack"
          : "supply only where the named suppliers state a slack",
        remedy: "give suppliers.\(id) a slack")
    }
    return SupplyEffect(
      basisPoints: parts, leadTimeMultiplier: leadTimes.doubleValue, suppliers: suppliers)
  }

  /// Suppliers by id, each once.
  private func suppliers(
    _ node: JSONNode, _ path: String, _ names: Names
  ) -> [Position<Supplier>] {
    let nodes = node.elements ?? [node]
    if nodes.isEmpty {
      report(node.range, path, "is an empty list", allowed: "a word or a list of words")
    }
    let found = nodes.enumerated().compactMap { index, element -> Position<Supplier>? in
      let inner = node.elements == nil ? path : "\(path)[\(index)]"
      return read(element, inner, Format<String>.identifier).flatMap {
        names.suppliers.resolve($0, at: element.range, inner, in: self)
      }
    }
    return Set(found).sorted()
  }
}
