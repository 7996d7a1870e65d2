import Replications
import SupplyModel

extension ReplicationAggregator {
  /// Adds how well each region has been served with the current product under a policy.
  ///
  /// - Parameter tallies: the product's sums by group; of a region that does not use it they mean
  ///   nothing and are not among `touched`.
  mutating func followEquity(
    of product: Product, at position: Position<Product>, policy: Int, _ tallies: [Tally],
    touched: Set<Int>
  ) {
    let ledger = study.equityLedger
    guard !ledger.regions.isEmpty else { return }
    let own = study.grouping.groupsOfProduct[position.index] + [study.grouping.all]
    for (place, region) in ledger.regions.enumerated() where touched.contains(region) {
      let tally = tallies[region]
      guard tally.demand > 0 else { continue }
      let served = product.weight * GroupSums.share(tally.served, of: tally.demand)
      for group in own where ledger.groups.contains(group) {
        if sums[policy][group].regions.isEmpty {
          sums[policy][group].regions = Array(repeating: RegionShare(), count: ledger.regions.count)
        }
        sums[policy][group].regions[place].weight += product.weight
        sums[policy][group].regions[place].weightedServed += served
      }
    }
  }

  /// By policy, group and region of `EquityLedger`: the fill rate of the replication that was run
  /// last, `Study.absent` where nothing was asked for. [10⁻¹²]
  var equityValues: [Int64] {
    let ledger = study.equityLedger
    return sums.flatMap { groups in
      ledger.groups.flatMap { group in
        let regions = groups[group].regions
        return ledger.regions.indices.map {
          regions.isEmpty ? Study.absent : regions[$0].fillRate ?? Study.absent
        }
      }
    }
  }
}
