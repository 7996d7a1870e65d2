import Replications
import SupplyModel

extension ReplicationAggregator {
  /// Adds how well each region has been served with the current product under a policy.
  mutating func followEquity(product index: Int, policy: Int) {
    let ledger = study.equityLedger
    guard !ledger.regions.isEmpty else { return }
    let weight = tables.factors[index].weight
    for (place, region) in ledger.regions.enumerated() where tallies.has(region) {
      let tally = tallies[region]
      guard tally.demand > 0 else { continue }
      let served = weight * GroupSums.share(tally.served, of: tally.demand)
      for group in tables.equityPlaces[index] {
        let share = policy * ledger.width + Int(group) * ledger.regions.count + place
        part.regionShares[share].weight += weight
        part.regionShares[share].weightedServed += served
      }
    }
  }

  /// Notes the regions' fill rates, and the range of them for each group, when all products have been
  /// run under a policy.
  mutating func compareRegions(_ policy: Int) {
    let ledger = study.equityLedger
    var share = policy * ledger.width
    for group in ledger.groups {
      for _ in ledger.regions {
        let fillRate = part.regionShares[share].fillRate
        regionFillRates[share] = fillRate ?? Study.absent
        if let fillRate { part.sums[place(policy, group)].equity.add(fillRate) }
        share += 1
      }
    }
  }
}
