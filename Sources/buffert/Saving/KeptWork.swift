import Reports
import Studies

/// What an earlier program has left in a results folder of work that has not come to its end, and what is done about
/// it.
struct KeptWork {
  let folder: ResultsFolder
  let chunks: ChunkFolder
  private let request: Request

  /// What one command has left there.
  ///
  /// - Parameter name: the folder of its chunks, in that of the results.
  init(in folder: ResultsFolder, named name: String, _ request: Request) {
    self.folder = folder
    chunks = ChunkFolder(of: folder.path, named: name)
    self.request = request
  }

  /// Whether there is something to go on with; says why where it is not to be gone on with.
  func goesOn() throws(ExitFailure) -> Bool {
    do throws(ChunkProblem) {
      let names = try chunks.names()
      if request.restarts { try chunks.clear() }
      if names.isEmpty || request.restarts {
        if request.resumes {
          Terminal.note(
            "buffert: there is nothing to go on with in \(folder.path): the run begins anew")
        }
        return false
      }
    } catch {
      throw cannotKeep(error)
    }
    guard request.resumes else {
      Terminal.note(
        "buffert: \(folder.path) has the finished replications of a run that has not come to its end "
          + "(\(chunks.path))")
      Terminal.note(
        "--resume goes on with them; --restart throws them away; --out DIR leaves them alone")
      throw ExitFailure(code: .wrongUsage)
    }
    return true
  }

  /// Says what was found.
  ///
  /// - Parameters:
  ///   - count: replications that need not be run again.
  ///   - notices: what was damaged.
  func tell(of count: Int, _ notices: [String]) {
    for notice in notices { Terminal.note("buffert: \(chunks.path)/\(notice)") }
    if !request.isQuiet, count > 0 {
      Terminal.note(
        "buffert: goes on after \(count) finished replication" + (count == 1 ? "" : "s"))
    }
  }

  /// Says why what is there is of no use.
  func tell(_ refusal: ChunkRefusal) -> ExitFailure {
    switch refusal {
    case .foreign(let differences):
      refuse("it is of another study: " + differences.joined(separator: "; "))
      return ExitFailure(code: .wrongScenario)
    case .unreadable(let reason): return cannotKeep(ChunkProblem(reason))
    }
  }

  /// Says why what is there is not gone on with.
  func refuse(_ reason: String) {
    Terminal.note("buffert: what is in \(chunks.path) cannot be gone on with: \(reason)")
    Terminal.note("--restart throws it away; --out DIR leaves it alone")
  }

  /// Says why nothing can be kept.
  func cannotKeep(_ problem: ChunkProblem) -> ExitFailure {
    Terminal.note("buffert: finished replications cannot be kept: \(problem.reason)")
    Terminal.note(
      "what was kept before is still there: when that is mended, --resume goes on with it")
    return ExitFailure(code: .failed)
  }

  /// Lets go of all of it, when the results are written.
  func clear() {
    do throws(ChunkProblem) {
      try chunks.clear()
    } catch {
      Terminal.note(
        "buffert: all results are written, but what was kept on the way to them cannot be removed: "
          + error.reason)
    }
  }
}
