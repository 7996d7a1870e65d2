public import Replications
import Synchronization

extension Study {
  /// Runs all replications on `jobs` cores.
  ///
  /// Each core takes the next replication that nobody has taken and adds its values to sums of its
  /// own. Where that would leave cores without work at the end, they share the last replications, job by
  /// job. Sums are of whole numbers, so the result is the same however the work falls out.
  ///
  /// - Parameters:
  ///   - jobs: how many cores to use, 1 or more.
  ///   - progress: called with how far the study has come, from any core, after each job of each
  ///     replication.
  /// - Throws: `BrokenBalance` when the program loses count of its goods.
  public func run(
    jobs: Int, progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
  ) throws(BrokenBalance) -> StudyResult {
    StudyResult(self, try sums(of: replications, jobs: jobs, progress: progress))
  }

  /// The sums over some replications, on `jobs` cores.
  func sums(
    of replications: Range<Int>, jobs: Int,
    progress: @escaping @Sendable (StudyProgress) -> Void
  ) throws(BrokenBalance) -> StudySums {
    let meter = WorkMeter(
      replications: replications.count, size: jobSizes.reduce(0, +), report: progress)
    // A job is as long as a product takes; sharing few of them out would leave cores idle as well.
    let shared = compiled.jobs.count >= 4 * jobs ? replications.count % jobs : 0
    let alone = replications.dropLast(shared)
    let next = Atomic<Int>(alone.startIndex)
    let failed = Atomic<Bool>(false)
    let workers = max(1, min(jobs, alone.count))
    var parts = parallelMap(workers) { _ -> Result<StudySums, BrokenBalance> in
      var sums = StudySums(self)
      guard !alone.isEmpty else { return .success(sums) }
      var aggregator = ReplicationAggregator(self)
      while !failed.load(ordering: .relaxed) {
        let replication = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard replication < alone.endIndex else { break }
        do throws(BrokenBalance) {
          try aggregator.run(replication: replication) { meter.add($0) }
        } catch {
          failed.store(true, ordering: .relaxed)
          return .failure(error)
        }
        sums.add(replication, aggregator)
        meter.finishReplication()
      }
      return .success(sums)
    }
    // Each part is let go of as soon as it has been added.
    var total = try parts.removeFirst().get()
    while !parts.isEmpty { total.merge(try parts.removeFirst().get()) }
    if shared > 0 { try add(replications.suffix(shared), on: jobs, to: &total, meter) }
    return total
  }

  /// Runs replications one after the other, each on all cores.
  private func add(
    _ replications: Range<Int>, on cores: Int, to total: inout StudySums, _ meter: WorkMeter
  ) throws(BrokenBalance) {
    var whole = ReplicationAggregator(self)
    for replication in replications {
      let next = Atomic<Int>(0)
      let failed = Atomic<Bool>(false)
      let parts = parallelMap(cores) { _ -> Result<ReplicationPart, BrokenBalance> in
        var aggregator = ReplicationAggregator(self)
        aggregator.part.reset()
        while !failed.load(ordering: .relaxed) {
          let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard job < compiled.jobs.count else { break }
          do throws(BrokenBalance) {
            try aggregator.run(job: job, ofReplication: replication)
          } catch {
            failed.store(true, ordering: .relaxed)
            return .failure(error)
          }
          meter.add(jobSizes[job])
        }
        return .success(aggregator.part)
      }
      whole.part.reset()
      for part in parts { whole.part.merge(try part.get()) }
      whole.finish()
      total.add(replication, whole)
      meter.finishReplication()
    }
  }
}
