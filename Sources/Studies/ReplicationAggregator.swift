import Quantities
import Replications
import SupplyModel

/// Turns one replication into the value of every measure for every group and policy.
struct ReplicationAggregator: ~Copyable {
  let study: Study
  private let grouping: Grouping
  let context: MeasureContext
  var worker: ReplicationWorker
  /// By policy, then group.
  var sums: [[GroupSums]] = []
  /// The current product's sums by group.
  private var tallies: [Tally]
  /// By policy: value and volume of stock by tier and day, over products. [öre], [ml]
  private var value: [[Int64]] = []
  private var volume: [[Int64]] = []
  private var unitsByDay: [Int64] = []
  /// What `DutyLedger` speaks of, of the replication that was run last; `Study.absent` where there
  /// is none.
  var dutyValues: [Int64] = []

  init(_ study: Study) {
    self.study = study
    grouping = study.grouping
    context = study.context
    worker = ReplicationWorker(study.compiled)
    tallies = Array(repeating: Tally(), count: grouping.groups.count)
  }

  /// Runs a replication.
  ///
  /// - Returns: by policy, group and measure, in that order, the value in parts; `Study.absent`
  ///   where there is none.
  mutating func values(ofReplication replication: Int) throws(BrokenBalance) -> [Int64] {
    let compiled = study.compiled
    let horizon = context.horizonDays
    let tierCount = compiled.model.content.tiers.count
    let policies = compiled.policies.indices
    sums = policies.map { _ in
      grouping.groups.map { _ in
        GroupSums(horizonDays: horizon, ticksPerDay: context.ticksPerDay)
      }
    }
    value = policies.map { _ in Array(repeating: 0, count: tierCount * horizon) }
    volume = value
    var deliveries = DeliveryBook(
      policies: policies.count,
      days: compiled.model.content.locations.count * compiled.deliveryDays)
    dutyValues = Array(
      repeating: Study.absent, count: study.dutyLedger.width * policies.count)
    for (job, products) in compiled.jobs.enumerated() {
      worker.begin(job: job, replication: replication)
      for policy in policies {
        worker.forgetDeliveries()
        try worker.simulate(policy: policy)
        for product in products {
          worker.read(product: product)
          deliveries.add(policy, worker)
          add(product: product, policy: policy)
        }
      }
    }
    for policy in policies { finish(policy, deliveries) }
    return collect()
  }

  private mutating func add(product index: Int, policy: Int) {
    let compiled = study.compiled.products[index]
    let content = study.compiled.model.content
    let product = content.products[compiled.position]
    var fresh = Tally()
    fresh.firstStockoutDay = Int64(context.horizonDays)

    var touched: Set<Int> = []
    let groupsOfLocation = grouping.groupsOfLocationByCategory[product.category.ordinal]
    for (node, location) in compiled.locations.enumerated() {
      let tally = worker.tally(node)
      for group in groupsOfLocation[location.index] {
        if touched.insert(group).inserted { tallies[group] = fresh }
        tallies[group].add(tally)
      }
    }
    for group in touched {
      sums[policy][group].add(tallies[group], of: product, costs: context.costs)
    }
    for group in grouping.groupsOfProduct[compiled.position.index] {
      sums[policy][group].add(tallies[grouping.all], of: product, costs: context.costs)
    }
    followEquity(
      of: product, at: compiled.position, policy: policy, tallies, touched: touched)
    followStock(of: product, at: compiled.position, policy: policy)
    followDuty(product: index, policy: policy)
  }

  /// Adds a product's stock to its tiers' value and volume day by day, and notes its own peak.
  private mutating func followStock(
    of product: Product, at position: Position<Product>, policy: Int
  ) {
    let horizon = context.horizonDays
    let tiers = study.compiled.model.content.tiers.positions
    unitsByDay = Array(repeating: 0, count: horizon)
    for tier in tiers {
      let first = tier.index * horizon
      var peak: Int64 = 0
      worker.forEachDay(tier: tier) { day, stock in
        unitsByDay[day] += stock
        peak = max(peak, stock)
        value[policy][first + day] += stock * product.unitPrice.ore
        volume[policy][first + day] += stock * product.unitVolumeMillilitres
      }
      let group = grouping.groupOfTier[tier.index]
      sums[policy][group].peakUnits = max(sums[policy][group].peakUnits ?? 0, peak)
    }
    let peak = unitsByDay.max() ?? 0
    sums[policy][grouping.all].peakUnits = max(sums[policy][grouping.all].peakUnits ?? 0, peak)
    for group in grouping.groupsOfProduct[position.index]
    where grouping.groups[group].level == .product {
      sums[policy][group].peakUnits = peak
      sums[policy][group].peakOre = peak * product.unitPrice.ore
      sums[policy][group].peakMillilitres = peak * product.unitVolumeMillilitres
    }
  }

  /// What is known only when all products have been run: shared deliveries and peaks.
  private mutating func finish(_ policy: Int, _ deliveries: DeliveryBook) {
    let horizon = context.horizonDays
    let content = study.compiled.model.content
    for location in content.locations.indices {
      let days = study.compiled.deliveryDays
      let count = deliveries.count(policy, from: location * days, days: days)
      for group in grouping.groupsOfLocation[location] {
        sums[policy][group].deliveries += count
      }
    }
    var allValue = [Int64](repeating: 0, count: horizon)
    var allVolume = allValue
    for tier in content.tiers.indices {
      let days = tier * horizon..<(tier + 1) * horizon
      for day in 0..<horizon {
        allValue[day] += value[policy][days.lowerBound + day]
        allVolume[day] += volume[policy][days.lowerBound + day]
      }
      let group = grouping.groupOfTier[tier]
      sums[policy][group].peakOre = value[policy][days].max()
      sums[policy][group].peakMillilitres = volume[policy][days].max()
    }
    sums[policy][grouping.all].peakOre = allValue.max()
    sums[policy][grouping.all].peakMillilitres = allVolume.max()
  }

  private func collect() -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(study.valueCount)
    for policy in sums.indices {
      for cell in study.cells {
        values.append(
          Measure.all[cell.measure].value(sums[policy][cell.group], context) ?? Study.absent)
      }
    }
    return values
  }
}
