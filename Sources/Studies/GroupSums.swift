import Quantities
import Replications
import SupplyModel

/// What happened in one group in one replication under one policy: whole numbers only.
///
/// Units of different products are never added: the sums in units mean something only where the
/// group has one product. Across products, money, volume, counts and weighted shares are summed.
struct GroupSums: Sendable {
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

  /// How well each region has been served, where equity is measured: by its place in
  /// `EquityLedger.regions`; empty before the first demand.
  var regions: [RegionShare] = []

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

  /// How many ticks make a day.
  private let ticksPerDay: Int

  init(horizonDays: Int, ticksPerDay: Int = 1) {
    self.ticksPerDay = ticksPerDay
    units.firstStockoutDay = Int64(horizonDays)
  }

  /// Adds the sums of one product.
  mutating func add(_ tally: Tally, of product: Product, costs: CostRates?) {
    units.add(tally)
    discardedOre += tally.discarded * product.unitPrice.ore
    discardedMillilitres += tally.discarded * product.unitVolumeMillilitres
    destroyedOre += tally.destroyed * product.unitPrice.ore
    spoiledOre += tally.spoiled * product.unitPrice.ore
    withdrawnOre += tally.withdrawn * product.unitPrice.ore
    lostMillilitres +=
      (tally.destroyed + tally.spoiled + tally.withdrawn) * product.unitVolumeMillilitres
    purchasedOre += tally.purchased * product.unitPrice.ore
    substitutionOre += tally.substitutionOre
    stockOreDays += tally.stockUnitDays * product.unitPrice.ore
    let volumeDays = tally.stockUnitDays * product.unitVolumeMillilitres
    stockMillilitreDays += volumeDays
    if let costs {
      let yearly = Int128(costs.storage(product.storageClass).ore) * 1000
      storageMilliOre += Self.rounded(
        Int128(volumeDays) * yearly,
        dividedBy: 365 * Int128(ticksPerDay) * Int128(costs.palletMillilitres))
    }
    if tally.demand > 0 {
      weight += product.weight
      weightedUnmet += product.weight * Self.share(tally.unmet, of: tally.demand)
      weightedServed += product.weight * Self.share(tally.served, of: tally.demand)
    }
  }

  /// A share in parts, rounded half up.
  static func share(_ part: Int64, of whole: Int64) -> Int64 {
    rounded(Int128(part) * Int128(shareParts), dividedBy: Int128(whole))
  }

  /// A quotient of numbers that are not negative, rounded half up.
  static func rounded(_ dividend: Int128, dividedBy divisor: Int128) -> Int64 {
    Int64((2 * dividend + divisor) / (2 * divisor))
  }
}

extension Tally {
  /// Adds what another location did with the same product.
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
