import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Days of review and times of transfer")
struct ReviewTests {
  @Test("Weekdays are those of the calendar, in the warm-up too")
  func weekdays() throws {
    // 1 January 2027 is a Friday, 4 counted from Monday.
    let pattern = ReviewPattern(.weekdays([0, 3]))
    let due = (-10...10).filter { pattern.isDue(on: $0, firstWeekday: 4) }
    #expect(due == [-8, -4, -1, 3, 6, 10])
    let sunday = ReviewPattern(.weekdays([6]))
    #expect((-10...10).filter { sunday.isDue(on: $0, firstWeekday: 4) } == [-5, 2, 9])
    // In ticks of 6 hours: on the first tick of the day.
    let ticks = (-8...16).filter {
      pattern.isDue(on: $0, firstWeekday: 4, ticksPerDay: 4)
    }
    #expect(ticks == [-4, 12])
    let everyDay = ReviewPattern(.weekdays([0, 1, 2, 3, 4, 5, 6]))
    #expect((-10...10).allSatisfy { everyDay.isDue(on: $0, firstWeekday: 4) })
    #expect((-10...10).allSatisfy { ReviewPattern(.onDemand).isDue(on: $0, firstWeekday: 4) })
  }

  @Test("A location orders on its weekdays and ships on every day")
  func weekdayReplay() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(30), leadTime: .constant(1))
    model.peak(on: 2, 4)
    model.storeSettings.review = .weekdays([2])
    let replay = try model.replay()
    // The unit is shipped 10 on days 2 and 4; the store orders on Wednesday, day 5.
    #expect(replay.unitStock == days((10, 2), (0, 1), (10, 1), (0, 1), (10, 9)))
    #expect(replay.storeStock == days((30, 2), (20, 2), (10, 2), (30, 8)))
    #expect(replay.deliveryDays[1] == [6])
  }

  @Test("A drawn transfer time is rounded half up, and at least a day")
  func rounding() throws {
    for (time, expected) in [(0.2, 1), (1.49, 1), (1.5, 2), (3.2, 3)] {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(10), drawnLeadTime: .constant(time))],
        store: .units(30))
      model.peak(on: 2)
      #expect(try model.replay().deliveryDays[0] == [2 + expected])
    }
  }

  @Test("Transfer times are drawn anew for each day and receiver, and shipments cross")
  func drawn() throws {
    // One unit a day leaves; 1, 2 or 3 days later, equally likely, it is there.
    var model = SmallModel(
      units: ["a", "b"].map {
        .init(id: $0, level: .units(0), drawnLeadTime: .uniform(low: 0.5, high: 3.5))
      }, store: .units(20_000), horizonDays: 3_000,
      start: .given(remainingLife: .days(.constant(9_000))),
      remainingLife: .days(.constant(9_000)))
    model.silence()
    model.unitSettings.ordering = OrderingReplayTests.always(1)
    let replay = try model.replay()
    // Mean time under way: 2 days, standard deviation √(2/3); 3,000 shipments, 4.4 standard errors.
    for tally in replay.tallies.prefix(2) {
      let mean = Double(tally.onOrderUnitDays) / 3_000
      let limit: Double = 4.4 * (2.0 / 9_000).squareRoot() + 0.002
      #expect(abs(mean - 2) < limit)
    }
    let receipts = replay.deliveryDays
    #expect(receipts[0] != receipts[1])
    // A day without a receipt between days with one: something was overtaken or came together.
    #expect(receipts[0].count < 2_900)
    let total = replay.unitStock.last ?? 0
    #expect(total > 5_980 && total < 6_000)
    // Whatever the store holds besides, the times are the same.
    model.store = .units(30_000)
    #expect(try model.replay().deliveryDays == receipts)
  }
}
