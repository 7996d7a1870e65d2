extension Distribution {
  /// The largest value that a parameter may have; whole numbers up to it are exact.
  public static let largestParameter = 1e12

  /// The smallest value of a parameter that must be above 0.
  public static let smallestPositiveParameter = 1e-12

  /// What is wrong with the parameters, and what is allowed; `nil` if nothing is.
  ///
  /// A short phrase without a full stop, to be put into a message that says where the distribution
  /// stands. Only the first thing that is wrong is named.
  public var problem: String? {
    switch self {
    case .constant(let value):
      return Self.problem("value", value)
    case .uniform(let low, let high):
      return Self.problem("low", low) ?? Self.problem("high", high)
        ?? (low < high ? nil : "low is \(low) and high is \(high); low must be below high")
    case .uniformInteger(let low, let high):
      return Self.problem("low", Double(low)) ?? Self.problem("high", Double(high))
        ?? (low <= high ? nil : "low is \(low) and high is \(high); low must not exceed high")
    case .exponential(let mean):
      return Self.positiveProblem("mean", mean)
    case .gamma(let mean, let variation):
      if let problem = Self.positiveProblem("mean", mean) { return problem }
      let allowed = variation >= 0.0001 && variation <= 100
      return allowed
        ? nil : "the coefficient of variation is \(variation); allowed is 0.0001 to 100"
    case .lognormal(let median, let mean):
      return Self.positiveProblem("median", median) ?? Self.positiveProblem("mean", mean)
        ?? (median <= mean
          ? nil
          : "the median is \(median) and the mean \(mean); the median must not exceed the mean")
    case .triangular(let low, let mode, let high):
      return Self.problem("low", low) ?? Self.problem("mode", mode) ?? Self.problem("high", high)
        ?? (low < high ? nil : "low is \(low) and high is \(high); low must be below high")
        ?? (low <= mode && mode <= high
          ? nil : "the mode is \(mode); allowed is from low, \(low), to high, \(high)")
    case .empirical(let values):
      if values.isEmpty { return "there is no value; at least one is needed" }
      if let wrong = values.lazy.compactMap({ Self.problem("a value", $0) }).first { return wrong }
      return zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        ? nil : "the values must be in ascending order"
    }
  }

  private static func problem(_ name: String, _ value: Double) -> String? {
    value >= 0 && value <= largestParameter
      ? nil : "\(name) is \(value); allowed is 0 to \(largestParameter)"
  }

  private static func positiveProblem(_ name: String, _ value: Double) -> String? {
    value >= smallestPositiveParameter && value <= largestParameter
      ? nil
      : "the \(name) is \(value); allowed is \(smallestPositiveParameter) to \(largestParameter)"
  }
}
