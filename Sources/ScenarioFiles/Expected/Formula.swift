/// How a quantity that is known elsewhere follows from Buffert's measures, such as
/// `servedAtOnce / demand` or `4 * averageStock + 22 * unmet / days`.
///
/// A name of a measure stands for its mean over replications. Inside `share(…)`, `variance(…)` and
/// `deviation(…)` it stands for its value in one replication, over which these are taken.
public indirect enum Formula: Sendable, Hashable {
  /// A number.
  case number(Double)
  /// A measure, or a constant of the run; of another location where one stands in brackets.
  case name(String, location: String?)
  /// Two formulas with an operator between them.
  case binary(Operator, Formula, Formula)
  /// What a condition or a value is like over all replications.
  case statistic(Statistic, Formula)

  /// What may stand between two formulas.
  public enum Operator: String, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    case equals = "="

    /// Whether it compares, which is allowed in a share only.
    public var compares: Bool {
      switch self {
      case .plus, .minus, .times, .over: false
      case .atMost, .atLeast, .below, .above, .equals: true
      }
    }
  }

  /// What is taken over replications.
  public enum Statistic: String, Sendable, CaseIterable {
    /// The share of replications in which a condition holds.
    case share
    /// The variance of a value between replications, unbiased.
    case variance
    /// The standard deviation of a value between replications.
    case deviation
  }

  /// The names that stand for something else than a measure, and what that is.
  public static let constants = [
    "days": "length of the horizon in days", "step": "length of a tick in days",
  ]

  /// Every name in it with the location in brackets, constants left out.
  public var measures: [(name: String, location: String?)] {
    switch self {
    case .number: []
    case .name(let name, let location):
      Self.constants[name] == nil ? [(name, location)] : []
    case .binary(_, let first, let second): first.measures + second.measures
    case .statistic(_, let inner): inner.measures
    }
  }
}
