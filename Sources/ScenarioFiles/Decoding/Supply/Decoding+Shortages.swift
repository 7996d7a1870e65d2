import Quantities
import SupplyModel

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
    let errors = diagnostics.count
    let id = object.value(Part.id)
    let scope = object.value(Part.scope)
    let products = productSelection(node["products"], object.path("products"), names)
    let suppliers = suppliers(object, names)
    let perYear = object.states(Part.perYear) ? object.value(Part.perYear) : nil
    let upTime = object.states(Part.upTime) ? object.value(Part.upTime) : nil
    let duration = object.requiredMember(
      "duration", example: "{ lognormal: { median: \"45 days\", mean: \"120 days\" } }"
    ).flatMap { durations($0, object.path("duration")) }
    let effect = shortageEffect(node["effect"], object.path("effect"))
    let life = shorterLife(object, isRequired: effect?.isNothing == true)
    let announcement = announcement(node["announced"], object.path("announced"))
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
      ?? upTime.map { .meanUpTime(days: $0) }
    guard let id, let scope, let products, let frequency, let duration, let effect, let startsUp,
      diagnostics.count == errors
    else { return nil }
    var process = ShortageProcess(
      id: id, products: products, frequency: frequency, duration: duration, startsUp: startsUp)
    process.scope = scope
    process.suppliers = suppliers
    process.orders = effect.orders
    process.holdsTransit = effect.holdsTransit
    process.remainingLife = life
    process.announcement = announcement
    return process
  }

  /// Suppliers that an object names, each once and in order of id; `nil` for all.
  private func suppliers(_ object: ObjectReader, _ names: Names) -> [Position<Supplier>]? {
    guard object.member("suppliers") != nil else {
      explain(object.path("suppliers"), "all suppliers", at: nil)
      return nil
    }
    return words(object, "suppliers") { names.suppliers.resolve($0, at: $1, $2, in: self) }
      .map { Set($0).sorted() }
  }

  /// What is left of the shelf life while a shortage lasts, where it differs.
  private func shorterLife(_ object: ObjectReader, isRequired: Bool) -> RemainingLife? {
    let path = object.path("remainingLife")
    guard let node = object.member("remainingLife") else {
      explain(path, "as always", at: nil)
      if isRequired {
        report(
          object.node["effect"]?.range ?? object.node.range, object.path("effect"),
          "is none, and no remainingLife is stated: the shortage would change nothing",
          allowed: "none where lives are shorter",
          remedy: "state remainingLife, or another effect")
      }
      return nil
    }
    return remainingLife(node, path)
  }

  /// When a shortage becomes known before it begins; `nil` where it never does.
  private func announcement(
    _ node: JSONNode?, _ path: String
  ) -> ShortageProcess.Announcement? {
    typealias Part = Catalogue.Announcement
    guard let node else {
      explain(path, "known only as a fact", at: nil)
      return nil
    }
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let share = object.value(Part.share)
    let notice = object.requiredMember("notice", example: "\"30 days\"").flatMap {
      durations($0, object.path("notice"))
    }
    guard let share, let notice,
      let parts = basisPoints(share, node[Part.share.name], object.path(Part.share.name))
    else { return nil }
    return ShortageProcess.Announcement(shareBasisPoints: parts, notice: notice)
  }
}
