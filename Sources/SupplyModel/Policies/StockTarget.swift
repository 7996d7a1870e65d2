public import Quantities

extension StockLevel {
  /// Whether it is no stock at all.
  public var isNothing: Bool {
    switch self {
    case .days(let days): days == 0
    case .units(let count), .packs(let count): count == 0
    }
  }

  /// The level in units of a product, rounded to packs as `rounding` says. [units]
  ///
  /// ⌈days × normal consumption⌉ is taken in exact arithmetic before packs are considered;
  /// `ticksPerDay` is the experiment's.
  public func units(
    of product: Product, normalConsumption: DailyRate, rounding: PackRounding, ticksPerDay: Int
  ) -> Int64 {
    let units: Int64
    switch self {
    case .days(let days):
      units = normalConsumption.unitsRoundedUp(overTicks: days, ticksPerDay: ticksPerDay)
    case .units(let count): units = count
    case .packs(let packs): units = packs * product.packSize
    }
    return rounding.rounded(units, packSize: product.packSize)
  }
}

extension PackRounding {
  /// A number of units as whole packs. [units]
  public func rounded(_ units: Int64, packSize: Int64) -> Int64 {
    let whole = units / packSize
    let rest = units % packSize
    guard rest > 0 else { return units }
    switch self {
    case .up: return (whole + 1) * packSize
    case .nearest: return (rest * 2 >= packSize ? whole + 1 : whole) * packSize
    case .downButAtLeastOne: return max(1, whole) * packSize
    case .none: return units
    }
  }
}
