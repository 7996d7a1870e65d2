import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// A scenario that was read, and the studies that are asked of it.
struct PreparedRun {
  let scenario: ScenarioFile
  let request: Request
  /// The study as things are; of a shard, its replications.
  let study: Study
  /// The study with each obstacle of the request gone.
  let others: [Study]
  /// The variants of assumptions that are asked for.
  let assumptions: AssumptionRuns
  /// What names the scenario.
  let digest: String
  let shard: StudyIdentity.Shard?

  /// Reads a scenario and makes what is asked of it ready to run; says why where it cannot be run.
  static func prepare(_ path: String, _ request: Request) -> Result<PreparedRun, ExitFailure> {
    do throws(ExitFailure) {
      return .success(try PreparedRun(path, request))
    } catch {
      return .failure(error)
    }
  }

  private init(_ path: String, _ request: Request) throws(ExitFailure) {
    self.request = request
    scenario = try ScenarioFile.read(
      path, readFrom: request.readFrom, settings: request.settings, keepsDigests: true
    ).get()
    let content = scenario.model.content
    func usage(_ problem: Arguments.Problem) -> ExitFailure {
      ExitFailure(
        code: Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known))
    }
    let choice: (policies: [Position<Policy>]?, products: [Position<Product>]?)
    switch RunCommand.choose(request, in: content) {
    case .failure(let problem): throw usage(problem)
    case .success(let chosen): choice = chosen
    }
    let problem = MemoryCheck.problem(
      of: scenario, request, policies: choice.policies, products: choice.products)
    if let problem {
      Terminal.note(problem)
      throw ExitFailure(code: .wrongScenario)
    }
    let count = content.experiment.replications
    shard = request.shard.flatMap { number, shards in
      StudyIdentity.Shard(number: number, of: shards, replications: count)
    }
    if let (number, shards) = request.shard, shard == nil {
      throw usage(
        .init(
          text: "--shard is \(number)/\(shards), but \(count) replications make at most \(count) "
            + "shards"))
    }
    study = Study(
      CompiledModel(
        scenario.model, policies: choice.policies, products: choice.products, jobs: request.jobs),
      replications: shard?.range, keeping: request.keepsDetail ? .everything : .levels)
    assumptions = try AssumptionRuns.read(for: scenario, request).get()
    others = try Self.withoutObstacles(study, request.without)
    digest = ScenarioDigest.hexDigest(of: content)
  }

  /// How many studies there are: as things are, then with each obstacle gone, then with each variant of an
  /// assumption.
  var studyCount: Int { 1 + others.count + assumptions.count }

  /// One of the studies, and whose its chunks are.
  ///
  /// A variant is made when it is asked for, since its plans take memory.
  ///
  /// - Parameter actual: the study as things are, with the replications that were run.
  func branch(_ number: Int, like actual: Study) throws(ExitFailure) -> (Study, StudyIdentity) {
    let variant = number - 1 - others.count
    let (branch, name, scenario): (Study, String, String)
    if number == 0 {
      (branch, name, scenario) = (study, "", digest)
    } else if variant < 0 {
      name = "without-\(request.without[number - 1].rawValue)"
      (branch, scenario) = (others[number - 1], digest)
    } else {
      branch = try assumptions.study(variant, like: actual, request)
      (name, scenario) = ("variant-\(variant + 1)", assumptions.digest(variant))
    }
    return (
      branch,
      StudyIdentity(
        branch, version: Version.number, scenario: scenario, branch: name, shard: shard)
    )
  }

  /// What one of the studies but the first is, in words.
  func words(_ number: Int) -> String {
    number <= others.count
      ? "without \(request.without[number - 1].rawValue)"
      : assumptions.words(number - 1 - others.count)
  }

  /// Where the results go.
  var folder: ResultsFolder {
    let part = shard.map { "-shard-\($0.number)-of-\($0.count)" } ?? ""
    return ResultsFolder(
      path: request.folder ?? "results/\(scenario.name)\(part)", cores: request.jobs)
  }

  /// The study with each obstacle gone; says why where the scenario cannot do without one.
  private static func withoutObstacles(
    _ study: Study, _ obstacles: [Obstacle]
  ) throws(ExitFailure) -> [Study] {
    var studies: [Study] = []
    for obstacle in obstacles {
      do throws(ModelProblems) {
        studies.append(try study.without(obstacle))
      } catch {
        let reasons = error.all.map { "\($0.problem); allowed: \($0.allowed)" }
        Terminal.note(
          "buffert: the scenario makes no sense without \(obstacle.rawValue): "
            + reasons.joined(separator: "; "))
        throw ExitFailure(code: .wrongUsage)
      }
    }
    return studies
  }

  /// Writes the tables, and prints the summary.
  ///
  /// - Parameters:
  ///   - results: what was found as things are, and in those of the other studies that were run to their
  ///     end.
  ///   - seconds: how long it took.
  func write(_ results: [StudyResult], seconds: Double) throws(ExitFailure) {
    let result = results[0]
    let counterfactuals = zip(request.without, results.dropFirst()).map {
      Counterfactual(without: $0, $1, actual: result)
    }
    let files = RunFiles(
      result: result, counterfactuals: counterfactuals,
      variants: assumptions.figures(result, Array(results.dropFirst(1 + others.count))),
      scenario: scenario, request: request, digest: digest,
      lacking: (results.count..<studyCount).map(words))
    let written = files.tables + files.records(seconds: seconds)
    do throws(FileProblem) {
      try folder.write(
        written, title: scenario.model.content.title, language: request.language)
    } catch {
      Terminal.note("buffert: the results cannot be written to \(folder.path): \(error.reason)")
      throw ExitFailure(code: .failed)
    }
    guard !request.isQuiet else { return }
    Terminal.write(
      RunSummary(
        of: result, model: scenario.model, version: Version.number,
        counterfactuals: counterfactuals
      ).text)
    Terminal.write(
      "wrote \(folder.path): "
        + (written.map(\.name) + [ResultsFolder.package, ResultsFolder.report])
        .joined(separator: " "))
  }
}
