import Foundation

/// A reserve that is always full and issued oldest first: what theory says of it (case E4 of VALIDATION,
/// which `scenarios/validation` holds Buffert against).
struct RotatingReserve {
  /// What it holds. [units]
  let units: Int
  let usePerDay: Double
  /// How long a unit is on its shelf at most. [days]
  let lifeDays: Double

  /// What expires per day where what leaves is replaced after a delay (E3): the density of the
  /// oldest unit's age, proportional to y^(S−1)·exp(−λ·max(0, y − L)) up to L + m, at its end.
  func expiredPerDay(delay: Double) -> Double {
    let end = delay + lifeDays
    func logDensity(_ age: Double) -> Double {
      Double(units - 1) * log(age) - usePerDay * max(0, age - delay)
    }
    let steps = 20_000
    let width = end / Double(steps)
    let sum = (0..<steps).reduce(0.0) { sum, step in
      sum + exp(logDensity((Double(step) + 0.5) * width) - logDensity(end))
    }
    return 1 / (sum * width)
  }
}
