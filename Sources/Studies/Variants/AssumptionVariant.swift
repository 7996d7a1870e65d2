public import Estimators
import Replications
public import SupplyModel

/// What a scenario gives where one assumption has its low or high value, beside what it gives as it is
/// stated: the same seed and replications.
public struct AssumptionVariant: Sendable {
  /// Which value the assumption has.
  public enum Side: String, Sendable, CaseIterable {
    /// All assumptions as the scenario states them.
    case stated
    /// The low value.
    case low
    /// The high value.
    case high
  }

  /// A figure of a policy.
  public struct Figure: Sendable {
    /// The policy's name.
    public let policy: String
    /// The measure's name; `unmetRemoved` for the share of the baseline's unmet demand that a policy
    /// removes.
    public let measure: String
    /// The unit in the tables.
    public let unit: String
    /// Mean over replications.
    public let mean: Double
    /// Its 95 % interval: simulation error only; `nil` for fewer than two replications.
    public let interval: ConfidenceInterval?
    /// Mean of the paired differences to the baseline; `nil` for the baseline itself.
    public let difference: Double?
    /// Its 95 % interval.
    public let differenceInterval: ConfidenceInterval?
  }

  /// Which assumption; `nil` where all are as stated.
  public let assumption: Assumption?
  /// Which value it has.
  public let side: Side
  /// Headline figures, by policy and measure.
  public let figures: [Figure]
  /// Replications. [1]
  public let count: Int

  /// Takes the headline figures out of a result, which may then be let go of.
  public init(of result: StudyResult, _ assumption: Assumption? = nil, side: Side = .stated) {
    self.assumption = assumption
    self.side = side
    count = result.study.replications.count
    figures = result.policyNames.indices.flatMap { policy in
      Self.headline.compactMap { Self.figure($0, policy, result) }
        + [Self.removed(policy, result)].compactMap(\.self)
    }
  }

  /// The measures of everything that are told.
  public static let headline = [
    "unmetFraction", "stockoutDaysPerCareUnitYear", "discardedSEKPerYear", "averageStockSEK",
    "runningSEKPerYear", "runningSEKPerInhabitantYear",
  ]

  private static func figure(_ measure: String, _ policy: Int, _ result: StudyResult) -> Figure? {
    guard
      let own = result.estimate(policy: policy, level: .all, key: "all", measure: measure),
      let mean = own.mean
    else { return nil }
    let difference = result.difference(policy: policy, level: .all, key: "all", measure: measure)
    return Figure(
      policy: result.policyNames[policy], measure: measure, unit: own.measure.unit, mean: mean,
      interval: own.interval, difference: difference?.mean,
      differenceInterval: difference?.interval)
  }

  /// Which share of the baseline's unmet demand a policy removes; `nil` where the baseline leaves none.
  private static func removed(_ policy: Int, _ result: StudyResult) -> Figure? {
    guard let baseline = result.study.baseline, baseline != policy,
      let cell = result.cell(.all, "all", "unmetFraction")
    else { return nil }
    let pairs = zip(
      result.keptValues(policy: policy, cell: cell),
      result.keptValues(policy: baseline, cell: cell)
    ).filter { $0 != Study.absent && $1 != Study.absent }
    guard
      let share = PairedRatio.ratio(of: pairs.map { (upper: $1 - $0, lower: $1) })
    else { return nil }
    return Figure(
      policy: result.policyNames[policy], measure: "unmetRemoved", unit: "1", mean: share.ratio,
      interval: share.interval, difference: nil, differenceInterval: nil)
  }
}
