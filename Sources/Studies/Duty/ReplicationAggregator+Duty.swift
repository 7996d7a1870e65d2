import Replications
import SupplyModel

extension ReplicationAggregator {
  /// Adds how the current product has been held under a policy: to the groups, and to the values of
  /// each holder and exemption.
  mutating func followDuty(product index: Int, policy: Int) {
    let ledger = study.dutyLedger
    for pair in ledger.pairsOfProduct[index] {
      let row = ledger.pairs[pair]
      guard let outcome = worker.dutyOutcome(row.place) else { continue }
      func note(_ figure: PairFigure, _ value: Int64?) {
        part.dutyValues[ledger.place(figure, ofPair: pair, policy: policy)] = value ?? Study.absent
      }
      note(.coverMicroDays, outcome.coverMicroDays)
      // Who need hold nothing is neither within nor below.
      guard row.requirement.units > 0 else { continue }
      note(.daysWithin, outcome.daysWithin)
      note(.missingUnitDays, outcome.missingUnitDays)
      note(.anyDayBelow, outcome.daysWithin < Int64(context.horizonDays) ? 1 : 0)
      note(.daysWithinByCover, outcome.daysWithinByCover)
      for group in row.groups {
        let place = place(policy, group)
        part.sums[place].dutyPairs += 1
        part.sums[place].dutyDaysWithin += outcome.daysWithin
        part.sums[place].dutyDaysWithinByCover += outcome.daysWithinByCover ?? 0
      }
    }
    for place in ledger.exemptionsOfProduct[index] { followExemption(place, policy: policy) }
    for cover in ledger.coverOfProduct[index] {
      guard let microDays = coverMicroDays(cover.pool) else { continue }
      let place = place(policy, cover.group)
      part.sums[place].coverProducts += 1
      part.sums[place].coverMicroDays += microDays
    }
  }

  private mutating func followExemption(_ place: Int, policy: Int) {
    let ledger = study.dutyLedger
    var (demand, unmet, days): (Int64, Int64, Int64) = (0, 0, 0)
    for node in ledger.exemptions[place].nodes {
      let tally = worker.tally(node)
      demand += tally.demand
      unmet += tally.unmet
      days += tally.stockoutDays
    }
    func note(_ figure: ExemptionFigure, _ value: Int64) {
      part.dutyValues[ledger.place(figure, ofExemption: place, policy: policy)] = value
    }
    note(.unmetShare, demand > 0 ? GroupSums.share(unmet, of: demand) : Study.absent)
    note(.stockoutDays, days)
    note(.anyStockout, days > 0 ? 1 : 0)
  }

  private func coverMicroDays(_ pool: DutyLedger.CoverPlace.Pool) -> Int64? {
    switch pool {
    case .node(let node): worker.coverMicroDays(node)
    case .authority(let place): worker.coverMicroDays(authority: place)
    case .all: worker.coverMicroDaysOfAll
    }
  }
}
