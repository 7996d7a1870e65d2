import Estimators
import Replications

/// Whether what was read of a chunk can be what replications of the study have found.
///
/// A checksum tells what a disk or a copy has changed, not what somebody has written. Whatever a chunk
/// says, nothing that is calculated from it may stop the program; that a number is right it cannot tell.
extension StudySums {
  /// Whether the sums can be those of replications.
  func arePossible(of study: Study) -> Bool {
    guard (moments + differences + duty.moments).allSatisfy(\.arePossible) else { return false }
    let cells = study.cells
    let ledger = study.dutyLedger
    return study.compiled.policies.indices.allSatisfy { policy in
      cells.indices.allSatisfy {
        !Measure.all[cells[$0].measure].isProbability
          || moments[policy * cells.count + $0].isCount
      }
        && ledger.pairs.indices.allSatisfy {
          duty.moments[ledger.place(.anyDayBelow, ofPair: $0, policy: policy)].isCount
        }
        && ledger.exemptions.indices.allSatisfy {
          duty.moments[ledger.place(.anyStockout, ofExemption: $0, policy: policy)].isCount
        }
    }
  }
}

extension ExactMoments {
  /// Whether they can be those of zeros and ones.
  fileprivate var isCount: Bool { sum >= 0 && sum <= Int128(count) }
}

extension StudySums.KeptReplication {
  /// What a kept number stays below, so that two can be added or subtracted.
  private static let most: UInt64 = 1 << 62

  /// Whether the values can be those of one of `count` replications.
  func isPossible(in study: Study, among count: Int) -> Bool {
    // What regions differ by is added up over replications.
    let highest = Self.most / 4 / UInt64(max(1, count))
    return fillRates.allSatisfy { $0 == Study.absent || $0.magnitude <= highest }
      && timeline.allSatisfy { $0.magnitude < Self.most } && hasPossibleGoods(in: study)
      && hasPossiblePeriods(in: study)
  }

  /// Whether stock and discard can be counted in öre and in days, as the tables do.
  private func hasPossibleGoods(in study: Study) -> Bool {
    let chronicle = study.chronicle
    let factors = study.timelineFactors
    let perDay = chronicle.nanoUnitsPerDay.count == 1 ? chronicle.nanoUnitsPerDay[0] : 0
    let most = Int64(Self.most) / max(1, factors.keptInUnits ? factors.ore : 1)
    return study.compiled.policies.indices.allSatisfy { policy in
      let stock = timeline[chronicle.stock(policy)...].prefix(chronicle.points.ticks.count)
      let discards = timeline[chronicle.discards(policy)...]
        .prefix(chronicle.discardPeriods.quarterCount)
      return stock.allSatisfy {
        $0 >= 0 && $0 <= most
          && (perDay <= 0 || Int128($0) * 1_000_000_000_000 / Int128(perDay) < Int128(Self.most))
      }
        // Four quarters make a year.
        && discards.allSatisfy { $0 >= 0 && $0 <= most / 4 }
    }
  }

  /// Whether shares of what is asked for in periods can be told, and be turned into days.
  private func hasPossiblePeriods(in study: Study) -> Bool {
    let chronicle = study.chronicle
    let ticks = Int128(study.context.horizonDays)
    return study.compiled.policies.indices.allSatisfy { policy in
      (0..<chronicle.periodCount).allSatisfy { period in
        chronicle.periodGroups.indices.allSatisfy { group in
          let first = chronicle.sums(policy, period, group)
          let weight = Int128(timeline[first + Chronicle.PeriodSum.weight.rawValue])
          let unmet = Int128(timeline[first + Chronicle.PeriodSum.weightedUnmet.rawValue])
          return unmet >= 0
            && (weight <= 0 || unmet / weight * ticks / 1_000_000 < Int128(Self.most))
        }
      }
    }
  }
}
