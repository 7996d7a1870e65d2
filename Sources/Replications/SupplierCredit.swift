/// What a supplier with limited capacity can still deliver of a product.
///
/// Every day adds what can be delivered in a day; what is not ordered is kept for a window of
/// days (at least one pack), then lost. In billionths of a unit, exact.
struct SupplierCredit: BitwiseCopyable {
  /// What can be delivered now. [10⁻⁹ units]
  private var available: Int64
  /// The last day that has been added; −1 before the first. [day since the start of the warm-up]
  private var lastDay: Int32 = -1

  /// A supplier that has not been asked for anything for a whole window.
  init(fullFor supplier: CompiledSupplier) {
    available = 0
    guard let perDay = supplier.capacityNanoUnitsPerDay else { return }
    available = max(perDay * supplier.windowDays, supplier.packNanoUnits)
  }

  /// Adds the days up to and including `day`.
  mutating func accrue(
    to day: Int, reportStart: Int, supplier: CompiledSupplier, perDay: Int64, scale: SupplyScale
  ) {
    while Int(lastDay) < day {
      lastDay += 1
      let basisPoints = scale.capacityBasisPoints(onDay: Int(lastDay) - reportStart)
      let today = Int64(Int128(perDay) * Int128(basisPoints) / 10_000)
      // Nothing can be delivered while supply is cut off, however much was kept before.
      let most = today > 0 ? max(today * supplier.windowDays, supplier.packNanoUnits) : 0
      available = min(available + today, most)
    }
  }

  /// Whole units that can be delivered now. [units]
  var wholeUnits: Int64 { available / 1_000_000_000 }

  /// Delivers some of them.
  mutating func spend(units: Int64) {
    available -= units * 1_000_000_000
  }
}
