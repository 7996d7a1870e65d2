import Replications
import SupplyModel

/// What the jobs of one replication that one core has run have given so far: whole numbers that can be
/// added up in any order.
struct ReplicationPart: Sendable {
  /// By policy, then group.
  var sums: [GroupSums]
  /// What `DutyLedger` speaks of; `Study.absent` where there is none.
  var dutyValues: [Int64]
  /// By policy, group and region of `EquityLedger`.
  var regionShares: [RegionShare]
  var stock: StockHistory
  /// What is followed over time, as `Chronicle` lays it out.
  var timeline: [Int64]
  /// By policy, point of `TimelinePoints` and product with consumption: how long its stock lasts.
  /// [10⁻³ days]
  var covers: [Int64]
  var deliveries: DeliveryBook
  private let nothing: GroupSums
  /// The groups of which the highest stock is followed: by policy, everything and each tier.
  private let peakPlaces: [Int]

  init(_ study: Study) {
    let policies = study.compiled.policies.indices
    let groups = study.grouping.groups.count
    nothing = GroupSums(horizonDays: study.context.horizonDays)
    sums = Array(repeating: nothing, count: policies.count * groups)
    dutyValues = Array(repeating: Study.absent, count: study.dutyLedger.width * policies.count)
    regionShares = Array(
      repeating: RegionShare(), count: study.equityLedger.width * policies.count)
    stock = StockHistory(study)
    timeline = Array(repeating: 0, count: study.chronicle.width)
    covers = Array(repeating: 0, count: study.chronicle.coverCount)
    deliveries = DeliveryBook(
      policies: policies.count,
      days: study.compiled.model.content.locations.count * study.compiled.deliveryDays)
    peakPlaces = policies.flatMap { policy in
      ([study.grouping.all] + study.grouping.groupOfTier).map { policy * groups + $0 }
    }
  }

  /// Begins a replication; keeps the memory.
  mutating func reset() {
    for place in sums.indices { sums[place] = nothing }
    for place in peakPlaces { sums[place].peakUnits = 0 }
    for place in dutyValues.indices { dutyValues[place] = Study.absent }
    for place in regionShares.indices { regionShares[place] = RegionShare() }
    stock.reset()
    for place in timeline.indices { timeline[place] = 0 }
    for place in covers.indices { covers[place] = 0 }
    deliveries.reset()
  }

  /// Adds what another core has found of other jobs of the same replication.
  mutating func merge(_ other: ReplicationPart) {
    for place in sums.indices { sums[place].merge(other.sums[place]) }
    for place in dutyValues.indices where other.dutyValues[place] != Study.absent {
      dutyValues[place] = other.dutyValues[place]
    }
    for place in regionShares.indices { regionShares[place].merge(other.regionShares[place]) }
    stock.merge(other.stock)
    for place in timeline.indices { timeline[place] += other.timeline[place] }
    for place in covers.indices { covers[place] += other.covers[place] }
    deliveries.merge(other.deliveries)
  }
}
