import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Calendars of the inner loop")
struct CalendarTests {
  @Test("Shipments are received on their day in the order of sending, and all others are kept")
  func shipments() {
    for seed in 0..<20 as Range<UInt64> {
      var stream = StreamKey(seed: seed, source: 2).stream()
      let horizon = 40
      var calendar = ShipmentCalendar()
      calendar.reset(days: horizon)
      var oracle: [(day: Int, shipment: ShipmentCalendar.Shipment)] = []
      var number: Int64 = 0
      for today in 0..<horizon {
        var due = oracle.filter { $0.day == today }.map(\.shipment.quantity)
        oracle.removeAll { $0.day == today }
        while let shipment = calendar.receiveNext(on: today) {
          #expect(!due.isEmpty && shipment.quantity == due.removeFirst())
        }
        #expect(due.isEmpty)
        for _ in 0..<stream.nextBelow(6) {
          number += 1
          let shipment = ShipmentCalendar.Shipment(node: 0, expiry: 0, quantity: number)
          let day = today + 1 + Int(stream.nextBelow(12))
          calendar.send(shipment, due: day)
          oracle.append((day, shipment))
        }
        var underWay: [Int64] = []
        calendar.forEach(from: today + 1) { underWay.append($0.quantity) }
        #expect(underWay.sorted() == oracle.map(\.shipment.quantity).sorted())
      }
    }
  }

  @Test("A location is woken once, on the earliest day that was asked for since it last woke")
  func wakes() {
    for seed in 0..<20 as Range<UInt64> {
      var stream = StreamKey(seed: seed, source: 3).stream()
      let horizon = 40
      var calendar = WakeCalendar()
      calendar.reset(nodes: 5, days: horizon)
      var oracle: [Int?] = Array(repeating: nil, count: 5)
      for today in 0..<horizon {
        var awake: [Int] = []
        while let node = calendar.nextAwake(on: today) { awake.append(node) }
        let expected = oracle.indices.filter { oracle[$0] == today }
        #expect(awake.sorted() == expected)
        for node in expected { oracle[node] = nil }
        for _ in 0..<stream.nextBelow(5) {
          let node = Int(stream.nextBelow(5))
          // Some lie beyond the end.
          let day = today + 1 + Int(stream.nextBelow(20))
          calendar.wake(node, by: day)
          oracle[node] = min(oracle[node] ?? .max, day)
        }
      }
    }
  }

  @Test("Reviews fall on multiples of the interval, before and after the first day of the horizon")
  func reviews() throws {
    var model = SmallModel(units: (0..<70).map { .init(id: "u\($0)", level: .units(1)) })
    model.reviewEveryDays = 7
    model.store = .units(1)
    let compiled = try model.compiled()
    var plans = Column<NodePlan>()
    for plan in compiled.products[0].plans[0] { plans.append(plan) }
    plans[69].review = ReviewPattern(.every(days: 3))
    var review = ReviewDays()
    review.reset(plans, firstWeekday: 4)
    for day in -30...30 {
      review.turn(to: day)
      for node in 0...70 {
        let every = node == 70 ? 1 : node == 69 ? 3 : 7
        let isDue = review.due(word: node >> 6) >> UInt64(node & 63) & 1 == 1
        #expect(isDue == (day % every == 0), "node \(node), day \(day)")
      }
    }
  }
}

@Suite("Credit of a supplier")
struct SupplierCreditTests {
  static func supplier(nanoPerDay: Int64, window: Int, pack: Int64 = 1) throws -> CompiledProduct {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(1), nanoRate: nanoPerDay)], packSize: pack)
    model.capacity = .init(slackBasisPoints: 0, windowDays: window)
    return try model.compiled().products[0]
  }

  @Test("Credit starts full, grows by a day's capacity, and is capped at its window or one pack")
  func growth() throws {
    let supplier = try Self.supplier(nanoPerDay: 1_500_000_000, window: 4).suppliers[0]
    let scale = SupplyScale(timeline: [], horizonDays: 100)
    var credit = SupplierCredit(fullFor: supplier)
    #expect(credit.wholeUnits == 6)
    credit.accrue(to: 10, reportStart: 0, supplier: supplier, perDay: 1_500_000_000, scale: scale)
    #expect(credit.wholeUnits == 6)
    credit.spend(units: 6)
    for (day, units) in [(10, 0), (11, 1), (12, 3), (13, 4), (14, 6), (20, 6)] as [(Int, Int64)] {
      credit.accrue(
        to: day, reportStart: 0, supplier: supplier, perDay: 1_500_000_000, scale: scale)
      #expect(credit.wholeUnits == units, "day \(day)")
    }
    let slow = try Self.supplier(nanoPerDay: 1_500_000_000, window: 4, pack: 10).suppliers[0]
    #expect(SupplierCredit(fullFor: slow).wholeUnits == 10)
  }

  @Test("A phase scales what is added and what is kept; the warm-up knows no phases")
  func scaling() throws {
    let supplier = try Self.supplier(nanoPerDay: 2_000_000_000, window: 5).suppliers[0]
    let scale = SupplyScale(timeline: [SmallModel.phase(0, 3, supply: 5_000)], horizonDays: 10)
    var credit = SupplierCredit(fullFor: supplier)
    // The warm-up lasts 2 days; then 3 days at half capacity keep 5, afterwards 2 a day up to 10.
    let expected: [Int64] = [10, 10, 5, 5, 5, 7, 9, 10]
    for day in 0..<8 {
      credit.accrue(
        to: day, reportStart: 2, supplier: supplier, perDay: 2_000_000_000, scale: scale)
      #expect(credit.wholeUnits == expected[day], "day \(day)")
    }
  }
}

@Suite("Columns of plain values")
struct ColumnTests {
  @Test("A column keeps what was put in when it grows, is emptied and is filled again")
  func growth() {
    var column = Column<Int>()
    for number in 0..<100 { column.append(number) }
    for number in 0..<100 {
      let element = column[number]
      #expect(element == number)
    }
    column.move(from: 0, to: 10, length: 50)
    let moved = [column[9], column[10], column[59], column[60]]
    #expect(moved == [9, 0, 49, 60])
    column.removeLast()
    let shorter = column.count
    #expect(shorter == 99)
    column.reset(to: 7, count: 3)
    let fresh = (column.count, column[0], column[1], column[2])
    #expect(fresh == (3, 7, 7, 7))
  }

  @Test("Reading outside a column stops the program")
  func readOutside() async {
    await #expect(processExitsWith: .failure) {
      var column = Column<Int>()
      column.append(1)
      _ = column[1]
    }
    await #expect(processExitsWith: .failure) {
      var column = Column<Int>()
      column.append(1)
      _ = column[-1]
    }
  }

  @Test("Writing, moving and removing outside a column stops the program")
  func changeOutside() async {
    await #expect(processExitsWith: .failure) {
      var column = Column<Int>()
      column.reset(to: 0, count: 4)
      column[4] = 1
    }
    await #expect(processExitsWith: .failure) {
      var column = Column<Int>()
      column.reset(to: 0, count: 4)
      column.move(from: 1, to: 2, length: 3)
    }
    await #expect(processExitsWith: .failure) {
      var column = Column<Int>()
      column.removeLast()
    }
  }
}
