/// How mean demand follows the calendar: factors that multiply it.
///
/// The factors of the week and of the year are kept with a mean of 1 (each weekday the same weight,
/// each month by its days in a year of 365), so that normal consumption stays what is used per day
/// in the long run. The factors of another period are used as they stand.
public struct DemandProfile: Sendable, Equatable {
  /// The scenario's own short name.
  public var id: String
  /// By weekday, Monday first; empty for the same every weekday.
  public var weekdayFactors: [Double]
  /// By month, January first; empty for the same all year.
  public var monthFactors: [Double]
  /// Day by day from the first day of the horizon, repeated; empty for none.
  public var periodFactors: [Double]

  /// A profile.
  public init(
    id: String, weekdayFactors: [Double] = [], monthFactors: [Double] = [],
    periodFactors: [Double] = []
  ) {
    self.id = id
    self.weekdayFactors = weekdayFactors
    self.monthFactors = monthFactors
    self.periodFactors = periodFactors
  }
}

/// What a care unit used of a product, day by day, in whole weeks.
public struct ConsumptionHistory: Sendable, Hashable {
  /// Units used on each day; a multiple of seven days, at least one week. [units/day]
  public var unitsPerDay: [Int64]
  /// The weekday of the first day, 0 for Monday. [0…6]
  public var firstWeekday: Int

  /// A history.
  public init(unitsPerDay: [Int64], firstWeekday: Int) {
    self.unitsPerDay = unitsPerDay
    self.firstWeekday = firstWeekday
  }
}
