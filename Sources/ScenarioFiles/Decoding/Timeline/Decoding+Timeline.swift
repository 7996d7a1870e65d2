import Quantities
import SupplyModel

/// A phase that has been read, before it is known when those phases are that it comes after.
struct StatedPhase {
  /// The phase, with any window.
  var phase: Phase
  /// When it takes place, as it is written.
  let timing: StatedTiming
  /// Where it is written.
  let range: SourceRange
  let path: String
}

extension Decoding {
  /// When demand and supply differ, in order of their first days.
  func timeline(
    _ node: JSONNode?, start: CalendarDate, horizonDays: Int?, _ names: Names
  ) -> [Placed<Phase>] {
    guard let elements = list(node, "timeline", fallback: "peace throughout"),
      isWithin(
        ScenarioLimits.phases, elements.count, node?.range ?? elements[0].range, "timeline",
        "phases")
    else { return [] }
    var stated: [StatedPhase] = []
    for (index, element) in elements.enumerated() {
      guard let phase = phase(element, "timeline[\(index)]", start, names) else { continue }
      stated.append(phase)
    }
    let windows = PhaseWindows(
      stated, allNames: elements.compactMap { $0["phase"]?.string }, horizonDays: horizonDays,
      in: self)
    let found = windows.phases(of: stated)
    checkPhasesTogether(found, names)
    return found.sorted {
      ($0.element.firstDay, $0.element.name) < ($1.element.firstDay, $1.element.name)
    }
  }

  private func phase(
    _ node: JSONNode, _ path: String, _ start: CalendarDate, _ names: Names
  ) -> StatedPhase? {
    typealias Part = Catalogue.Phase
    guard let object = ObjectReader(node, path, Part.section, in: self) else { return nil }
    let name = object.value(Part.name)
    let timing = timing(object, start)
    let rampUp = object.value(Part.rampUp)
    let rampDown = object.value(Part.rampDown)
    let demand = demandMultipliers(node["demand"], object.path("demand"), names)
    let demandEffects = demandEffects(object, names)
    let supply = supplyEffect(object, names)
    let cutsInbound = object.value(Part.inbound)
    let cuts = transportCuts(object, names)
    let losses = stockLosses(object, names)
    let allocation = phaseAllocation(object)
    let longerUse = lifeExtension(object, names)
    let spillOver = spillOver(object, names)
    let postponements = postponements(object, names)
    guard let name, let timing, let rampUp, let rampDown, let demand, let demandEffects, let supply,
      let cutsInbound, let cuts, let losses, let postponements
    else { return nil }
    if let longest = timing.length.longest, rampUp + rampDown > longest {
      report(
        node.range, path, "has ramps longer than the phase",
        allowed: "rampUp and rampDown within length")
      return nil
    }
    var phase = Phase(
      name: name, firstDay: 0, lengthDays: 1, rampUpDays: rampUp, rampDownDays: rampDown,
      demandMultipliers: demand, supplyBasisPoints: supply.basisPoints,
      leadTimeMultiplier: supply.leadTimeMultiplier, lifeExtension: longerUse)
    phase.suppliers = supply.suppliers
    phase.demandEffects = demandEffects
    phase.losses = losses
    phase.transportCuts = cuts
    phase.cutsInbound = cutsInbound
    phase.allocation = allocation
    phase.spillOver = spillOver
    phase.postponements = postponements
    return StatedPhase(phase: phase, timing: timing, range: node.range, path: path)
  }

  /// How scarce stock is shared while the phase lasts; `nil` for as the policy says.
  private func phaseAllocation(_ object: ObjectReader) -> AllocationRule? {
    let path = object.path("allocation")
    guard let node = object.member("allocation") else {
      explain(path, "as each policy says", at: nil)
      return nil
    }
    return allocation(node, path)
  }

  /// The entries of a list of effects, none if there is no list; `nil` if one cannot be read.
  func effects<Effect>(
    _ object: ObjectReader, _ key: String, _ section: Section,
    _ read: (ObjectReader) -> Effect?
  ) -> [Effect]? {
    let path = object.path(key)
    let fallback = Catalogue.Phase.section.fields.first { $0.name == key }?.fallback
    let errors = diagnostics.count
    guard let elements = list(object.member(key), path, fallback: fallback ?? "none") else {
      return diagnostics.count == errors ? [] : nil
    }
    let found = elements.enumerated().compactMap { index, element in
      ObjectReader(element, "\(path)[\(index)]", section, in: self).flatMap(read)
    }
    return found.count == elements.count ? found : nil
  }

  /// A share that is stated in ten-thousandths.
  func basisPoints(_ object: ObjectReader, _ field: Field<Decimal>) -> Int64? {
    object.value(field).flatMap {
      basisPoints($0, object.member(field.name), object.path(field.name))
    }
  }
}
