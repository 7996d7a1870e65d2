/// Units per day, exact to a billionth of a unit.
///
/// The only place where a count of units meets a length of time. Consumption is stated in it,
/// sums over care units are exact, and a target in days becomes whole units by one rounding.
public struct DailyRate: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// Billionths of a unit per day. [10⁻⁹ units/day]
  public let nanoUnits: Int64

  /// How many parts a unit is divided into. [1]
  public static let partsPerUnit: Int64 = 1_000_000_000

  /// No consumption.
  public static let zero = DailyRate(nanoUnits: 0)

  /// A rate from its parts.
  public init(nanoUnits: Int64) {
    self.nanoUnits = nanoUnits
  }

  /// The rate that a decimal number of units per day states; `nil` when it has more than nine
  /// decimals, or exceeds about 9 billion units per day.
  public init?(unitsPerDay: Decimal) {
    guard let parts = unitsPerDay.scaled(places: 9) else { return nil }
    self.init(nanoUnits: parts)
  }

  /// The rate as a binary floating-point number, for distributions. [units/day]
  public var unitsPerDay: Double { Double(nanoUnits) / Double(Self.partsPerUnit) }

  /// What is used in `days` days, rounded up to whole units. [units]
  ///
  /// The model's ⌈days × normal consumption⌉, in 128-bit integers. Traps when the result does
  /// not fit in 64 bits.
  public func unitsRoundedUp(overDays days: Int) -> Int64 {
    unitsRoundedUp(overTicks: days, ticksPerDay: 1)
  }

  /// What is used in `ticks` ticks of which `ticksPerDay` make a day, rounded up as above. [units]
  public func unitsRoundedUp(overTicks ticks: Int, ticksPerDay: Int) -> Int64 {
    // 64 bits are enough for almost all, and several times as fast.
    let (short, overflows) = nanoUnits.multipliedReportingOverflow(by: Int64(ticks))
    if !overflows {
      let (whole, rest) = short.quotientAndRemainder(
        dividingBy: Self.partsPerUnit * Int64(ticksPerDay))
      return rest > 0 ? whole + 1 : whole
    }
    let parts = Int128(nanoUnits) * Int128(ticks)
    let unit = Int128(Self.partsPerUnit) * Int128(ticksPerDay)
    let whole = parts / unit
    return Int64(parts % unit > 0 ? whole + 1 : whole)
  }

  /// The sum of two rates; traps when it does not fit.
  public static func + (left: DailyRate, right: DailyRate) -> DailyRate {
    DailyRate(nanoUnits: left.nanoUnits + right.nanoUnits)
  }

  /// The difference of two rates; traps when it does not fit.
  public static func - (left: DailyRate, right: DailyRate) -> DailyRate {
    DailyRate(nanoUnits: left.nanoUnits - right.nanoUnits)
  }

  /// Order by size.
  public static func < (left: DailyRate, right: DailyRate) -> Bool {
    left.nanoUnits < right.nanoUnits
  }
}
