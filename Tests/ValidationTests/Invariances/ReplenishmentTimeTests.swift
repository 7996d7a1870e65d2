import Replications
import Testing

/// Invariance (d): with base stock and orders one for one, only the mean of the store's
/// replenishment time matters (Palm), and with it all that care units see.
///
/// Small steps; what a step is long enough to change is far below what the runs can see: orders of
/// one step travel together, which spreads what is outstanding by half a step's demand. Tolerance 4
/// standard errors of the difference and 3 %; seeds 0 to 2.
@Suite("Invariance (d): a random replenishment time of the same mean")
struct ReplenishmentTimeTests {
  /// The setting of C1 with constant times.
  static func twoEchelons(seed: UInt64) -> (world: SmallWorld, meanDays: Int) {
    var draws = Draws(seed: 3_000 + seed)
    var world = SmallWorld()
    world.units = (1...3).map { number in
      SmallWorld.Unit(
        id: "unit-\(number)", perDay: draws.pick(["0.4", "0.5", "0.7"]),
        level: "\(draws.between(1, 3)) units", leadTime: draws.pick(["12 hours", "1 day"]))
    }
    let meanDays = draws.between(3, 5)
    // About as much as is outstanding, so that the store is often empty, and often not.
    world.store = "\(draws.between(meanDays, 2 * meanDays)) units"
    world.leadTime = #""\#(meanDays) days""#
    world.shortfall = "backlogged"
    world.settings += #", requests: "backlogged""#
    world.tick = "1 hour"
    world.length = "3 years"
    world.begin = #"{ rotated: { warmUp: "60 days" } }"#
    world.seed = seed
    return (world, meanDays)
  }

  /// What the store owes, and how the care units fare.
  static let measures: [(String, @Sendable (WorldRun) -> Estimate)] = [
    ("owed", { Estimate($0.sums(\.owedUnitDays)) }),
    ("waiting", { Estimate($0.sums(\.waitingUnitDays)) }),
    ("held", { Estimate($0.values("store", \.stockUnitDays)) }),
    ("fill", { Estimate(ratio: $0.sums(\.servedAtOnce), to: $0.sums(\.demand)) }),
  ]

  @Test(
    "(d) C1 is unchanged when the store's replenishment time is random", arguments: Draws.seeds(3))
  func isInsensitive(seed: UInt64) throws {
    let (constant, mean) = Self.twoEchelons(seed: seed)
    let laws = [
      #"{ exponential: { mean: "\#(mean) days" } }"#,
      #"{ gamma: { mean: "\#(mean) days", cv: 0.5 } }"#,
      #"{ uniform: ["0 days", "\#(2 * mean) days"] }"#,
    ]
    let reference = try WorldRun(constant, replications: 8)
    var random = constant
    random.leadTime = laws[Int(seed % 3)]
    // Other patients, so that the two are independent.
    random.seed += 1_000_000
    let run = try WorldRun(random, replications: 8)
    var longer = random
    longer.leadTime = #""\#(mean + 2) days""#
    let late = try WorldRun(longer, replications: 8)
    for (name, measure) in Self.measures {
      let (one, two) = (measure(reference), measure(run))
      #expect(
        one.agrees(with: two, allowing: 0.03 * one.mean),
        "seed \(seed), \(random.leadTime), \(name): \(one) and \(two)")
      // Another mean is seen by each of them.
      #expect(!one.agrees(with: measure(late), allowing: 0.03 * one.mean), "seed \(seed), \(name)")
    }
  }
}

extension WorldRun {
  /// The sum of a measure over all locations in each replication.
  func sums(_ measure: (Tally) -> Int64) -> [Double] {
    tallies.map { $0.values.reduce(0) { $0 + Double(measure($1)) } }
  }
}
