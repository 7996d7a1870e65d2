import Estimators
public import Replications
import Synchronization

extension Study {
  /// Runs all replications on `jobs` cores.
  ///
  /// Each core takes the next replication that nobody has taken and adds its values to sums of its
  /// own. Sums are of whole numbers, so the result is the same however the work falls out.
  ///
  /// - Parameters:
  ///   - jobs: how many cores to use, 1 or more.
  ///   - progress: called with the number of replications finished, from any core, after each.
  /// - Throws: `BrokenBalance` when the program loses count of its goods.
  public func run(
    jobs: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(BrokenBalance) -> StudyResult {
    let next = Atomic<Int>(replications.lowerBound)
    let finished = Atomic<Int>(0)
    let failed = Atomic<Bool>(false)
    let workers = max(1, min(jobs, replications.count))
    let parts = parallelMap(workers) { _ -> Result<StudySums, BrokenBalance> in
      var aggregator = ReplicationAggregator(self)
      var sums = StudySums(self)
      while !failed.load(ordering: .relaxed) {
        let replication = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard replication < replications.upperBound else { break }
        do throws(BrokenBalance) {
          sums.add(try aggregator.values(ofReplication: replication), replication, self)
        } catch {
          failed.store(true, ordering: .relaxed)
          return .failure(error)
        }
        progress(finished.wrappingAdd(1, ordering: .relaxed).newValue)
      }
      return .success(sums)
    }
    var total = StudySums(self)
    for part in parts { total.merge(try part.get(), self) }
    return StudyResult(self, total)
  }
}

/// Sums over replications, and the values that quantiles need.
struct StudySums: Sendable {
  /// By policy and cell.
  private(set) var moments: [ExactMoments]
  /// By policy and cell: this policy minus the baseline; the baseline's own stay empty.
  private(set) var differences: [ExactMoments]
  /// By replication, then policy and kept cell.
  private(set) var kept: [Int64]
  private(set) var hasReplication: [Bool]

  init(_ study: Study) {
    moments = Array(repeating: ExactMoments(), count: study.valueCount)
    differences = moments
    kept = []
    hasReplication = []
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
    keep(values, replication - study.replications.lowerBound, study)
  }

  private mutating func keep(_ values: [Int64], _ slot: Int, _ study: Study) {
    let stride = study.keptCount
    if hasReplication.isEmpty {
      hasReplication = Array(repeating: false, count: study.replications.count)
      kept = Array(repeating: Study.absent, count: study.replications.count * stride)
    }
    hasReplication[slot] = true
    var place = slot * stride
    for policy in study.compiled.policies.indices {
      for cell in study.keptCells {
        kept[place] = values[policy * study.cells.count + cell]
        place += 1
      }
    }
  }

  /// Adds the sums of another core.
  mutating func merge(_ other: StudySums, _ study: Study) {
    for index in moments.indices {
      moments[index].merge(other.moments[index])
      differences[index].merge(other.differences[index])
    }
    let stride = study.keptCount
    if hasReplication.isEmpty {
      (kept, hasReplication) = (other.kept, other.hasReplication)
      return
    }
    for slot in other.hasReplication.indices where other.hasReplication[slot] {
      hasReplication[slot] = true
      let places = slot * stride..<(slot + 1) * stride
      kept.replaceSubrange(places, with: other.kept[places])
    }
  }
}

extension Study {
  /// The cells whose values are kept for every replication.
  var keptCells: [Int] {
    cells.indices.filter { grouping.groups[cells[$0].group].level.keepsReplications }
  }

  /// How many values of a replication are kept.
  var keptCount: Int { keptCells.count * compiled.policies.count }
}
