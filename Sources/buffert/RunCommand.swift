import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert run`: simulates every policy and leaves tables and a summary.
enum RunCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let request: Request
    switch Request.parse(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let parsed):
      request = parsed
    }
    let scenario: ScenarioFile
    switch ScenarioFile.read(arguments.operand, settings: request.settings, keepsDigests: true) {
    case .failure(let failure): return failure.code
    case .success(let read): scenario = read
    }
    switch choose(request, in: scenario.model.content) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let choice):
      let problem = MemoryCheck.problem(
        of: scenario, request, policies: choice.policies, products: choice.products)
      if let problem {
        Terminal.note(problem)
        return .wrongScenario
      }
      let study = Study(
        CompiledModel(scenario.model, policies: choice.policies, products: choice.products),
        keeping: request.keepsDetail ? .everything : .levels)
      switch AssumptionRuns.read(for: scenario, request) {
      case .failure(let failure): return failure.code
      case .success(let variants): return simulate(study, variants, scenario, request)
      }
    }
  }

  private static func simulate(
    _ study: Study, _ assumptions: AssumptionRuns, _ scenario: ScenarioFile, _ request: Request
  ) -> ExitCode {
    let others: [Study]
    switch withoutObstacles(study, request.without) {
    case .failure(let failure): return failure.code
    case .success(let studies): others = studies
    }
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let count = study.replications.count
    let progress = Progress(total: count * (1 + others.count + assumptions.count))
    let clock = ContinuousClock()
    let start = clock.now
    let result: StudyResult
    var counterfactuals: [Counterfactual] = []
    var variants: [AssumptionVariant] = []
    do {
      if let precision = request.precision {
        let goal = PrecisionGoal(share: precision, fewest: count)
        result = try study.run(until: goal, jobs: request.jobs) {
          if showsProgress { progress.show($0) }
        }
        if !goal.isReached(by: result) {
          Terminal.note(
            "buffert: stopped after \(PrecisionGoal.most) replications, the most there may be, without "
              + "the precision asked for")
        }
      } else {
        result = try study.run(jobs: request.jobs) {
          if showsProgress { progress.show($0) }
        }
      }
      for (index, other) in others.enumerated() {
        let changed = try other.run(jobs: request.jobs) {
          if showsProgress { progress.show($0, after: count * (1 + index)) }
        }
        counterfactuals.append(
          Counterfactual(without: request.without[index], changed, actual: result))
      }
      variants = try assumptions.run(like: result, request) {
        if showsProgress { progress.show($0, after: count * (1 + others.count + $1)) }
      }
    } catch {
      Terminal.note("buffert: the run was stopped: \(error)")
      return .failed
    }
    if showsProgress { progress.finish() }
    let seconds = (clock.now - start) / .seconds(1)

    let files = RunFiles(
      result: result, counterfactuals: counterfactuals, variants: variants, scenario: scenario,
      request: request)
    let folder = ResultsFolder(path: request.folder ?? "results/\(scenario.name)")
    let written = files.tables + files.records(seconds: seconds)
    do throws(FileProblem) {
      try folder.write(written, title: scenario.model.content.title)
      try folder.writeReport(in: request.language)
    } catch {
      Terminal.note("buffert: the results cannot be written to \(folder.path): \(error.reason)")
      return .failed
    }
    if !request.isQuiet {
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
    return .done
  }

  /// The study with each obstacle gone; says why where the scenario cannot do without one.
  private static func withoutObstacles(
    _ study: Study, _ obstacles: [Obstacle]
  ) -> Result<[Study], ExitFailure> {
    var studies: [Study] = []
    for obstacle in obstacles {
      do throws(ModelProblems) {
        studies.append(try study.without(obstacle))
      } catch {
        let reasons = error.all.map { "\($0.problem); allowed: \($0.allowed)" }
        Terminal.note(
          "buffert: the scenario makes no sense without \(obstacle.rawValue): "
            + reasons.joined(separator: "; "))
        return .failure(ExitFailure(code: .wrongUsage))
      }
    }
    return .success(studies)
  }

  /// The policies and products that are run.
  static func choose(
    _ request: Request, in content: SupplyModel.Content
  ) -> Result<
    (policies: [Position<Policy>]?, products: [Position<Product>]?), Arguments.Problem
  > {
    var policies: [Position<Policy>]?
    if !request.policies.isEmpty {
      let known = content.policies.map(\.name)
      if let unknown = request.policies.first(where: { !known.contains($0) }) {
        return .failure(
          .init(text: "the scenario has no policy \(unknown)", word: unknown, known: known))
      }
      policies = content.policies.positions.filter {
        request.policies.contains(content.policies[$0].name)
      }
    }
    guard let filter = request.productFilter else { return .success((policies, nil)) }
    return ProductFilter.positions(filter, in: content).map { (policies, $0) }
  }
}
