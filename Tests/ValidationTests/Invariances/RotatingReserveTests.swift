import Foundation
import Replications
import Testing

/// Invariance (j): what a reserve of S units that is used at a rate λ, the oldest first, discards when
/// each lives m days: λ pmf(S − 1; λm) ÷ P(Poisson(λm) ≥ S) a day.
///
/// Continuous time in steps of half an hour: what is used within a step is replaced at its end. That
/// lacks λ ÷ 2 units of a step on average, and is allowed for; tolerance 4 standard errors besides;
/// seeds 0 to 4.
@Suite("Invariance (j): the discard of a reserve that rotates")
struct RotatingReserveTests {
  /// Outdated units per day.
  static func outdated(_ level: Int, rate: Double, life: Double) -> Double {
    let mean = rate * life
    var probability = exp(-mean)
    var below = probability
    for count in 1..<level {
      probability *= mean / Double(count)
      below += probability
    }
    return rate * probability / (1 - below)
  }

  @Test("(j) E4's formula holds for any reserve, rate and life", arguments: Draws.seeds(5))
  func isExact(seed: UInt64) throws {
    var draws = Draws(seed: 9_000 + seed)
    let (rate, life) = (Double(draws.between(8, 30)) / 10, draws.between(5, 15))
    // From a little less to a little more than what is used in a life.
    let used = rate * Double(life)
    let level = max(2, Int(used) + draws.between(0, Int(used.squareRoot())))
    var world = SmallWorld()
    world.tick = "30 minutes"
    world.length = "2 years"
    world.begin = #"{ rotated: { warmUp: "\#(4 * life) days" } }"#
    world.units[0].perDay = "\(rate)"
    world.units[0].level = "\(level) units"
    world.leadTime = #""0 days""#
    // What arrives at the end of a step can be used from the next one on.
    world.remainingLife = #"{ days: "\#(life * 1_440 + 30) minutes" }"#
    world.settings = #"review: "onDemand", orderIn: "units", rounding: "none""#
    world.seed = seed
    let run = try WorldRun(world, replications: 8)
    let perDay = Estimate(run.values("unit", \.discarded).map { $0 / 730 })
    let exact = Self.outdated(level, rate: rate, life: Double(life))
    let fewer = Self.outdated(level - 1, rate: rate, life: Double(life))
    let allowance = (exact - fewer) * rate / 48
    #expect(
      perDay.agrees(with: exact, allowing: allowance),
      "S \(level), λ \(rate), m \(life): \(perDay), exact \(exact)")
    #expect(perDay.standardError < 0.05 * exact, "\(perDay) sees too little of \(exact)")
    // A unit less in reserve, or a day less of life, is seen.
    #expect(!perDay.agrees(with: fewer, allowing: allowance))
  }
}
