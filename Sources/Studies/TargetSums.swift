import Quantities
import Replications
import SupplyModel

/// What the targets of a policy add up to at some locations, at purchase price.
struct TargetSums {
  /// All targets. [öre]
  private(set) var target: Int64 = 0
  /// Those stated in days, rounded as the policy says. [öre]
  private(set) var rounded: Int64 = 0
  /// Those stated in days before rounding. [10⁻⁹ öre × ticks per day]
  private(set) var exact: Int128 = 0
  /// Whether any of the locations has settings for any product.
  private(set) var isUsed = false

  /// The sums over all products of a study.
  ///
  /// - Parameters:
  ///   - policy: which policy.
  ///   - includes: whether a location counts with products of a category.
  init(
    of policy: Policy, in compiled: CompiledModel, where includes: (Location, Category) -> Bool
  ) {
    let content = compiled.model.content
    for product in compiled.products.map(\.position) {
      let item = content.products[product]
      for node in compiled.model.networks[product.index].nodes {
        let location = content.locations[node.location]
        guard includes(location, item.category),
          let settings = policy.settings(for: item, at: product, in: location, at: node.location)
        else { continue }
        isUsed = true
        for level in [settings.operating, settings.reserve] {
          let ore =
            item.unitPrice.ore
            * level.units(
              of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding,
              ticksPerDay: content.experiment.ticksPerDay)
          target += ore
          if case .days(let days) = level {
            rounded += ore
            exact +=
              Int128(days) * Int128(node.normalConsumption.nanoUnits) * Int128(item.unitPrice.ore)
          }
        }
      }
    }
  }
}
