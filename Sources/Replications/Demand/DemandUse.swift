import Quantities
import RandomStreams
import SupplyModel

extension DemandProgram {
  /// All that the distribution of a care unit's demand depends on, besides its multiplier.
  struct Use: Hashable, Sendable {
    let normal: DailyRate
    let actualFactor: Double
    let family: DemandFamily

    init(_ consumption: Consumption) {
      normal = consumption.normal
      actualFactor = consumption.actualFactor
      family = consumption.family
    }

    /// Whether the family states a whole day's demand: where a step is shorter it is asked for at the
    /// day's first.
    var isOfWholeDay: Bool {
      if case .stated = family { true } else { false }
    }

    /// What is used where demand takes its mean.
    var steady: SteadyUse {
      SteadyUse(meanOf: family, normal: normal, actualFactor: actualFactor)
    }

    /// The mean of a step of time with a multiplier. [units/day]
    func mean(multiplier: Double, ticksPerDay: Int) -> Double {
      normal.unitsPerDay * actualFactor * multiplier / Double(ticksPerDay)
    }

    /// The distribution of what is asked for in a step of time with a multiplier.
    ///
    /// - Precondition: the family is drawn from tables.
    func table(multiplier: Double, ticksPerDay: Int) -> DiscreteTable {
      switch family {
      case .poisson: .poisson(mean: mean(multiplier: multiplier, ticksPerDay: ticksPerDay))
      case .negativeBinomial(let index):
        .negativeBinomial(
          mean: mean(multiplier: multiplier, ticksPerDay: ticksPerDay), dispersionIndex: index)
      case .compoundPoisson(let sizes):
        .compoundPoisson(
          events: mean(multiplier: multiplier, ticksPerDay: ticksPerDay) / sizes.mean,
          sizes: sizes)
      case .stated(let distribution):
        .tabulated(distribution, multiplier: actualFactor * multiplier)
      case .constant, .empirical: preconditionFailure("the family is not drawn from tables")
      }
    }
  }
}

extension DemandProgram.Shared {
  /// The law of a multiplier, whose table is added to `cells`.
  func law(
    multiplier: Double, _ calendar: DemandCalendar, cells: inout [AliasCell]
  ) -> TableLaw {
    // Where a profile makes segments short, gaps would be cut off again and again.
    let mayDrawGaps = !course.isUneven && !(use.isOfWholeDay && calendar.ticksPerDay > 1)
    return TableLaw(
      use.table(multiplier: multiplier, ticksPerDay: calendar.ticksPerDay),
      mayDrawGaps: mayDrawGaps, stride: use.isOfWholeDay ? calendar.ticksPerDay : 1, cells: &cells)
  }
}
