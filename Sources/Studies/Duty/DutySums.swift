import Estimators
import Replications

/// Exact sums over replications for each policy, holder and product, and for each exemption: their
/// size does not depend on the number of replications.
struct DutySums: Sendable {
  /// In the order of `DutyLedger.place`.
  private(set) var moments: [ExactMoments]

  init(_ study: Study) {
    moments = Array(
      repeating: ExactMoments(),
      count: study.dutyLedger.width * study.compiled.policies.count)
  }

  /// Sums that were collected elsewhere.
  init(_ moments: [ExactMoments]) { self.moments = moments }

  /// Adds a replication's values.
  mutating func add(_ values: [Int64]) {
    for index in values.indices where values[index] != Study.absent {
      moments[index].add(values[index])
    }
  }

  /// Begins anew; keeps the memory.
  mutating func clear() {
    for index in moments.indices { moments[index] = ExactMoments() }
  }

  /// Adds the sums of another core.
  mutating func merge(_ other: DutySums) {
    for index in moments.indices { moments[index].merge(other.moments[index]) }
  }
}
