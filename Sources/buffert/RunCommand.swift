import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert run`: simulates every policy and leaves tables and a summary.
enum RunCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    switch Request.parse(arguments) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let request):
      switch PreparedRun.prepare(arguments.operand, request) {
      case .failure(let failure): return failure.code
      case .success(let prepared): return RunJob(prepared).carryOut()
      }
    }
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
