import Replications
import Testing

/// Invariance (e): a tick has no length of its own.
///
/// A scenario in days and the same in hours, every duration, rate and review interval with it, are the
/// same numbers, so that each replication is the same to the unit; seeds 0 to 39.
@Suite("Invariance (e): another tick, and everything with it")
struct TickTests {
  /// A scenario whose durations are so many ticks.
  static func world(seed: UInt64, inHours: Bool) -> SmallWorld {
    var draws = Draws(seed: 4_000 + seed)
    func time(_ ticks: Int) -> String { "\(ticks) \(inHours ? "hours" : "days")" }
    // Eighths, so that a day's use divides by 24 without a rest.
    func perDay(_ eighths: Int) -> String {
      "\(Double(eighths * (inHours ? 24 : 1)) / 8)"
    }
    var world = SmallWorld()
    world.tick = time(1)
    world.length = time(draws.between(100, 250))
    world.seed = seed
    let life = draws.between(8, 40)
    world.begin =
      draws.chance(50)
      ? #"{ rotated: { warmUp: "\#(time(60))" } }"#
      : #"{ given: { remainingLife: { days: "\#(time(life))" } } }"#
    world.remainingLife =
      draws.chance(50)
      ? #"{ days: "\#(time(life))" }"#
      : #"{ days: { uniformInteger: ["\#(time(5))", "\#(time(life))"] } }"#
    world.leadTime = draws.pick([
      #""\#(time(3))""#, #"{ exponential: { mean: "\#(time(4))" } }"#,
      #"{ gamma: { mean: "\#(time(5))", cv: 0.4 } }"#,
      #"{ lognormal: { median: "\#(time(2))", mean: "\#(time(3))" } }"#,
    ])
    switch draws.between(0, 2) {
    case 0: world.shortfall = "backlogged"
    case 1: (world.shortfall, world.patience) = ("deferrable", time(draws.between(1, 4)))
    default: break
    }
    world.members = [
      #"sizes: { box: { "1": "50 %", "4": "50 %" } }"#,
      #"leadTimes: { van: { uniformInteger: ["\#(time(1))", "\#(time(3))"] } }"#,
    ]
    if draws.chance(60) {
      let effect = draws.pick(["ordersRefused", "shipmentsHeld", "inTransitHeld"])
      world.members.append(
        #"shortages: [{ id: "outage", upTime: "\#(time(60))", "#
          + #"duration: { exponential: { mean: "\#(time(12))" } }, effect: "\#(effect)" }]"#)
    }
    let families = [
      ("poisson", "", ""), ("negativeBinomial", "3", ""), ("compoundPoisson", "", "box"),
    ]
    world.units = (1...draws.between(1, 3)).map { number in
      let eighths = draws.between(1, 16)
      let (family, dispersion, sizes) = draws.pick(families)
      let level = draws.pick(["\(eighths / 2 + 2) units", time(draws.between(3, 9))])
      return SmallWorld.Unit(
        id: "unit-\(number)", perDay: perDay(eighths), family: family, dispersion: dispersion,
        sizes: sizes, level: level, leadTime: draws.pick([time(1), time(2), "van"]))
    }
    if draws.chance(60) { world.store = time(draws.between(4, 12)) }
    let review = #"review: "\#(time(draws.between(1, 4)))", orderIn: "units", rounding: "none", "#
    world.settings = review + draws.pick([#"position: "onHand""#, #"position: "usableTomorrow""#])
    if world.store != nil, draws.chance(50) { world.settings += #", requests: "backlogged""# }
    world.storeSettings = review + draws.pick([#"issue: "fefo""#, #"issue: "fifo""#])
    return world
  }

  @Test("(e) Days or hours: the same units everywhere, so the same fill rates")
  func isScaleFree() throws {
    var total = Tally()
    for seed in Draws.seeds(40) {
      let days = try WorldRun(Self.world(seed: seed, inHours: false), replications: 4)
      let hours = try WorldRun(Self.world(seed: seed, inHours: true), replications: 4)
      let difference = hours.difference(to: days)
      #expect(difference == nil, "seed \(seed): \(difference ?? "")")
      total.unmet += days.sum(\.unmet)
      total.discarded += days.sum(\.discarded)
      total.owedUnitDays += days.sum(\.owedUnitDays)
      total.waitingUnitDays += days.sum(\.waitingUnitDays)
    }
    guard Draws.areUsual else { return }
    #expect(total.unmet > 0 && total.discarded > 0)
    #expect(total.owedUnitDays > 0 && total.waitingUnitDays > 0)
  }
}
