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
    let sums = TargetSums(of: policy, in: compiled) { location, _ in location.tier == tier }
    guard sums.isUsed else { return nil }
    return StatedTargets(
      policy: policy.name, tier: content.tiers[tier].id, targetSEK: Double(sums.target) / 100,
      roundedSEK: Double(sums.rounded) / 100,
      exactSEK: Double(sums.exact) / 1e9 / 100 / Double(content.experiment.ticksPerDay))
  }
}
