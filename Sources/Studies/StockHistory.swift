import Replications
import SupplyModel

/// What is in stock on each day of a replication: one product's units, and over products what they
/// are worth and what room they take.
struct StockHistory: Sendable {
  private let horizonDays: Int
  private let tierCount: Int
  /// By policy, tier and day. [öre], [ml]; empty where one product is simulated, whose units say it.
  private var value: [Int64] = []
  private var volume: [Int64] = []
  /// The current product: in one tier, and in all. [units]
  private var inTier: [Int64]
  private var inAll: [Int64]

  init(_ study: Study) {
    horizonDays = study.context.horizonDays
    tierCount = study.compiled.model.content.tiers.count
    inTier = Array(repeating: 0, count: horizonDays)
    inAll = inTier
    if study.compiled.products.count > 1 {
      value = Array(
        repeating: 0, count: study.compiled.policies.count * tierCount * horizonDays)
      volume = value
    }
  }

  /// Whether value and volume are followed over products.
  var isOfManyProducts: Bool { !value.isEmpty }

  /// Begins a replication.
  mutating func reset() {
    for place in value.indices { value[place] = 0 }
    for place in volume.indices { volume[place] = 0 }
  }

  /// Begins a product.
  mutating func beginProduct() {
    for day in inAll.indices { inAll[day] = 0 }
  }

  /// Adds what the product has in one tier.
  ///
  /// - Returns: the highest stock there at the end of a day. [units]
  mutating func add(
    tier: Int, policy: Int, _ factors: UnitFactors, _ worker: borrowing ReplicationWorker
  ) -> Int64 {
    worker.readStock(tier: Position(tier), into: &inTier)
    var peak: Int64 = 0
    for (day, units) in inTier.enumerated() {
      peak = max(peak, units)
      inAll[day] += units
    }
    if isOfManyProducts {
      let first = (policy * tierCount + tier) * horizonDays
      for (day, units) in inTier.enumerated() where units != 0 {
        value[first + day] += units * factors.ore
        volume[first + day] += units * factors.millilitres
      }
    }
    return peak
  }

  /// The highest stock of the product in all tiers at the end of a day. [units]
  var peakUnits: Int64 { inAll.max() ?? 0 }

  /// The current product's stock in all tiers at the end of a day. [units]
  func units(on day: Int) -> Int64 { inAll[day] }

  /// Adds the current product's stock in all tiers on some days to what is followed over time.
  func add(
    to timeline: inout [Int64], from first: Int, _ ticks: [Int], factor: Int64
  ) {
    for (point, tick) in ticks.enumerated() { timeline[first + point] += inAll[tick] * factor }
  }

  /// The highest value and volume in a tier under a policy at the end of a day. [öre], [ml]
  func peaks(policy: Int, tier: Int) -> (ore: Int64, millilitres: Int64) {
    let first = (policy * tierCount + tier) * horizonDays
    let days = first..<first + horizonDays
    return (value[days].max() ?? 0, volume[days].max() ?? 0)
  }

  /// The same in all tiers.
  func peaks(policy: Int) -> (ore: Int64, millilitres: Int64) {
    var (ore, millilitres): (Int64, Int64) = (0, 0)
    for day in 0..<horizonDays {
      var (dayOre, dayMillilitres): (Int64, Int64) = (0, 0)
      for tier in 0..<tierCount {
        let place = (policy * tierCount + tier) * horizonDays + day
        dayOre += value[place]
        dayMillilitres += volume[place]
      }
      ore = max(ore, dayOre)
      millilitres = max(millilitres, dayMillilitres)
    }
    return (ore, millilitres)
  }

  /// Adds what another core has followed in the same replication.
  mutating func merge(_ other: StockHistory) {
    for place in value.indices { value[place] += other.value[place] }
    for place in volume.indices { volume[place] += other.volume[place] }
  }
}
