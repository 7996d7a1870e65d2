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

  /// The regions' fill rates, by replication as in `keptReplications`, then by policy, group and
  /// region of `EquityLedger`. [10⁻¹²]
  var equity: [Int64] = []

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
    equity += other.equity
  }

  /// Fills in what is known only now that all replications have been run.
  mutating func complete(_ findings: EquityFindings, _ study: Study) {
    let cells = study.cells.count
    let stride = study.keptCells.count * study.compiled.policies.count
    for (index, values) in findings.perReplication {
      let (policy, cell) = index.quotientAndRemainder(dividingBy: cells)
      let base = study.baseline.flatMap {
        $0 == policy ? nil : findings.perReplication[$0 * cells + cell]
      }
      guard let place = study.keptCells.firstIndex(of: cell) else { continue }
      for (replication, value) in values.enumerated() {
        guard let value else { continue }
        moments[index].add(value)
        kept[replication * stride + policy * study.keptCells.count + place] = value
        if let base = base?[replication] { differences[index].add(value - base) }
      }
    }
  }
}
