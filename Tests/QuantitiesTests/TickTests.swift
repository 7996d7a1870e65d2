import Quantities
import Testing

@Suite("Ticks")
struct TickTests {
  @Test("A tick is a day, or a part of it in whole minutes of which a whole number makes a day")
  func lengths() {
    #expect(Tick.day.perDay == 1)
    #expect(Tick.minute.perDay == 1440)
    #expect(Tick(minutes: 60)?.perDay == 24)
    #expect(Tick(perDay: 16)?.minutes == 90)
    for minutes in [-60, 0, 7, 300, 1441, 2880] { #expect(Tick(minutes: minutes) == nil) }
    for count in [-1, 0, 7, 1441] { #expect(Tick(perDay: count) == nil) }
    #expect(Tick.lengthsInMinutes.count == 36)
    #expect(Tick.lengthsInMinutes.first == 1440)
    #expect(Tick.lengthsInMinutes.last == 1)
    #expect(Tick.lengthsInMinutes.allSatisfy { Tick(minutes: $0)?.minutes == $0 })
  }

  @Test(
    "Lengths of time are told in the largest unit of which they are whole",
    arguments: [
      (1, 1, "1 day"), (1, 3650, "3 650 days"), (24, 1, "1 hour"), (24, 24, "1 day"),
      (24, 36, "36 hours"), (24, 0, "0 days"), (16, 1, "90 minutes"), (16, 2, "3 hours"),
      (1440, 1, "1 minute"), (1440, 1441, "1 441 minutes"),
    ] as [(Int, Int, String)])
  func text(perDay: Int, count: Int, expected: String) throws {
    #expect(try #require(Tick(perDay: perDay)).text(ofTicks: count) == expected)
  }

  @Test(
    "What is used in a number of ticks is rounded up once, exactly",
    arguments: [
      // 36 hours of 12.5 a day: 18.75.
      ("12.5", 36, 24, 19), ("12", 36, 24, 18), ("0.000000001", 1, 1440, 1), ("0", 90, 24, 0),
      // 1 ÷ 3 of a day of 3: exactly 1, in no binary fraction.
      ("3", 8, 24, 1), ("3.000000001", 8, 24, 2),
      // 30 days in minutes of the largest rate.
      ("9000000000", 43_200, 1440, 270_000_000_000),
    ] as [(String, Int, Int, Int64)])
  func units(rate: String, ticks: Int, perDay: Int, expected: Int64) throws {
    let rate = try #require(Decimal(rate).flatMap { DailyRate(unitsPerDay: $0) })
    #expect(rate.unitsRoundedUp(overTicks: ticks, ticksPerDay: perDay) == expected)
  }
}
