import Quantities
import RandomStreams
public import SupplyModel

/// Where it is looked for how long one product lasts after all inbound supply has stopped.
///
/// A care unit, or a region, is looked at where patients can be expected to ask for the product on or
/// after the day of the cut: where the mean of demand is above nothing on some day. Elsewhere it has no
/// endurance, not an endless one.
public struct EndurancePlan: Sendable {
  /// The regions whose stock is pooled, in order.
  public let regions: [Position<Region>]
  /// By node: whether patients are expected to ask for the product there.
  public let expectsDemand: [Bool]
  /// By node: the place of its region in `regions`; −1 where none asks in that region.
  let regionOfNode: [Int32]
  /// The phase that stops supply, by its place in the timeline.
  let phase: Int

  /// The plan of a product; `nil` where the model cuts nothing.
  init?(
    of product: Position<Product>, in model: SupplyModel, demand: DemandProgram, warmUpDays: Int
  ) {
    guard let cut = model.inboundCut else { return nil }
    let content = model.content
    let category = content.products[product].category
    let nodes = model.networks[product.index].nodes
    let regionsOfNodes = nodes.map { node in
      content.authorities[content.locations[node.location].authority(of: category)].region
    }
    var expects = [Bool](repeating: false, count: nodes.count)
    for unit in demand.units {
      expects[Int(unit.node)] = demand.expectsDemand(
        unit, from: warmUpDays + content.timeline[cut].firstDay)
    }
    let asking = zip(regionsOfNodes, expects).filter(\.1).map(\.0)
    let regions = Set(asking).sorted()
    self.regions = regions
    expectsDemand = expects
    regionOfNode = regionsOfNodes.map { region in
      Int32(regions.firstIndex(of: region) ?? -1)
    }
    phase = cut.index
  }
}

extension DemandProgram {
  /// Whether the mean of a care unit's demand is above nothing on some day from one on, counted from
  /// the start of the warm-up. Where that depends on when phases take place, it may be.
  fileprivate func expectsDemand(_ unit: Unit, from day: Int) -> Bool {
    if unit.prescribed >= 0 { return true }
    guard unit.drawnCourse < 0 else { return isUsed(unit.source) }
    return segments[unit.course.segments].contains { segment in
      guard Int(segment.endDay) > day else { return false }
      let level = Int(segment.level)
      if case .tables(let firstLaw) = unit.source { return !laws[firstLaw + level].isSilent }
      return multipliers[unit.course.firstMultiplier + level] > 0 && isUsed(unit.source)
    }
  }

  /// Whether the mean of a day without phases is above nothing; the course of the source is drawn, or
  /// it is not drawn from tables.
  private func isUsed(_ source: Source) -> Bool {
    switch source {
    case .tables(let place):
      let use = drawnUses[place].use
      if case .stated(let counts) = use.family { return use.actualFactor * counts.mean > 0 }
      return use.actualFactor > 0 && use.normal > .zero
    case .constant(let use): return use.actualFactor > 0 && use.nanoUnits > 0
    case .empirical(let past):
      return past.actualFactor > 0 && pastUnits[past.days].contains { $0 > 0 }
    }
  }
}

/// How long something has lasted after all inbound supply has stopped.
public struct Endurance: Sendable, Equatable {
  /// Days from the cut to the first unmet demand, 0 if there is some on the day of the cut; to the end
  /// of the horizon if there is none until then. [days]
  public let days: Int64
  /// Whether there was no unmet demand until the end of the horizon: it would have lasted longer.
  public let isCensored: Bool

  /// An endurance.
  public init(days: Int64, isCensored: Bool) {
    self.days = days
    self.isCensored = isCensored
  }
}
