import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// Carries out a run: alone in its folder, from where an earlier one was stopped, so that it can be stopped
/// itself at any time.
struct RunJob {
  private let run: PreparedRun
  private let request: Request
  private let folder: ResultsFolder
  private let kept: KeptWork
  private let output: RunOutput

  /// A run, and what is to come of it; the results of a run, unless something else is said.
  init(_ run: PreparedRun, leaving output: RunOutput? = nil) {
    self.run = run
    self.output = output ?? RunOutput(leave: run.write)
    request = run.request
    folder = run.folder
    kept = KeptWork(in: folder, named: self.output.chunks, request)
  }

  func carryOut() -> ExitCode {
    do throws(ExitFailure) {
      let lock = try folder.lock()
      defer { lock.release() }
      let goesOn = try kept.goesOn()
      // From here on there is a lock to be let go of.
      Interruption.listen()
      return try simulate(RunStudies(run), goesOn)
    } catch {
      return error.code
    }
  }

  /// What earlier runs have left of a study.
  private func earlier(
    _ study: Study, _ identity: StudyIdentity
  ) throws(ExitFailure) -> ResumedStudy {
    do throws(ChunkRefusal) {
      let resumed = try ResumedStudy(study, identity, in: kept.chunks)
      kept.tell(of: resumed.count, resumed.notices)
      return resumed
    } catch {
      throw kept.tell(error)
    }
  }

  // MARK: Simulating

  private func simulate(
    _ studies: RunStudies, _ goesOn: Bool
  ) throws(ExitFailure) -> ExitCode {
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let count = run.replications.count
    let progress = Progress(total: count * run.studyCount)
    let clock = ContinuousClock()
    let start = clock.now
    var before = 0.0
    var results: [StudyResult] = []
    for number in 0..<run.studyCount where results.allSatisfy({ $0.planned == nil }) {
      let (study, identity) = try studies.branch(
        number, replications: results.first?.study.replications ?? run.replications)
      let resumed = goesOn ? try earlier(study, identity) : ResumedStudy(nothingOf: study)
      before += Double(resumed.milliseconds) / 1000
      var conduct = StudyConduct(jobs: request.jobs)
      if number == 0, let precision = request.precision {
        conduct.goal = PrecisionGoal(share: precision, fewest: count)
      }
      conduct.saving = StudySaving(
        identity, in: kept.chunks, every: request.savesEvery,
        command: run.shard == nil ? [] : request.shardCommand(of: run.scenario),
        resuming: resumed)
      conduct.keepsAll = run.shard != nil
      conduct.isInterrupted = { Interruption.isAsked }
      if showsProgress { conduct.progress = { progress.show($0, after: count * number) } }
      guard let result = try outcome(of: study, conduct) else { break }
      results.append(result)
    }
    if showsProgress { progress.finish() }
    return try leave(results, seconds: before + (clock.now - start) / .seconds(1))
  }

  private func outcome(
    of study: Study, _ conduct: StudyConduct
  ) throws(ExitFailure) -> StudyResult? {
    do throws(StudyFailure) {
      return try study.run(conduct)
    } catch {
      switch error {
      case .brokenBalance(let broken):
        Terminal.note("buffert: the run was stopped: \(broken)")
        throw ExitFailure(code: .failed)
      case .chunks(let problem): throw kept.cannotKeep(problem)
      case .tooManyKept(let finished, let asked):
        kept.refuse(
          "it has replications up to \(finished.upperBound - 1), and only \(asked) are asked for "
            + "(0 to \(asked - 1)); ask for \(finished.upperBound) or more")
        throw ExitFailure(code: .wrongScenario)
      }
    }
  }

  // MARK: Results

  /// Writes what was found, and lets go of the chunks if it is all.
  private func leave(_ results: [StudyResult], seconds: Double) throws(ExitFailure) -> ExitCode {
    let isWhole = results.count == run.studyCount && results.allSatisfy { $0.planned == nil }
    if isWhole, let goal = request.precision.map({ PrecisionGoal(share: $0, fewest: 1) }),
      !goal.isReached(by: results[0])
    {
      Terminal.note(
        "buffert: stopped after \(PrecisionGoal.most) replications, the most there may be, without "
          + "the precision asked for")
    }
    if let shard = run.shard {
      return isWhole ? tellOfShard(shard, results[0]) : tellOfInterruption(results)
    }
    if !results.isEmpty, isWhole || output.leavesParts {
      // Of the others, what was interrupted cannot be compared.
      let ended = results[..<1] + results.dropFirst().filter { $0.planned == nil }
      try output.leave(Array(ended), seconds)
    }
    guard isWhole else { return tellOfInterruption(results) }
    kept.clear()
    return .done
  }

  private func tellOfShard(_ shard: StudyIdentity.Shard, _ result: StudyResult) -> ExitCode {
    if !request.isQuiet {
      Terminal.write(
        "shard \(shard) is finished (\(ReplicationSet(result.replications))); when all are, "
          + "buffert merge joins them: \(folder.path)")
    }
    return .done
  }

  private func tellOfInterruption(_ results: [StudyResult]) -> ExitCode {
    let words: String
    switch (results.first, results.last?.planned) {
    case (nil, _):
      words = "before any replication was finished: nothing was written"
    case (let first?, _) where first.planned != nil:
      let left = output.leavesParts ? "the results are marked partial" : "nothing was written"
      words =
        "after \(first.replications.count) of \(first.planned ?? 0) replications"
        + (run.shard == nil ? "; \(left)" : "")
    case (.some, let planned):
      words = "in what was to be run \(run.words(results.count - (planned == nil ? 0 : 1)))"
    }
    Terminal.note("buffert: interrupted \(words)")
    if !results.isEmpty { Terminal.note("what is finished is kept: --resume goes on with it") }
    return .interrupted
  }
}

extension ResultsFolder {
  /// Takes the folder for this program alone; says why where that cannot be.
  func lock() throws(ExitFailure) -> FolderLock {
    do throws(FolderLock.Refusal) {
      let lock = try FolderLock(path)
      if lock.isMissing {
        Terminal.note(
          "buffert: the file system of \(path) knows no locks: see to it that no other run writes there"
        )
      }
      do throws(FileProblem) {
        try sweep()
      } catch {
        lock.release()
        throw FolderLock.Refusal.problem(error)
      }
      return lock
    } catch {
      switch error {
      case .taken(let holder):
        Terminal.note(
          "buffert: another run is writing to \(path)\(holder.map { " (\($0))" } ?? ""): wait for it, or "
            + "take another folder with --out")
      case .problem(let problem):
        Terminal.note("buffert: the results cannot be written to \(path): \(problem.reason)")
      }
      throw ExitFailure(code: .failed)
    }
  }
}
