import Foundation

/// What `buffert run` is asked to do.
struct Request {
  /// `PATH=VALUE`, options that stand for one included.
  var settings: [String] = []
  var policies: [String] = []
  var productFilter: String?
  /// Where the results go; `nil` for the default.
  var folder: String?
  /// Cores to use.
  var jobs = 1
  var isQuiet = false

  /// Reads the options of `run`.
  static func parse(_ arguments: Arguments) -> Result<Request, Arguments.Problem> {
    var request = Request()
    request.settings = arguments.all(.set)
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
    request.policies = arguments.all(.policy)
    request.productFilter = arguments.value(.products)
    request.folder = arguments.value(.out)
    request.isQuiet = arguments.has(Option.quiet.name)
    return .success(request)
  }

  /// The command that gives these results, without what changes none of them: output folder,
  /// cores, quiet.
  func normalised(scenario: ScenarioFile) -> String {
    var words = ["buffert", "run", scenario.name + ".json5"]
    for setting in settings { words += ["--set", setting] }
    for policy in policies { words += ["--policy", policy] }
    if let productFilter { words += ["--products", productFilter] }
    return words.joined(separator: " ")
  }
}
