public import Estimators
import Replications
import SupplyModel

/// How long stock lasts: estimates with their intervals and spread over replications.
public struct EnduranceResult: Sendable {
  /// What was run.
  public let study: EnduranceStudy
  /// In order of replication.
  private let values: [EnduranceStudy.Values]

  init(_ study: EnduranceStudy, values: [EnduranceStudy.Values]) {
    self.study = study
    self.values = values
  }

  /// The names of the policies that were run, in order.
  public var policyNames: [String] {
    study.compiled.policies.map { study.compiled.model.content.policies[$0].name }
  }

  /// The estimates of a policy, in the order of the tables.
  public func estimates(policy: Int) -> [EnduranceEstimate] {
    var found: [EnduranceEstimate] = []
    for level in EnduranceLevel.allCases {
      for spread in study.ledger.spreads where spread.row.level == level {
        found.append(estimate(policy: policy, spread.row, units: spread.units))
      }
      for (place, row) in study.ledger.rows.enumerated() where row.level == level {
        found.append(estimate(policy: policy, row, place: place))
      }
    }
    return found
  }

  /// One estimate; `nil` where there is no such row.
  public func estimate(
    policy: Int, level: EnduranceLevel, key: String, measure: EnduranceMeasure = .enduranceDays
  ) -> EnduranceEstimate? {
    let row = EnduranceRow(level: level, key: key, measure: measure)
    if let place = study.ledger.rows.firstIndex(of: row) {
      return estimate(policy: policy, row, place: place)
    }
    return study.ledger.spreads.first { $0.row == row }.map {
      estimate(policy: policy, row, units: $0.units)
    }
  }

  /// The value of each replication in days, restricted at the end of the horizon; `nil` in one that
  /// has none. [days]
  public func replicationDays(
    policy: Int, level: EnduranceLevel, key: String, measure: EnduranceMeasure = .enduranceDays
  ) -> [Double?] {
    let row = EnduranceRow(level: level, key: key, measure: measure)
    guard let place = study.ledger.rows.firstIndex(of: row) else { return [] }
    let parts = Double(study.compiled.model.content.experiment.ticksPerDay)
    return column(policy: policy, place).map { value in
      value == EnduranceStudy.absent ? nil : Double(value >> 1) / parts
    }
  }

  private func column(policy: Int, _ place: Int) -> [Int32] {
    let width = study.ledger.rows.count
    return values.map { $0[policy * width + place] }
  }

  /// Of the lowest of what counts to a row.
  private func estimate(policy: Int, _ row: EnduranceRow, place: Int) -> EnduranceEstimate {
    let known = column(policy: policy, place).filter { $0 != EnduranceStudy.absent }
    return estimate(
      row, moments: ExactMoments(known.map { Int64($0 >> 1) }), parts: 1, spread: known)
  }

  /// Of many care units, each by itself: the mean is that of the units' mean over replications, the
  /// spread that of units and replications together.
  private func estimate(policy: Int, _ row: EnduranceRow, units: [Int]) -> EnduranceEstimate {
    let width = study.ledger.rows.count
    let parts: Int64 = 1_000_000
    var moments = ExactMoments()
    var spread: [Int32] = []
    for replication in values {
      let known = units.map { replication[policy * width + $0] }
        .filter { $0 != EnduranceStudy.absent }
      guard !known.isEmpty else { continue }
      spread += known
      let sum = known.reduce(Int64(0)) { $0 + Int64($1 >> 1) }
      moments.add(
        GroupSums.rounded(Int128(sum) * Int128(parts), dividedBy: Int128(known.count)))
    }
    return estimate(row, moments: moments, parts: Double(parts), spread: spread)
  }

  private func estimate(
    _ row: EnduranceRow, moments: ExactMoments, parts: Double, spread: [Int32]
  ) -> EnduranceEstimate {
    let ticks = Double(study.compiled.model.content.experiment.ticksPerDay)
    let days = spread.map { Int64($0 >> 1) }
    let censored = spread.count { $0 & 1 == 1 }
    return EnduranceEstimate(
      row: row, count: moments.count, mean: moments.mean.map { $0 / parts / ticks },
      interval: moments.meanInterval()?.scaled(by: 1 / parts / ticks),
      least: days.min().map { Double($0) / ticks },
      quantiles: days.isEmpty
        ? [] : Quantile.type7(of: days, Estimate.quantileLevels).map { $0 / ticks },
      censoredShare: spread.isEmpty ? nil : Double(censored) / Double(spread.count))
  }
}

/// How long something lasts, restricted at the end of the horizon: what has not run out by then counts
/// with the days until then.
public struct EnduranceEstimate: Sendable {
  /// Of what.
  public let row: EnduranceRow
  /// Replications in which supply stops and somebody is expected to ask. [1]
  public let count: Int
  /// Restricted mean over those; `nil` if there are none. [days]
  public let mean: Double?
  /// Its 95 % interval, Student's t. [days]
  public let interval: ConfidenceInterval?
  /// The least. [days]
  public let least: Double?
  /// At `Estimate.quantileLevels`; empty where there are no values. [days]
  public let quantiles: [Double]
  /// Share of values that are restricted: nothing had run out at the end of the horizon. [1]
  public let censoredShare: Double?
}
