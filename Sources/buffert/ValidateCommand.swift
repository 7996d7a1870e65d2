import Foundation
import Quantities
import Replications
import Reports
import ScenarioFiles
import Validation

/// `buffert validate`: holds scenarios and program against what is known from elsewhere.
enum ValidateCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let effort: Effort = arguments.has(Option.quick.name) ? .quick : .full
    let jobs: Int
    switch arguments.wholeNumber(.jobs, from: 1) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let stated): jobs = stated ?? ProcessInfo.processInfo.activeProcessorCount
    }
    do {
      let chosen = try Chosen(arguments.operands)
      var findings: [Finding] = []
      let progress = Progress(
        total: chosen.scenarios.count + chosen.parts.count, of: "comparisons")
      var finished = 0
      func add(_ more: [Finding], _ name: String) {
        if Terminal.showsProgress { progress.finish() }
        findings += report(more, name)
        finished += 1
        if Terminal.showsProgress { progress.show(finished) }
      }
      for scenario in chosen.scenarios {
        add(try scenario.findings(effort, jobs: jobs), scenario.name)
      }
      for part in chosen.parts { add(try part.findings(effort), part.subject) }
      if Terminal.showsProgress { progress.finish() }
      Terminal.write("\n" + ValidationPage.sentence(of: findings))
      if let folder = arguments.value(.comparison) { try write(findings, to: folder) }
      return findings.contains { $0.verdict == .differs } ? .failed : .done
    } catch let problem as ValidationProblem {
      Terminal.note("buffert: \(problem.text)")
      return .wrongScenario
    } catch let problem as FileProblem {
      Terminal.note("buffert: the results cannot be written: \(problem.reason)")
      return .failed
    } catch {
      Terminal.note("buffert: the run was stopped: \(error)")
      return .failed
    }
  }

  /// Prints how many values of a scenario agree, and those that don't.
  private static func report(_ findings: [Finding], _ name: String) -> [Finding] {
    let id = findings.first?.caseID ?? ""
    let good = findings.count { $0.verdict == .agrees || $0.verdict == .explained }
    Terminal.write("\(id) \(name): \(good) of \(findings.count) values agree")
    for finding in findings where finding.verdict == .differs || finding.verdict == .blunt {
      Terminal.write(
        "  \(finding.verdict.rawValue): \(finding.row), \(finding.quantity): "
          + "\(digits(finding.estimate, 9)) ± \(digits(finding.standardError, 2)), "
          + "known \(digits(finding.reference, 9))")
    }
    return findings
  }

  private static func digits(_ value: Double, _ count: Int) -> String {
    value.isFinite ? FixedPointText.text(value, significantDigits: count) : "no number"
  }

  private static func write(_ findings: [Finding], to folder: String) throws(FileProblem) {
    try ResultsFolder(path: folder).put([
      ResultsFolder.File("validation.csv") { ValidationTable.table(of: findings).csv() },
      ResultsFolder.File("validation.md") {
        Array(ValidationPage.markdown(of: findings, version: Version.number).utf8)
      },
    ])
    Terminal.write("wrote \(folder): validation.csv validation.md")
  }
}

/// What is compared: the scenarios of files and folders, and cases by their ids; all if none is named.
private struct Chosen {
  private(set) var scenarios: [ScenarioCase] = []
  private(set) var parts: [ProgramCase] = []

  /// The folder of the scenarios that come with Buffert.
  private static let folder = "scenarios/validation"

  /// Reads the scenarios; all that is wrong with any of them is said at once.
  init(_ named: [String]) throws(ValidationProblem) {
    let all = ProgramCase.all { Files.read($0) }
    let ids = named.filter { $0.wholeMatch(of: /[A-Z][0-9]+[a-z]?/) != nil }
    let paths = named.filter { !ids.contains($0) }
    if named.isEmpty || !ids.isEmpty {
      let shipped = try Self.read([Self.folder])
      scenarios = named.isEmpty ? shipped : shipped.filter { ids.contains($0.expected.id) }
      parts = named.isEmpty ? all : all.filter { ids.contains($0.id) }
      let known = Set(scenarios.map(\.expected.id) + parts.map(\.id))
      if let unknown = ids.first(where: { !known.contains($0) }) {
        throw ValidationProblem(text: "there is no case \(unknown) in \(Self.folder)")
      }
    }
    if !paths.isEmpty { scenarios += try Self.read(paths) }
  }

  private static func read(_ paths: [String]) throws(ValidationProblem) -> [ScenarioCase] {
    var found: [ScenarioCase] = []
    var problems: [String] = []
    for path in paths.flatMap(Files.scenarios) {
      do throws(ValidationProblem) {
        found.append(try ScenarioCase(path) { Files.read($0) })
      } catch {
        problems.append(error.text)
      }
    }
    if found.isEmpty, problems.isEmpty {
      problems.append("there is no scenario in \(paths.joined(separator: ", "))")
    }
    guard problems.isEmpty else {
      throw ValidationProblem(text: problems.joined(separator: "\n"))
    }
    return found
  }
}
