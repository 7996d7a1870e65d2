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
    switch ScenarioFile.read(arguments.operand, settings: request.settings) {
    case .failure(let failure): return failure.code
    case .success(let read): scenario = read
    }
    switch choose(request, in: scenario.model.content) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let choice):
      let study = Study(
        CompiledModel(scenario.model, policies: choice.policies, products: choice.products))
      return simulate(study, scenario, request)
    }
  }

  private static func simulate(
    _ study: Study, _ scenario: ScenarioFile, _ request: Request
  ) -> ExitCode {
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let progress = Progress(total: study.replications.count)
    let clock = ContinuousClock()
    let start = clock.now
    let result: StudyResult
    do {
      result = try study.run(jobs: request.jobs) { finished in
        if showsProgress { progress.show(finished) }
      }
    } catch {
      Terminal.note("buffert: the run was stopped: \(error)")
      return .failed
    }
    if showsProgress { progress.finish() }
    let seconds = (clock.now - start) / .seconds(1)

    let folder = ResultsFolder(path: request.folder ?? "results/\(scenario.name)")
    let manifest = RunManifest(
      version: Version.number, command: request.normalised(scenario: scenario),
      content: scenario.model.content, effective: scenario.portable, result: result)
    var tables = [
      SummaryTable.table(of: result), ComparisonTable.table(of: result),
      ReplicationsTable.table(of: result), TargetsTable.table(of: result),
    ]
    if scenario.model.content.duty != nil {
      tables += [DutyTable.table(of: result), ExemptionsTable.table(of: result)]
    }
    let files = tables.map { (name: "\($0.name).csv", bytes: $0.csv()) }
    do throws(FileProblem) {
      try folder.write(
        files + [
          ("run.json", Array(manifest.json.utf8)),
          (
            "timing.json",
            Array(
              TimingText.json(
                wallSeconds: seconds, cores: request.jobs, replications: study.replications.count
              ).utf8)
          ),
        ])
    } catch {
      Terminal.note("buffert: the results cannot be written to \(folder.path): \(error.reason)")
      return .failed
    }
    if !request.isQuiet {
      Terminal.write(
        RunSummary(of: result, model: scenario.model, version: Version.number).text)
      Terminal.write(
        "wrote \(folder.path): \(files.map(\.name).joined(separator: " ")) run.json timing.json"
      )
    }
    return .done
  }

  /// The policies and products that are run.
  private static func choose(
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
