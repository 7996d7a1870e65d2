import Foundation
import Reports
import Studies

/// `buffert cluster`: prints what runs a scenario in shards under a scheduler, and joins them.
///
/// The scheduler does all the rest: nothing of the program watches over machines.
enum ClusterCommand {
  /// The systems that there are words for.
  private enum System: String, CaseIterable {
    case slurm, kubernetes
  }

  static func run(_ arguments: Arguments) -> ExitCode {
    let known = System.allCases.map(\.rawValue)
    let named = arguments.operands.first ?? ""
    guard let system = System(rawValue: named) else {
      return Terminal.usage(
        named.isEmpty
          ? "cluster takes a system and a scenario"
          : "there are no words for \(named), but for \(known.joined(separator: " and "))",
        didYouMean: named, among: known)
    }
    guard arguments.operands.count == 2 else {
      return Terminal.usage(
        "cluster \(named) takes one SCENARIO, but got \(arguments.operands.count - 1)")
    }
    if system != .kubernetes, arguments.has(Option.image.name) {
      return Terminal.usage(
        "\(Option.image.name) is for kubernetes: \(named) runs the program as it is")
    }
    do throws(ExitFailure) {
      let request = try request(arguments)
      switch system {
      case .slurm: Terminal.write(SlurmScript.text(request))
      case .kubernetes: Terminal.write(KubernetesManifest.text(request))
      }
      return .done
    } catch {
      return error.code
    }
  }

  private static func request(_ arguments: Arguments) throws(ExitFailure) -> ClusterRequest {
    func usage(_ problem: Arguments.Problem) -> ExitFailure {
      ExitFailure(
        code: Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known))
    }
    let count: Int?
    var request: Request
    do throws(Arguments.Problem) {
      count = try arguments.wholeNumber(.shards, from: 1).get()
      request = try Request.parse(arguments).get()
    } catch {
      throw usage(error)
    }
    guard let count else {
      throw usage(.init(text: "cluster needs --shards N: into how many the run is divided"))
    }
    let cores = arguments.has(Option.coresOfShard.name) ? request.jobs : 1
    // What this machine has is not what the cluster's have.
    (request.jobs, request.memory) = (cores, .infinity)
    let operand = arguments.operands[1]
    let run = try PreparedRun.prepare(operand, request).get()
    let replications = run.replications.count
    guard count <= replications else {
      throw usage(
        .init(
          text: "--shards is \(count), but \(replications) replications make at most "
            + "\(replications) shards"))
    }
    let bytes = MemoryCheck.estimate(run.scenario, request).bytes
    return ClusterRequest(
      operand: operand, run: run,
      words: request.words
        + request.readFrom.flatMap { [Option.readFrom.name, ClusterRequest.absolute($0)] },
      shards: count, coresPerShard: cores,
      folder: request.folder ?? "results/\(run.scenario.name)",
      // The estimate is within a quarter; a shard that is killed for a little costs more.
      memory: Int((bytes * 1.5 / 1024 / 1024 / 100).rounded(.up)) * 100,
      image: arguments.value(.image) ?? "buffert:\(Version.number)")
  }
}
