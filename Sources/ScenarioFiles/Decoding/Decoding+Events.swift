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

  /// When demand and supply differ, in order of their first days.
  func timeline(_ node: JSONNode?, start: CalendarDate, _ names: Names) -> [Placed<Phase>] {
    guard let elements = list(node, "timeline", fallback: "peace throughout") else { return [] }
    var found: [Placed<Phase>] = []
    for (index, element) in elements.enumerated() {
      let path = "timeline[\(index)]"
      guard let phase = phase(element, path, start, names) else { continue }
      found.append(Placed(element: phase, range: element.range, path: path))
    }
    checkPhasesTogether(found)
    return found.sorted {
      ($0.element.firstDay, $0.element.name) < ($1.element.firstDay, $1.element.name)
    }
  }

  private func phase(
    _ node: JSONNode, _ path: String, _ start: CalendarDate, _ names: Names
  ) -> Phase? {
    typealias Part = Catalogue.Phase
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let name = object.value(Part.name)
    let from = object.value(Part.from)
    let length = object.value(Part.length)
    let rampUp = object.value(Part.rampUp)
    let rampDown = object.value(Part.rampDown)
    let demand = demandMultipliers(node["demand"], object.path("demand"), names)
    let supply = object.value(Part.supply)
    let leadTimes = object.value(Part.leadTimes)
    let longerUse = lifeExtension(
      node["extendShelfLife"], object.path("extendShelfLife"), names)
    guard let name, let from, let length, let rampUp, let rampDown, let demand, let supply,
      let leadTimes,
      let parts = basisPoints(supply, node[Part.supply.name], object.path(Part.supply.name))
    else { return nil }
    guard rampUp + rampDown <= length else {
      report(
        node.range, path, "has ramps longer than the phase",
        allowed: "rampUp and rampDown within length")
      return nil
    }
    if parts != 10_000, let supplier = names.suppliers.elements.first(where: { $0.capacity == nil })
    {
      report(
        node[Part.supply.name]?.range ?? node.range, object.path(Part.supply.name),
        "scales the supply of \(TerminalText.quoted(supplier.id)), which has no limit",
        allowed: "supply only where all suppliers state a slack",
        remedy: "give suppliers.\(supplier.id) a slack")
    }
    return Phase(
      name: name, firstDay: (from.dayNumber - start.dayNumber) * context.tick.perDay,
      lengthDays: length,
      rampUpDays: rampUp, rampDownDays: rampDown, demandMultipliers: demand,
      supplyBasisPoints: parts, leadTimeMultiplier: leadTimes.doubleValue,
      lifeExtension: longerUse)
  }

  /// An authority's decision that lots may be used beyond their expiry; `nil` if there is none.
  private func lifeExtension(
    _ node: JSONNode?, _ path: String, _ names: Names
  ) -> LifeExtension? {
    typealias Part = Catalogue.LifeExtension
    guard let node else {
      explain(path, "no lot is used beyond its expiry", at: nil)
      return nil
    }
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let products = productSelection(node["products"], object.path("products"), names)
    let days = object.value(Part.by)
    guard let products, let days else { return nil }
    return LifeExtension(products: products, days: days)
  }

  /// Phases that overlap multiply; together they keep to the limits of one.
  private func checkPhasesTogether(_ phases: [Placed<Phase>]) {
    for phase in phases {
      // The most phases overlap where one of them begins.
      let together = phases.map(\.element).filter {
        $0.firstDay <= phase.element.firstDay && phase.element.firstDay < $0.endDay
      }
      let demand = together.reduce(1) { $0 * max(1, $1.demandMultipliers.max() ?? 1) }
      let supply = together.reduce(1) { $0 * max(1, Double($1.supplyBasisPoints) / 10_000) }
      let leadTimes = together.reduce(1) { $0 * max(1, $1.leadTimeMultiplier) }
      guard demand > 10_000 || supply > 100 || leadTimes > 100 else { continue }
      report(
        phase.range, phase.path,
        "multiplies more than can be simulated with the phases it overlaps",
        allowed: "together at most 10 000 times the demand, 100 times the supply and lead times",
        remedy: "where phases overlap, their multipliers are multiplied")
      return
    }
  }

  /// A multiplier for every demand class: one number for all, or an object by class.
  private func demandMultipliers(_ node: JSONNode?, _ path: String, _ names: Names) -> [Double]? {
    let format = Catalogue.Phase.multiplier
    guard let node else {
      explain(path, "1", at: nil)
      return names.demandClasses.ids.map { _ in 1 }
    }
    guard let members = node.members else {
      return read(node, path, format).map { multiplier in
        names.demandClasses.ids.map { _ in multiplier.doubleValue }
      }
    }
    var multipliers = names.demandClasses.ids.map { _ in 1.0 }
    var isSound = true
    for member in members {
      let inner = ObjectReader.joined(path, member.key)
      let demandClass = names.demandClasses.resolve(
        member.key, at: member.keyRange, inner, in: self)
      let value = read(member.value, inner, format)
      guard let demandClass, let value else {
        isSound = false
        continue
      }
      multipliers[demandClass.index] = value.doubleValue
    }
    return isSound ? multipliers : nil
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
