import Estimators
import Foundation

/// How many times as long something takes as it did, from pairs of times.
struct Change {
  /// The geometric mean of the ratios.
  let ratio: Double
  /// The ends of its interval of 95 %.
  let low: Double
  let high: Double

  /// From the later and the earlier time of each pair, two or more pairs.
  ///
  /// Student's t interval of the logarithms of the ratios: a ratio and its inverse are alike.
  init?(later: [Double], earlier: [Double]) {
    let logarithms = zip(later, earlier).map { log($0 / $1) }
    guard logarithms.count >= 2 else { return nil }
    let count = Double(logarithms.count)
    let mean = logarithms.reduce(0, +) / count
    let variance = logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let half =
      StudentT.criticalValue(confidence: 0.95, degreesOfFreedom: logarithms.count - 1)
      * (variance / count).squareRoot()
    (ratio, low, high) = (exp(mean), exp(mean - half), exp(mean + half))
  }

  /// In words: less than three per cent, or an interval that holds 1, is no change.
  var verdict: String {
    if high < 1, ratio < 0.97 { return "faster" }
    if low > 1, ratio > 1.03 { return "slower" }
    return "no change seen"
  }

  var row: String {
    Words.right(Words.short(ratio), 9)
      + Words.right("\(Words.short(low)) … \(Words.short(high))", 20) + "  \(verdict)"
  }

  static var heading: String {
    Words.left("case", 46) + Words.right("ratio", 9) + Words.right("interval (95 %)", 20)
  }
}
