import RandomStreams
import Replications
import SupplyModel
import Testing

/// Every number follows by hand from the order of the day; demand is none or overwhelming.
@Suite("Replays of expiry, computed by hand")
struct ExpiryReplayTests {
  /// One care unit that orders from a supplier; it starts with 10 units of 5 days, receives after
  /// 3 days what lasts 4.
  static var unit: SmallModel {
    SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .given(remainingLife: .days(.constant(5))), leadTime: .constant(3),
      remainingLife: .days(.constant(4)))
  }

  @Test("A lot of L days can serve on L days and is discarded on the next, then ordered anew")
  func lifeOfLot() throws {
    var model = Self.unit
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    let replay = try model.replay()
    // Discarded on day 5, ordered that day, received on 8, discarded on 12, ordered, under way.
    #expect(replay.unitStock == days((10, 5), (0, 3), (10, 4), (0, 2)))
    #expect(replay.total.discarded == 20)
    #expect(replay.total.purchased == 10)
    #expect(replay.total.orderLines == 2)
    #expect(replay.total.stockUnitDays == 90)
    #expect(replay.deliveryDays == [[8]])
    #expect(replay.total.stockoutDays == 0)
    #expect(replay.total.firstStockoutDay == 14)
  }

  @Test("A position of what is usable tomorrow orders on the day before the discard")
  func usableTomorrow() throws {
    var model = Self.unit
    model.position = .usableTomorrow
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    let replay = try model.replay()
    // Ordered on day 4, received on 7 until 10, ordered on 10, received on 13.
    #expect(replay.unitStock == days((10, 5), (0, 2), (10, 4), (0, 2), (10, 1)))
    #expect(replay.total.discarded == 20)
    #expect(replay.total.purchased == 20)
    #expect(replay.deliveryDays == [[7, 13]])
  }

  @Test("Lead time 0 is received on the day of the order, after that day's discard")
  func leadTimeZero() throws {
    var model = Self.unit
    model.leadTime = .constant(0)
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    let replay = try model.replay()
    // Discards on days 5, 9 and 13, each replaced at once.
    #expect(replay.unitStock == days((10, 14)))
    #expect(replay.total.discarded == 30)
    #expect(replay.total.purchased == 30)
    #expect(replay.deliveryDays == [[5, 9, 13]])
  }

  @Test("Goods that last one day serve only on the day of their receipt, and never run short")
  func oneDayOfLife() throws {
    var model = Self.unit
    model.leadTime = .constant(1)
    model.remainingLife = .days(.constant(1))
    model.position = .usableTomorrow
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    let replay = try model.replay()
    // Nothing on hand is ever usable tomorrow from day 4 on: 10 are ordered every day.
    #expect(replay.unitStock == days((10, 14)))
    #expect(replay.deliveryDays == [Array(5...13)])
    #expect(replay.total.purchased == 90)
    #expect(replay.total.discarded == 90)
  }

  @Test("The last day of a lot's life still serves, the next does not", arguments: [3, 4, 5, 6])
  func lastDay(peak: Int) throws {
    var model = Self.unit
    model.leadTime = .constant(100)
    model.peak(on: peak)
    let total = try model.replay().total
    #expect(total.served == (peak < 5 ? 10 : 0))
    #expect(total.discarded == (peak < 5 ? 0 : 10))
    #expect(total.unmet == total.demand - total.served)
    #expect(total.demand > 1_000)
    #expect(total.stockoutDays == 1)
    #expect(total.firstStockoutDay == Int64(peak))
  }

  @Test("Goods keep their expiry when they go from the store to a care unit")
  func lifeThroughTransfer() throws {
    var model = Self.unit
    model.store = .units(30)
    model.leadTime = .constant(100)
    model.start = .given(remainingLife: .days(.constant(6)))
    model.peak(on: 3)
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 3), (0, 1), (10, 2), (0, 8)))
    #expect(replay.storeStock == days((30, 3), (20, 3), (0, 8)))
    #expect(replay.tallies.map(\.discarded) == [10, 20])
  }

  @Test("What expires under way is discarded on receipt and serves nobody")
  func expiryInTransit() throws {
    var model = Self.unit
    model.units[0].leadTimeDays = 4
    model.store = .units(30)
    model.leadTime = .constant(100)
    model.start = .given(remainingLife: .days(.constant(6)))
    model.peak(on: 3, 7)
    let replay = try model.replay()
    // Shipped on day 3, expired on 6, received and discarded on 7, before that day's demand.
    #expect(replay.deliveryDays == [[7], []])
    #expect(replay.unitStock == days((10, 3), (0, 11)))
    #expect(replay.tallies.map(\.discarded) == [10, 20])
    #expect(replay.total.served == 10)
    #expect(replay.total.stockoutDays == 2)
  }

  @Test("What expires first is issued first, whatever came first")
  func firstExpiredFirstOut() throws {
    // Start lots last 30 days; what is received on day 4 lasts 8 and is issued before them.
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10)), .init(id: "b", level: .units(10), nanoRate: 1),
      ],
      store: .units(30), start: .given(remainingLife: .days(.constant(30))),
      leadTime: .constant(2), remainingLife: .days(.constant(8)))
    model.peak(on: 2, 6)
    let replay = try model.replay()
    // Day 2: 10 of 30 days go to a; 10 are ordered and come on day 4 with expiry 12. Day 6: a is
    // emptied again and gets those; the store's 20 are all from the start. Day 12: a discards.
    #expect(replay.storeStock == days((30, 2), (20, 2), (30, 2), (20, 2), (30, 4), (20, 2)))
    #expect(replay.tallies.map(\.discarded) == [10, 0, 0])
    #expect(replay.deliveryDays[0] == [3, 7, 13])
  }
}
