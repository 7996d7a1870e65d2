import Quantities
import Replications
import SupplyModel

/// What happened in one group in one replication under one policy: whole numbers only.
///
/// Units of different products are never added: the sums in units mean something only where the
/// group has one product. Across products, money, volume, counts and weighted shares are summed.
struct GroupSums: Sendable, BitwiseCopyable {
  /// Units, of one product or of several not yet told apart.
  var units = Tally()
  /// Discarded goods at purchase price. [öre]
  var discardedOre: Int64 = 0
  /// Volume of discarded goods. [ml]
  var discardedMillilitres: Int64 = 0
  /// Goods lost in phases at purchase price: destroyed, not kept cold, called back. [öre]
  var destroyedOre: Int64 = 0
  var spoiledOre: Int64 = 0
  var withdrawnOre: Int64 = 0
  /// Their volume. [ml]
  var lostMillilitres: Int64 = 0
  /// Received from suppliers at purchase price. [öre]
  var purchasedOre: Int64 = 0
  /// Value of stock, summed over days. [öre × days]
  var stockOreDays: Int64 = 0
  /// Volume of stock, summed over days. [ml × days]
  var stockMillilitreDays: Int64 = 0
  /// Cost of storage over the horizon, rounded for each product. [10⁻³ öre]
  var storageMilliOre: Int64 = 0
  /// Cost of giving substitutes, besides the goods. [öre]
  var substitutionOre: Int64 = 0
  /// Sum of the weights of the products with demand. [1]
  var weight: Int64 = 0
  /// Weighted sum of unmet shares. [10⁻¹²]
  var weightedUnmet: Int64 = 0
  /// Weighted sum of shares served. [10⁻¹²]
  var weightedServed: Int64 = 0
  /// Days on which something was received, over locations. [deliveries]
  var deliveries: Int64 = 0
  /// Highest end-of-day stock, where it is followed. [units]
  var peakUnits: Int64?
  /// Highest end-of-day value of stock, where it is followed. [öre]
  var peakOre: Int64?
  /// Highest end-of-day volume of stock, where it is followed. [ml]
  var peakMillilitres: Int64?

  /// How well the regions have been served, where equity is measured and something was asked for.
  var equity = RegionRange()

  /// (Holder, product) that must hold something. [1]
  var dutyPairs: Int64 = 0
  /// Days within the duty, over those pairs. [days]
  var dutyDaysWithin: Int64 = 0
  /// Days with the duty's cover, over those pairs. [days]
  var dutyDaysWithinByCover: Int64 = 0
  /// Products whose cover is measured. [1]
  var coverProducts: Int64 = 0
  /// Cover, summed over days and products. [10⁻⁶ days × days]
  var coverMicroDays: Int64 = 0

  /// All goods lost in phases, at purchase price. [öre]
  var lostOre: Int64 { destroyedOre + spoiledOre + withdrawnOre }

  /// What a share is counted in.
  static let shareParts: Int64 = 1_000_000_000_000

  init(horizonDays: Int) {
    units.firstStockoutDay = Int64(horizonDays)
  }

  /// Adds the sums of one product.
  ///
  /// - Parameter isOfOneProduct: whether the group has no other. Where it has, units mean nothing, and
  ///   only what is counted in days and order lines is added of them.
  @inline(__always)
  mutating func add(_ tally: Tally, _ factors: UnitFactors, isOfOneProduct: Bool) {
    if isOfOneProduct {
      units.add(tally)
    } else {
      units.stockoutDays += tally.stockoutDays
      units.firstStockoutDay = min(units.firstStockoutDay, tally.firstStockoutDay)
      units.orderLines += tally.orderLines
    }
    discardedOre += tally.discarded * factors.ore
    discardedMillilitres += tally.discarded * factors.millilitres
    let lost = tally.destroyed + tally.spoiled + tally.withdrawn
    if lost != 0 {
      destroyedOre += tally.destroyed * factors.ore
      spoiledOre += tally.spoiled * factors.ore
      withdrawnOre += tally.withdrawn * factors.ore
      lostMillilitres += lost * factors.millilitres
    }
    purchasedOre += tally.purchased * factors.ore
    substitutionOre += tally.substitutionOre
    stockOreDays += tally.stockUnitDays * factors.ore
    let volumeDays = tally.stockUnitDays * factors.millilitres
    stockMillilitreDays += volumeDays
    storageMilliOre += factors.storage(millilitreDays: volumeDays)
    if tally.demand > 0 {
      weight += factors.weight
      weightedUnmet += factors.weight * Self.share(tally.unmet, of: tally.demand)
      weightedServed += factors.weight * Self.share(tally.served, of: tally.demand)
    }
  }

  /// Adds what another core has found of other products, before deliveries are counted and regions
  /// compared.
  mutating func merge(_ other: GroupSums) {
    units.add(other.units)
    discardedOre += other.discardedOre
    discardedMillilitres += other.discardedMillilitres
    destroyedOre += other.destroyedOre
    spoiledOre += other.spoiledOre
    withdrawnOre += other.withdrawnOre
    lostMillilitres += other.lostMillilitres
    purchasedOre += other.purchasedOre
    stockOreDays += other.stockOreDays
    stockMillilitreDays += other.stockMillilitreDays
    storageMilliOre += other.storageMilliOre
    substitutionOre += other.substitutionOre
    weight += other.weight
    weightedUnmet += other.weightedUnmet
    weightedServed += other.weightedServed
    peakUnits = Self.highest(peakUnits, other.peakUnits)
    peakOre = Self.highest(peakOre, other.peakOre)
    peakMillilitres = Self.highest(peakMillilitres, other.peakMillilitres)
    dutyPairs += other.dutyPairs
    dutyDaysWithin += other.dutyDaysWithin
    dutyDaysWithinByCover += other.dutyDaysWithinByCover
    coverProducts += other.coverProducts
    coverMicroDays += other.coverMicroDays
  }

  private static func highest(_ one: Int64?, _ other: Int64?) -> Int64? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  /// A share in parts, rounded half up.
  @inline(__always)
  static func share(_ part: Int64, of whole: Int64) -> Int64 {
    if part == whole { return shareParts }
    return scaled(part, by: Int128(shareParts), dividedBy: Int128(whole))
  }

  /// A number × a factor ÷ a divisor, none of which is negative, rounded half up.
  ///
  /// Nearly always everything fits in 64 bits, where a division takes a fraction of the time.
  @inline(__always)
  static func scaled(_ number: Int64, by factor: Int128, dividedBy divisor: Int128) -> Int64 {
    if number == 0 || factor == 0 { return 0 }
    if number > 0, factor <= Int128(Int64.max / 2), divisor <= Int128(Int64.max / 2) {
      let whole = UInt64(truncatingIfNeeded: divisor)
      let (product, tooLarge) = UInt64(number).multipliedReportingOverflow(
        by: 2 * UInt64(truncatingIfNeeded: factor))
      let (dividend, overflow) = product.addingReportingOverflow(whole)
      if !tooLarge, !overflow { return Int64(truncatingIfNeeded: dividend / (2 * whole)) }
    }
    return rounded(Int128(number) * factor, dividedBy: divisor)
  }

  /// A quotient of numbers that are not negative, rounded half up.
  static func rounded(_ dividend: Int128, dividedBy divisor: Int128) -> Int64 {
    Int64((2 * dividend + divisor) / (2 * divisor))
  }
}

extension Tally {
  /// Adds what another location did with the same product.
  @inline(__always)
  mutating func add(_ other: Tally) {
    demand += other.demand
    demandDays += other.demandDays
    served += other.served
    servedAtOnce += other.servedAtOnce
    unmet += other.unmet
    waitingAtStart += other.waitingAtStart
    waiting += other.waiting
    waitingUnitDays += other.waitingUnitDays
    waitingDays += other.waitingDays
    stockoutDays += other.stockoutDays
    firstStockoutDay = min(firstStockoutDay, other.firstStockoutDay)
    discarded += other.discarded
    destroyed += other.destroyed
    spoiled += other.spoiled
    withdrawn += other.withdrawn
    servedBySubstitute += other.servedBySubstitute
    issuedAsSubstitute += other.issuedAsSubstitute
    substitutionOre += other.substitutionOre
    transshipped += other.transshipped
    fromNationalReserve += other.fromNationalReserve
    spilledOver += other.spilledOver
    purchased += other.purchased
    rejected += other.rejected
    returned += other.returned
    redistributed += other.redistributed
    orderLines += other.orderLines
    stockUnitDays += other.stockUnitDays
    emptyDays += other.emptyDays
    onOrderUnitDays += other.onOrderUnitDays
    owedUnitDays += other.owedUnitDays
    stockAtEnd += other.stockAtEnd
    onOrderAtEnd += other.onOrderAtEnd
    owedAtEnd += other.owedAtEnd
  }
}
