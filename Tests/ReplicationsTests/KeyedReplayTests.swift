import SupplyModel
import Testing

@testable import Replications

@Suite("Replays of products that are useless without another, computed by hand")
struct KeyedReplayTests {
  /// A pump is useless without its line.
  static func model(
    pump: [Double], line: [Double], levels: [Int64], shortfall: Shortfall = .lost
  ) -> CoupledModel {
    var model = CoupledModel(items: [
      .init(id: "pump", level: levels[0], demand: [pump], shortfall: shortfall, keyedTo: 1),
      .init(id: "line", level: levels[1], demand: [line]),
    ])
    model.horizonDays = pump.count
    return model
  }

  @Test("Where the partner is out nothing is issued; it is a stock-out of the keyed product")
  func lost() throws {
    // Day 0: both are there; the day's patients take all lines, together with their pumps. Days 1 and
    // 2: no line. Day 3: 4 lines come.
    let model = Self.model(
      pump: [4, 2, 0, 3, 1], line: [6, 0, 0, 3, 0], levels: [10, 4])
    let replays = try model.replays()
    #expect(replays[0].unitStock == [6, 6, 6, 7, 6])
    #expect(replays[1].unitStock == [0, 0, 0, 1, 1])
    #expect(
      replays[0].tallies[0].service == [
        "demand": 10, "served": 8, "at once": 8, "unmet": 2, "stock-out days": 1, "first": 1,
      ])
    // The line is not keyed: its own patients lack only what exceeds the stock.
    #expect(replays[1].tallies[0].unmet == 2)
    // Without the key all pumps are given.
    var free = model
    free.items[0].keyedTo = nil
    #expect(try free.replays()[0].tallies[0].unmet == 0)
    #expect(try free.replays()[1] == replays[1])
  }

  @Test("Patients who can wait are served on the first day with both, before those who come then")
  func waiting() throws {
    let model = Self.model(
      pump: [0, 3, 2, 4, 0, 0, 0], line: [2, 0, 0, 0, 0, 0, 0], levels: [6, 2],
      shortfall: .deferrable(patienceDays: 3))
    // 3 and 2 wait on days 1 and 2, and are ordered. Day 3: the lines come; the 5 who wait get their
    // pumps, 1 is left for today's 4, 3 wait. Day 4: the 3 ordered on day 1 come.
    let replays = try model.replays()
    #expect(replays[0].unitStock == [6, 6, 6, 0, 0, 2, 6])
    #expect(
      replays[0].tallies[0].service == [
        "demand": 9, "served": 9, "at once": 1, "waiting days": 11, "first": 7,
      ])
  }

  @Test("Patience ends where the partner does not come")
  func patience() throws {
    var model = Self.model(
      pump: [1, 1, 1, 0, 0], line: [0, 0, 0, 0, 0], levels: [6, 0],
      shortfall: .deferrable(patienceDays: 1))
    model.horizonDays = 5
    #expect(
      try model.replays()[0].tallies[0].service == [
        "demand": 3, "unmet": 3, "waiting days": 3, "stock-out days": 3, "first": 1,
      ])
  }

  @Test("Something can be given instead of a keyed product, but not if its own partner is out")
  func substitutes() throws {
    for (gripLevel, unmet, left) in [(Int64(1), Int64(0), Int64(2)), (0, 3, 5)] {
      var model = CoupledModel(items: [
        .init(id: "pump", level: 5, demand: [[3]], keyedTo: 1),
        .init(id: "line", level: 0, demand: [[0]]),
        .init(id: "syringe", level: 5, demand: [[0]], keyedTo: 3),
        .init(id: "grip", level: gripLevel, demand: [[0]]),
      ])
      model.horizonDays = 1
      model.substitute(0, by: [(2, 1)])
      let replays = try model.replays()
      #expect(replays[0].tallies[0].unmet == unmet)
      #expect(replays[0].unitStock == [5])
      #expect(replays[2].unitStock == [left])
    }
  }

  @Test("The trace names the partner")
  func trace() throws {
    let model = Self.model(pump: [0, 3], line: [2, 0], levels: [6, 2])
    let events = try model.events(0).filter { $0.day == 1 }.map(\.what)
    #expect(
      events.prefix(2) == [
        .demand(asked: 3, served: 0, missing: 3, waits: false),
        .partnerMissing(missing: 3, partner: Position(1)),
      ])
  }
}
