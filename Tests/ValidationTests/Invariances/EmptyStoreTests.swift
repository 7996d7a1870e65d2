import Replications
import Testing

/// Invariance (i): a store that holds nothing only hands on what comes.
///
/// With S₀ = 0 a care unit's lead time is exactly L₀ + Lᵢ: the same care units that buy from the
/// supplier themselves, with that lead time, are the same to the unit. Seeds 0 to 29.
@Suite("Invariance (i): a store without stock")
struct EmptyStoreTests {
  /// Care units below an empty store, or each on its own with both lead times added.
  static func worlds(seed: UInt64) -> (below: SmallWorld, alone: [SmallWorld]) {
    var draws = Draws(seed: 8_000 + seed)
    var below = SmallWorld()
    below.shortfall = "backlogged"
    below.tick = draws.pick(["1 day", "6 hours", "1 hour"])
    below.length = "60 days"
    below.seed = seed
    let ahead = draws.between(1, 5)
    below.leadTime = #""\#(ahead) days""#
    below.store = "0 units"
    let life = draws.chance(30) ? "\(draws.between(12, 25)) days" : "90 years"
    below.remainingLife = #"{ days: "\#(life)" }"#
    let own = draws.pick([#"issue: "fefo""#, #"issue: "fifo""#])
    below.settings += ", " + own
    var alone: [SmallWorld] = []
    for number in 1...draws.between(1, 3) {
      let days = draws.between(1, 3)
      let unit = SmallWorld.Unit(
        id: "unit-\(number)", perDay: draws.pick(["0.3", "1", "2.5"]),
        level: "\(draws.between(0, 12)) units", leadTime: "\(days) days")
      below.units = (number == 1 ? [] : below.units) + [unit]
      var single = below
      single.store = nil
      single.units = [unit]
      single.leadTime = #""\#(ahead + days) days""#
      // Life is counted from the receipt: at the store, or here so many days later.
      if life != "90 years" {
        let left = (Int(life.split(separator: " ")[0]) ?? 0) - days
        single.remainingLife = #"{ days: "\#(left) days" }"#
      }
      alone.append(single)
    }
    below.settings += #", requests: "backlogged""#
    return (below, alone)
  }

  @Test("(i) With S₀ = 0 in C1 a care unit's lead time is L₀ + Lᵢ, to the unit")
  func handsOn() throws {
    var waited = 0.0
    for seed in Draws.seeds(30) {
      let (below, alone) = Self.worlds(seed: seed)
      let together = try WorldRun(below, replications: 4)
      for world in alone {
        let unit = world.units[0].id
        let own = try WorldRun(world, replications: 4)
        for replication in 0..<4 {
          let (one, two) = (together.tallies[replication][unit], own.tallies[replication][unit])
          for (name, measure) in LabelledStreamsTests.measures
          where name != "purchased" && name != "order lines" {
            #expect(one.map(measure) == two.map(measure), "seed \(seed), \(unit): \(name)")
          }
        }
        if alone.count == 1 { #expect(together.unitStock == own.unitStock, "seed \(seed)") }
        waited += own.values(unit, \.waitingUnitDays).reduce(0, +)
      }
      #expect(together.values("store", \.stockUnitDays).allSatisfy { $0 == 0 }, "seed \(seed)")
    }
    if Draws.areUsual { #expect(waited > 0) }
  }

  @Test("(i) A single unit in the store is seen")
  func isSeen() throws {
    var changed = 0
    for seed in 0..<30 as Range<UInt64> {
      var (below, alone) = Self.worlds(seed: seed)
      below.store = "1 units"
      let together = try WorldRun(below, replications: 4)
      let own = try WorldRun(alone[0], replications: 4)
      let measure: (WorldRun) -> [Double] = { $0.values("unit-1", \.stockUnitDays) }
      if measure(together) != measure(own) { changed += 1 }
    }
    #expect(changed > 20)
  }
}
