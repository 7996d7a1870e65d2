/// Times replications of a scenario in this process.
///
/// It is compiled when it is first timed. A repetition runs as many replications as take about a
/// twentieth of a second, the same ones each time.
final class EngineTimer {
  private let make: () throws(Failure) -> Engine
  private var engine: Engine?
  private var replications = 1

  /// The least time of a repetition. [ns]
  private static let least = 5e7

  init(_ make: @escaping () throws(Failure) -> Engine) { self.make = make }

  convenience init(_ scenario: TextScenario) {
    self.init { () throws(Failure) in try Engine(scenario) }
  }

  /// Processor time of one replication. [ns]
  func nanosecondsPerReplication() throws(Failure) -> Double {
    if engine == nil {
      engine = try make()
      while try run() < Self.least { replications *= 2 }
    }
    return try run() / Double(replications)
  }

  /// The same by unit-day. [ns]
  func nanosecondsPerUnitDay() throws(Failure) -> Double {
    let time = try nanosecondsPerReplication()
    return time / Double(engine?.unitDays ?? 1)
  }

  private func run() throws(Failure) -> Double {
    let start = processorNanoseconds()
    try engine?.run(0..<replications)
    return processorNanoseconds() - start
  }
}
