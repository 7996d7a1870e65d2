import Quantities
import SupplyModel

/// Lengths of time as people say them.
enum HorizonText {
  /// `3 years (1095 days)` for whole years of 365 days, to which rates per year refer; else days.
  static func text(_ days: Int) -> String {
    let inDays = days == 1 ? "1 day" : "\(days) days"
    guard days > 0, days % 365 == 0 else { return inDays }
    return (days == 365 ? "1 year" : "\(days / 365) years") + " (\(inDays))"
  }

  /// The reported time, with the length of a tick where that is no day:
  /// `90 days in ticks of 1 hour`.
  static func text(_ experiment: Experiment) -> String {
    let tick = experiment.tick
    guard tick != .day else { return text(experiment.horizonDays) }
    let length =
      experiment.horizonDays % tick.perDay == 0
      ? text(experiment.horizonDays / tick.perDay) : tick.text(ofTicks: experiment.horizonDays)
    return "\(length) in ticks of \(tick.text)"
  }
}
