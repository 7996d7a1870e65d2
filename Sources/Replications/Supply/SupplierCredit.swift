/// What a supplier with limited capacity can still deliver of a product.
///
/// Every day adds what can be delivered in a day; what is not ordered is kept for a window of
/// days (at least one pack), then lost. In billionths of a unit, exact: where a tick is shorter than
/// a day, the ticks of a day add up to what the day adds.
struct SupplierCredit: BitwiseCopyable {
  /// What can be delivered now. [10⁻⁹ units]
  private var available: Int64
  /// The last day that has been added; −1 before the first. [day since the start of the warm-up]
  private var lastDay: Int32 = -1

  /// A supplier that has not been asked for anything for a whole window.
  init(fullFor supplier: CompiledSupplier) {
    available = 0
    guard let perDay = supplier.capacityNanoUnitsPerDay else { return }
    available = Self.most(perDay, supplier)
  }

  /// Adds the days up to and including `day`, on which shortages leave a part of the capacity, in
  /// ten-thousandths.
  mutating func accrue(
    to day: Int, reportStart: Int, supplier: CompiledSupplier, perDay: Int64, scale: SupplyScale,
    part: Int64 = 10_000
  ) {
    while Int(lastDay) < day {
      lastDay += 1
      let reportDay = Int(lastDay) - reportStart
      let basisPoints = scale.capacityBasisPoints(of: supplier.position, onDay: reportDay)
      let today = Int64(Int128(perDay) * Int128(basisPoints * part) / 100_000_000)
      // Nothing can be delivered while supply is cut off, however much was kept before.
      let most = today > 0 ? Self.most(today, supplier) : 0
      available = min(available + Self.share(of: today, onTick: reportDay, supplier), most)
    }
  }

  /// The most that is kept: a window's worth, at least one pack. [10⁻⁹ units]
  private static func most(_ perDay: Int64, _ supplier: CompiledSupplier) -> Int64 {
    let window =
      supplier.ticksPerDay == 1
      ? perDay * supplier.windowDays
      : Int64(Int128(perDay) * Int128(supplier.windowDays) / Int128(supplier.ticksPerDay))
    return max(window, supplier.packNanoUnits)
  }

  /// A tick's share of what a day adds: the difference of two shares rounded down, so that nothing
  /// is lost in a day. [10⁻⁹ units]
  private static func share(
    of perDay: Int64, onTick tick: Int, _ supplier: CompiledSupplier
  ) -> Int64 {
    let ticks = supplier.ticksPerDay
    guard ticks > 1 else { return perDay }
    let rest = Int64(tick) % ticks
    let place = Int128(rest < 0 ? rest + ticks : rest)
    let before = Int128(perDay) * place / Int128(ticks)
    return Int64(Int128(perDay) * (place + 1) / Int128(ticks) - before)
  }

  /// Whole units that can be delivered now. [units]
  var wholeUnits: Int64 { available / 1_000_000_000 }

  /// Delivers some of them.
  mutating func spend(units: Int64) {
    available -= units * 1_000_000_000
  }
}
