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
      let models = try endure.models(of: scenario.model)
      return EndureJob(scenario, request, endure).carryOut {
        models.map { model, condition in
          EnduranceStudy(
            CompiledModel(
              model, policies: choice.policies, products: choice.products, jobs: request.jobs),
            condition: condition)
        }
      }
    } catch {
      return Terminal.usage(error.text, didYouMean: error.word, among: error.known)
    }
  }
}
