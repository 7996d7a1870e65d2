import Quantities
import Replications
import SupplyModel

/// What the stock that a policy aims at is worth at purchase price.
enum TargetWorth {
  /// All targets of a policy at the locations of a region, or of all. [öre]
  ///
  /// A location belongs to the region of the authority that answers for the product there.
  static func ore(
    of compiled: CompiledModel, policy: Int, _ region: Position<Region>?
  ) -> Int64 {
    let content = compiled.model.content
    let rules = content.policies[compiled.policies[policy]]
    var sum: Int64 = 0
    for product in compiled.products.map(\.position) {
      let item = content.products[product]
      for node in compiled.model.networks[product.index].nodes {
        let location = content.locations[node.location]
        let authority = content.authorities[location.authority(of: item.category)]
        guard region == nil || authority.region == region,
          let settings = rules.settings(for: item, at: product, in: location, at: node.location)
        else { continue }
        for level in [settings.operating, settings.reserve] {
          sum +=
            item.unitPrice.ore
            * level.units(
              of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding,
              ticksPerDay: content.experiment.ticksPerDay)
        }
      }
    }
    return sum
  }
}
