import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert merge`: joins the shards of a run; the results are those of the run that was not divided.
enum MergeCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    guard !arguments.operands.isEmpty else {
      return Terminal.usage("merge takes the folders of all shards")
    }
    let own: Request
    switch Request.parse(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let request): own = request
    }
    do throws(ExitFailure) {
      let parts = try parts(arguments.operands)
      let run = try prepare(parts[0], own, arguments)
      let studies = RunStudies(run)
      try check(parts, against: studies, of: run)
      let lock = try run.folder.lock()
      defer { lock.release() }
      try refuseChunks(of: run.folder)
      return try join(parts, studies, of: run)
    } catch {
      return error.code
    }
  }

  /// A folder with a shard.
  private struct Part {
    let path: String
    let head: ChunkHead
    let shard: StudyIdentity.Shard
    var chunks: ChunkFolder { ChunkFolder(of: path) }
  }

  /// Says all that is wrong, and that nothing was written.
  private static func refusal(_ problems: [String]) -> ExitFailure {
    for problem in problems { Terminal.note("buffert: \(problem)") }
    Terminal.note("nothing was joined")
    return ExitFailure(code: .wrongScenario)
  }

  /// What shards the folders have.
  private static func parts(_ paths: [String]) throws(ExitFailure) -> [Part] {
    var parts: [Part] = []
    var problems: [String] = []
    for path in paths {
      guard Files.isFolder(path) else {
        problems.append("\(path): there is no such folder")
        continue
      }
      do throws(ChunkProblem) {
        guard let head = try ChunkHead.newest(in: ChunkFolder(of: path)) else {
          problems.append("\(path): no shard, since it has no chunks that can be read")
          continue
        }
        guard let shard = head.identity.shard else {
          problems.append(
            "\(path): no shard, but a run that has not come to its end; buffert run --resume goes on "
              + "with it")
          continue
        }
        parts.append(Part(path: path, head: head, shard: shard))
      } catch {
        problems.append(error.reason)
      }
    }
    guard problems.isEmpty else { throw refusal(problems) }
    return parts.sorted { $0.shard.number < $1.shard.number }
  }

  /// The run of which the shards are, as it was asked for when they were run.
  private static func prepare(
    _ part: Part, _ own: Request, _ arguments: Arguments
  ) throws(ExitFailure) -> PreparedRun {
    guard let command = Command.all.first(where: { $0.name == "run" }),
      case .success(let stated) = Arguments.parse(part.head.command, for: command),
      case .success(var request) = Request.parse(stated)
    else {
      throw refusal([
        "\(part.path): what was run there is not known to this version (\(Version.number)); it was run "
          + "with \(part.head.identity.version)"
      ])
    }
    let path = arguments.value(.scenarioFile) ?? stated.operand
    guard Files.exists(path) else {
      throw refusal([
        "\(path): the scenario of the shards is not there; --scenario FILE says where it is now"
      ])
    }
    (request.csvStyles, request.language) = (own.csvStyles, own.language)
    (request.isQuiet, request.folder, request.memory) = (own.isQuiet, own.folder, own.memory)
    request.jobs = 1
    return try PreparedRun.prepare(path, request).get()
  }

  /// Which shards are foreign, doubled or missing.
  private static func check(
    _ parts: [Part], against studies: RunStudies, of run: PreparedRun
  ) throws(ExitFailure) {
    var problems: [String] = []
    let (first, count) = (parts[0].shard, run.replications.count)
    for part in parts {
      var (_, expected) = try studies.branch(0, replications: run.replications)
      expected.shard = part.shard
      let differences = expected.differences(of: part.head.identity)
      if !differences.isEmpty {
        problems.append("\(part.path): of another study: " + differences.joined(separator: "; "))
      } else if part.shard.replications != count {
        problems.append(
          "\(part.path): shard \(part.shard), but the scenario asks for \(count) now")
      } else if part.shard.count != first.count {
        problems.append("\(part.path): shard \(part.shard), but \(parts[0].path) is \(first)")
      }
    }
    for (part, next) in zip(parts, parts.dropFirst()) where part.shard.number == next.shard.number {
      problems.append("\(part.path) and \(next.path) are both shard \(part.shard)")
    }
    let missing = StudyIdentity.Shard.missing(
      of: first.count, having: Set(parts.map(\.shard.number)))
    if let missing { problems.append("missing: \(missing)") }
    guard problems.isEmpty else { throw refusal(problems) }
  }

  private static func refuseChunks(of folder: ResultsFolder) throws(ExitFailure) {
    guard Files.isFolder(ChunkFolder(of: folder.path).path) else { return }
    throw refusal([
      "\(folder.path) has a run that has not come to its end, or a shard: take another folder with --out"
    ])
  }

  private static func join(
    _ parts: [Part], _ studies: RunStudies, of run: PreparedRun
  ) throws(ExitFailure) -> ExitCode {
    var results: [StudyResult] = []
    var seconds = 0.0
    for number in 0..<run.studyCount {
      let (study, whole) = try studies.branch(number, replications: run.replications)
      var merge = StudyMerge(study)
      var problems: [String] = []
      for part in parts {
        var identity = whole
        identity.shard = part.shard
        do throws(ChunkRefusal) {
          let found = try ResumedStudy(study, identity, in: part.chunks)
          problems += found.notices.map { "\(part.path): \($0)" }
          let finished = found.finished
          guard finished.isWithin(part.shard.range), found.isWhole,
            finished.count == part.shard.range.count
          else {
            problems.append(
              "\(part.path): shard \(part.shard) is not finished: \(found.count) of "
                + "\(part.shard.range.count) replications"
                + (number == 0 ? "" : " \(run.words(number))")
                + "; run it again with --resume")
            continue
          }
          seconds += Double(found.milliseconds) / 1000
          guard merge.add(found) else {
            problems.append(
              "\(part.path): its sums cannot be those of replications; run it again with --restart")
            continue
          }
        } catch {
          switch error {
          case .foreign(let differences):
            problems.append(
              "\(part.path): of another study: " + differences.joined(separator: "; "))
          case .unreadable(let reason): problems.append(reason)
          }
        }
      }
      guard problems.isEmpty else { throw refusal(problems) }
      results.append(merge.result())
    }
    try run.write(results, seconds: seconds)
    return .done
  }
}
