import Quantities
import RandomStreams
import SupplyModel

/// What the timeline multiplies the demand for a product by at most, and at least where it leaves
/// any, roughly but never too little or too much.
///
/// Where phases are drawn, any that can overlap are taken to do so.
struct DemandExtremes {
  private let timeline: [Phase]
  private let product: Product
  private let position: Position<Product>
  private let content: SupplyModel.Content
  /// What holds where no phase acts on part of the scenario only.
  private let everywhere: (most: Double, least: Double)?

  init(of position: Position<Product>, in content: SupplyModel.Content) {
    timeline = content.timeline
    product = content.products[position]
    self.position = position
    self.content = content
    let demandClass = product.demandClass.index
    let isLocal = timeline.contains { !$0.demandEffects.isEmpty || !$0.postponements.isEmpty }
    everywhere =
      isLocal
      ? nil
      : (
        timeline.peak { $0.demandMultipliers[demandClass] },
        timeline.trough { Self.least($0.demandMultipliers[demandClass], in: $0) }
      )
  }

  /// What holds at a care unit.
  func multipliers(at location: Position<Location>) -> (most: Double, least: Double) {
    if let everywhere { return everywhere }
    let place = content.locations[location]
    func meets(_ products: ProductSelection, _ locations: LocationSelection) -> Bool {
      products.selects(product, at: position)
        && locations.selects(place, at: location, for: product.category)
    }
    let factors = timeline.map { phase -> [Double] in
      let effects = phase.demandEffects.filter { meets($0.products, $0.locations) }
      let postponed = phase.postponements.filter { meets($0.products, $0.locations) }
      return [phase.demandMultipliers[product.demandClass.index]] + effects.map(\.multiplier)
        + postponed.map { 1 - Double($0.shareBasisPoints) / 10_000 }
    }
    let most = timeline.peak(by: factors) { factors, _ in factors.reduce(1) { $0 * max(1, $1) } }
    let least = timeline.trough(by: factors) { factors, phase in
      factors.reduce(1) { $0 * min(1, Self.least($1, in: phase)) }
    }
    // What was put off comes back on top, and nothing multiplies it anew.
    var returns = 0.0
    var leastReturn = 1.0
    for phase in timeline {
      for postponed in phase.postponements
      where meets(postponed.products, postponed.locations) && postponed.returnsBasisPoints > 0 {
        let share = Double(postponed.shareBasisPoints) * Double(postponed.returnsBasisPoints) / 1e8
        let perDay = share / Double(postponed.returnDays)
        returns += perDay * phase.longestDays
        leastReturn = min(leastReturn, perDay * Self.leastStrength(phase))
      }
    }
    return (most * (1 + returns), least * leastReturn)
  }

  /// The smallest multiplier above 0 that a phase's multiplier, ramps included, brings.
  ///
  /// A ramp towards 0 passes through small multipliers: its last day has half a day's share.
  private static func least(_ multiplier: Double, in phase: Phase) -> Double {
    multiplier > 0 ? multiplier : leastStrength(phase)
  }

  private static func leastStrength(_ phase: Phase) -> Double {
    0.5 / Double(max(1, phase.rampUpDays, phase.rampDownDays))
  }
}

extension Phase {
  /// How long it can last. [days]
  fileprivate var longestDays: Double {
    min(Double(lengthDays), (timing?.length.upperBound ?? .infinity) + 1)
  }
}

extension [Phase] {
  /// The largest product of the multipliers of phases that overlap, at least 1.
  func peak(_ multiplier: (Phase) -> Double) -> Double {
    peak(by: map(multiplier)) { multiplier, _ in Swift.max(1, multiplier) }
  }

  /// The smallest product of the multipliers of phases that overlap, at most 1.
  func trough(_ multiplier: (Phase) -> Double) -> Double {
    trough(by: map(multiplier)) { multiplier, _ in Swift.min(1, multiplier) }
  }

  /// The largest product of what phases that overlap bring, each at least 1; one value for each.
  fileprivate func peak<Value>(by values: [Value], _ factor: (Value, Phase) -> Double) -> Double {
    products(of: values, factor).max() ?? 1
  }

  /// The smallest product of what phases that overlap bring, each at most 1; one value for each.
  fileprivate func trough<Value>(by values: [Value], _ factor: (Value, Phase) -> Double) -> Double {
    products(of: values, factor).min() ?? 1
  }

  /// The products at the first day of each phase, where the most phases overlap.
  private func products<Value>(
    of values: [Value], _ factor: (Value, Phase) -> Double
  ) -> [Double] {
    let factors = zip(values, self).map { factor($0, $1) }
    return map { phase in
      indices.reduce(1) { product, index in
        self[index].firstDay <= phase.firstDay && phase.firstDay < self[index].endDay
          ? product * factors[index] : product
      }
    }
  }
}

extension Consumption {
  /// What patients with prescriptions use, as if it were consumption; `nil` if they use none.
  ///
  /// They ask for unit by unit, whatever the profile of the care unit and the timeline say.
  var asPrescribed: Consumption? {
    guard prescribed > .zero else { return nil }
    return Consumption(
      location: location, product: product, normal: prescribed, family: .poisson)
  }
}
