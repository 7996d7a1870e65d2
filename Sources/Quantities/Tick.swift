/// The step in which time is counted: a day, or a whole part of one in whole minutes.
public struct Tick: Sendable, Hashable {
  /// How many make a day. [1…1440, a divisor of 1440]
  public let perDay: Int

  /// A tick of one day.
  public static let day = Tick()

  /// A tick of one minute, the shortest.
  public static let minute = Tick(perDay: minutesPerDay) ?? .day

  /// Minutes in a day. [minutes]
  public static let minutesPerDay = 1440

  /// The lengths that a tick can have, longest first. [minutes]
  public static let lengthsInMinutes =
    (1...minutesPerDay).filter { minutesPerDay % $0 == 0 }
    .reversed() as [Int]

  private init() { perDay = 1 }

  /// A tick of which `perDay` make a day; `nil` if that is no whole number of minutes.
  public init?(perDay: Int) {
    guard perDay > 0, Self.minutesPerDay % perDay == 0 else { return nil }
    self.perDay = perDay
  }

  /// A tick of so many minutes; `nil` if a day is no whole number of them.
  public init?(minutes: Int) {
    guard minutes > 0, Self.minutesPerDay % minutes == 0 else { return nil }
    perDay = Self.minutesPerDay / minutes
  }

  /// Its length. [minutes]
  public var minutes: Int { Self.minutesPerDay / perDay }

  /// Its length in words: `1 day`, `6 hours`, `90 minutes`.
  public var text: String { text(ofTicks: 1) }

  /// A number of ticks as a length of time, in the largest of days, hours and minutes of which it
  /// is a whole number: `2 days`, `36 hours`, `3 650 days`.
  public func text(ofTicks count: Int) -> String {
    Self.text(ofMinutes: Int64(count) * Int64(minutes))
  }

  /// A length of time in the largest unit of which it is a whole number.
  public static func text(ofMinutes minutes: Int64) -> String {
    let (unit, count): (String, Int64) =
      switch minutes {
      case _ where minutes % 1440 == 0: ("day", minutes / 1440)
      case _ where minutes % 60 == 0: ("hour", minutes / 60)
      default: ("minute", minutes)
      }
    return FixedPointText.grouped(count, separator: " ") + " " + unit + (count == 1 ? "" : "s")
  }
}
