import Replications
import SupplyModel

/// What is known about equity only when all replications have been run.
struct EquityFindings {
  /// By policy and cell, for measures that have a value in every replication: those values in the
  /// order of the kept replications.
  private(set) var perReplication: [Int: [Int64?]] = [:]
  /// By policy and cell, for measures that have one value: it, in parts.
  private(set) var single: [Int: Double] = [:]

  init(_ study: Study, _ sums: StudySums) {
    let ledger = study.equityLedger
    let stride = ledger.width * study.compiled.policies.count
    guard stride > 0 else { return }
    let order = sums.keptReplications.indices.sorted {
      sums.keptReplications[$0] < sums.keptReplications[$1]
    }
    for policy in study.compiled.policies.indices {
      for (place, group) in ledger.groups.enumerated() {
        let first = policy * ledger.width + place * ledger.regions.count
        let lottery = FairLottery(
          ledger.regions.indices.map { region in
            order.map {
              let value = sums.equity[$0 * stride + first + region]
              return value == Study.absent ? nil : value
            }
          })
        func cell(_ name: String) -> Int? {
          study.cells.firstIndex { $0.group == group && Measure.all[$0.measure].name == name }
            .map { policy * study.cells.count + $0 }
        }
        if let index = cell("regionFillRateSpreadByChance") {
          var values = [Int64?](repeating: nil, count: order.count)
          for (rank, kept) in order.enumerated() {
            values[kept] = lottery.spread(inReplication: rank)
          }
          perReplication[index] = values
        }
        if let index = cell("regionMeanFillRateSpread") { single[index] = lottery.spreadOfMeans }
        if let index = cell("regionMeanFillRateSpreadByNoise") {
          single[index] = lottery.spreadOfMeansByNoise(
            replications: order.map { sums.keptReplications[$0] },
            seed: study.compiled.model.content.experiment.seed)
        }
      }
    }
  }
}
