import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand from the stock of each day.
@Suite("Replays of days that are counted and of how things stand at the end, computed by hand")
struct DayCountReplayTests {
  /// Days with demand, days that end with nothing, days that end with somebody waiting.
  static func days(_ tally: Tally) -> [Int64] {
    [tally.demandDays, tally.emptyDays, tally.waitingDays]
  }

  /// Stock, what is on order and what is owed.
  static func end(_ tally: Tally) -> [Int64] {
    [tally.stockAtEnd, tally.onOrderAtEnd, tally.owedAtEnd]
  }

  @Test("A care unit that runs out, waits and is supplied")
  func waiting() throws {
    var model = WaitingReplayTests.model(
      [0, 5, 2, 0, 1, 0, 0, 0, 0], level: 4, shortfall: .backlogged, leadTime: 3)
    // Stock 4, 0, 0, 0, 1, 3, 3, 4, 4; what waits 0, 1, 3, 3, 0, 0, 0, 0, 0.
    let tally = try model.replay().tallies[0]
    #expect(Self.days(tally) == [3, 3, 3])
    #expect(Self.end(tally) == [4, 0, 0])
    // With a patience of two days 1 of the 3 has left when the third day ends.
    model.shortfall = .deferrable(patienceDays: 2)
    #expect(try Self.days(model.replay().tallies[0]) == [3, 3, 3])
    // Where demand is lost 1 on day 1, 2 on day 2 and nobody waits; the 4 of day 1 come on day 4.
    model.shortfall = .lost
    #expect(try Self.days(model.replay().tallies[0]) == [3, 3, 0])
    // After three days 5 and 2 are on their way.
    model.shortfall = .backlogged
    model.horizonDays = 3
    let short = try model.replay().tallies[0]
    #expect(Self.days(short) == [2, 2, 2])
    #expect(Self.end(short) == [0, 7, 0])
  }

  @Test("What comes and goes on one day leaves the shelf empty at its end")
  func emptyAllDay() throws {
    var model = WaitingReplayTests.model(
      [3, 2, 4, 0, 0, 0, 0, 0, 0], level: 0, shortfall: .deferrable(patienceDays: 4), leadTime: 4)
    model.capacity = .init(slackBasisPoints: 0, windowDays: 1)
    // What waits 3, 5, 9, 9, 6, 4, 0, 0, 0; one unit a day is ordered on days 0 to 5. Those of days 4
    // to 6 serve one each; then nobody waits any longer, and those of days 7 and 8 stay.
    let tally = try model.replay().tallies[0]
    #expect(Self.days(tally) == [3, 7, 6])
    #expect(Self.end(tally) == [2, 1, 0])
  }

  @Test("The warm-up's days are left out; what it leaves behind counts from the first day on")
  func warmUp() throws {
    // 4 units on day −1, before the reported time, and on day 5, after it; ordered on day −1,
    // received on day 2.
    for (shortfall, days, end) in [
      (Shortfall.backlogged, [0, 5, 2] as [Int64], [0, 0, 0] as [Int64]),
      // Their patience ends with day 1; the 4 of day 2 stay.
      (.deferrable(patienceDays: 2), [0, 2, 1], [4, 0, 0]),
      (.lost, [0, 5, 0], [0, 0, 0]),
    ] {
      var model = WaitingReplayTests.model(
        [0, 0, 0, 0, 0, 4], level: 0, shortfall: shortfall, leadTime: 3,
        start: .rotated(warmUpDays: 3))
      model.horizonDays = 5
      let tally = try model.replay().tallies[0]
      #expect(Self.days(tally) == days, "\(shortfall)")
      #expect(Self.end(tally) == end, "\(shortfall)")
    }
    // Without the warm-up its demand is part of the time: days 0 to 2 of six.
    let whole = WaitingReplayTests.model(
      [0, 0, 4, 0, 0, 0], level: 0, shortfall: .backlogged, leadTime: 3)
    #expect(try Self.days(whole.replay().tallies[0]) == [1, 6, 3])
  }

  @Test("A store and its wards, by day and by quarter of a day", arguments: [1, 4])
  func network(ticksPerDay: Int) throws {
    func tallies(horizon: Int) throws -> [Tally] {
      var model = SmallModel(
        units: [
          .init(id: "a", level: .units(24), rank: 1), .init(id: "b", level: .units(24), rank: 2),
        ], store: .units(30), horizonDays: horizon, leadTime: .constant(4))
      model.tick = try #require(Tick(perDay: ticksPerDay))
      model.peak(on: 2)
      model.unitSettings.requests = .backlogged
      return try model.replay().tallies
    }
    // Both wards are emptied on tick 2. 24 go to a, 6 to b, who is owed 18; the store orders 48,
    // received on tick 6, and 18 leave at once. Stock of b: 24, 24, 0, 6, 6, 6, 6, 24 …
    #expect(try tallies(horizon: 14).map(Self.days) == [[1, 1, 0], [1, 1, 0], [0, 4, 0]])
    #expect(try tallies(horizon: 14).map(Self.end) == [[24, 0, 0], [24, 0, 0], [30, 0, 0]])
    #expect(try tallies(horizon: 3).map(Self.end) == [[0, 24, 0], [0, 6, 18], [0, 48, 0]])
    #expect(try tallies(horizon: 5).map(Self.end) == [[24, 0, 0], [6, 0, 18], [0, 48, 0]])
  }

  @Test("How things stand at the end is what the last day adds to the sums over days")
  func differences() throws {
    var model = LawTests.model
    model.unitSettings.requests = .backlogged
    model.shortfall = .backlogged
    let compiled = try model.compiled()
    var shorter = model
    shorter.horizonDays -= 1
    let before = try shorter.compiled()
    var worker = ReplicationWorker(compiled)
    var other = ReplicationWorker(before)
    var sums = Tally()
    for replication in 0..<40 {
      let whole = try Replay(&worker, of: compiled, replication: replication)
      let part = try Replay(&other, of: before, replication: replication)
      for (tally, less) in zip(whole.tallies, part.tallies) {
        #expect(tally.stockAtEnd == tally.stockUnitDays - less.stockUnitDays)
        #expect(tally.onOrderAtEnd == tally.onOrderUnitDays - less.onOrderUnitDays)
        #expect(tally.owedAtEnd == tally.owedUnitDays - less.owedUnitDays)
        #expect(tally.waiting == tally.waitingUnitDays - less.waitingUnitDays)
        #expect(tally.emptyDays - less.emptyDays == (tally.stockAtEnd == 0 ? 1 : 0))
        #expect(tally.waitingDays - less.waitingDays == (tally.waiting > 0 ? 1 : 0))
        #expect(tally.demandDays - less.demandDays == (tally.demand > less.demand ? 1 : 0))
        sums.emptyDays += tally.emptyDays
        sums.waitingDays += tally.waitingDays
        sums.demandDays += tally.demandDays
        sums.stockAtEnd += tally.stockAtEnd
        sums.onOrderAtEnd += tally.onOrderAtEnd
        sums.owedAtEnd += tally.owedAtEnd
      }
    }
    #expect((Self.days(sums) + Self.end(sums)).allSatisfy { $0 > 0 })
  }
}
