import Replications
import Reports
import ScenarioFiles
import SupplyModel

/// `buffert trace`: replays one replication of one product and prints what happened, or why a
/// location ran out.
enum TraceCommand {
  static func run(_ arguments: Arguments) -> ExitCode {
    let scenario: ScenarioFile
    switch ScenarioFile.read(arguments, settings: arguments.all(.set)) {
    case .failure(let failure): return failure.code
    case .success(let read): scenario = read
    }
    switch TraceRequest.parse(arguments, in: scenario.model.content) {
    case .failure(let problem):
      return Terminal.usage(problem.text, didYouMean: problem.word, among: problem.known)
    case .success(let request):
      return replay(request, in: scenario.model)
    }
  }

  private static func replay(_ request: TraceRequest, in model: SupplyModel) -> ExitCode {
    let compiled = CompiledModel(
      model, policies: [request.policy], products: [request.product])
    var worker = ReplicationWorker(compiled)
    let events: [TraceEvent]
    do {
      events = try worker.trace(product: 0, replication: request.replication, policy: 0)
    } catch {
      Terminal.note("buffert: the replay was stopped: \(error)")
      return .failed
    }
    if request.explains {
      let explanation = StockoutExplanation(
        of: events, product: request.product, in: model, at: request.location,
        days: request.days)
      Terminal.write(explanation.lines.joined(separator: "\n"))
      return .done
    }
    let table = EventsTable.table(of: events.filter(request.shows), in: model.content)
    Terminal.write(
      request.isCSV ? String(decoding: table.csv().dropLast(), as: UTF8.self) : table.alignedText)
    return .done
  }
}
