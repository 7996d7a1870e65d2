public import Estimators
import Quantities
import Replications
public import SupplyModel

/// A mean over replications and how sure it is; simulation error only.
public struct Figure: Sendable {
  /// Replications that have it. [1]
  public let count: Int
  /// Mean over those; `nil` if there are none.
  public let mean: Double?
  /// 95 % interval of the mean: Student's t, of shares the part within 0…1; for probabilities
  /// Wilson's.
  public let interval: ConfidenceInterval?

  init(
    _ moments: ExactMoments, parts: Double = 1, isShare: Bool = false, isProbability: Bool = false
  ) {
    count = moments.count
    mean = moments.mean.map { $0 / parts }
    let ofMean = moments.meanInterval()?.scaled(by: 1 / parts)
    interval =
      isProbability && moments.count > 0
      ? WilsonInterval.interval(successes: Int(moments.sum), trials: moments.count)
      : isShare ? ofMean?.ofShare : ofMean
  }
}

/// How a holder keeps within its duty for one product under one policy.
public struct DutyFinding: Sendable {
  /// The product.
  public let product: Position<Product>
  /// Who must hold how much, and why.
  public let requirement: DutyRequirement
  /// Share of days within the duty. [1]
  public let daysWithin: Figure
  /// Mean over days of what is missing, 0 on days within. [units]
  public let missing: Figure
  /// Probability of any day below. [1]
  public let anyDayBelow: Figure
  /// Share of days with at least the duty's cover; without replications where it is not measured.
  public let daysWithinByCover: Figure
  /// Mean cover of the holder's stock that counts; without replications where it is not measured.
  /// [days]
  public let averageCover: Figure
}

/// What an exemption risks under one policy.
public struct ExemptionFinding: Sendable {
  /// Which one.
  public let exemption: Position<Exemption>
  /// What is held for the care units that it concerns. [units]
  public let units: Int64
  /// What had to be held for them without it. [units]
  public let fullUnits: Int64
  /// Unmet ÷ demand in those care units. [1]
  public let unmetFraction: Figure
  /// (Care unit, day) with unmet demand. [days]
  public let stockoutDays: Figure
  /// Probability of any. [1]
  public let anyStockout: Figure
}

extension StudyResult {
  /// What the scenario says.
  public var content: SupplyModel.Content { study.compiled.model.content }

  /// How the duty is kept under a policy, by holder, then product; empty where the scenario has no
  /// duty.
  public func dutyFindings(policy: Int) -> [DutyFinding] {
    let ledger = study.dutyLedger
    let horizon = Double(study.compiled.horizonDays)
    let order = ledger.pairs.indices.sorted { first, second in
      let (a, b) = (ledger.pairs[first], ledger.pairs[second])
      return (a.requirement.holder, a.product) < (b.requirement.holder, b.product)
    }
    return order.map { pair in
      func moments(_ figure: PairFigure) -> ExactMoments {
        dutySums.moments[ledger.place(figure, ofPair: pair, policy: policy)]
      }
      return DutyFinding(
        product: ledger.pairs[pair].product, requirement: ledger.pairs[pair].requirement,
        daysWithin: Figure(moments(.daysWithin), parts: horizon, isShare: true),
        missing: Figure(moments(.missingUnitDays), parts: horizon),
        anyDayBelow: Figure(moments(.anyDayBelow), isProbability: true),
        daysWithinByCover: Figure(moments(.daysWithinByCover), parts: horizon, isShare: true),
        averageCover: Figure(moments(.coverMicroDays), parts: 1_000_000 * horizon))
    }
  }

  /// What each exemption risks under a policy, in the order of the duty; only those from products
  /// that were simulated.
  public func exemptionFindings(policy: Int) -> [ExemptionFinding] {
    let ledger = study.dutyLedger
    let ticksPerDay = Double(study.compiled.model.content.experiment.ticksPerDay)
    return ledger.exemptions.indices.map { place in
      func moments(_ figure: ExemptionFigure) -> ExactMoments {
        dutySums.moments[ledger.place(figure, ofExemption: place, policy: policy)]
      }
      let use = ledger.exemptions[place]
      return ExemptionFinding(
        exemption: use.exemption, units: use.units, fullUnits: use.fullUnits,
        unmetFraction: Figure(
          moments(.unmetShare), parts: Double(GroupSums.shareParts), isShare: true),
        stockoutDays: Figure(moments(.stockoutDays), parts: ticksPerDay),
        anyStockout: Figure(moments(.anyStockout), isProbability: true))
    }
  }
}
