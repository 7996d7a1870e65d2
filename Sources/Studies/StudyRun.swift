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
    StudyResult(self, try sums(of: replications, jobs: jobs, progress: progress))
  }

  /// The sums over some replications, on `jobs` cores.
  func sums(
    of replications: Range<Int>, jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) throws(BrokenBalance) -> StudySums {
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
          sums.duty.add(aggregator.dutyValues)
          sums.equity += aggregator.equityValues
        } catch {
          failed.store(true, ordering: .relaxed)
          return .failure(error)
        }
        progress(finished.wrappingAdd(1, ordering: .relaxed).newValue)
      }
      return .success(sums)
    }
    var total = StudySums(self)
    for part in parts { total.merge(try part.get()) }
    return total
  }
}
