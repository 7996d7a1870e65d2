import Quantities
import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert endure`: cuts all inbound supply on a date and says how long stock lasts.
enum EndureCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let request: Request
    switch Request.parse(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let parsed): request = parsed
    }
    let scenario: ScenarioFile
    switch ScenarioFile.read(arguments, settings: request.settings) {
    case .failure(let failure): return failure.code
    case .success(let read): scenario = read
    }
    do throws(Arguments.Problem) {
      let choice = try RunCommand.choose(request, in: scenario.model.content).get()
      let endure = try EndureRequest(arguments, in: scenario.model.content)
      let problem = MemoryCheck.problem(
        of: scenario, request, policies: choice.policies, products: choice.products
      ) {
        $0.studies = endure.studyCount
        $0.isEndurance = true
      }
      if let problem {
        Terminal.note(problem)
        return .wrongScenario
      }
      let studies = try endure.studies(
        of: scenario.model, policies: choice.policies, products: choice.products)
      return simulate(studies, scenario, request, endure)
    } catch {
      return Terminal.usage(error.text, didYouMean: error.word, among: error.known)
    }
  }

  private static func simulate(
    _ studies: [EnduranceStudy], _ scenario: ScenarioFile, _ request: Request,
    _ endure: EndureRequest
  ) -> ExitCode {
    let showsProgress = !request.isQuiet && Terminal.showsProgress
    let count = studies[0].replications.count
    let progress = Progress(total: count * studies.count)
    var results: [EnduranceResult] = []
    do {
      for (index, study) in studies.enumerated() {
        results.append(
          try study.run(jobs: request.jobs) { finished in
            if showsProgress { progress.show(index * count + finished) }
          })
      }
    } catch {
      Terminal.note("buffert: the run was stopped: \(error)")
      return .failed
    }
    if showsProgress { progress.finish() }

    let folder = ResultsFolder(path: request.folder ?? "results/\(scenario.name)")
    let table = EnduranceTable.table(of: results)
    let manifest = RunManifest(
      version: Version.number,
      command: request.normalised("endure", scenario: scenario, more: endure.words),
      content: scenario.model.content, effective: scenario.portable, result: results[0])
    do throws(FileProblem) {
      try folder.add(
        request.csvStyles.map { ResultsFolder.File(table, $0) } + [
          ResultsFolder.File("endurance.json") { Array(manifest.json.utf8) }
        ], title: scenario.model.content.title)
    } catch {
      Terminal.note("buffert: the results cannot be written to \(folder.path): \(error.reason)")
      return .failed
    }
    if !request.isQuiet {
      Terminal.write(EnduranceSummary(of: results, version: Version.number).text)
      Terminal.write("wrote \(folder.path): endurance.csv endurance.json \(ResultsFolder.package)")
    }
    return .done
  }
}
