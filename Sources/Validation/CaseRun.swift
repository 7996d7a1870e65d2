import Replications
import ScenarioFiles
import Studies
import SupplyModel

/// A scenario that has been run to be compared: what every replication gave.
struct CaseRun {
  /// How many replications there are.
  let count: Int
  /// What the constants of formulas stand for.
  let constants: [String: Double]
  private let result: StudyResult

  /// Runs all replications of a model under some of its policies.
  init(model: SupplyModel, policies: Set<String>, wanted: [Study.Wanted], jobs: Int) throws {
    let content = model.content
    let experiment = content.experiment
    let chosen = content.policies.positions.filter { policies.contains(content.policies[$0].name) }
    let study = Study(
      CompiledModel(model, policies: chosen, products: nil), keeping: .only(Set(wanted)))
    count = study.replications.count
    let step = 1 / Double(experiment.ticksPerDay)
    constants = ["days": Double(experiment.horizonDays) * step, "step": step]
    result = try study.run(jobs: jobs)
  }

  /// What each replication gave.
  func values(policy: String, level: Level, key: String, measure: String) throws -> [Double] {
    guard Measure.named(measure) != nil else {
      throw ValidationProblem(text: "there is no measure \(measure)")
    }
    guard let number = result.policyNames.firstIndex(of: policy) else {
      throw ValidationProblem(text: "there is no policy \(policy)")
    }
    let values = result.replicationValues(
      policy: number, measure: measure, level: level, key: key)
    guard values.count == count else {
      throw ValidationProblem(
        text: "the results have no \(measure) of \(level.rawValue) \(key): "
          + "measures in units are of one product")
    }
    let present = values.compactMap(\.self)
    guard present.count == count else {
      throw ValidationProblem(
        text: "\(measure) of \(level.rawValue) \(key) has no value in "
          + "\(count - present.count) of \(count) replications")
    }
    return present
  }

  /// Whether a formula is a share: of the same unit above and below its line, or of replications.
  func isShare(_ formula: Formula) -> Bool {
    Self.unit(formula) == "1"
  }

  /// The unit of a formula; `nil` where it is none that a measure has.
  private static func unit(_ formula: Formula) -> String? {
    switch formula {
    case .number: "1"
    case .name(let name, _): Formula.constants[name] == nil ? Measure.named(name)?.unit : "days"
    case .statistic(.share, _): "1"
    case .statistic: nil
    case .binary(.over, let first, let second):
      unit(second) == "1"
        ? unit(first) : unit(first) != nil && unit(first) == unit(second) ? "1" : nil
    case .binary(.times, let first, let second):
      unit(first) == "1" ? unit(second) : unit(second) == "1" ? unit(first) : nil
    case .binary(.plus, let first, let second), .binary(.minus, let first, let second):
      unit(first) == unit(second) ? unit(first) : nil
    case .binary: nil
    }
  }
}
