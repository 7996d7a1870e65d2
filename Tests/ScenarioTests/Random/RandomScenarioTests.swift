import Foundation
import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

/// Scenarios drawn from the whole space of the format, run with all checks of a debug build:
/// conservation of every product, location and lot at every event.
///
/// A failure names its seed. `BUFFERT_SEEDS=17` or `BUFFERT_SEEDS=0..<2000` runs those seeds instead
/// and prints each before it is run, so that the last one printed is the one that trapped. `BUFFERT_BOUT=3`
/// draws other scenarios for all tests of this folder: their seeds begin 3,000,000 higher.
@Suite("Random scenarios")
struct RandomScenarioTests {
  /// How many scenarios are drawn.
  static let count: UInt64 = 2400
  /// The fewest of them in which every field and every choice of the format must stand.
  static let leastOfEach = 10

  /// Where seeds begin. What is no number must not pass for the usual bout.
  static let firstSeed: UInt64 = {
    guard let text = ProcessInfo.processInfo.environment["BUFFERT_BOUT"] else { return 0 }
    guard let bout = UInt32(text) else { fatalError("BUFFERT_BOUT is no number: \(text)") }
    return 1_000_000 * UInt64(bout)
  }()

  /// The seeds that are run, and whether each is printed.
  static var seeds: (Range<UInt64>, areStated: Bool) {
    guard let text = ProcessInfo.processInfo.environment["BUFFERT_SEEDS"] else {
      return (firstSeed..<firstSeed + count, false)
    }
    let ends = text.split(separator: "..<").compactMap { UInt64($0) }
    let first = ends.first ?? 0
    return (first..<(ends.count > 1 ? ends[1] : first + 1), true)
  }

  /// What the first scenarios have; which rare choices a few thousand others have is chance.
  @Test("Every field and choice of the format is drawn", .enabled(if: firstSeed == 0))
  func coverage() {
    var coverage = FormatCoverage()
    for seed in 0..<Self.count { coverage.add(RandomScenario.scenario(seed: seed)) }
    let rare = FormatCoverage.all.filter { coverage.counts[$0, default: 0] < Self.leastOfEach }
    #expect(rare.isEmpty, "too seldom drawn: \(rare.map { "\($0) (\(coverage.counts[$0] ?? 0))" })")
    #expect(FormatCoverage.all.count > 200)
  }

  @Test(
    "What says how times are drawn is now and then a fraction of a tick, in days and in minutes")
  func fractions() {
    var counts = [0, 0]
    for seed in 0..<400 as Range<UInt64> {
      let text = RandomScenario.scenario(seed: seed).text
      if text.contains(/"[0-9]+\.[0-9]+ days"/) { counts[0] += 1 }
      if text.contains(/"[0-9]+\.[0-9]+ minutes"/) { counts[1] += 1 }
    }
    #expect(counts.allSatisfy { $0 >= Self.leastOfEach }, "\(counts)")
  }

  @Test("The same seed draws the same scenario")
  func repeats() {
    for seed in 0..<20 as Range<UInt64> {
      #expect(RandomScenario.scenario(seed: seed) == RandomScenario.scenario(seed: seed))
    }
    #expect(RandomScenario.scenario(seed: 1) != RandomScenario.scenario(seed: 2))
  }

  @Test("Every random scenario is refused with a reason, or runs with goods and demand adding up")
  func conservation() {
    let (seeds, areStated) = Self.seeds
    var run = 0
    var total = ScenarioRun()
    var refusals: [String: Int] = [:]
    for seed in seeds {
      if areStated { print("seed \(seed)") }
      let scenario = RandomScenario.scenario(seed: seed)
      if areStated, seeds.count == 1 { print(scenario.text) }
      let outcome = scenario.read()
      guard let model = outcome.model else {
        let problem = outcome.diagnostics.sorted.first { $0.severity == .error }
        refusals[Self.kind(of: problem?.problem ?? "no reason"), default: 0] += 1
        if problem == nil { Issue.record("seed \(seed) is refused without a reason") }
        if areStated { print(outcome.diagnostics.rendered()) }
        continue
      }
      do {
        let result = try ScenarioRun(model)
        if let problem = result.problem { Issue.record("seed \(seed): \(problem)") }
        total.entries += result.entries.map {
          .init(
            policy: "", product: "", location: "", replication: 0, target: $0.target,
            tally: $0.tally)
        }
        run += 1
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
    guard !areStated else { return }
    let refused = seeds.count - run
    print("random scenarios: \(run) run, \(refused) refused")
    for (kind, count) in refusals.sorted(by: { $0.value > $1.value }) { print(count, kind) }
    #expect(refused * 5 <= seeds.count)
    // What the scenarios are for does happen in them.
    let measures: [(Tally) -> Int64] = [
      \.demand, \.served, \.unmet, \.waiting, \.discarded, \.rejected, \.returned, \.redistributed,
      \.purchased, \.owedUnitDays, \.onOrderUnitDays,
    ]
    for measure in measures { #expect(total.sum(measure) > 0) }
  }

  /// A reason without the names and numbers in it.
  static func kind(of problem: String) -> String {
    problem.replacing(/“[^”]*”/, with: "…").replacing(/[0-9]+/, with: "#")
  }
}
