import CountAllocations
import Foundation

/// Counts what a replication allocates once its worker has run it before: it should be nothing.
///
/// The same replications are run twice, and the second time is counted. Tables grow to what the most
/// crowded of them needs, so that with other replications a table might still grow, once; with the same
/// ones it is exact: a count above 0 is memory asked for anew in every replication.
enum Allocations {
  /// The shipped scenarios that are counted, besides every feature scenario: with how many of their
  /// products and replications.
  private static let shipped: [(path: String, products: Int?, replications: Int)] = [
    ("scenarios/reference/r1.json5", nil, 20), ("scenarios/reference/r1s.json5", nil, 20),
    ("scenarios/jonkoping.json5", 20, 2), ("scenarios/halland.json5", 10, 2),
    ("scenarios/sweden.json5", 2, 2), ("scenarios/sweden/war-in-the-north.json5", 2, 2),
  ]

  /// Prints a count for each case; says whether all are 0.
  static func check(_ options: Options) throws(Failure) -> Bool {
    var isClean = true
    func report(_ name: String, _ replications: Int, _ engine: consuming Engine) throws(Failure) {
      let count = try allocations(in: &engine, 0..<replications, traces: options.traces)
      let each = Double(count) / Double(replications)
      print(Words.left(name, 52) + Words.right(count == 0 ? "0" : Words.short(each), 10))
      if count > 0 {
        isClean = false
        if options.traces > 0 { AllocationTrace.printTraces(of: min(count, options.traces)) }
      }
    }
    guard countsItself() else { throw Failure("an allocation made on purpose was not counted") }
    print(Words.left("allocations per replication", 52) + Words.right("count", 10))
    for mechanism in Mechanism.all where options.selects(mechanism.name) {
      try report(mechanism.name, 4, try Engine(mechanism.scenario))
    }
    for path in features() where options.selects(path) {
      try report(path, 3, try Engine(path))
    }
    for (path, products, replications) in shipped where options.selects(path) {
      try report(path, replications, try Engine(path, products: products))
    }
    if !isClean {
      print("\nmemory is asked for in every replication; --where says by which functions")
    }
    return isClean
  }

  /// Whether counting works: one row of numbers is one allocation.
  private static func countsItself() -> Bool {
    let length = 1000 + CommandLine.arguments.count
    // The first row of its kind makes what describes the kind, too.
    use(row(length)[0])
    count_allocations_start(0)
    let numbers = row(length)
    let count = count_allocations_stop()
    use(numbers.reduce(0, +))
    return count == 1
  }

  @inline(never)
  private static func row(_ length: Int) -> [Double] { Array(repeating: 1, count: length) }

  /// How often memory is asked for while replications are run for the second time.
  static func allocations(
    in engine: inout Engine, _ replications: Range<Int>, traces: Int
  ) throws(Failure) -> Int {
    try engine.run(replications)
    count_allocations_start(Int64(traces))
    do throws(Failure) { try engine.run(replications) } catch {
      _ = count_allocations_stop()
      throw error
    }
    return Int(count_allocations_stop())
  }

  private static func features() -> [String] {
    let folder = "scenarios/features"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json5") }.sorted().map { "\(folder)/\($0)" }
  }
}
