import Quantities
public import Replications
import SupplyModel

/// What the targets of a policy are worth at one kind of location, and what rounding adds to them.
///
/// A target in days is rounded up to whole units and packs at every location, so that the same
/// reserve spread over many stores is more stock: the first cause of discarded slow movers.
public struct StatedTargets: Sendable, Equatable {
  /// The policy's name.
  public let policy: String
  /// The kind of location.
  public let tier: String
  /// All targets at purchase price. [SEK]
  public let targetSEK: Double
  /// Those stated in days, rounded as the policy says, at purchase price. [SEK]
  public let roundedSEK: Double
  /// Those stated in days before rounding: days × normal consumption, at purchase price. [SEK]
  public let exactSEK: Double

  /// What rounding and fragmentation multiply targets in days by; `nil` where there are none. [1]
  public var roundingRatio: Double? { exactSEK > 0 ? roundedSEK / exactSEK : nil }

  /// The targets of every policy and kind of location of a study, in order.
  public static func all(of compiled: CompiledModel) -> [StatedTargets] {
    let content = compiled.model.content
    return compiled.policies.flatMap { policy in
      content.tiers.positions.compactMap { tier in
        row(content.policies[policy], tier, compiled)
      }
    }
  }

  private static func row(
    _ policy: Policy, _ tier: Position<Tier>, _ compiled: CompiledModel
  ) -> StatedTargets? {
    let content = compiled.model.content
    var (target, rounded): (Int64, Int64) = (0, 0)
    var exact: Int128 = 0
    var isUsed = false
    for product in compiled.products.map(\.position) {
      let item = content.products[product]
      for node in compiled.model.networks[product.index].nodes {
        let location = content.locations[node.location]
        guard location.tier == tier,
          let settings = policy.settings(
            for: item, at: product, in: location, at: node.location)
        else { continue }
        isUsed = true
        for level in [settings.operating, settings.reserve] {
          let units = level.units(
            of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding,
            ticksPerDay: content.experiment.ticksPerDay)
          target += units * item.unitPrice.ore
          if case .days(let days) = level {
            rounded += units * item.unitPrice.ore
            exact +=
              Int128(days) * Int128(node.normalConsumption.nanoUnits) * Int128(item.unitPrice.ore)
          }
        }
      }
    }
    guard isUsed else { return nil }
    return StatedTargets(
      policy: policy.name, tier: content.tiers[tier].id, targetSEK: Double(target) / 100,
      roundedSEK: Double(rounded) / 100,
      exactSEK: Double(exact) / 1e9 / 100 / Double(content.experiment.ticksPerDay))
  }
}
