import Quantities
import SupplyModel

/// An element of the scenario with the place where it is written.
struct Placed<Element> {
  let element: Element
  let range: SourceRange
  let path: String
}

extension Decoding {
  /// The elements of a list; reports what is no list; `nil` if there is none.
  func list(_ node: JSONNode?, _ path: String, fallback: String) -> [JSONNode]? {
    guard let node else {
      explain(path, fallback, at: nil)
      return nil
    }
    if let elements = node.elements {
      let isWithin = isWithin(
        ScenarioLimits.entries, elements.count, node.range, path, "entries")
      return isWithin ? elements : nil
    }
    report(node.range, path, "is \(node.kindName)", allowed: "a list of objects")
    return nil
  }
}
