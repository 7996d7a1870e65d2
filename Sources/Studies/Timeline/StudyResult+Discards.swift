public import Estimators
import Replications
import SupplyModel

/// What expires in one year of the run, or in one of its quarters, under one policy.
public struct DiscardEstimate: Sendable {
  /// How long a time it is about.
  public enum Period: String, Sendable, CaseIterable {
    /// 365 days, the last perhaps fewer.
    case year
    /// A fourth of that.
    case quarter
  }

  /// The place of the policy among those that were run.
  public let policy: Int
  /// How long a time it is about.
  public let period: Period
  /// Which year or quarter of the run it is, from 1.
  public let number: Int
  /// Its days, from the first of the horizon, which is 0. [days]
  public let days: Range<Int>
  /// `discarded` in units where one product was run, `discardedSEK` at purchase price.
  public let measure: String
  /// The unit in the tables.
  public let unit: String
  /// Mean over replications.
  public let mean: Double
  /// 95 % interval of the mean, Student's t; `nil` for fewer than two replications.
  public let interval: ConfidenceInterval?
  /// At 5, 50 and 95 %, Hyndman–Fan definition 7.
  public let quantiles: [Double]
  /// Replications. [1]
  public let count: Int
}

extension StudyResult {
  /// What expires year by year and quarter by quarter, by policy and measure; nothing where the study
  /// does not follow it. Quarters add up to years, and years to the horizon.
  public var discards: [DiscardEstimate] {
    let periods = study.chronicle.discardPeriods
    guard !sums.kept.isEmpty, periods.quarterCount > 0 else { return [] }
    let quarters = (0..<periods.quarterCount).map { $0..<$0 + 1 }
    let stretches =
      periods.years.enumerated().map { (DiscardEstimate.Period.year, $0, $1) }
      + quarters.enumerated().map { (DiscardEstimate.Period.quarter, $0, $1) }
    let levels = [5, 50, 95].map { Quantile.Level.percent($0) }
    return study.compiled.policies.indices.flatMap { policy in
      let first = study.chronicle.discards(policy)
      return discardMeasures.flatMap { name, unit, factor, parts in
        stretches.map { period, place, quarters in
          let values = sums.kept.map { kept in
            quarters.reduce(0) { $0 + kept.timeline[first + $1] } * factor
          }
          let moments = ExactMoments(values)
          return DiscardEstimate(
            policy: policy, period: period, number: place + 1, days: periods.days(of: quarters),
            measure: name, unit: unit, mean: (moments.mean ?? 0) / parts,
            interval: moments.meanInterval()?.scaled(by: 1 / parts),
            quantiles: Quantile.type7(of: values, levels).map { $0 / parts }, count: moments.count)
        }
      }
    }
  }

  /// Units of different products are never added.
  private var discardMeasures: [(name: String, unit: String, factor: Int64, parts: Double)] {
    let factors = study.timelineFactors
    guard factors.keptInUnits else { return [("discardedSEK", "SEK", 1, 100)] }
    let units: [(name: String, unit: String, factor: Int64, parts: Double)] = [
      ("discarded", "units", 1, 1)
    ]
    return factors.ore > 0 ? units + [("discardedSEK", "SEK", factors.ore, 100)] : units
  }
}
