import Foundation
import ScenarioFiles
import Studies
import SupplyModel

/// Refuses what does not fit before anything large is made.
enum MemoryCheck {
  /// What a run of everything needs, with as many jobs as the machine has cores.
  static func estimate(_ scenario: ScenarioFile) -> MemoryEstimate {
    MemoryEstimate(
      of: scenario.model,
      MemoryEstimate.Run(
        of: scenario.model, jobs: ProcessInfo.processInfo.activeProcessorCount,
        fileBytes: scenario.fileBytes))
  }

  /// What a run needs that is asked for with some options.
  static func estimate(_ scenario: ScenarioFile, _ request: Request) -> MemoryEstimate {
    MemoryEstimate(of: scenario.model, run(scenario, request))
  }

  private static func run(_ scenario: ScenarioFile, _ request: Request) -> MemoryEstimate.Run {
    var run = MemoryEstimate.Run(
      of: scenario.model, jobs: request.jobs, fileBytes: scenario.fileBytes)
    run.keepsDetail = request.keepsDetail
    if request.variesAssumptions {
      run.scenarios += AssumptionRuns.named(in: scenario.model.content).count
    }
    run.studies = run.scenarios + request.without.count
    return run
  }

  /// Why what was asked for is refused, as it is printed; `nil` where it fits.
  static func problem(
    of scenario: ScenarioFile, _ request: Request, policies: [Position<Policy>]?,
    products: [Position<Product>]?, _ change: (inout MemoryEstimate.Run) -> Void = { _ in }
  ) -> String? {
    var run = run(scenario, request)
    run.policies = policies
    run.products = products
    change(&run)
    return problem(
      MemoryEstimate(of: scenario.model, run), of: scenario.model, stated: request.memory
    ).map { "\(scenario.path): \($0.rendered())" }
  }

  /// `about 120 MiB of memory with 2 jobs`.
  static func text(_ estimate: MemoryEstimate) -> String {
    let jobs = estimate.run.jobs
    return "about \(MemorySize.text(estimate.bytes)) of memory with \(jobs) "
      + (jobs == 1 ? "job" : "jobs")
  }

  /// - Parameter stated: the limit that the user has set; `nil` for what the machine has. [bytes]
  private static func problem(
    _ estimate: MemoryEstimate, of model: SupplyModel, stated: Double?
  ) -> Diagnostic? {
    if !estimate.tooMany.isEmpty {
      return Diagnostic(
        problem: "the run is too large: " + estimate.tooMany.joined(separator: "; "),
        remedy: "take a shorter horizon, longer ticks, or fewer locations or products")
    }
    let available = stated ?? MemoryLimit.bytes(read: read)
    guard let limit = available, estimate.bytes > limit else { return nil }
    let whose = stated == nil ? "that there is" : "of --memory"
    let parts = estimate.parts.sorted { $0.bytes > $1.bytes }
      .filter { $0.bytes > estimate.bytes / 50 }
      .map { "\($0.part.rawValue) \(MemorySize.text($0.bytes))" }
    return Diagnostic(
      problem: "the run would need \(text(estimate)): " + parts.joined(separator: ", "),
      allowed: "at most the \(MemorySize.text(limit)) \(whose)",
      remedy: advice(estimate, of: model, limit: limit))
  }

  /// What would make it fit: first what does so alone, then what helps.
  private static func advice(
    _ estimate: MemoryEstimate, of model: SupplyModel, limit: Double
  ) -> String {
    var alone: [String] = []
    var helping: [String] = []
    func add(_ words: String, _ change: (inout MemoryEstimate.Run) -> Void) {
      var run = estimate.run
      change(&run)
      if MemoryEstimate(of: model, run).bytes <= limit {
        alone.append(words)
      } else {
        helping.append(words)
      }
    }
    let run = estimate.run
    if run.keepsDetail { add("leave out --detail") { $0.keepsDetail = false } }
    if run.jobs > 1 { add("--jobs 1") { $0.jobs = 1 } }
    if run.scenarios > 1 {
      add("leave out --assumptions") {
        $0.studies -= $0.scenarios - 1
        $0.scenarios = 1
      }
    }
    if run.studies > run.scenarios {
      add(run.isEndurance ? "leave out --in" : "leave out --without") { $0.studies = $0.scenarios }
    }
    let excess = estimate.bytes - limit
    let fewer = Double(run.replications) - (excess / estimate.perReplication).rounded(.up)
    if fewer >= 1 {
      alone.append("--replications \(Int(fewer)) or fewer")
    } else if run.replications > 1 {
      add("fewer --replications") { $0.replications = 1 }
    }
    helping += ["fewer products with --products", "fewer policies with --policy"]
    let help = helping.joined(separator: "; ")
    return alone.isEmpty
      ? "no single change is enough; these help: \(help)"
      : "any of these is enough: \(alone.joined(separator: "; ")). These help: \(help)"
  }

  private static func read(_ path: String) -> String? {
    // What cannot be read says nothing.
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
