import Replications
import ScenarioFiles
import SupplyModel

/// A trace of another program that a scenario replays, day by day and location by location.
struct TraceCase: Sendable {
  /// The scenario's name, in `scenarios/validation`.
  let scenario: String
  /// The trace's name, in `scenarios/validation/c6/stockpyl`.
  let trace: String
  /// How many days it has.
  let days: Int
  /// What a day costs, by location.
  let rates: [String: StockReplay.Rates]

  /// The traces that come with Buffert.
  static let all = [
    TraceCase(
      scenario: "c6-single", trace: "simple_single_stage_seed762", days: 100,
      rates: ["0": .init(held: 1, waiting: 10)]),
    TraceCase(
      scenario: "c6-serial", trace: "serial3_poisson5_S9_6_11_seed42", days: 200,
      rates: [
        "3": .init(held: 2, waiting: 0), "2": .init(held: 4, waiting: 0),
        "1": .init(held: 7, waiting: 37.12),
      ]),
    TraceCase(
      scenario: "c6-tree", trace: "rong_atan_snyder_1a_poisson8_seed7", days: 200,
      rates: [
        "0": .init(held: 1.0 / 3, waiting: 20), "1": .init(held: 2.0 / 3, waiting: 20),
        "2": .init(held: 2.0 / 3, waiting: 20), "3": .init(held: 1, waiting: 20),
        "4": .init(held: 1, waiting: 20), "5": .init(held: 1, waiting: 20),
        "6": .init(held: 1, waiting: 20),
      ]),
  ]

  /// The trace and what the scenario does, cell by cell.
  struct Outcome {
    /// How many cells the trace has.
    let cells: Int
    /// Where the two differ, and how.
    let differences: [String]
    /// What all days cost here.
    let cost: Double
  }

  /// Replays the scenario, with some of its values replaced.
  func replay(
    settings: [String] = [], load: (String) -> Result<[UInt8], FileProblem>
  ) throws -> Outcome {
    let folder = "scenarios/validation/"
    let outcome = withoutActuallyEscaping(load) {
      ScenarioReader(load: $0).read("\(folder)\(scenario).json5", settings: settings)
    }
    guard let model = outcome.model else {
      throw ValidationProblem(text: outcome.diagnostics.rendered())
    }
    let path = "\(folder)c6/stockpyl/\(trace).csv"
    guard case .success(let bytes) = load(path), let known = NodePeriod.reference(bytes) else {
      throw ValidationProblem(text: "\(path): this is no trace of stockpyl")
    }
    var worker = ReplicationWorker(CompiledModel(model))
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    let mine = StockReplay(events, of: model, days: days, rates: rates).periods
    let differences = Set(mine.keys).union(known.keys).sorted().flatMap { place in
      (mine[place] ?? NodePeriod()).differences(from: known[place] ?? NodePeriod())
        .map { "day \(place.day), node \(place.node): \($0)" }
    }
    return Outcome(
      cells: known.values.reduce(0) { $0 + $1.cellCount }, differences: differences,
      cost: mine.values.reduce(0) { $0 + ($1.amounts["TC"] ?? .nan) })
  }
}

extension ProgramCase {
  /// C6: what another program has written down of every location and day happens here too.
  static func traces(
    load: @escaping @Sendable (String) -> Result<[UInt8], FileProblem>
  ) -> ProgramCase {
    ProgramCase(
      id: "C6", title: "Period by period as another program has it",
      source: "stockpyl 1.0.2 (L. Snyder), its tests and traces", provenance: .published,
      subject: "traces"
    ) { _ in
      try TraceCase.all.map { trace in
        let outcome = try trace.replay(load: load)
        return Comparison(
          row: trace.trace, quantity: "cells that are the same", reference: Double(outcome.cells),
          estimate: Double(outcome.cells - outcome.differences.count))
      }
    }
  }
}
