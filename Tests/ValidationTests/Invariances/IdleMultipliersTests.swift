import Testing

/// Invariance (h): multipliers of 1 change nothing.
///
/// Profiles of ones, phases that multiply by 1, and phases whose multipliers cancel each other, stated
/// or drawn: B9 is B1, exact to the unit. Seeds 0 to 29.
@Suite("Invariance (h): multipliers of one")
struct IdleMultipliersTests {
  /// A unit whose demand could change with time.
  static func world(seed: UInt64) -> SmallWorld {
    var draws = Draws(seed: 7_000 + seed)
    var world = SmallWorld()
    let (family, dispersion) = draws.pick([("poisson", ""), ("negativeBinomial", "2.5")])
    world.units[0].family = family
    world.units[0].dispersion = dispersion
    world.units[0].perDay = draws.pick(["0.05", "0.4", "2.5", "7.3"])
    world.units[0].level = "\(draws.between(3, 20)) units"
    world.shortfall = "backlogged"
    world.tick = draws.pick(["1 day", "8 hours"])
    world.length = "120 days"
    world.begin = #"{ rotated: { warmUp: "20 days" } }"#
    world.leadTime = #""\#(draws.between(1, 7)) days""#
    world.seed = seed
    return world
  }

  /// Ways to multiply by 1.
  static let idle: [(name: String, change: @Sendable (inout SmallWorld) -> Void)] = [
    (
      "a week of ones",
      { world in
        world.units[0].profile = "week"
        world.members.append("profiles: { week: { weekdays: [1, 1, 1, 1, 1, 1, 1] } }")
      }
    ),
    (
      "a period of ones",
      { world in
        world.units[0].profile = "period"
        world.members.append("profiles: { period: { period: [1, 1, 1.0, 1, 1] } }")
      }
    ),
    (
      "a phase that multiplies by 1, with ramps",
      { world in
        world.members.append(
          #"timeline: [{ phase: "calm", from: "2027-01-20", length: "30 days", rampUp: "5 days", "#
            + #"rampDown: "7 days", demand: 1 }]"#)
      }
    ),
    (
      "two phases that cancel each other",
      { world in
        world.members.append(
          #"timeline: [{ phase: "more", from: "2027-01-20", length: "30 days", demand: 4 }, "#
            + #"{ phase: "less", from: "2027-01-20", length: "30 days", demand: 0.25 }]"#)
      }
    ),
    (
      "a drawn phase that multiplies by 1",
      { world in
        world.members.append(
          #"timeline: [{ phase: "calm", from: { between: ["2027-01-10", "2027-02-10"] }, "#
            + #"length: { exponential: { mean: "20 days" } }, demand: { class: 1 } }]"#)
      }
    ),
  ]

  @Test("(h) Multipliers of one leave B9 as B1, to the unit", arguments: idle.indices)
  func isIdle(place: Int) throws {
    let (name, change) = Self.idle[place]
    for seed in Draws.seeds(30) {
      var world = Self.world(seed: seed)
      let plain = try WorldRun(world, replications: 3)
      change(&world)
      let difference = try WorldRun(world, replications: 3).difference(to: plain)
      #expect(difference == nil, "\(name), seed \(seed): \(difference ?? "")")
    }
  }

  @Test("(h) A multiplier that is not one does change something")
  func isNot() throws {
    var changed = 0
    for seed in 0..<30 as Range<UInt64> {
      var world = Self.world(seed: seed)
      let plain = try WorldRun(world, replications: 3)
      world.members.append(
        #"timeline: [{ phase: "war", from: "2027-01-20", length: "30 days", demand: 1.5 }]"#)
      if try WorldRun(world, replications: 3) != plain { changed += 1 }
    }
    #expect(changed > 25)
  }
}
