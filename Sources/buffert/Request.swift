import Foundation
import Reports
import Studies
import SupplyModel

/// What `buffert run` is asked to do.
struct Request {
  /// `PATH=VALUE`, options that stand for one included.
  var settings: [String] = []
  /// Folders that may be read from besides the scenario's.
  var readFrom: [String] = []
  var policies: [String] = []
  var productFilter: String?
  /// What is thought away, one after the other, in the order of the declaration.
  var without: [Obstacle] = []
  /// Whether the low and high variants of the assumptions that decide are run too.
  var variesAssumptions = false
  /// Whether every replication's values are kept of each location and product too.
  var keepsDetail = false
  /// Where the results go; `nil` for the default.
  var folder: String?
  /// Cores to use.
  var jobs = 1
  /// How precise the headline measures should be, as a share of their means; `nil` for as many
  /// replications as the scenario says.
  var precision: Double?
  /// How much memory may be used; `nil` for what the machine has. [bytes]
  var memory: Double?
  var isQuiet = false
  /// Which shard of how many; `nil` for all of it.
  var shard: (number: Int, count: Int)?
  /// Whether to go on with what an interrupted run has left.
  var resumes = false
  /// Whether to throw away what an interrupted run has left.
  var restarts = false
  /// How often what is finished is kept; `nil` for as often as costs nothing.
  var savesEvery: Duration?
  /// How tables are written: as programs read them, and for a spreadsheet if that is asked for too.
  var csvStyles = [CSVStyle.plain]
  /// What language the report is in.
  var language = ReportLanguage.english

  /// Reads the options of `run`.
  static func parse(_ arguments: Arguments) -> Result<Request, Arguments.Problem> {
    var request = Request()
    request.settings = arguments.all(.set)
    request.readFrom = arguments.all(.readFrom)
    for (option, low, path) in [
      (Option.replications, 1, "experiment.replications"), (.seed, 0, "experiment.seed"),
    ] {
      switch arguments.wholeNumber(option, from: low) {
      case .failure(let problem): return .failure(problem)
      case .success(let number?): request.settings.append("\(path)=\(number)")
      case .success(nil): break
      }
    }
    switch arguments.wholeNumber(.jobs, from: 1) {
    case .failure(let problem): return .failure(problem)
    case .success(let jobs): request.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    }
    switch arguments.share(.precision) {
    case .failure(let problem): return .failure(problem)
    case .success(let precision): request.precision = precision
    }
    switch arguments.choice(.csvStyle, among: CSVStyle.allCases) {
    case .failure(let problem): return .failure(problem)
    case .success(let style): if style == .excelSwedish { request.csvStyles.append(.excelSwedish) }
    }
    switch arguments.choice(.locale, among: ReportLanguage.allCases) {
    case .failure(let problem): return .failure(problem)
    case .success(let language): request.language = language ?? .english
    }
    if let text = arguments.value(.memory) {
      guard let bytes = MemorySize.bytes(of: text) else {
        return .failure(
          .init(text: "--memory is \(text), but should be a size such as 2 GiB or 800 MiB"))
      }
      request.memory = bytes
    }
    request.policies = arguments.all(.policy)
    request.productFilter = arguments.value(.products)
    let obstacles = arguments.all(.without)
    let known = Obstacle.allCases.map(\.rawValue)
    if let unknown = obstacles.first(where: { !known.contains($0) }) {
      return .failure(
        .init(
          text: "--without is \(unknown), but should be "
            + known.dropLast().joined(separator: ", ") + " or " + known[known.count - 1],
          word: unknown, known: known))
    }
    request.without = Obstacle.allCases.filter { obstacles.contains($0.rawValue) }
    request.variesAssumptions = arguments.has(Option.assumptions.name)
    request.keepsDetail = arguments.has(Option.detail.name)
    if request.precision != nil, !request.without.isEmpty {
      return .failure(
        .init(text: "--precision cannot be combined with --without: run --replications N with it"))
    }
    do throws(Arguments.Problem) {
      try request.readSaving(arguments)
    } catch {
      return .failure(error)
    }
    request.folder = arguments.value(.out)
    request.isQuiet = arguments.has(Option.quiet.name)
    return .success(request)
  }

  /// The command that gives these results, without what changes none of them: output folder,
  /// cores, memory, quiet, how tables and the report are shown.
  ///
  /// - Parameters:
  ///   - command: its name.
  ///   - more: words of options that only this command has.
  func normalised(
    _ command: String = "run", scenario: ScenarioFile, more: [String] = []
  ) -> String {
    (["buffert", command, scenario.name + ".json5"] + words + more).joined(separator: " ")
  }

  /// The options that decide what is found.
  var words: [String] {
    var words: [String] = []
    for setting in settings { words += ["--set", setting] }
    for policy in policies { words += ["--policy", policy] }
    if let productFilter { words += ["--products", productFilter] }
    if let precision { words += ["--precision", "\(precision)"] }
    for obstacle in without { words += ["--without", obstacle.rawValue] }
    if variesAssumptions { words.append(Option.assumptions.name) }
    if keepsDetail { words.append(Option.detail.name) }
    return words
  }
}
