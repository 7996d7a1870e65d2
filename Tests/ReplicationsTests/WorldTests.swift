import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("When phases take place")
struct WorldTests {
  /// The windows of some replications.
  private func windows(_ timeline: [Phase], replications: Int) throws -> [[PhaseWindow]] {
    var model = SmallModel(units: [.init(id: "unit", level: .units(1))], horizonDays: 200)
    model.timeline = timeline
    let compiled = try model.compiled()
    var world = World(compiled)
    return (0..<replications).map {
      world.draw(replication: $0, of: compiled.model)
      return world.windows
    }
  }

  private func drawn(
    _ name: String, _ begin: PhaseTiming.Begin, length: Distribution, probability: Int64 = 10_000
  ) -> Phase {
    SmallModel.phase(
      named: name, PhaseTiming(begin: begin, length: length, probabilityBasisPoints: probability))
  }

  @Test("What is stated stays as it is stated")
  func stated() throws {
    let found = try windows(
      [SmallModel.phase(20, 90), drawn("other", .day(7), length: .constant(3))], replications: 3)
    #expect(found.allSatisfy { $0[0] == PhaseWindow(firstDay: 20, endDay: 90) })
    #expect(found.allSatisfy { $0[1] == PhaseWindow(firstDay: 7, endDay: 10) })
  }

  @Test(
    "A phase begins on any day of a span with equal chance, lasts as drawn, and may not take place")
  func distribution() throws {
    // Seed 1, 20,000 replications. Limits of 4.5 standard errors.
    let count = 20_000
    let all = try windows(
      [
        drawn(
          "crisis", .between(first: 10, last: 20), length: .uniformInteger(low: 3, high: 5),
          probability: 4_000)
      ], replications: count
    ).map { $0[0] }
    let taking = all.filter(\.takesPlace)
    func isNear(_ found: Int, share: Double, of total: Int) -> Bool {
      abs(Double(found) - share * Double(total))
        < 4.5 * (share * (1 - share) * Double(total)).squareRoot()
    }
    #expect(isNear(taking.count, share: 0.4, of: count))
    for day in 10...20 {
      #expect(isNear(taking.count { $0.firstDay == day }, share: 1.0 / 11, of: taking.count))
    }
    for length in 3...5 {
      let found = taking.count { $0.endDay - $0.firstDay == length }
      #expect(isNear(found, share: 1.0 / 3, of: taking.count))
    }
    // Begin and length are drawn apart: neither says anything about the other.
    let both = taking.count { $0.firstDay == 10 && $0.endDay == 13 }
    #expect(isNear(both, share: 1.0 / 33, of: taking.count))
    #expect(taking.allSatisfy { (10...20).contains($0.firstDay) })
  }

  @Test("Drawn times are rounded to the nearest day, half up; a phase lasts a day at least")
  func rounding() throws {
    for (length, days) in [(2.5, 3), (2.49, 2), (0.1, 1), (1e12, 1_000_000)] {
      let found = try windows([drawn("p", .day(4), length: .constant(length))], replications: 1)
      #expect(found[0][0] == PhaseWindow(firstDay: 4, endDay: 4 + days))
    }
    for (delay, days) in [(0.49, 0), (0.5, 1), (3, 3)] {
      let begin = PhaseTiming.Begin.after(phase: "p", edge: .begin, delay: .constant(delay))
      let found = try windows(
        [drawn("p", .day(4), length: .constant(9)), drawn("q", begin, length: .constant(1))],
        replications: 1)
      #expect(found[0][1].firstDay == 4 + days)
    }
  }

  @Test(
    "A phase that another triggers begins so long after its first day or its end, or not at all")
  func triggers() throws {
    let crisis = drawn(
      "crisis", .between(first: 10, last: 60), length: .uniformInteger(low: 5, high: 30),
      probability: 6_000)
    func war(_ edge: PhaseTiming.Edge) -> Phase {
      drawn(
        "war", .after(phase: "crisis", edge: edge, delay: .uniformInteger(low: 2, high: 9)),
        length: .constant(20), probability: 5_000)
    }
    for edge in PhaseTiming.Edge.allCases {
      // In whatever order the phases stand.
      let found = try windows([crisis, war(edge)], replications: 4_000)
      let turned = try windows([war(edge), crisis], replications: 4_000)
      #expect(turned.map { [$0[1], $0[0]] } == found)
      var delays: Set<Int> = []
      for row in found where row[1].takesPlace {
        #expect(row[0].takesPlace)
        delays.insert(row[1].firstDay - (edge == .begin ? row[0].firstDay : row[0].endDay))
      }
      #expect(delays == Set(2...9))
      // Half of the 60 %, given that the other takes place; limits of 4.5 standard errors.
      let wars = found.count { $0[1].takesPlace }
      #expect(abs(Double(wars) - 1_200) < 4.5 * (0.3 * 0.7 * 4_000).squareRoot())
    }
  }

  @Test("A phase may follow one whose window is stated")
  func afterStated() throws {
    let after = PhaseTiming.Begin.after(phase: "crisis", edge: .end, delay: .constant(10))
    let found = try windows(
      [
        SmallModel.phase(named: "crisis", 30, 40), drawn("war", after, length: .constant(5)),
      ], replications: 1)
    #expect(found[0][1] == PhaseWindow(firstDay: 50, endDay: 55))
  }

  @Test("Another probability leaves begin and length, and takes nothing away that was there")
  func probability() throws {
    func rows(_ probability: Int64) throws -> [PhaseWindow] {
      try windows(
        [
          drawn(
            "war", .between(first: 0, last: 100), length: .exponential(mean: 20),
            probability: probability)
        ], replications: 500
      ).map { $0[0] }
    }
    let (never, rarely, often, always) = (
      try rows(0), try rows(2_000), try rows(7_000), try rows(10_000)
    )
    #expect(never.allSatisfy { !$0.takesPlace })
    #expect(always.allSatisfy { $0.takesPlace })
    for index in always.indices {
      if rarely[index].takesPlace { #expect(rarely[index] == always[index]) }
      if often[index].takesPlace { #expect(often[index] == always[index]) }
      if rarely[index].takesPlace { #expect(often[index].takesPlace) }
    }
    #expect(Set(always).count > 400)
  }

  @Test("A replication's windows don't depend on what was drawn before, or on the phase's place")
  func isKeyed() throws {
    let war = drawn("war", .between(first: 0, last: 100), length: .exponential(mean: 20))
    let crisis = drawn("crisis", .between(first: 0, last: 100), length: .exponential(mean: 20))
    var model = SmallModel(units: [.init(id: "unit", level: .units(1))], horizonDays: 200)
    model.timeline = [war, crisis]
    let compiled = try model.compiled()
    var world = World(compiled)
    world.draw(replication: 9, of: compiled.model)
    world.draw(replication: 3, of: compiled.model)
    let found = try windows([war, crisis], replications: 4)
    #expect(world.windows == found[3])
    let turned = try windows([crisis, war], replications: 4)
    #expect(turned.map { [$0[1], $0[0]] } == found)
    #expect(found.allSatisfy { $0[0] != $0[1] })
  }
}
