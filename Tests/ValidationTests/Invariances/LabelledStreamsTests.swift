import Replications
import Testing

/// Invariance (f): who asks does not matter to the stock.
///
/// A care unit's Poisson demand is split in two streams over the same stock: its own patients, and a
/// part of those with prescriptions, who come one by one by keys of their own and are counted apart.
/// Means and squares over replications, 4 standard errors of the difference; seeds 0 to 3.
@Suite("Invariance (f): demand split into labelled streams")
struct LabelledStreamsTests {
  /// One stream of `own` + `other` tenths of a unit a day, or two.
  static func world(seed: UInt64, isSplit: Bool) -> SmallWorld {
    var draws = Draws(seed: 5_000 + seed)
    let (own, other) = (draws.between(2, 15), draws.between(5, 20))
    let share = draws.pick([25, 50, 100])
    var world = SmallWorld()
    world.length = "60 days"
    world.units[0].perDay = Self.tenths(isSplit ? own : own + other)
    world.units[0].level = "\((own + other) / 2) units"
    let life = #"{ days: "\#(draws.between(4, 9)) days" }"#
    world.begin = "{ given: { remainingLife: \(life) } }"
    world.remainingLife = life
    world.leadTime = #""2 days""#
    world.shortfall = draws.pick(["lost", "backlogged"])
    world.seed = isSplit ? seed : 1_000_000 + seed
    guard isSplit else { return world }
    world.units[0].prescribed = "\(Double(other) * 10 / Double(share))"
    world.members.append(
      #"timeline: [{ phase: "dry", from: "2027-01-01", length: "60 days", spillOver: "#
        + #"{ share: "\#(share) %", dosePatients: "100 %", homeStock: "1 day" } }]"#)
    return world
  }

  private static func tenths(_ count: Int) -> String { "\(Double(count) / 10)" }

  static let measures: [(String, @Sendable (Tally) -> Int64)] = [
    ("demand", \.demand), ("served", \.served), ("at once", \.servedAtOnce), ("unmet", \.unmet),
    ("waiting", \.waitingUnitDays), ("discarded", \.discarded), ("purchased", \.purchased),
    ("order lines", \.orderLines), ("stock", \.stockUnitDays), ("days", \.stockoutDays),
    ("first day", \.firstStockoutDay),
  ]

  @Test("(f) Two streams over one stock do what one stream does", arguments: Draws.seeds(4))
  func isOneStock(seed: UInt64) throws {
    let one = try WorldRun(Self.world(seed: seed, isSplit: false), replications: 1_500)
    let two = try WorldRun(Self.world(seed: seed, isSplit: true), replications: 1_500)
    #expect(one.sum(\.spilledOver) == 0)
    #expect(two.sum(\.spilledOver) * 5 > two.sum(\.demand))
    for (name, measure) in Self.measures {
      let values = [one, two].map { $0.values("unit", measure) }
      let means = values.map { Estimate($0) }
      #expect(means[0].agrees(with: means[1]), "seed \(seed), \(name): \(means)")
      let middle = means[0].mean
      let squares = values.map { Estimate($0.map { ($0 - middle) * ($0 - middle) }) }
      #expect(squares[0].agrees(with: squares[1]), "seed \(seed), variance of \(name): \(squares)")
    }
  }
}
