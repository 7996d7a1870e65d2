import Replications
import Reports
import ScenarioFiles
import Studies
import SupplyModel

/// The low and high variants of the assumptions that decide, as the register names their scenarios.
struct AssumptionRuns {
  private struct Variant {
    let assumption: Assumption
    let side: AssumptionVariant.Side
    let scenario: ScenarioFile
  }

  private let variants: [Variant]

  /// How many runs it takes besides the scenario's own.
  var count: Int { variants.count }

  /// Nothing, unless it is asked for.
  static let none = AssumptionRuns(variants: [])

  /// Reads the scenarios of all variants; prints what is wrong with any of them.
  static func read(
    for scenario: ScenarioFile, _ request: Request
  ) -> Result<AssumptionRuns, ExitFailure> {
    guard request.variesAssumptions else { return .success(.none) }
    let content = scenario.model.content
    var variants: [Variant] = []
    var failure: ExitFailure?
    // Whatever a variant says: the same chance events, or it could not be told what is due to what.
    let same = [
      "experiment.seed=\(content.experiment.seed)",
      "experiment.replications=\(content.experiment.replications)",
    ]
    for (assumption, side, file) in named(in: content) {
      let path = sibling(of: scenario.path, file)
      switch ScenarioFile.read(
        path, readFrom: request.readFrom, settings: request.settings + same)
      {
      case .failure(let problem): failure = problem
      case .success(let read):
        if let problem = difference(of: read.model.content, from: content) {
          Terminal.note(
            "buffert: \(path), the \(side.rawValue) variant of “\(assumption.id)”: \(problem)")
          failure = ExitFailure(code: .wrongScenario)
        }
        variants.append(Variant(assumption: assumption, side: side, scenario: read))
      }
    }
    if let failure { return .failure(failure) }
    guard !variants.isEmpty else {
      Terminal.note(
        "buffert: --assumptions has nothing to run: no assumption that decides names a scenario in "
          + "lowScenario or highScenario of the register (scenarios/jonkoping/assumptions.csv does)"
      )
      return .failure(ExitFailure(code: .wrongScenario))
    }
    return .success(AssumptionRuns(variants: variants))
  }

  /// The variants that a scenario's register names, with their files.
  static func named(
    in content: SupplyModel.Content
  ) -> [(Assumption, AssumptionVariant.Side, String)] {
    content.assumptions.filter(\.decides).flatMap {
      [($0, .low, $0.lowScenario), ($0, .high, $0.highScenario)]
    }.filter { !$0.2.isEmpty }
  }

  /// A file named beside another one.
  private static func sibling(of path: String, _ file: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return file }
    return String(path[...end]) + file
  }

  /// Why a variant cannot be compared; `nil` if it can.
  private static func difference(
    of variant: SupplyModel.Content, from content: SupplyModel.Content
  ) -> String? {
    let names = (variant.policies.map(\.name), content.policies.map(\.name))
    guard names.0 == names.1 else {
      return
        "its policies are \(names.0.joined(separator: ", ")), but should be those of the scenario, "
        + names.1.joined(separator: ", ")
    }
    let baselines = (
      variant.policies[variant.experiment.baseline].name,
      content.policies[content.experiment.baseline].name
    )
    return baselines.0 == baselines.1
      ? nil : "its baseline is \(baselines.0), but should be that of the scenario, \(baselines.1)"
  }

  /// The study of a variant, of the same replications as that of the scenario.
  func study(
    _ number: Int, _ replications: Range<Int>, _ request: Request
  ) throws(ExitFailure) -> Study {
    let scenario = variants[number].scenario
    switch RunCommand.choose(request, in: scenario.model.content) {
    case .failure(let problem):
      Terminal.note("buffert: \(scenario.path): \(problem.text)")
      throw ExitFailure(code: .wrongScenario)
    case .success(let choice):
      return Study(
        CompiledModel(
          scenario.model, policies: choice.policies, products: choice.products, jobs: request.jobs),
        replications: replications)
    }
  }

  /// What names a variant's scenario.
  func digest(_ number: Int) -> String {
    ScenarioDigest.hexDigest(of: variants[number].scenario.model.content)
  }

  /// What the tables say of the variants, with the scenario as it is before them.
  func figures(_ actual: StudyResult, _ changed: [StudyResult]) -> [AssumptionVariant] {
    guard !changed.isEmpty else { return [] }
    return [AssumptionVariant(of: actual)]
      + zip(changed, variants).map { AssumptionVariant(of: $0, $1.assumption, side: $1.side) }
  }

  /// What is to be run, in words.
  func words(_ number: Int) -> String {
    "with the \(variants[number].side.rawValue) value of \(variants[number].assumption.id)"
  }
}
