import Replications
public import ScenarioFiles
import Studies
import SupplyModel

/// A scenario that states what it is known to give.
public struct ScenarioCase: Sendable {
  /// The scenario's file.
  public let path: String
  /// What it is known to give.
  public let expected: ExpectedResults
  private let load: @Sendable (String) -> Result<[UInt8], FileProblem>

  /// Reads a scenario.
  ///
  /// - Throws: `ValidationProblem` if it has errors, or does not say what it is known to give: what
  ///   proves nothing must not look as if it did.
  public init(
    _ path: String, load: @escaping @Sendable (String) -> Result<[UInt8], FileProblem>
  ) throws(ValidationProblem) {
    let outcome = ScenarioReader(load: load).read(path)
    guard !outcome.diagnostics.hasErrors else {
      throw ValidationProblem(text: outcome.diagnostics.rendered())
    }
    guard let expected = outcome.expected else {
      throw ValidationProblem(text: "\(path): expected is missing: what is it known to give?")
    }
    self.path = path
    self.expected = expected
    self.load = load
  }

  /// The scenario's name: the file's, without folder and ending.
  public var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json5") ? String(file.dropLast(6)) : file
  }

  /// Runs the scenario and holds what it gives against what is known, in the order stated.
  ///
  /// Rows with the same settings share a run.
  ///
  /// - Parameter jobs: cores to use.
  /// - Throws: `ValidationProblem` if a row asks for what the scenario does not have,
  ///   `BrokenBalance` when the program loses count of its goods.
  public func findings(_ effort: Effort, jobs: Int) throws -> [Finding] {
    var found: [Int: [Finding]] = [:]
    var settingsSeen: [[String]] = []
    for row in expected.rows where !settingsSeen.contains(row.settings) {
      settingsSeen.append(row.settings)
      let rows = expected.rows.indices.filter { expected.rows[$0].settings == row.settings }
      let run = try CaseRun(
        model: try model(row, effort), policies: Set(rows.map { expected.rows[$0].policy }),
        wanted: rows.map { wanted(expected.rows[$0]) }.reduce([], +), jobs: jobs)
      for index in rows { found[index] = try compare(expected.rows[index], run, effort) }
    }
    return expected.rows.indices.flatMap { found[$0] ?? [] }
  }

  private func model(_ row: ExpectedResults.Row, _ effort: Effort) throws -> SupplyModel {
    var settings = row.settings
    if effort == .quick {
      settings =
        ["experiment.replications=\(expected.quick.replications)"] + expected.quick.settings
        + settings
    }
    let outcome = ScenarioReader(load: load).read(path, settings: settings)
    guard let model = outcome.model else {
      throw ValidationProblem(
        text: "\(row.place): its settings make no scenario\n" + outcome.diagnostics.rendered())
    }
    guard model.content.policies.contains(where: { $0.name == row.policy }) else {
      throw ValidationProblem(
        text: "\(row.place): the scenario has no policy \(row.policy)")
    }
    return model
  }

  /// What is needed of each replication.
  private func wanted(_ row: ExpectedResults.Row) -> [Study.Wanted] {
    row.values.flatMap { value in
      expected.quantities[value.quantity].formula.measures.map { name, location in
        location.map { Study.Wanted(level: .location, key: $0, measure: name) }
          ?? Study.Wanted(
            level: row.level.flatMap(Level.init) ?? .all, key: row.key, measure: name)
      }
    }
  }

  private func compare(
    _ row: ExpectedResults.Row, _ run: CaseRun, _ effort: Effort
  ) throws -> [Finding] {
    let level = row.level.flatMap(Level.init) ?? .all
    return try row.values.map { value in
      let quantity = expected.quantities[value.quantity]
      let estimate: FormulaEstimate
      do {
        estimate = try FormulaEstimate(
          quantity.formula, count: run.count, constants: run.constants
        ) { measure, location in
          try run.values(
            policy: row.policy, level: location == nil ? level : .location,
            key: location ?? row.key, measure: measure)
        }
      } catch let problem as ValidationProblem {
        throw ValidationProblem(text: "\(row.place): \(quantity.name): \(problem.text)")
      }
      let isShare = run.isShare(quantity.formula) && (0...1).contains(value.reference)
      return Finding(
        caseID: expected.id, title: expected.title, source: expected.source,
        provenance: expected.provenance, subject: name, row: row.label, quantity: quantity.name,
        reference: value.reference, estimate: estimate.value,
        standardError: standardError(
          estimate, quantity.formula, value.reference, run.count, effort),
        allowance: value.within * abs(value.reference),
        because: value.within > 0 ? row.because : nil,
        largestError: effort.largestError(of: value.reference, isShare: isShare))
    }
  }

  /// The standard error of an estimate.
  ///
  /// What has not been seen once seems to have none. So that of a share is the one that it has if
  /// the known value holds; and of what did not vary and is very small, such as the patients who
  /// wait once in a thousand years, it is as large as the difference.
  private func standardError(
    _ estimate: FormulaEstimate, _ formula: Formula, _ reference: Double, _ count: Int,
    _ effort: Effort
  ) -> Double {
    if case .statistic(.share, _) = formula, (0...1).contains(reference) {
      return (reference * (1 - reference) / Double(count)).squareRoot()
    }
    let difference = abs(estimate.value - reference)
    let isUnseen =
      estimate.standardError == 0 && difference > Finding.digits(of: reference)
      && difference <= effort.unseen
    return isUnseen ? difference : estimate.standardError
  }
}
