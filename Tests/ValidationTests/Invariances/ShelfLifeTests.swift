import Foundation
import Replications
import Testing

/// Invariance (b): without expiry the models of perishable goods become those of lasting ones.
///
/// Exact to the unit, and against exact values: Erlang's loss formula (B2) for E3's continuous time,
/// a Markov chain of one stage for A1's periods. Seeds 0 to 19 and 0 to 2; tolerance 4 standard errors.
@Suite("Invariance (b): shelf life without end")
struct ShelfLifeTests {
  /// Base stock in small steps, lost sales, lead time: E3, or B2 where nothing expires.
  static func baseStock(seed: UInt64) -> (world: SmallWorld, rate: Int, level: Int, leadDays: Int) {
    var draws = Draws(seed: seed)
    let (rate, level) = (draws.between(1, 3), draws.between(2, 8))
    let leadDays = draws.between(1, 3)
    var world = SmallWorld()
    world.units[0].perDay = "\(rate)"
    world.units[0].level = "\(level) units"
    world.leadTime = #""\#(leadDays) days""#
    world.settings += #", issue: "fifo""#
    world.seed = seed
    return (world, rate, level, leadDays)
  }

  @Test("(b) E3 and A1 with a life that outlasts the horizon are lasting goods, to the unit")
  func isExact() throws {
    var shorter = 0
    let seeds = Draws.seeds(20)
    for seed in seeds {
      var draws = Draws(seed: 1_000 + seed)
      var (world, _, _, _) = Self.baseStock(seed: seed)
      if draws.chance(50) {
        // A1: a review at the end of the day, a lead time of two days, newest first.
        world.leadTime = #""2 days""#
        world.settings = world.settings.replacingOccurrences(
          of: "fifo", with: draws.pick(["lifo", "fefo"]))
      }
      world.tick = draws.pick(["1 day", "6 hours"])
      world.length = "60 days"
      let lasting = try WorldRun(world, replications: 5)
      // What arrives last needs to live until the end; the first lot from the beginning.
      for (days, isSame) in [(61, true), (400, true), (6, false), (3, false)] {
        world.remainingLife = #"{ days: "\#(days) days" }"#
        world.begin = #"{ given: { remainingLife: { days: "\#(days) days" } } }"#
        let mortal = try WorldRun(world, replications: 5)
        let difference = mortal.difference(to: lasting)
        if isSame {
          #expect(difference == nil, "seed \(seed), \(days) days: \(difference ?? "")")
        } else if difference != nil {
          shorter += 1
        }
      }
    }
    // Lives that end within the horizon do show.
    if Draws.areUsual { #expect(shorter > 30) }
  }

  @Test("(b) E3 without expiry loses what Erlang's formula says", arguments: Draws.seeds(3))
  func isErlang(seed: UInt64) throws {
    let drawn = Self.baseStock(seed: seed)
    var world = drawn.world
    let (rate, leadDays) = (Double(drawn.rate), Double(drawn.leadDays))
    let stepsPerDay = 48.0
    world.tick = "30 minutes"
    world.length = "2 years"
    world.begin = #"{ rotated: { warmUp: "60 days" } }"#
    world.remainingLife = #"{ days: "3 years" }"#
    let run = try WorldRun(world, replications: 8)
    #expect(run.sum(\.discarded) == 0)
    let lost = Estimate(ratio: run.values("unit", \.unmet), to: run.values("unit", \.demand))
    let exact = Self.erlang(drawn.level, offered: rate * leadDays)
    // What is used within a step comes half a step early on average, as if the lead time were shorter.
    let allowance =
      exact - Self.erlang(drawn.level, offered: rate * (leadDays - 1 / stepsPerDay))
    #expect(lost.agrees(with: exact, allowing: allowance), "\(drawn): \(lost), exact \(exact)")
    #expect(lost.standardError < 0.1 * exact, "\(drawn): \(lost) sees too little")
  }

  /// The share of demand that a stock loses whose replenishment takes some time: Erlang B.
  static func erlang(_ servers: Int, offered: Double) -> Double {
    var loss = 1.0
    for server in 1...servers { loss = offered * loss / (Double(server) + offered * loss) }
    return loss
  }

  @Test("(b) A1 without expiry loses what the chain of lost sales says", arguments: Draws.seeds(3))
  func isChain(seed: UInt64) throws {
    var draws = Draws(seed: 2_000 + seed)
    let mean = draws.between(2, 5)
    let level = mean + draws.between(1, mean)
    var world = SmallWorld()
    world.units[0].perDay = "\(mean)"
    world.units[0].level = "\(level) units"
    world.leadTime = #""2 days""#
    world.settings += #", issue: "lifo""#
    world.length = "4 years"
    world.begin = #"{ rotated: { warmUp: "60 days" } }"#
    world.seed = seed
    let run = try WorldRun(world, replications: 12)
    let lost = Estimate(ratio: run.values("unit", \.unmet), to: run.values("unit", \.demand))
    let exact = Self.lostShare(level: level, mean: Double(mean))
    #expect(lost.agrees(with: exact), "level \(level), mean \(mean): \(lost), exact \(exact)")
    #expect(lost.standardError < 0.05 * exact, "\(lost) sees too little")
  }

  /// The share of Poisson demand that is lost when each period's order comes in time for the next one.
  ///
  /// On hand x, ordered S − x; after demand d there are (x − d)⁺ + S − x.
  static func lostShare(level: Int, mean: Double) -> Double {
    var poisson: [Double] = [exp(-mean)]
    for count in 1...level { poisson.append(poisson[count - 1] * mean / Double(count)) }
    var share = [Double](repeating: 1 / Double(level + 1), count: level + 1)
    for _ in 0..<4_000 {
      var next = [Double](repeating: 0, count: level + 1)
      for held in 0...level {
        var left = share[held]
        for demand in 0..<held {
          next[level - demand] += share[held] * poisson[demand]
          left -= share[held] * poisson[demand]
        }
        next[level - held] += left
      }
      share = next
    }
    var lost = 0.0
    for held in 0...level {
      // E (d − x)⁺ = mean − x + E (x − d)⁺.
      let unused = (0..<max(1, held)).reduce(0.0) { $0 + Double(held - $1) * poisson[$1] }
      lost += share[held] * (mean - Double(held) + unused)
    }
    return lost / mean
  }
}
