import Estimators
import Studies

extension RunSummary {
  /// Estimates as a column, all rounded at the same place: three digits of the largest, percentages
  /// to one or two decimals.
  ///
  /// - Parameters:
  ///   - factor: turns the measure's unit into the column's.
  ///   - limits: what the measure cannot leave; intervals are cut there.
  static func column(
    _ estimates: [Estimate?], factor: Double = 1, isPercent: Bool = false,
    showsInterval: Bool = true, limits: ClosedRange<Double>? = 0...(.infinity)
  ) -> [AlignedColumns.Cell] {
    let largest = estimates.compactMap { $0?.mean }.map { ($0 * factor).magnitude }.max() ?? 0
    let decimals =
      isPercent
      ? (largest < 10 ? 2 : 1) : max(0, ReadableNumber.decimals(forMagnitude: largest))
    let limits = isPercent ? 0...100 : limits
    return estimates.map { estimate in
      guard let mean = estimate?.mean else { return .none }
      let interval = showsInterval ? estimate?.interval?.scaled(by: factor) : nil
      let parts = ReadableNumber.parts(mean * factor, interval, limits: limits, decimals: decimals)
      return AlignedColumns.Cell(value: parts.mean, detail: parts.interval.map { "(\($0))" } ?? "")
    }
  }
}
