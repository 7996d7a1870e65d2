public import Replications
import Synchronization

/// How a study is run: on how many cores, until when, and where what is finished is kept.
public struct StudyConduct: Sendable {
  /// How many cores, 1 or more.
  public var jobs: Int
  /// How precise the headline measures should be; `nil` for as many replications as the study has.
  public var goal: PrecisionGoal?
  /// Where what is finished is kept; `nil` for nowhere.
  public var saving: StudySaving?
  /// Whether all of it is kept when the study is done, however short it was.
  public var keepsAll = false
  /// Asked before each job of a replication: whether to stop with what there is.
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// Called with how far the study has come, from any core, after each job of each replication.
  public var progress: @Sendable (StudyProgress) -> Void = { _ in }

  /// A study on some cores.
  public init(jobs: Int) { self.jobs = jobs }
}

/// Why a study has no result.
public enum StudyFailure: Error, Sendable {
  /// The program has lost count of its goods.
  case brokenBalance(BrokenBalance)
  /// What is finished could not be kept.
  case chunks(ChunkProblem)
  /// More was kept than is asked for: sums that have more replications cannot be made smaller.
  case tooManyKept(ReplicationSet, asked: Int)
}

extension Study {
  /// Runs all replications on `jobs` cores.
  ///
  /// - Parameters:
  ///   - jobs: how many cores to use, 1 or more.
  ///   - progress: called with how far the study has come, from any core, after each job of each
  ///     replication.
  /// - Throws: `BrokenBalance` when the program loses count of its goods.
  public func run(
    jobs: Int, progress: @escaping @Sendable (StudyProgress) -> Void = { _ in }
  ) throws(BrokenBalance) -> StudyResult {
    var conduct = StudyConduct(jobs: jobs)
    conduct.progress = progress
    return try runToEnd(conduct)
  }

  /// Runs a study that is neither kept nor interrupted.
  func runToEnd(_ conduct: StudyConduct) throws(BrokenBalance) -> StudyResult {
    do throws(StudyFailure) {
      if let result = try run(conduct) { return result }
    } catch .brokenBalance(let broken) {
      throw broken
    } catch {
      preconditionFailure("a study that keeps no chunks should not fail with them: \(error)")
    }
    preconditionFailure("a study that is not interrupted should have a result")
  }

  /// Runs what has not been run yet.
  ///
  /// Each core takes the next replication that nobody has taken and adds its values to sums of its
  /// own. Where that would leave cores without work at the end, they share the last replications, job by
  /// job. Sums are of whole numbers, so the result is the same however the work falls out, and however
  /// often it was interrupted.
  ///
  /// - Returns: what was found, marked partial if it was interrupted; `nil` if nothing was.
  public func run(_ conduct: StudyConduct) throws(StudyFailure) -> StudyResult? {
    precondition(
      conduct.goal == nil || replications.lowerBound == 0,
      "a study until a goal should start at replication 0")
    let total = RunningTotal(self, conduct.saving)
    var planned = replications
    if conduct.goal == nil { try check(total, planned) }
    while true {
      let missing = total.missing(of: planned)
      if !missing.isEmpty { try run(missing, of: planned, into: total, conduct) }
      let isWhole = total.missing(of: planned).isEmpty
      do throws(ChunkProblem) {
        try total.finish(always: !isWhole)
      } catch {
        throw .chunks(error)
      }
      guard isWhole else { return partial(total, planned) }
      guard let goal = conduct.goal else { break }
      let count = planned.count
      let more = total.read { sums in goal.missing(sums, of: self, after: count) }
      guard more > 0 else { break }
      planned = 0..<count + more
    }
    try check(total, planned)
    if conduct.keepsAll {
      do throws(ChunkProblem) { try total.finish(always: true) } catch { throw .chunks(error) }
    }
    let study =
      planned == replications
      ? self : of(planned)
    return StudyResult(study, total.takeOut())
  }

  /// The same study of other replications.
  public func of(_ replications: Range<Int>) -> Study {
    Study(
      compiled, replications: replications, keeping: keeping)
  }

  private func check(_ total: RunningTotal, _ planned: Range<Int>) throws(StudyFailure) {
    let finished = total.finished
    guard finished.isWithin(planned) else {
      throw .tooManyKept(finished, asked: planned.count)
    }
  }

  /// What there is of a study that was interrupted.
  private func partial(_ total: RunningTotal, _ planned: Range<Int>) -> StudyResult? {
    let finished = total.read { $0.kept.count }
    guard finished > 0 else { return nil }
    return StudyResult(self, total.takeOut(), planned: planned)
  }

  /// Runs some replications.
  private func run(
    _ numbers: [Int], of planned: Range<Int>, into total: RunningTotal, _ conduct: StudyConduct
  ) throws(StudyFailure) {
    let (earlier, report) = (planned.count - numbers.count, conduct.progress)
    let meter = WorkMeter(replications: numbers.count, size: jobSizes.reduce(0, +)) {
      report($0.after(earlier))
    }
    let jobs = conduct.jobs
    // A job is as long as a product takes; sharing few of them out would leave cores idle as well.
    let shared = compiled.jobs.count >= 4 * jobs ? numbers.count % jobs : 0
    let alone = numbers.dropLast(shared)
    let next = Atomic<Int>(0)
    let failed = Atomic<Bool>(false)
    let workers = alone.isEmpty ? 0 : max(1, min(jobs, alone.count))
    let begun = total.begin(workers: workers)
    let outcomes = parallelMap(workers) { _ -> Result<Void, BrokenBalance> in
      var sums = StudySums(self)
      var seen = begun
      var aggregator = ReplicationAggregator(self)
      func isStopped() -> Bool {
        failed.load(ordering: .relaxed) || total.hasFailed || conduct.isInterrupted()
      }
      while !isStopped() {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < alone.count else { break }
        do throws(BrokenBalance) {
          let isDone = try aggregator.run(replication: alone[place], isStopped: isStopped) {
            meter.add($0)
          }
          guard isDone else { break }
        } catch {
          failed.store(true, ordering: .relaxed)
          return .failure(error)
        }
        total.add(alone[place], aggregator, to: &sums, seen: &seen)
        meter.finishReplication()
      }
      total.leave(&sums, seen: seen)
      return .success(())
    }
    for outcome in outcomes {
      if case .failure(let broken) = outcome { throw .brokenBalance(broken) }
    }
    for replication in numbers.suffix(shared) where !total.hasFailed {
      guard try run(replication, into: total, conduct, meter) else { return }
    }
  }

  /// Runs a replication on all cores.
  ///
  /// - Returns: whether it was run to its end.
  private func run(
    _ replication: Int, into total: RunningTotal, _ conduct: StudyConduct, _ meter: WorkMeter
  ) throws(StudyFailure) -> Bool {
    var whole = ReplicationAggregator(self)
    let next = Atomic<Int>(0)
    let failed = Atomic<Bool>(false)
    let stopped = Atomic<Bool>(false)
    let parts = parallelMap(conduct.jobs) { _ -> Result<ReplicationPart, BrokenBalance> in
      var aggregator = ReplicationAggregator(self)
      aggregator.part.reset()
      while !failed.load(ordering: .relaxed) {
        let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard job < compiled.jobs.count else { break }
        guard !conduct.isInterrupted() else {
          stopped.store(true, ordering: .relaxed)
          break
        }
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
    for part in parts {
      switch part {
      case .success(let part): whole.part.merge(part)
      case .failure(let broken): throw .brokenBalance(broken)
      }
    }
    guard !stopped.load(ordering: .relaxed) else { return false }
    whole.finish()
    total.add(replication, whole)
    meter.finishReplication()
    return true
  }
}
