import RandomStreams
import SupplyModel

/// What the phases of the timeline do to one product, besides its demand and its supply.
struct TimelinePlan: Sendable {
  /// Decisions that goods may be used longer.
  let lifeExtensions: [Extension]

  /// Goods may be used longer from the first day of a phase on.
  struct Extension: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    /// How much longer. [days]
    let days: Int
  }

  /// Whether any phase does anything to the product.
  var acts: Bool { !lifeExtensions.isEmpty }

  init(
    of position: Position<Product>, _ network: ProductNetwork, in content: SupplyModel.Content
  ) {
    let product = content.products[position]
    lifeExtensions = content.timeline.indices.compactMap { phase in
      guard let extended = content.timeline[phase].lifeExtension,
        extended.products.selects(product, at: position)
      else { return nil }
      return Extension(phase: phase, days: extended.days)
    }
  }
}
