public import Estimators

/// What each policy costs in one place, line by line.
public struct CostStatement: Sendable {
  /// `all`, or a region's id.
  public let key: String
  /// How many live there; `nil` where nobody says. [inhabitants]
  public let inhabitants: Int64?
  /// The policies' names, in order.
  public let policies: [String]
  /// The place of the one that others are compared with; `nil` if it was not run.
  public let baseline: Int?
  /// What is paid for.
  public let lines: [CostLine]
  /// Replications. [1]
  public let replications: Int

  /// A statement; lines that cost nothing under any policy are left out.
  public init(
    key: String, inhabitants: Int64?, policies: [String], baseline: Int?, lines: [CostLine],
    replications: Int
  ) {
    self.key = key
    self.inhabitants = inhabitants
    self.policies = policies
    self.baseline = baseline
    self.lines = lines.filter(\.isAnything)
    self.replications = replications
  }

  /// The lines of a kind.
  public func lines(_ kind: CostLine.Kind) -> [CostLine] { lines.filter { $0.kind == kind } }

  /// What all lines of a kind cost together under a policy.
  public func total(_ kind: CostLine.Kind, policy: Int) -> CostEstimate {
    estimate(lines(kind), policy: policy)
  }

  /// What some lines cost together under a policy, and how much more than under the baseline.
  ///
  /// Lines are added in each replication, in whole öre, before anything is averaged: the interval of a
  /// sum is not the sum of intervals.
  public func estimate(_ lines: [CostLine], policy: Int) -> CostEstimate {
    let values = sums(lines, policy)
    let moments = ExactMoments(values)
    var estimate = CostEstimate(
      mean: (moments.mean ?? 0) / 100,
      interval: isDrawn(lines) ? moments.meanInterval()?.scaled(by: 0.01) : nil)
    guard let baseline, baseline != policy else { return estimate }
    let paired = PairedDifference(values.map { $0 }, minus: sums(lines, baseline).map { $0 })
    estimate.increase = (paired.moments.mean ?? 0) / 100
    estimate.increaseInterval = isDrawn(lines) ? paired.interval()?.scaled(by: 0.01) : nil
    estimate.increaseAtLow = lines.reduce(0) { $0! + $1.atLow[policy] - $1.atLow[baseline] }
    estimate.increaseAtHigh = lines.reduce(0) { $0! + $1.atHigh[policy] - $1.atHigh[baseline] }
    return estimate
  }

  /// Whether any of the lines differs between replications.
  private func isDrawn(_ lines: [CostLine]) -> Bool {
    lines.contains { $0.ore.contains { $0.count > 1 } }
  }

  /// The sum of some lines in each replication. [öre]
  private func sums(_ lines: [CostLine], _ policy: Int) -> [Int64] {
    let count = isDrawn(lines) ? replications : 1
    var sums = [Int64](repeating: 0, count: count)
    for line in lines {
      let values = line.ore[policy]
      precondition(
        values.count == 1 || values.count == count,
        "a line should have 1 or \(count) values, but has \(values.count)")
      for replication in sums.indices {
        sums[replication] += values.count == 1 ? values[0] : values[replication]
      }
    }
    return sums
  }
}

/// What something costs, and how much more than under the baseline.
public struct CostEstimate: Sendable, Equatable {
  /// Mean over replications; `nil` where only the increase is known. [SEK]
  public var mean: Double?
  /// 95 % interval of the mean: simulation error only; `nil` where nothing is drawn.
  public var interval: ConfidenceInterval?
  /// Mean of the paired differences to the baseline; `nil` for the baseline. [SEK]
  public var increase: Double?
  /// 95 % interval of that.
  public var increaseInterval: ConfidenceInterval?
  /// The increase with every figure of the cost file at its low value. [SEK]
  public var increaseAtLow: Double?
  /// The increase with every figure of the cost file at its high value. [SEK]
  public var increaseAtHigh: Double?

  /// A cost of which nothing else is known.
  public init(mean: Double?, interval: ConfidenceInterval? = nil, increase: Double? = nil) {
    self.mean = mean
    self.interval = interval
    self.increase = increase
  }

  /// Everything times a factor above 0.
  public func scaled(by factor: Double) -> CostEstimate {
    var scaled = self
    scaled.mean = mean.map { $0 * factor }
    scaled.interval = interval?.scaled(by: factor)
    scaled.increase = increase.map { $0 * factor }
    scaled.increaseInterval = increaseInterval?.scaled(by: factor)
    scaled.increaseAtLow = increaseAtLow.map { $0 * factor }
    scaled.increaseAtHigh = increaseAtHigh.map { $0 * factor }
    return scaled
  }
}
