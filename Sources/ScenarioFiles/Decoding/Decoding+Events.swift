import Quantities
import SupplyModel

/// An element of the scenario with the place where it is written.
struct Placed<Element> {
  let element: Element
  let range: SourceRange
  let path: String
}

extension Decoding {
  /// How often and for how long supply fails, in order of id.
  func shortages(_ node: JSONNode?, _ names: Names) -> [Placed<ShortageProcess>] {
    guard let elements = list(node, "shortages", fallback: "none") else { return [] }
    var found: [Placed<ShortageProcess>] = []
    for (index, element) in elements.enumerated() {
      let path = "shortages[\(index)]"
      guard let process = shortage(element, path, names) else { continue }
      if let earlier = found.first(where: { $0.element.id == process.id }) {
        report(
          element.range, path, "repeats the id \(TerminalText.quoted(process.id))",
          allowed: "an id that no other shortage has", remedy: "the first is \(earlier.path)")
      }
      found.append(Placed(element: process, range: element.range, path: path))
    }
    return found.sorted { $0.element.id < $1.element.id }
  }

  private func shortage(_ node: JSONNode, _ path: String, _ names: Names) -> ShortageProcess? {
    typealias Part = Catalogue.Shortage
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let id = object.value(Part.id)
    let products = productSelection(node["products"], object.path("products"), names)
    let perYear = object.states(Part.perYear) ? object.value(Part.perYear) : nil
    let upTime = object.states(Part.upTime) ? object.value(Part.upTime) : nil
    let duration = object.requiredMember(
      "duration", example: "{ lognormal: { median: \"45 days\", mean: \"120 days\" } }"
    ).flatMap { durations($0, object.path("duration")) }
    _ = object.value(Part.effect)
    let startsUp = object.value(Part.startsUp)
    guard object.states(Part.perYear) != object.states(Part.upTime) else {
      report(
        node.range, path,
        object.states(Part.perYear)
          ? "states both perYear and upTime" : "states neither perYear nor upTime",
        allowed: "one of the two",
        remedy: object.states(Part.perYear)
          ? "leave one of them out" : "write for example perYear: 0.028")
      return nil
    }
    let frequency: ShortageProcess.Frequency? =
      perYear.map { .onsetsPerYear($0.doubleValue) }
      ?? upTime.map { .meanUpTime(days: Double($0)) }
    guard let id, let products, let frequency, let duration, let startsUp else { return nil }
    return ShortageProcess(
      id: id, products: products, frequency: frequency, duration: duration, startsUp: startsUp)
  }

  /// The elements of a list; reports what is no list; `nil` if there is none.
  func list(_ node: JSONNode?, _ path: String, fallback: String) -> [JSONNode]? {
    guard let node else {
      explain(path, fallback, at: nil)
      return nil
    }
    if let elements = node.elements { return elements }
    report(node.range, path, "is \(node.kindName)", allowed: "a list of objects")
    return nil
  }
}
