import Estimators
import Replications
import ScenarioFiles
import Studies
import SupplyModel

/// `buffert run`
enum RunCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    switch ScenarioFile.read(arguments.operand, settings: arguments.all(.set)) {
    case .failure(let failure): return failure.code
    case .success(let scenario):
      let n = Int(arguments.value(.replications) ?? "2")!
      let study = Study(CompiledModel(scenario.model), replications: 0..<n)
      let result = try! study.run(jobs: 2)
      for (index, name) in result.policyNames.enumerated() {
        for e in result.estimates(policy: index) { Terminal.write("\(name),\(e.group.level.rawValue),\(e.group.key),\(e.measure.name),\(e.mean ?? -1),\(e.interval?.low ?? -1),\(e.interval?.high ?? -1)") }
        for e in result.differences(policy: index) where e.group.level == .all { Terminal.write("\(name)-diff,\(e.group.level.rawValue),\(e.group.key),\(e.measure.name),\(e.mean ?? -1),\(e.interval?.low ?? -1),\(e.interval?.high ?? -1)") }
      }
      return .done
    }
  }
}
