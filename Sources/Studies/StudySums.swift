import Estimators
import Replications

/// Sums over replications, and the values that quantiles need.
struct StudySums: Sendable {
  /// By policy and cell.
  private(set) var moments: [ExactMoments]
  /// By policy and cell: this policy minus the baseline; the baseline's own stay empty.
  private(set) var differences: [ExactMoments]
  /// The replications whose values are kept, in the order in which they were added.
  private(set) var keptReplications: [Int] = []
  /// Their values, by replication as in `keptReplications`, then by policy and kept cell.
  private(set) var kept: [Int64] = []

  /// How the duty is kept.
  var duty: DutySums

  init(_ study: Study) {
    duty = DutySums(study)
    moments = Array(repeating: ExactMoments(), count: study.valueCount)
    differences = moments
  }

  /// Adds a replication's values.
  mutating func add(_ values: [Int64], _ replication: Int, _ study: Study) {
    let cellCount = study.cells.count
    for index in values.indices where values[index] != Study.absent {
      moments[index].add(values[index])
    }
    if let baseline = study.baseline {
      for policy in study.compiled.policies.indices where policy != baseline {
        for cell in 0..<cellCount {
          let own = values[policy * cellCount + cell]
          let base = values[baseline * cellCount + cell]
          guard own != Study.absent, base != Study.absent else { continue }
          differences[policy * cellCount + cell].add(own - base)
        }
      }
    }
    keptReplications.append(replication)
    for policy in study.compiled.policies.indices {
      for cell in study.keptCells { kept.append(values[policy * cellCount + cell]) }
    }
  }

  /// Adds the sums of another core.
  mutating func merge(_ other: StudySums) {
    for index in moments.indices {
      moments[index].merge(other.moments[index])
      differences[index].merge(other.differences[index])
    }
    duty.merge(other.duty)
    keptReplications += other.keptReplications
    kept += other.kept
  }
}
