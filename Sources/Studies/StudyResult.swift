public import Estimators
import Replications
import SupplyModel

/// What a study has found: estimates with their intervals, and what was asked.
public struct StudyResult: Sendable {
  /// What was run.
  public let study: Study
  /// The numbers of the replications that were run to their end, in order.
  public let replications: [Int]
  /// How many were planned, if the study was interrupted before all of them were run.
  public let planned: Int?
  let sums: StudySums
  /// By policy and cell: what has one value over all replications, in parts.
  private let single: [Int: Double]
  var dutySums: DutySums { sums.duty }
  /// By cell: its place among the kept ones.
  private let keptPlaces: [Int: Int]
  /// The groups by name.
  private let places: [GroupName: Int]
  /// By group: where its cells begin; one more, where the last one's end.
  private let firstCell: [Int]

  private struct GroupName: Hashable {
    let level: Level
    let key: String
  }

  /// - Parameter planned: which replications there should be, if the study was interrupted.
  init(_ study: Study, _ sums: consuming StudySums, planned: Range<Int>? = nil) {
    self.study = study
    self.planned = planned?.count
    var sums = sums
    single = sums.complete(study).single
    replications = sums.kept.map(\.number)
    self.sums = sums
    keptPlaces = Dictionary(
      uniqueKeysWithValues: study.keptCells.enumerated().map { ($0.element, $0.offset) })
    var places: [GroupName: Int] = [:]
    for (place, group) in study.grouping.groups.enumerated() {
      places[GroupName(level: group.level, key: group.key)] = place
    }
    self.places = places
    firstCell = study.firstCells
  }

  /// The names of the policies that were run, in order.
  public var policyNames: [String] {
    study.compiled.policies.map { study.compiled.model.content.policies[$0].name }
  }

  /// What each policy aims to hold at each kind of location.
  public var statedTargets: [StatedTargets] { StatedTargets.all(of: study.compiled) }

  /// How many estimates there are for a policy: (group, measure) in the order of the tables.
  public var rowCount: Int { study.cells.count }

  /// The estimate in a row of a policy's.
  public func estimate(policy: Int, row: Int) -> Estimate { estimate(policy: policy, cell: row) }

  /// The difference of a policy other than the baseline to it, in a row.
  public func difference(policy: Int, row: Int) -> Estimate {
    difference(policy: policy, cell: row)
  }

  /// The estimates of a policy, for every group and measure in the order of the tables: made one by one
  /// as they are asked for, since there may be hundreds of thousands.
  public func estimates(policy: Int) -> some RandomAccessCollection<Estimate> {
    study.cells.indices.lazy.map { estimate(policy: policy, cell: $0) }
  }

  /// The differences of a policy to the baseline, in the order of the tables; empty for the
  /// baseline itself.
  public func differences(policy: Int) -> some RandomAccessCollection<Estimate> {
    let hasThem = study.baseline != nil && policy != study.baseline
    return (hasThem ? study.cells.indices : 0..<0).lazy.map { difference(policy: policy, cell: $0) }
  }

  /// One estimate; `nil` where the group does not have the measure.
  public func estimate(policy: Int, level: Level, key: String, measure: String) -> Estimate? {
    cell(level, key, measure).map { estimate(policy: policy, cell: $0) }
  }

  /// One difference to the baseline; `nil` where there is none.
  public func difference(policy: Int, level: Level, key: String, measure: String) -> Estimate? {
    guard let baseline = study.baseline, policy != baseline else { return nil }
    return cell(level, key, measure).map { difference(policy: policy, cell: $0) }
  }

  /// The values of one measure in each replication, in the measure's unit; `nil` in a replication
  /// that does not have it. Empty where the level does not keep them; with detail every level does.
  ///
  /// Of everything together, unless a level and a key say otherwise.
  public func replicationValues(
    policy: Int, measure: String, level: Level = .all, key: String = "all"
  ) -> [Double?] {
    guard let cell = cell(level, key, measure) else { return [] }
    return keptValues(policy: policy, cell: cell).map {
      $0 == Study.absent ? nil : Double($0) / study.cells[cell].parts
    }
  }

  func cell(_ level: Level, _ key: String, _ measure: String) -> Int? {
    guard let group = places[GroupName(level: level, key: key)] else { return nil }
    return (firstCell[group]..<firstCell[group + 1]).first {
      Measure.all[study.cells[$0].measure].name == measure
    }
  }

  private func estimate(policy: Int, cell index: Int) -> Estimate {
    let cell = study.cells[index]
    let measure = Measure.all[cell.measure]
    if let value = single[policy * study.cells.count + index] {
      return Estimate(
        group: study.grouping.groups[cell.group], measure: measure,
        count: replications.count, mean: value / cell.parts, standardDeviation: nil,
        interval: nil, quantiles: [])
    }
    let moments = sums.moments[policy * study.cells.count + index]
    var interval = moments.meanInterval()
    if measure.isProbability, moments.count > 0 {
      interval = WilsonInterval.interval(successes: Int(moments.sum), trials: moments.count)
    }
    return Estimate(
      group: study.grouping.groups[cell.group], measure: measure, count: moments.count,
      mean: moments.mean.map { $0 / cell.parts },
      standardDeviation: moments.standardDeviation.map { $0 / cell.parts },
      interval: interval?.scaled(by: 1 / cell.parts),
      quantiles: quantiles(policy: policy, cell: index))
  }

  private func difference(policy: Int, cell index: Int) -> Estimate {
    let cell = study.cells[index]
    if let value = single[policy * study.cells.count + index],
      let base = study.baseline.flatMap({ single[$0 * study.cells.count + index] })
    {
      return Estimate(
        group: study.grouping.groups[cell.group], measure: Measure.all[cell.measure],
        count: replications.count, mean: (value - base) / cell.parts,
        standardDeviation: nil, interval: nil, quantiles: [])
    }
    let moments = sums.differences(policy: policy, cell: index)
    return Estimate(
      group: study.grouping.groups[cell.group], measure: Measure.all[cell.measure],
      count: moments.count, mean: moments.mean.map { $0 / cell.parts },
      standardDeviation: moments.standardDeviation.map { $0 / cell.parts },
      interval: moments.meanInterval()?.scaled(by: 1 / cell.parts), quantiles: [])
  }

  private func quantiles(policy: Int, cell: Int) -> [Double] {
    let values = keptValues(policy: policy, cell: cell).filter { $0 != Study.absent }
    guard !values.isEmpty else { return [] }
    return Quantile.type7(of: values, Estimate.quantileLevels).map {
      $0 / study.cells[cell].parts
    }
  }

  /// In order of replication; empty where the level does not keep them.
  func keptValues(policy: Int, cell: Int) -> [Int64] {
    guard let place = keptPlaces[cell] else { return [] }
    let column = policy * study.keptCells.count + place
    return sums.kept.map { $0.values[column] }
  }
}

/// A measure of a group: its mean over replications and how sure it is.
///
/// The interval is simulation error only: it says what more replications could change, not what
/// other assumptions would.
public struct Estimate: Sendable {
  /// Of what.
  public let group: Group
  /// Which measure.
  public let measure: Measure
  /// Replications that have the measure. [1]
  public let count: Int
  /// Mean over those; `nil` if there are none.
  public let mean: Double?
  /// Standard deviation over those; `nil` if there are fewer than two.
  public let standardDeviation: Double?
  /// 95 % interval of the mean: Student's t, for probabilities Wilson's.
  public let interval: ConfidenceInterval?
  /// At `quantileLevels`; empty where replications are not kept.
  public let quantiles: [Double]

  /// 5, 25, 50, 75 and 95 %, Hyndman–Fan definition 7.
  public static let quantileLevels = [5, 25, 50, 75, 95].map { Quantile.Level.percent($0) }
}
