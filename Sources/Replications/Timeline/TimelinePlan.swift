import RandomStreams
import SupplyModel

/// What the phases of the timeline do to one product, besides its demand and its supply.
struct TimelinePlan: Sendable {
  /// Decisions that goods may be used longer.
  let lifeExtensions: [Extension]
  /// Stock that is lost, in the order in which it is lost where several losses fall on one day.
  let losses: [Loss]
  /// Where nothing is sent.
  let cuts: [Cut]
  /// How scarce stock is shared in some phases.
  let allocations: [Sharing]
  /// The phases whose windows are drawn, which a trace tells of.
  let drawnPhases: [Int]

  /// Goods may be used longer from the first day of a phase on.
  struct Extension: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// How much longer. [days]
    let days: Int
  }

  /// Stock that is lost on the first day of a phase.
  struct Loss: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// What the phase's name is in stream keys.
    let streamID: UInt64
    /// Which of the phase's losses it is.
    let ordinal: Int
    let rule: StockLoss
    /// Where it can happen.
    let nodes: [Int]
  }

  /// Transport that is cut while a phase lasts.
  struct Cut: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// From which locations nothing is sent; `nil` for all, suppliers included.
    let from: [Int]?
    /// To which locations.
    let to: [Int]
  }

  /// How scarce stock is shared while a phase lasts.
  struct Sharing: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    let plan: AllocationPlan
  }

  /// Whether any phase does anything to the product.
  var acts: Bool {
    !(lifeExtensions.isEmpty && losses.isEmpty && cuts.isEmpty && allocations.isEmpty)
  }

  init(
    of position: Position<Product>, _ network: ProductNetwork, in content: SupplyModel.Content
  ) {
    let product = content.products[position]
    let timeline = content.timeline
    func nodes(_ selection: LocationSelection) -> [Int] {
      network.nodes.indices.filter {
        let location = network.nodes[$0].location
        return selection.selects(
          content.locations[location], at: location, for: product.category)
      }
    }
    lifeExtensions = timeline.indices.compactMap { phase in
      guard let extended = timeline[phase].lifeExtension,
        extended.products.selects(product, at: position)
      else { return nil }
      return Extension(phase: phase, days: extended.days)
    }
    losses = timeline.indices.flatMap { phase in
      timeline[phase].losses.enumerated().compactMap { ordinal, loss in
        guard loss.products.selects(product, at: position) else { return nil }
        return Loss(
          phase: phase, streamID: StableHash.of(timeline[phase].name), ordinal: ordinal,
          rule: loss, nodes: nodes(loss.locations))
      }
    }
    cuts = timeline.indices.flatMap { phase in
      timeline[phase].transportCuts.map {
        Cut(phase: phase, from: $0.from.map(nodes), to: nodes($0.to))
      }
    }
    allocations = timeline.indices.compactMap { phase in
      guard let rule = timeline[phase].allocation else { return nil }
      return Sharing(
        phase: phase,
        plan: AllocationPlan(
          Policy(name: "", rules: [], allocation: rule), of: product, in: network,
          ticksPerDay: content.experiment.ticksPerDay))
    }
    drawnPhases = timeline.indices.filter { timeline[$0].timing != nil }
  }
}
