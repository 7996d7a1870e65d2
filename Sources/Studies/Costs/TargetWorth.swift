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
    let sums = TargetSums(of: content.policies[compiled.policies[policy]], in: compiled) {
      location, category in
      region == nil || content.authorities[location.authority(of: category)].region == region
    }
    return sums.target
  }
}
