import Quantities
import RandomStreams
import Replications
import SupplyModel

/// A valid model of one store with care units below it, made of a few numbers.
///
/// Demand can be made certain: on a peak day it is so large that it empties a care unit, on all
/// other days there is none.
struct SmallModel: Sendable {
  /// A care unit.
  struct Unit: Sendable {
    var id: String
    var level: StockLevel
    /// Normal consumption, in billionths of a unit per day; 1 is as good as no demand.
    var nanoRate: Int64 = 2_000_000_000
    var family: DemandFamily = .poisson
    var actualFactor = 1.0
    var profile: DemandProfile?
    var rank = 0
    var leadTimeDays = 1
    /// Drawn for each shipment instead, if stated. [days]
    var drawnLeadTime: Distribution?
    var carePriority = 1
    var authority = 0
    /// What patients with prescriptions use in its area, in billionths of a unit per day.
    var nanoPrescribed: Int64 = 0
  }

  var units: [Unit]
  /// What the store aims at; `nil` lets the care units order from the supplier themselves.
  var store: StockLevel?
  var productIDs = ["product"]
  var packSize: Int64 = 1
  var shelfLifeDays = 1_000
  var storageClass = StorageClass.room
  var shortfall = Shortfall.lost
  var startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
  var tick = Tick.day
  var horizonDays = 14
  var start = StartRule.given(remainingLife: .days(.constant(1_000)))
  var seed: UInt64 = 1
  var leadTime = Distribution.constant(3)
  var remainingLife = RemainingLife.days(.constant(1_000))
  var capacity: Supplier.Capacity?
  var shortages: [ShortageProcess] = []
  var timeline: [Phase] = []
  var position = PositionRule.onHand
  var orderIn = OrderUnit.units
  var reviewEveryDays = 1
  /// What the policy states besides, of the care units and of the store.
  var unitSettings = PolicyRule()
  var storeSettings = PolicyRule()
  var allocation = AllocationRule.firstCome
  /// By care unit: when it orders, if not as the others.
  var ownReview: [Int: ReviewRule] = [:]
  var authorityIDs = ["region"]

  static func rate(_ unitsPerDay: Double) -> Int64 { Int64((unitsPerDay * 1e9).rounded()) }

  static func phase(
    _ first: Int, _ end: Int, demand: Double = 1, supply: Int64 = 10_000, leadTime: Double = 1
  ) -> Phase {
    Phase(
      name: "phase", firstDay: first, lengthDays: end - first, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [demand], supplyBasisPoints: supply, leadTimeMultiplier: leadTime)
  }

  /// A phase of a name of its own that does nothing yet.
  static func phase(named name: String, _ first: Int, _ end: Int) -> Phase {
    var phase = Self.phase(first, end)
    phase.name = name
    return phase
  }

  /// A phase that is drawn, within the horizon of the model.
  static func phase(named name: String, _ timing: PhaseTiming, horizon: Int = 200) -> Phase {
    var phase = Self.phase(named: name, 0, horizon)
    phase.timing = timing
    return phase
  }

  /// Demand on these days only: a thousand times the usual.
  mutating func peak(on days: Int...) {
    var next = 0
    for day in days {
      if day > next { timeline.append(Self.phase(next, day, demand: 0)) }
      timeline.append(Self.phase(day, day + 1, demand: 1_000))
      next = day + 1
    }
    if next < horizonDays { timeline.append(Self.phase(next, horizonDays, demand: 0)) }
  }

  var content: SupplyModel.Content {
    let supplied = Array(
      repeating: Location.Source?.some(.supplier(Position(0))), count: Category.allCases.count)
    var locations: [Location] = []
    var rules: [PolicyRule] = []
    for (index, unit) in units.enumerated() {
      let source: Location.Source =
        store == nil
        ? .supplier(Position(0))
        : .location(
          Position(units.count),
          leadTime: unit.drawnLeadTime.map { .drawn($0) } ?? .days(unit.leadTimeDays))
      locations.append(
        Location(
          id: unit.id, name: unit.id, tier: Position(0), authority: Position(unit.authority),
          rank: unit.rank, carePriority: unit.carePriority, sources: supplied.map { _ in source }))
      var rule = PolicyRule(locations: .init(locations: [Position(index)]))
      rule.operating = unit.level
      rule.review = ownReview[index] ?? .every(days: reviewEveryDays)
      rules.append(rule)
    }
    if let store {
      locations.append(
        Location(
          id: "store", name: "store", tier: Position(1), authority: Position(0), rank: 0,
          sources: supplied))
      var rule = PolicyRule(locations: .init(locations: [Position(units.count)]))
      rule.operating = store
      rules.append(rule)
    }
    var common = PolicyRule()
    common.position = position
    common.orderIn = orderIn
    common.rounding = PackRounding.none
    var unitRule = unitSettings
    unitRule.locations = .init(tiers: [Position(0)])
    var storeRule = storeSettings
    storeRule.locations = .init(tiers: [Position(1)])
    return SupplyModel.Content(
      title: "small",
      experiment: Experiment(
        startDate: startDate, tick: tick, horizonDays: horizonDays, start: start, replications: 1,
        seed: seed, baseline: Position(0)),
      products: productIDs.map {
        Product(
          id: $0, name: $0, category: .medicine, demandClass: Position(0), mover: nil,
          unitPrice: Money(ore: 100), packSize: packSize, shelfLifeDays: shelfLifeDays,
          unitVolumeMillilitres: 1, storageClass: storageClass, weight: 1, shortfall: shortfall)
      },
      demandClasses: [DemandClass(id: "class", name: "class")],
      tiers: [Tier(id: Tier.careUnit), Tier(id: "centralStore")],
      regions: [Region(id: "region", name: "region", population: nil)],
      authorities: authorityIDs.map {
        Authority(id: $0, name: $0, kind: .region, region: Position(0))
      },
      locations: locations,
      suppliers: [
        Supplier(
          id: "supplier", leadTime: leadTime, remainingLife: remainingLife, capacity: capacity)
      ],
      consumption: productIDs.indices.flatMap { product in
        units.indices.map { unit in
          var consumption = Consumption(
            location: Position(unit), product: Position(product),
            normal: DailyRate(nanoUnits: units[unit].nanoRate), family: units[unit].family,
            actualFactor: units[unit].actualFactor,
            profile: units[unit].profile.flatMap(profiles.firstIndex).map { Position($0) })
          consumption.prescribed = DailyRate(nanoUnits: units[unit].nanoPrescribed)
          return consumption
        }
      },
      shortages: shortages, timeline: timeline,
      policies: [
        Policy(
          name: "policy", rules: rules + [common, unitRule, storeRule], allocation: allocation)
      ],
      costs: nil, assumptions: [], demandProfiles: profiles)
  }

  /// No demand at all.
  mutating func silence() { timeline = [Self.phase(0, horizonDays, demand: 0)] }

  /// The profiles that care units follow.
  private var profiles: [DemandProfile] { units.compactMap(\.profile) }

  func compiled() throws -> CompiledModel { CompiledModel(try SupplyModel(content)) }

  /// Runs one replication of the first product under the first policy.
  func replay(replication: Int = 0) throws -> Replay {
    let compiled = try compiled()
    var worker = ReplicationWorker(compiled)
    return try Replay(&worker, of: compiled, replication: replication)
  }
}

/// What can be seen of one replication of one product.
struct Replay: Equatable {
  /// End-of-day stock of all care units. [units]
  var unitStock: [Int64] = []
  /// End-of-day stock of the store. [units]
  var storeStock: [Int64] = []
  /// By location in the order of the model: its sums.
  var tallies: [Tally]
  /// By location in the order of the model: days with a receipt.
  var deliveryDays: [[Int]]
  /// By location in the order of the model, then period of the timeline: its sums; none unless asked for.
  var periods: [[PeriodTally]]

  init(
    _ worker: inout ReplicationWorker, of compiled: CompiledModel, product: Int = 0,
    policy: Int = 0, replication: Int = 0, followsPeriods: Bool = false
  ) throws {
    worker.forgetDeliveries()
    worker.isFollowingPeriods = followsPeriods
    worker.begin(product: product, replication: replication)
    try worker.simulate(policy: policy)
    let count = compiled.model.content.locations.count
    tallies = Array(repeating: Tally(), count: count)
    for (node, location) in compiled.products[product].locations.enumerated() {
      tallies[location.index] = worker.tally(node)
    }
    periods = Array(repeating: [], count: count)
    let phases = compiled.model.content.timeline.count
    if followsPeriods {
      for (node, location) in compiled.products[product].locations.enumerated() {
        periods[location.index] = (0..<PeriodCalendar.count(phases: phases)).map {
          worker.tally(node, inPeriod: $0)
        }
      }
    }
    let horizon = compiled.deliveryDays
    deliveryDays = (0..<count).map { location in
      (0..<horizon).filter { day in
        let bit = location * horizon + day
        return worker.deliveryWord(bit >> 6) >> UInt64(bit & 63) & 1 == 1
      }
    }
    var stock: [[Int64]] = [[], []]
    for tier in compiled.model.content.tiers.positions {
      worker.forEachDay(tier: tier) { _, units in stock[tier.index].append(units) }
    }
    (unitStock, storeStock) = (stock[0], stock[1])
  }

  /// All locations together.
  var total: Tally {
    var sum = Tally()
    sum.firstStockoutDay = .max
    for tally in tallies {
      sum.demand += tally.demand
      sum.served += tally.served
      sum.unmet += tally.unmet
      sum.servedAtOnce += tally.servedAtOnce
      sum.waitingAtStart += tally.waitingAtStart
      sum.waiting += tally.waiting
      sum.waitingUnitDays += tally.waitingUnitDays
      sum.stockoutDays += tally.stockoutDays
      sum.firstStockoutDay = min(sum.firstStockoutDay, tally.firstStockoutDay)
      sum.discarded += tally.discarded
      sum.purchased += tally.purchased
      sum.rejected += tally.rejected
      sum.returned += tally.returned
      sum.orderLines += tally.orderLines
      sum.stockUnitDays += tally.stockUnitDays
      sum.demandDays += tally.demandDays
      sum.emptyDays += tally.emptyDays
      sum.waitingDays += tally.waitingDays
      sum.stockAtEnd += tally.stockAtEnd
      sum.onOrderAtEnd += tally.onOrderAtEnd
      sum.owedAtEnd += tally.owedAtEnd
    }
    return sum
  }
}

/// A history of stock written as runs: `[(10, 5), (0, 2)]` is five days of 10 and two of 0.
func days(_ runs: (stock: Int64, count: Int)...) -> [Int64] {
  runs.flatMap { Array(repeating: $0.stock, count: $0.count) }
}
