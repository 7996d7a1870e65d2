import Testing

/// Invariance (g): without shortages a supplier that can fail is one that cannot.
///
/// D4's orders wait while the supplier is down. As the times between shortages grow, fewer and fewer
/// replications differ from those without, and at last none: exact to the unit. Seeds 0 to 14.
@Suite("Invariance (g): a shortage rate of nothing")
struct RareShortageTests {
  /// B1: base stock, demand that waits, any lead time.
  static func world(seed: UInt64) -> SmallWorld {
    var draws = Draws(seed: 6_000 + seed)
    let lead = draws.between(1, 4)
    var world = SmallWorld()
    world.units[0].perDay = "\(draws.between(1, 3))"
    world.units[0].level = "\(draws.between(3, 14)) units"
    world.shortfall = "backlogged"
    world.tick = draws.pick(["1 day", "6 hours"])
    world.length = "150 days"
    world.begin = #"{ rotated: { warmUp: "20 days" } }"#
    world.leadTime = draws.pick([
      #""\#(lead) days""#, #"{ exponential: { mean: "\#(lead) days" } }"#,
      #"{ lognormal: { median: "\#(lead) days", mean: "\#(lead + 1) days" } }"#,
    ])
    world.seed = seed
    return world
  }

  @Test("(g) D4 becomes B1, to the unit, as the shortage rate goes to nothing")
  func vanishes() throws {
    let replications = 6
    var changed = [0, 0, 0, 0]
    for seed in Draws.seeds(15) {
      var world = Self.world(seed: seed)
      let reference = try WorldRun(world, replications: replications)
      for (place, upTime) in ["30 days", "300 days", "3000 days", "90 years"].enumerated() {
        world.members = [
          #"shortages: [{ id: "outage", upTime: "\#(upTime)", startsUp: true, "#
            + #"duration: { exponential: { mean: "8 days" } }, effect: "shipmentsHeld" }]"#
        ]
        let run = try WorldRun(world, replications: replications)
        for replication in 0..<replications
        where run.tallies[replication] != reference.tallies[replication] {
          changed[place] += 1
        }
      }
    }
    guard Draws.areUsual else { return }
    // 90 replications of 170 days: all, about 40, about 5 and about half a one.
    #expect(changed[0] > 80 && changed[1] > 20 && changed[2] < 15 && changed[3] == 0, "\(changed)")
    #expect(changed == changed.sorted(by: >), "\(changed)")
  }
}
