/// A mean over replications with its standard error.
struct Estimate: CustomStringConvertible {
  let mean: Double
  let standardError: Double

  /// The mean of values that were drawn independently, two or more.
  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = (squares / (count - 1) / count).squareRoot()
  }

  /// The ratio of two means, by leaving one replication out at a time.
  init(ratio above: [Double], to below: [Double]) {
    let count = Double(above.count)
    let (sumAbove, sumBelow) = (above.reduce(0, +), below.reduce(0, +))
    let others = zip(above, below).map { (sumAbove - $0) / (sumBelow - $1) }
    let middle = others.reduce(0, +) / count
    let squares = others.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    mean = sumAbove / sumBelow
    standardError = (squares * (count - 1) / count).squareRoot()
  }

  var description: String { "\(mean) ± \(standardError)" }

  /// Whether it lies within four standard errors of an exact value, besides what is allowed.
  func agrees(with exact: Double, allowing allowance: Double = 0) -> Bool {
    abs(mean - exact) <= 4 * standardError + allowance
  }

  /// Whether two independent estimates lie within four standard errors of each other, besides what
  /// is allowed.
  func agrees(with other: Estimate, allowing allowance: Double = 0) -> Bool {
    let error =
      (standardError * standardError + other.standardError * other.standardError).squareRoot()
    return abs(mean - other.mean) <= 4 * error + allowance
  }
}
