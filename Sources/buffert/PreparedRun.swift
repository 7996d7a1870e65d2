import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// A scenario that was read, and what is asked of it: all that can be wrong with it is known, and nothing large has
/// been made.
struct PreparedRun {
  let scenario: ScenarioFile
  let request: Request
  /// The policies and products that are run; `nil` for all.
  let choice: Choice
  /// Which replications are run; of a shard, its own.
  let replications: Range<Int>
  /// The scenario with each obstacle of the request gone.
  let withoutObstacles: [SupplyModel]
  /// The variants of assumptions that are asked for.
  let assumptions: AssumptionRuns
  /// What names the scenario.
  let digest: String
  let shard: StudyIdentity.Shard?

  typealias Choice = (policies: [Position<Policy>]?, products: [Position<Product>]?)

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
    replications = shard?.range ?? 0..<count
    assumptions = try AssumptionRuns.read(for: scenario, request).get()
    withoutObstacles = try Self.models(of: scenario.model, without: request.without)
    digest = ScenarioDigest.hexDigest(of: content)
  }

  /// How many studies there are: as things are, then with each obstacle gone, then with each variant of an
  /// assumption.
  var studyCount: Int { 1 + withoutObstacles.count + assumptions.count }

  /// What one of the studies but the first is, in words.
  func words(_ number: Int) -> String {
    number <= withoutObstacles.count
      ? "without \(request.without[number - 1].rawValue)"
      : assumptions.words(number - 1 - withoutObstacles.count)
  }

  /// Where the results go.
  var folder: ResultsFolder {
    let part = shard.map { "-shard-\($0.number)-of-\($0.count)" } ?? ""
    return ResultsFolder(
      path: request.folder ?? "results/\(scenario.name)\(part)", cores: request.jobs)
  }

  /// A model with each obstacle gone; says why where it cannot do without one.
  private static func models(
    of model: SupplyModel, without obstacles: [Obstacle]
  ) throws(ExitFailure) -> [SupplyModel] {
    var models: [SupplyModel] = []
    for obstacle in obstacles {
      do throws(ModelProblems) {
        models.append(try model.without(obstacle))
      } catch {
        let reasons = error.all.map { "\($0.problem); allowed: \($0.allowed)" }
        Terminal.note(
          "buffert: the scenario makes no sense without \(obstacle.rawValue): "
            + reasons.joined(separator: "; "))
        throw ExitFailure(code: .wrongUsage)
      }
    }
    return models
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
      variants: assumptions.figures(result, Array(results.dropFirst(1 + withoutObstacles.count))),
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
