import Quantities
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("Every day from 1900 to 2100 survives a round trip through parts and text")
  func roundTrip() throws {
    let first = try #require(CalendarDate("1900-01-01"))
    let last = try #require(CalendarDate("2100-12-31"))
    #expect(first.dayNumber == -25_567)
    #expect(last.dayNumber == 47_846)
    var weekday = 1  // 1 January 1900 was a Monday.
    var previous = ""
    for number in first.dayNumber...last.dayNumber {
      let date = CalendarDate(dayNumber: number)
      let (year, month, day) = date.parts
      let text = date.description
      // One comparison a day: an expectation each would take longer than the calendar.
      guard CalendarDate(year: year, month: month, day: day) == date, CalendarDate(text) == date,
        date.weekday == weekday, previous < text
      else {
        Issue.record("day \(number), \(text), after \(previous)")
        return
      }
      weekday = weekday % 7 + 1
      previous = text
    }
  }

  @Test(
    "Known dates have their day number and weekday",
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
      ("2027-01-01", 20_819, 5), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
  func known(text: String, dayNumber: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test("February has 29 days in years divisible by 4, but of the centuries only every fourth")
  func leapYears() {
    for year in [1904, 1996, 2000, 2024, 2028, 2096, 2400] {
      #expect(CalendarDate(year: year, month: 2, day: 29) != nil)
    }
    for year in [1900, 2023, 2025, 2100, 2200, 2300] {
      #expect(CalendarDate(year: year, month: 2, day: 29) == nil)
    }
  }

  @Test(
    "Refuses texts that are no date",
    arguments: [
      "", "2027", "2027-01", "2027-1-01", "27-01-01", "2027-01-1", "2027-13-01", "2027-00-10",
      "2027-04-31", "2027-02-29", "2027-01-00", "2027/01/01", "2027-01-01T00", "+027-01-01",
      "2027-01--1", "20270101", " 2027-01-01", "2027-01-01 ", "0000-01-01", "2027-01-01-",
    ])
  func refusing(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("Adding days crosses months and leap days, and order is by time")
  func adding() throws {
    let date = try #require(CalendarDate("2028-02-28"))
    #expect(date.adding(days: 1).description == "2028-02-29")
    #expect(date.adding(days: 2).description == "2028-03-01")
    #expect(date.adding(days: -59).description == "2027-12-31")
    #expect(date < date.adding(days: 1))
  }
}
