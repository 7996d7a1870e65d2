import Quantities
import RandomStreams
import SupplyModel

/// Patients with prescriptions who may turn to public care with what they need of one product.
///
/// What is prescribed in a care unit's area is asked for independently, unit by unit: a day's has the
/// Poisson distribution of the stated mean, the same every day. Neither the profile of the care unit
/// nor the multipliers of the timeline act on it: those speak of the care unit's own patients.
struct SpillOverPlan: Sendable {
  /// The phases in which patients turn to public care.
  let phases: [Turning]
  /// What is prescribed: a law for each mean.
  private(set) var laws: [TableLaw] = []
  /// The tables of the laws.
  private(set) var cells: [AliasCell] = []
  /// The means of the laws.
  private(set) var rates: [DailyRate] = []
  /// Whether the mean of what turns to public care comes, instead of what is drawn.
  let isSteady: Bool
  private var known: [DailyRate: Int32] = [:]

  /// How patients turn to public care while a phase lasts.
  struct Turning: Sendable {
    /// The phase's place in the timeline.
    let phase: Int
    let rule: SpillOver
  }

  init(
    of product: Position<Product>, in content: SupplyModel.Content, isSteady: Bool = false
  ) {
    self.isSteady = isSteady
    phases = content.timeline.indices.compactMap { place in
      guard let rule = content.timeline[place].spillOver,
        rule.products.selects(content.products[product], at: product)
      else { return nil }
      return Turning(phase: place, rule: rule)
    }
  }

  /// The place of the law of a mean; −1 where nothing is prescribed or nobody turns to public care.
  mutating func addLaw(of rate: DailyRate, ticksPerDay: Int) -> Int32 {
    guard !phases.isEmpty, rate > .zero else { return -1 }
    if let place = known[rate] { return place }
    let place = Int32(laws.count)
    laws.append(
      TableLaw(
        .poisson(mean: rate.unitsPerDay / Double(ticksPerDay)), mayDrawGaps: false, stride: 1,
        cells: &cells))
    rates.append(rate)
    known[rate] = place
    return place
  }

  /// How likely a prescribed unit is asked for in public care, day by day of the horizon, up to the
  /// last day on which any is; empty for not at all.
  ///
  /// A phase's ramps don't act on it: it grows by itself, as what patients have at home runs out.
  /// Where phases overlap a unit comes if it turns to public care in any of them.
  ///
  /// - Parameter chances: what is found, instead of what it held.
  func noteChances(in windows: [PhaseWindow], days: Int, _ chances: inout [Double]) {
    chances.removeAll(keepingCapacity: true)
    for turning in phases where windows[turning.phase].takesPlace {
      let window = windows[turning.phase]
      let end = min(window.endDay, days)
      while chances.count < end { chances.append(0) }
      for day in max(0, window.firstDay)..<max(0, window.firstDay, end) {
        let chance = turning.rule.chance(onDay: day - window.firstDay)
        chances[day] = 1 - (1 - chances[day]) * (1 - chance)
      }
    }
  }
}

extension SpillOver {
  /// How likely a prescribed unit is asked for in public care on a day of the phase, 0 the first.
  func chance(onDay day: Int) -> Double {
    let dose = Double(doseShareBasisPoints) / 10_000
    let usedUp = min(1, (Double(day) + 0.5) / Double(homeStockDays))
    return Double(shareBasisPoints) / 10_000 * (dose + (1 - dose) * usedUp)
  }
}
