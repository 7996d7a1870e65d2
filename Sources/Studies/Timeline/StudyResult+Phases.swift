public import Estimators
import Replications
import SupplyModel

/// A measure of a group in one period of the course of events, under one policy.
///
/// Conditional on the period: of the replications in which it takes place, and of its days alone. Peace
/// and war are never averaged.
public struct PhaseEstimate: Sendable {
  /// Which part of the course of events.
  public enum Period: Sendable, Hashable {
    /// Before any phase of the timeline.
    case before
    /// A phase, by its name; on days of several the one that began last.
    case during(String)
    /// After a phase, outside all of them.
    case after
  }

  /// The place of the policy among those that were run.
  public let policy: Int
  /// Which part of the course of events.
  public let period: Period
  /// Of what.
  public let group: Group
  /// The name in the tables.
  public let measure: String
  /// The unit in the tables.
  public let unit: String
  /// Replications that have it: in which the period takes place, and for a share something is asked
  /// for. [1]
  public let count: Int
  /// Mean over those.
  public let mean: Double
  /// 95 % interval of the mean, Student's t; `nil` for fewer than two replications.
  public let interval: ConfidenceInterval?
  /// Mean of the paired differences to the baseline; `nil` for the baseline itself, and where it was not
  /// run.
  public let difference: Double?
  /// Its 95 % interval.
  public let differenceInterval: ConfidenceInterval?
}

extension StudyResult {
  /// Measures by period, by policy and group, in the order of the timeline; nothing where it has no
  /// phases.
  public var phases: [PhaseEstimate] {
    let chronicle = study.chronicle
    guard chronicle.followsPeriods, !sums.kept.isEmpty else { return [] }
    let ticks = sums.kept.map { kept in
      let calendar = PeriodCalendar(
        windows: windows(of: kept), horizonDays: study.context.horizonDays)
      return (0..<chronicle.periodCount).map { Int64(calendar.days(of: $0)) }
    }
    return study.compiled.policies.indices.flatMap { policy in
      (0..<chronicle.periodCount).flatMap { period in
        phases(policy: policy, period: period, ticks: ticks.map { $0[period] })
      }
    }
  }

  private func phases(policy: Int, period: Int, ticks: [Int64]) -> [PhaseEstimate] {
    let chronicle = study.chronicle
    guard ticks.contains(where: { $0 > 0 }) else { return [] }
    return chronicle.periodGroups.indices.flatMap { place in
      func columns(_ policy: Int) -> [[Int64]] {
        let first = chronicle.sums(policy, period, place)
        return sums.followed(first..<first + Chronicle.PeriodSum.allCases.count) { $1 }
      }
      let own = columns(policy)
      let base = study.baseline == policy ? nil : study.baseline.map(columns)
      return PhaseMeasure.all(
        ofEverything: chronicle.periodGroups[place].group == study.grouping.all
      ).compactMap { measure in
        estimate(measure, policy: policy, period: period, place, own, base, ticks)
      }
    }
  }

  /// - Parameters:
  ///   - columns: by `Chronicle.PeriodSum` and replication, under the policy.
  ///   - base: the same under the baseline; `nil` for the baseline itself, and where there is none.
  private func estimate(
    _ measure: PhaseMeasure, policy: Int, period: Int, _ place: Int, _ columns: [[Int64]],
    _ base: [[Int64]]?, _ ticks: [Int64]
  ) -> PhaseEstimate? {
    let own = values(measure, columns, ticks)
    let moments = ExactMoments(own.compactMap(\.self))
    guard let mean = moments.mean else { return nil }
    let parts = measure.parts * (measure.isInTicks ? Double(study.context.ticksPerDay) : 1)
    var difference: PairedDifference?
    if let base, measure.differs {
      difference = PairedDifference(own, minus: values(measure, base, ticks))
    }
    return PhaseEstimate(
      policy: policy, period: self.period(period),
      group: study.grouping.groups[study.chronicle.periodGroups[place].group],
      measure: measure.name, unit: measure.unit, count: moments.count, mean: mean / parts,
      interval: moments.meanInterval()?.scaled(by: 1 / parts),
      difference: difference?.moments.mean.map { $0 / parts },
      differenceInterval: difference?.interval()?.scaled(by: 1 / parts))
  }

  /// A measure in each replication, in parts; `nil` where the period does not take place.
  private func values(
    _ measure: PhaseMeasure, _ columns: [[Int64]], _ ticks: [Int64]
  ) -> [Int64?] {
    ticks.indices.map { row in
      guard ticks[row] > 0 else { return nil }
      return measure.value({ columns[$0.rawValue][row] }, ticks[row])
    }
  }

  private func period(_ index: Int) -> PhaseEstimate.Period {
    if index == 0 { return .before }
    return index <= content.timeline.count ? .during(content.timeline[index - 1].name) : .after
  }
}

/// What is told of each period.
private struct PhaseMeasure {
  let name: String
  let unit: String
  /// How many parts make one of the unit, besides ticks that make a day.
  var parts = 1.0
  var isInTicks = false
  /// Whether policies can differ in it.
  var differs = true
  /// The value of a replication in parts, from its sums and how long the period lasts [ticks].
  let value: ((Chronicle.PeriodSum) -> Int64, Int64) -> Int64?

  static func all(ofEverything: Bool) -> [PhaseMeasure] {
    let length = PhaseMeasure(
      name: "days", unit: "days", isInTicks: true, differs: false, value: { _, ticks in ticks })
    return (ofEverything ? [length] : []) + [
      PhaseMeasure(
        name: "unmetFraction", unit: "1", parts: Double(GroupSums.shareParts),
        value: { sums, _ in share(sums) }),
      PhaseMeasure(
        name: "unmetDays", unit: "days", parts: 1e6, isInTicks: true,
        value: { sums, ticks in
          share(sums).map {
            GroupSums.rounded(
              Int128($0) * Int128(ticks), dividedBy: Int128(GroupSums.shareParts / 1_000_000))
          }
        }),
      PhaseMeasure(
        name: "stockoutDays", unit: "days", isInTicks: true,
        value: { sums, _ in sums(.stockoutTicks) }),
      PhaseMeasure(
        name: "discardedSEK", unit: "SEK", parts: 100, value: { sums, _ in sums(.discardedOre) }),
    ]
  }

  private static func share(_ sums: (Chronicle.PeriodSum) -> Int64) -> Int64? {
    let weight = sums(.weight)
    return weight > 0
      ? GroupSums.rounded(Int128(sums(.weightedUnmet)), dividedBy: Int128(weight)) : nil
  }
}
