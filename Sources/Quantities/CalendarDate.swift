/// A date of the Gregorian calendar, without time of day or time zone.
public struct CalendarDate: Sendable, Hashable {
  /// Days since 1 January 1970, which is day 0. [days]
  public let dayNumber: Int

  /// The date that lies `dayNumber` days after 1 January 1970.
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// A date from its parts; `nil` when the calendar has no such date or the year is not in
  /// 1…9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, ofYear: year)
    else { return nil }
    self.dayNumber =
      Self.daysBeforeYear(year) + Self.daysBeforeMonth(month, ofYear: year) + day - 1
      - Self.daysBeforeYear(1970)
  }

  /// Reads `2027-01-01`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date `days` later. [days]
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + days)
  }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let sinceMonday = (dayNumber + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let sinceYearOne = dayNumber + Self.daysBeforeYear(1970)
    var year = sinceYearOne / 366 + 1
    while Self.daysBeforeYear(year + 1) <= sinceYearOne { year += 1 }
    var rest = sinceYearOne - Self.daysBeforeYear(year)
    var month = 1
    while rest >= Self.daysInMonth(month, ofYear: year) {
      rest -= Self.daysInMonth(month, ofYear: year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBeforeYear(_ year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
  }

  private static func daysBeforeMonth(_ month: Int, ofYear year: Int) -> Int {
    (1..<month).reduce(0) { $0 + daysInMonth($1, ofYear: year) }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2027-01-01`.
  public var description: String {
    let (year, month, day) = parts
    func padded(_ number: Int, to width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

extension CalendarDate: Comparable {
  /// Earlier dates come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}
