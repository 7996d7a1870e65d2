import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

/// A scenario of `scenarios/validation` that has been run, to be held against reference values.
///
/// Each of its products has a demand class of its own, of which every replication's values are kept.
struct ReferenceRun {
  /// How many replications there are.
  let count: Int
  private let result: StudyResult
  /// Length of the horizon. [days]
  private let days: Double
  /// Length of a step of time. [days]
  private let step: Double

  /// How many times as many replications there are where the program is fast.
  #if DEBUG
    private static let moreReplications = 1
  #else
    private static let moreReplications = 4
  #endif

  /// Runs the first replications of a scenario; four times as many without checks.
  init(_ name: String, replications: Int, settings: [String] = []) throws {
    let model = try #require(
      Shipped.read("scenarios/validation/\(name).json5", settings: settings).model)
    let experiment = model.content.experiment
    count = replications * Self.moreReplications
    step = 1 / Double(experiment.ticksPerDay)
    days = Double(experiment.horizonDays) * step
    result = try Study(CompiledModel(model), replications: 0..<count).run(jobs: 2)
  }

  /// What each replication gave for a product under a policy.
  func replications(of product: String, _ policy: String) throws -> [DailyMeans] {
    let number = try #require(result.policyNames.firstIndex(of: policy))
    func values(_ measure: String) -> [Double] {
      let found = result.replicationValues(
        policy: number, measure: measure, level: .demandClass, key: product)
      return found.isEmpty ? [Double](repeating: 0, count: count) : found.map { $0 ?? .nan }
    }
    let counted = DailyMeans.counted.map(values)
    let averaged = DailyMeans.averaged.map(values)
    #expect(counted[0].allSatisfy { $0 >= 0 })
    return (0..<count).map { replication in
      DailyMeans(
        counted.map { $0[replication] / days } + averaged.map { $0[replication] }, step: step)
    }
  }

  /// Holds a quantity that follows from means against its reference value: within 4 standard errors.
  ///
  /// The quantity is that of the means over all replications. Its standard error is the
  /// jackknife's, which needs no formula for ratios.
  func check(
    _ label: String, _ product: String, _ policy: String, _ reference: Double,
    atMost largestError: Double, sourceLocation: SourceLocation = #_sourceLocation,
    _ quantity: (DailyMeans) -> Double
  ) throws {
    let all = try replications(of: product, policy)
    let sum = all.reduce(DailyMeans.zero(step: step)) { $0.adding($1, times: 1) }
    let estimate = quantity(sum.divided(by: Double(count)))
    let others = all.map { quantity(sum.adding($0, times: -1).divided(by: Double(count - 1))) }
    let mean = others.reduce(0, +) / Double(count)
    let squares = others.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let standardError = (squares * Double(count - 1) / Double(count)).squareRoot()
    // What does not vary agrees to rounding.
    #expect(
      abs(estimate - reference) <= max(4 * standardError, 1e-9),
      "\(label), \(policy): \(estimate) ± \(standardError), reference \(reference)",
      sourceLocation: sourceLocation)
    #expect(
      standardError <= largestError * abs(reference),
      "\(label), \(policy): ± \(standardError) of \(reference) sees too little",
      sourceLocation: sourceLocation)
  }
}

/// Means over a replication, or over several. [units/day, or units]
struct DailyMeans {
  static let counted = [
    "demand", "served", "servedAtOnce", "unmet", "discarded", "purchased", "orderLines",
  ]
  static let averaged = ["averageStock", "averageWaiting", "waiting"]

  private var values: [Double]
  /// Length of a step of time. [days]
  let step: Double

  init(_ values: [Double], step: Double) {
    self.values = values
    self.step = step
  }

  static func zero(step: Double) -> DailyMeans {
    DailyMeans(Array(repeating: 0, count: counted.count + averaged.count), step: step)
  }

  func adding(_ other: DailyMeans, times factor: Double) -> DailyMeans {
    DailyMeans(zip(values, other.values).map { $0 + factor * $1 }, step: step)
  }

  func divided(by count: Double) -> DailyMeans {
    DailyMeans(values.map { $0 / count }, step: step)
  }

  var demand: Double { values[0] }
  var served: Double { values[1] }
  var servedAtOnce: Double { values[2] }
  var unmet: Double { values[3] }
  var discarded: Double { values[4] }
  var purchased: Double { values[5] }
  var orderLines: Double { values[6] }
  /// At the end of a step. [units]
  var stock: Double { values[7] }
  /// At the end of a step. [units]
  var waiting: Double { values[8] }
  /// At the end of the horizon. [units]
  var waitingAtEnd: Double { values[9] }

  /// What is served the day it is asked for. [1]
  var fill: Double { servedAtOnce / demand }
  /// What is left when the day's last units have been scrapped. [units]
  var held: Double { stock - discarded }
}
