import Quantities

/// Lengths of time as people say them.
enum HorizonText {
  /// `3 years` where the days are whole calendar years from the date, else `90 days`.
  static func text(_ days: Int, from start: CalendarDate) -> String {
    let (first, last) = (start.parts, start.adding(days: days).parts)
    let years = last.year - first.year
    if years > 0, last.month == first.month, last.day == first.day {
      return years == 1 ? "1 year" : "\(years) years"
    }
    return days == 1 ? "1 day" : "\(days) days"
  }
}
