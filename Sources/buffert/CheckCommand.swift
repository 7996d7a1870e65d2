import ScenarioFiles
import SupplyModel

/// `buffert check`: reads a scenario and says what is wrong with it, or what it is.
enum CheckCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    switch ScenarioFile.read(arguments, settings: arguments.all(.set)) {
    case .failure(let failure):
      return failure.code
    case .success(let scenario):
      if arguments.has(Option.explain.name) { explain(scenario.effective) }
      Terminal.write(overview(scenario))
      Terminal.write("a run needs \(MemoryCheck.text(MemoryCheck.estimate(scenario)))")
      return .done
    }
  }

  private static func overview(_ scenario: ScenarioFile) -> String {
    let content = scenario.model.content
    return "\(scenario.path) has no errors: \(content.products.count) products, "
      + "\(content.locations.count) locations, \(content.consumption.count) rows of consumption, "
      + "\(content.policies.count) policies, \(content.experiment.replications) replications of "
      + content.experiment.lengthText
  }

  /// One line for each value: path, value, where it comes from.
  private static func explain(_ effective: EffectiveScenario) {
    let width = min(60, effective.values.map(\.path.count).max() ?? 0)
    for value in effective.values {
      let padding = String(repeating: " ", count: max(0, width - value.path.count))
      Terminal.write(
        "\(value.path)\(padding)  \(value.value)  (\(value.origin ?? "default"))")
    }
    for row in effective.provenance {
      Terminal.write("\(row.column): \(row.count) \(row.status.rawValue)")
    }
  }
}
