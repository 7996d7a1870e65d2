import Estimators
import Replications

/// Sums over replications, and the values that quantiles need.
struct StudySums: Sendable {
  /// By policy and cell.
  var moments: [ExactMoments]
  /// By policy other than the baseline, and cell: this policy minus the baseline.
  var differences: [ExactMoments]
  /// The replications whose values are kept, in the order in which they were added until
  /// `complete(_:_:)` puts them in order.
  private(set) var kept: [KeptReplication] = []
  /// How the duty is kept.
  var duty: DutySums
  private let cellCount: Int
  private let baseline: Int?

  /// What is kept of one replication.
  ///
  /// Each has memory of its own: it is never moved as more are added or cores are merged, so that what is
  /// needed is what is kept, and not twice that.
  struct KeptReplication: Sendable {
    /// Which one.
    let number: Int
    /// By policy and kept cell.
    var values: [Int64]
    /// By policy, group and region of `EquityLedger`. [10⁻¹²]
    let fillRates: [Int64]
    /// What is followed over time, as `Chronicle` lays it out.
    let timeline: [Int64]
  }

  /// Sums over nothing, of no study.
  init() {
    (moments, differences, duty) = ([], [], DutySums([]))
    (cellCount, baseline) = (0, nil)
  }

  init(_ study: Study) {
    duty = DutySums(study)
    cellCount = study.cells.count
    baseline = study.baseline
    moments = Array(repeating: ExactMoments(), count: study.valueCount)
    differences = Array(
      repeating: ExactMoments(),
      count: baseline == nil ? 0 : study.valueCount - study.cells.count)
  }

  /// Adds the replication that was run last.
  mutating func add(_ replication: Int, _ aggregator: borrowing ReplicationAggregator) {
    let values = aggregator.values
    for index in values.indices where values[index] != Study.absent {
      moments[index].add(values[index])
    }
    if let baseline {
      let base = baseline * cellCount
      var place = 0
      for policy in aggregator.study.compiled.policies.indices where policy != baseline {
        for cell in 0..<cellCount {
          let (own, other) = (values[policy * cellCount + cell], values[base + cell])
          if own != Study.absent, other != Study.absent { differences[place].add(own - other) }
          place += 1
        }
      }
    }
    duty.add(aggregator.part.dutyValues)
    keep(replication, aggregator)
  }

  /// Keeps the values of the replication that was run last, and adds them to no sum.
  mutating func keep(_ replication: Int, _ aggregator: borrowing ReplicationAggregator) {
    let values = aggregator.values
    let keptCells = aggregator.study.keptCells
    var keptValues: [Int64] = []
    keptValues.reserveCapacity(keptCells.count * aggregator.study.compiled.policies.count)
    for policy in aggregator.study.compiled.policies.indices {
      for cell in keptCells { keptValues.append(values[policy * cellCount + cell]) }
    }
    kept.append(
      KeptReplication(
        number: replication, values: keptValues, fillRates: aggregator.regionFillRates,
        timeline: aggregator.part.timeline))
  }

  /// A policy's differences to the baseline; empty for the baseline itself.
  func differences(policy: Int, cell: Int) -> ExactMoments {
    guard let place = differencePlace(policy, cell) else { return ExactMoments() }
    return differences[place]
  }

  private func differencePlace(_ policy: Int, _ cell: Int) -> Int? {
    guard let baseline, policy != baseline else { return nil }
    return (policy < baseline ? policy : policy - 1) * cellCount + cell
  }

  /// Whether the sums of other replications can be added.
  func canMerge(_ other: StudySums) -> Bool {
    [
      (moments, other.moments), (differences, other.differences),
      (duty.moments, other.duty.moments),
    ]
    .allSatisfy { own, others in zip(own, others).allSatisfy { $0.canMerge($1) } }
  }

  /// Adds the sums of another core.
  mutating func merge(_ other: StudySums) {
    for index in moments.indices { moments[index].merge(other.moments[index]) }
    for index in differences.indices { differences[index].merge(other.differences[index]) }
    duty.merge(other.duty)
    kept += other.kept
  }

  /// Begins anew; keeps the memory.
  mutating func clear() {
    for index in moments.indices { moments[index] = ExactMoments() }
    for index in differences.indices { differences[index] = ExactMoments() }
    duty.clear()
    kept.removeAll()
  }

  /// Adds replications that were kept elsewhere.
  mutating func keep(_ replications: some Sequence<KeptReplication>) {
    kept += replications
  }

  /// Puts the kept replications in order, and fills in what is known only now that all have been run.
  ///
  /// - Returns: what was found.
  mutating func complete(_ study: Study) -> EquityFindings {
    kept.sort { $0.number < $1.number }
    let findings = EquityFindings(study, kept)
    for (index, values) in findings.perReplication {
      let (policy, cell) = index.quotientAndRemainder(dividingBy: cellCount)
      let base = baseline.flatMap {
        $0 == policy ? nil : findings.perReplication[$0 * cellCount + cell]
      }
      guard let place = study.keptCells.firstIndex(of: cell) else { continue }
      for (replication, value) in values.enumerated() {
        guard let value else { continue }
        moments[index].add(value)
        kept[replication].values[policy * study.keptCells.count + place] = value
        if let base = base?[replication], let place = differencePlace(policy, cell) {
          differences[place].add(value - base)
        }
      }
    }
    return findings
  }
}
