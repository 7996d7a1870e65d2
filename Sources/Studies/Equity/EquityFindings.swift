import Replications
import SupplyModel

/// What is known about equity only when all replications have been run.
struct EquityFindings {
  /// By policy and cell, for measures that have a value in every replication: those values in the
  /// order of the kept replications.
  private(set) var perReplication: [Int: [Int64?]] = [:]
  /// By policy and cell, for measures that have one value: it, in parts.
  private(set) var single: [Int: Double] = [:]

  /// - Parameter kept: the kept replications, in order.
  init(_ study: Study, _ kept: [StudySums.KeptReplication]) {
    let ledger = study.equityLedger
    guard ledger.width > 0 else { return }
    for policy in study.compiled.policies.indices {
      for (place, group) in ledger.groups.enumerated() {
        let first = policy * ledger.width + place * ledger.regions.count
        let lottery = FairLottery(
          ledger.regions.indices.map { region in
            kept.map {
              let value = $0.fillRates[first + region]
              return value == Study.absent ? nil : value
            }
          })
        func cell(_ name: String) -> Int? {
          study.cells.firstIndex { $0.group == group && Measure.all[$0.measure].name == name }
            .map { policy * study.cells.count + $0 }
        }
        if let index = cell("regionFillRateSpreadByChance") {
          perReplication[index] = kept.indices.map { lottery.spread(inReplication: $0) }
        }
        if let index = cell("regionMeanFillRateSpread") { single[index] = lottery.spreadOfMeans }
        if let index = cell("regionMeanFillRateSpreadByNoise") {
          single[index] = lottery.spreadOfMeansByNoise(
            replications: kept.map(\.number),
            seed: study.compiled.model.content.experiment.seed)
        }
      }
    }
  }
}
