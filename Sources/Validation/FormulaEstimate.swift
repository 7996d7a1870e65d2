import ScenarioFiles

/// What a formula is over replications, with its standard error.
///
/// The standard error is the jackknife's: how the value changes when one replication is left out.
/// It needs no formula of its own for ratios, variances and deviations.
struct FormulaEstimate {
  let value: Double
  let standardError: Double

  /// A formula in which each name and statistic is a place in a list of means.
  private indirect enum Compiled {
    case number(Double)
    case mean(Int)
    /// Of the means of a value and of its square.
    case variance(Int, Int)
    case root(Compiled)
    case binary(Formula.Operator, Compiled, Compiled)
  }

  /// The estimate over `count` replications, two or more.
  ///
  /// - Parameters:
  ///   - constants: what the names of constants stand for.
  ///   - series: what a measure is in each replication, of a location where one is named.
  init(
    _ formula: Formula, count: Int, constants: [String: Double],
    series: (_ measure: String, _ location: String?) throws -> [Double]
  ) rethrows {
    precondition(count > 1, "an estimate needs two replications or more, but has \(count)")
    var columns: [[Double]] = []
    let compiled = try Self.compiled(formula, into: &columns, count, constants, series)
    let sums = columns.map { $0.reduce(0, +) }
    let total = Double(count)
    value = Self.value(compiled, sums.map { $0 / total }, total)
    var others: [Double] = []
    others.reserveCapacity(count)
    for left in 0..<count {
      let means = columns.indices.map { (sums[$0] - columns[$0][left]) / (total - 1) }
      others.append(Self.value(compiled, means, total - 1))
    }
    let middle = others.reduce(0, +) / total
    let squares = others.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let error = (squares * (total - 1) / total).squareRoot()
    // What is the same in every replication leaves a rounding error.
    standardError = error > 1e-12 * abs(value) ? error : 0
  }

  private static func compiled(
    _ formula: Formula, into columns: inout [[Double]], _ count: Int,
    _ constants: [String: Double], _ series: (String, String?) throws -> [Double]
  ) rethrows -> Compiled {
    switch formula {
    case .number(let number): return .number(number)
    case .name(let name, let location):
      if let constant = constants[name] { return .number(constant) }
      columns.append(try series(name, location))
      return .mean(columns.count - 1)
    case .binary(let sign, let first, let second):
      return .binary(
        sign, try compiled(first, into: &columns, count, constants, series),
        try compiled(second, into: &columns, count, constants, series))
    case .statistic(let statistic, let inner):
      let values = try eachReplication(inner, count, constants, series)
      guard statistic != .share else {
        columns.append(values)
        return .mean(columns.count - 1)
      }
      // Counted from the middle, so that squares lose no digits.
      let middle = values.reduce(0, +) / Double(count)
      columns.append(values.map { $0 - middle })
      columns.append(values.map { ($0 - middle) * ($0 - middle) })
      let variance = Compiled.variance(columns.count - 2, columns.count - 1)
      return statistic == .deviation ? .root(variance) : variance
    }
  }

  /// The value of a formula in each replication; 1 or 0 for a condition.
  private static func eachReplication(
    _ formula: Formula, _ count: Int, _ constants: [String: Double],
    _ series: (String, String?) throws -> [Double]
  ) rethrows -> [Double] {
    switch formula {
    case .number(let number): return [Double](repeating: number, count: count)
    case .name(let name, let location):
      if let constant = constants[name] { return [Double](repeating: constant, count: count) }
      return try series(name, location)
    case .binary(let sign, let first, let second):
      let left = try eachReplication(first, count, constants, series)
      let right = try eachReplication(second, count, constants, series)
      return zip(left, right).map { apply(sign, $0, $1) }
    case .statistic:
      preconditionFailure("a statistic should not stand in another: the reader refuses it")
    }
  }

  private static func value(_ compiled: Compiled, _ means: [Double], _ count: Double) -> Double {
    switch compiled {
    case .number(let number): number
    case .mean(let place): means[place]
    case .variance(let first, let second):
      (means[second] - means[first] * means[first]) * count / (count - 1)
    case .root(let inner): max(0, value(inner, means, count)).squareRoot()
    case .binary(let sign, let first, let second):
      apply(sign, value(first, means, count), value(second, means, count))
    }
  }

  private static func apply(_ sign: Formula.Operator, _ first: Double, _ second: Double) -> Double {
    switch sign {
    case .plus: first + second
    case .minus: first - second
    case .times: first * second
    case .over: first / second
    case .atMost: first <= second ? 1 : 0
    case .atLeast: first >= second ? 1 : 0
    case .below: first < second ? 1 : 0
    case .above: first > second ? 1 : 0
    // Counts are whole; what they are divided by may leave a rounding error.
    case .equals: abs(first - second) < 1e-6 ? 1 : 0
    }
  }
}
