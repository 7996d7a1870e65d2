import Quantities
import RandomStreams
import SupplyModel

extension Decoding {
  /// Who delivers, by id.
  ///
  /// `phases` are the names of the timeline's phases; `nil` if they could not all be read.
  func suppliers(_ node: JSONNode, phases: [String]?) -> Directory<Supplier>? {
    guard let object = ObjectReader(node, "suppliers", freeKeys: "a supplier for each id", in: self)
    else { return nil }
    let errors = diagnostics.count
    var entries: [(id: String, element: Supplier, range: SourceRange, path: String)] = []
    for member in object.node.members ?? [] {
      let path = object.path(member.key)
      guard let supplier = supplier(member.value, member.key, path, phases) else { continue }
      entries.append((member.key, supplier, member.keyRange, path))
    }
    return Directory("supplier", entries, isComplete: diagnostics.count == errors, in: self)
  }

  private func supplier(
    _ node: JSONNode, _ id: String, _ path: String, _ phases: [String]?
  ) -> Supplier? {
    typealias Part = Catalogue.Supplier
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let errors = diagnostics.count
    let leadTime = object.requiredMember("leadTime", example: "\"5 days\"").flatMap {
      durations($0, object.path("leadTime"), longest: 3650)
    }
    let life = object.requiredMember(
      "remainingLife", example: "{ shareOfShelfLife: { uniform: [\"67 %\", \"100 %\"] } }"
    ).flatMap { remainingLife($0, object.path("remainingLife")) }
    let capacity = capacity(object)
    let allocation = supplierAllocation(object)
    let unfilled = object.value(Part.unfilled)
    let ceiling = ceiling(object)
    let readiness = readiness(object, phases)
    guard let leadTime, let life, let allocation, let unfilled, diagnostics.count == errors
    else { return nil }
    var supplier = Supplier(id: id, leadTime: leadTime, remainingLife: life, capacity: capacity)
    supplier.allocation = allocation
    supplier.unfilled = unfilled
    supplier.ceiling = ceiling
    supplier.readiness = readiness
    return supplier
  }

  /// How much can be delivered; `nil` for no limit. Reports what has no meaning without a limit.
  private func capacity(_ object: ObjectReader) -> Supplier.Capacity? {
    typealias Part = Catalogue.Supplier
    let slack = object.value(Part.slack)
    let window = object.value(Part.window)
    if !object.states(Part.slack) {
      for (name, remedy) in [
        (Part.window.name, "state the slack, or leave out the window"),
        ("allocation", "state the slack, or leave out the allocation"),
        (
          Part.unfilled.name,
          "state the slack, or leave out unfilled: all that is ordered is delivered"
        ),
      ] {
        guard let member = object.member(name) else { continue }
        report(
          member.range, object.path(name), "has no meaning without a slack", remedy: remedy)
      }
    }
    guard let slack, let window,
      let parts = basisPoints(
        slack, object.member(Part.slack.name), object.path(Part.slack.name))
    else { return nil }
    return Supplier.Capacity(slackBasisPoints: parts, windowDays: window)
  }

  /// Who gets what when more is ordered than can be delivered.
  private func supplierAllocation(_ object: ObjectReader) -> AllocationRule? {
    let path = object.path("allocation")
    guard let node = object.member("allocation") else {
      explain(path, "firstCome", at: nil)
      return .firstCome
    }
    if let levels = node["priority"] {
      report(
        levels.range, path + ".priority",
        "keeps stock for more urgent care, but a supplier has none",
        allowed: "the word priority", remedy: "write allocation: \"priority\"")
      return nil
    }
    return allocation(node, path, Catalogue.SupplierAllocation.forms)
  }

  /// The most that a location may buy; `nil` for no ceiling.
  private func ceiling(_ object: ObjectReader) -> Ceiling? {
    typealias Part = Catalogue.Ceiling
    let path = object.path("ceiling")
    guard let node = object.member("ceiling") else {
      explain(path, "none", at: nil)
      return nil
    }
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let share = object.value(Part.share)
    let period = object.value(Part.period)
    guard let share, let period,
      let parts = basisPoints(share, node[Part.share.name], object.path(Part.share.name))
    else { return nil }
    return Ceiling(shareBasisPoints: parts, periodDays: period)
  }

  /// What must happen before a supplier delivers; `nil` for one that always does.
  private func readiness(_ object: ObjectReader, _ phases: [String]?) -> Readiness? {
    typealias Part = Catalogue.Readiness
    let path = object.path("readiness")
    guard let node = object.member("readiness") else {
      explain(path, "it always delivers", at: nil)
      return nil
    }
    if object.member(Catalogue.Supplier.slack.name) == nil {
      report(
        node.range, path, "needs a slack, which says how much is made",
        allowed: "readiness with a slack",
        remedy: "write for example slack: \"-70 %\" for 30 per cent of normal consumption")
    }
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let decision = decision(object, phases: phases)
    let startUp = object.value(Part.startUp)
    guard let decision, let startUp else { return nil }
    return Readiness(decision: decision, startUpDays: startUp)
  }
}
