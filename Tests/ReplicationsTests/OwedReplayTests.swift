import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand; the store owes what it cannot ship.
@Suite("Replays of requests that wait, computed by hand")
struct OwedReplayTests {
  @Test("What is owed counts in both positions and is shipped on the day of the receipt, unasked")
  func owed() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(24), rank: 1), .init(id: "b", level: .units(24), rank: 2),
      ], store: .units(30), leadTime: .constant(4))
    model.peak(on: 2)
    model.unitSettings.requests = .backlogged
    let replay = try model.replay()
    // Day 2: 24 to a, 6 to b, who is owed 18; the store has −18 and orders 48, received on day 6;
    // 18 leave at once, and it stands at its target.
    #expect(replay.unitStock == days((48, 2), (0, 1), (30, 4), (48, 7)))
    #expect(replay.storeStock == days((30, 2), (0, 4), (30, 8)))
    #expect(replay.deliveryDays == [[3], [3, 7], [6]])
    #expect(replay.tallies.map(\.orderLines) == [1, 2, 1])
    #expect(replay.tallies.map(\.owedUnitDays) == [0, 18 * 4, 0])
    #expect(replay.tallies.map(\.onOrderUnitDays) == [24, 24, 48 * 4])
  }

  @Test("It is shipped on days on which the location below doesn't review; dropped ones are not")
  func reviewDoesNotMatter() throws {
    for requests in UnshippedRequests.allCases {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(20))], store: .units(5), leadTime: .constant(2),
        reviewEveryDays: 7)
      model.peak(on: 7)
      model.unitSettings.requests = requests
      let replay = try model.replay()
      if requests == .backlogged {
        // 5 at once; the store orders 5 + 15, received on day 9; 15 leave that day.
        #expect(replay.unitStock == days((20, 7), (0, 1), (5, 2), (20, 4)))
        #expect(replay.storeStock == days((5, 7), (0, 2), (5, 5)))
      } else {
        #expect(replay.unitStock == days((20, 7), (0, 1), (5, 6)))
        #expect(replay.storeStock == days((5, 7), (0, 2), (5, 5)))
      }
    }
  }

  @Test(
    "First come: what is owed is shipped oldest first, whatever the rank, then today's requests")
  func oldestFirst() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10), rank: 1), .init(id: "b", level: .units(10), rank: 2),
      ], store: .units(10), leadTime: .constant(3))
    model.peak(on: 2, 3)
    model.unitSettings.requests = .backlogged
    model.storeSettings.orderMaximum = .units(10)
    let replay = try model.replay()
    // Day 2: 10 to a, b is owed 10. Day 3: a is emptied again and owed 10. The store orders 10 a
    // day on days 2, 3 and 4: those of day 5 go to b, those of day 6 to a, those of day 7 stay.
    #expect(replay.deliveryDays == [[3, 7], [6], [5, 6, 7]])
    #expect(replay.unitStock == days((20, 2), (0, 4), (10, 1), (20, 7)))
    #expect(replay.storeStock == days((10, 2), (0, 5), (10, 7)))
    #expect(replay.tallies.map(\.owedUnitDays) == [30, 30, 0])
  }

  @Test("In packs only whole packs are shipped, and the rest stays owed")
  func packs() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(24))], store: .units(17), packSize: 12,
      leadTime: .constant(2), orderIn: .packs)
    model.peak(on: 2)
    model.unitSettings.requests = .backlogged
    let replay = try model.replay()
    // 24 are asked for, 12 leave, 12 are owed: the store has 5 − 12 and orders two packs.
    #expect(replay.unitStock == days((24, 2), (0, 1), (12, 2), (24, 9)))
    #expect(replay.storeStock == days((17, 2), (5, 2), (17, 10)))
    #expect(replay.tallies[0].owedUnitDays == 24)
  }

  @Test("What a supplier delivers the same day is shipped to those who are owed it the next day")
  func sameDaySupply() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(20))], store: .units(5), leadTime: .constant(0),
      reviewEveryDays: 7)
    model.peak(on: 7)
    model.unitSettings.requests = .backlogged
    let replay = try model.replay()
    #expect(replay.unitStock == days((20, 7), (0, 1), (5, 1), (20, 5)))
    #expect(replay.storeStock == days((5, 7), (20, 1), (5, 6)))
  }

  @Test("What is owed and what is asked leave together: one order line, one transfer time")
  func together() throws {
    var model = SmallModel(
      units: [
        .init(id: "unit", level: .units(0), drawnLeadTime: .uniform(low: 0.5, high: 6.5))
      ], store: .units(3), horizonDays: 40, leadTime: .constant(1))
    model.silence()
    model.unitSettings.ordering = OrderingReplayTests.always(5)
    model.unitSettings.requests = .backlogged
    // What is ordered at the end of a day is there the next day: each day's 5 leave in two parts,
    // what was owed and the rest.
    let replay = try model.replay()
    #expect(replay.tallies[0].orderLines == 40)
    #expect(replay.tallies[0].owedUnitDays == 40 * 2)
    // All that leaves in a day arrives on one day, so there are at most 40 receipts of 3 + 2.
    let steps = zip(replay.unitStock.dropFirst(), replay.unitStock).map { $0 - $1 }
    #expect(steps.allSatisfy { $0 % 5 == 0 || $0 % 5 == 3 })
  }

  @Test("What is owed is shipped on the day on which the reserve is released, unasked")
  func released() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(20))], store: .units(10), leadTime: .constant(11))
    model.peak(on: 2)
    var war = SmallModel.phase(5, 14)
    war.name = "war"
    model.timeline.append(war)
    model.unitSettings.requests = .backlogged
    model.storeSettings.reserve = .units(20)
    model.storeSettings.release = .inPhase(names: ["war"], delayDays: 0)
    let replay = try model.replay()
    // Of 30 only 10 may be issued on day 2; the other 10 leave on day 5.
    #expect(replay.unitStock == days((20, 2), (0, 1), (10, 3), (20, 8)))
    #expect(replay.storeStock == days((30, 2), (20, 3), (10, 8), (30, 1)))
    #expect(replay.tallies[0].owedUnitDays == 30)
  }

  @Test("What the warm-up left owed counts from the first day of the horizon")
  func warmUp() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0))], store: .units(3), horizonDays: 10,
      leadTime: .constant(1))
    model.silence()
    model.start = .rotated(warmUpDays: 5)
    model.unitSettings.ordering = OrderingReplayTests.always(5)
    model.unitSettings.requests = .backlogged
    let replay = try model.replay()
    #expect(replay.tallies[0].owedUnitDays == 20)
    #expect(replay.tallies[0].orderLines == 10)
  }
}
