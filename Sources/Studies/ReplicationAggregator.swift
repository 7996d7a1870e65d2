import Quantities
import Replications
import SupplyModel

/// Turns one replication into the value of every measure for every group and policy.
///
/// Everything is kept from replication to replication, so that none allocates memory once the first
/// ones have been run.
struct ReplicationAggregator: ~Copyable {
  let study: Study
  let tables: GroupTables
  let context: MeasureContext
  var worker: ReplicationWorker
  /// The replication that is being run.
  var part: ReplicationPart
  /// The value of every measure of the replication that was run last, by policy and cell, in parts;
  /// `Study.absent` where there is none.
  private(set) var values: [Int64]
  /// By policy, group and region of `EquityLedger`: the fill rates of the replication that was run
  /// last, `Study.absent` where nothing was asked for. [10⁻¹²]
  var regionFillRates: [Int64]
  /// The current product's sums, begun once for it under each policy.
  var tallies: GroupTallies
  /// By measure. In structures, since functions that are elements themselves are called through
  /// another one.
  private let evaluations: [Evaluation]

  private struct Evaluation: Sendable {
    let value: @Sendable (GroupSums, MeasureContext) -> Int64?
  }

  init(_ study: Study) {
    self.study = study
    tables = GroupTables(study)
    context = study.context
    worker = ReplicationWorker(study.compiled)
    worker.isFollowingPeriods = study.chronicle.followsPeriods
    part = ReplicationPart(study)
    values = Array(repeating: Study.absent, count: study.valueCount)
    regionFillRates = Array(repeating: Study.absent, count: part.regionShares.count)
    tallies = GroupTallies(tables, horizonDays: context.horizonDays)
    evaluations = Measure.all.map { Evaluation(value: $0.value) }
  }

  /// Where a group's sums under a policy stand in a part.
  func place(_ policy: Int, _ group: Int) -> Int { policy * study.grouping.groups.count + group }

  /// Runs a replication; leaves its values.
  ///
  /// - Parameters:
  ///   - isStopped: asked before each job; a replication that is stopped leaves nothing.
  ///   - progress: called after each job with its size, see `Study.jobSizes`.
  /// - Returns: whether it was run to its end.
  @discardableResult
  mutating func run(
    replication: Int, isStopped: () -> Bool = { false }, progress: (Int) -> Void = { _ in }
  ) throws(BrokenBalance) -> Bool {
    part.reset()
    for job in study.compiled.jobs.indices {
      guard !isStopped() else { return false }
      try run(job: job, ofReplication: replication)
      progress(study.jobSizes[job])
    }
    finish()
    return true
  }

  /// Runs one job of a replication under every policy.
  mutating func run(job: Int, ofReplication replication: Int) throws(BrokenBalance) {
    worker.begin(job: job, replication: replication)
    if job == 0 { noteWindows() }
    for product in study.compiled.jobs[job] {
      worker.read(product: product)
      noteShortages()
    }
    for policy in study.compiled.policies.indices {
      try worker.simulate(policy: policy)
      for product in study.compiled.jobs[job] {
        worker.read(product: product)
        part.deliveries.move(policy, from: &worker)
        add(product: product, policy: policy)
      }
    }
  }

  private mutating func add(product index: Int, policy: Int) {
    let factors = tables.factors[index]
    let firstLocation = place(policy, tables.firstLocation)
    let isOfOneProduct = tables.isOfOneProduct[tables.firstLocation]
    tallies.begin(category: tables.categories[index], tables)
    for (node, location) in study.compiled.products[index].locations.enumerated() {
      let tally = worker.tally(node)
      part.sums[firstLocation + location.index].add(
        tally, factors, isOfOneProduct: isOfOneProduct)
      tallies.add(tally, ofLocation: location.index, tables)
    }
    tallies.addUp(tables)
    for group in tallies.groups {
      part.sums[place(policy, Int(group))].add(
        tallies[Int(group)], factors, isOfOneProduct: tables.isOfOneProduct[Int(group)])
    }
    for group in tables.groupsOfProduct[index] {
      part.sums[place(policy, Int(group))].add(
        tallies[study.grouping.all], factors,
        isOfOneProduct: tables.isOfOneProduct[Int(group)])
    }
    followEquity(product: index, policy: policy)
    followDiscards(product: index, policy: policy)
    followPeriods(product: index, policy: policy)
    followStock(product: index, policy: policy)
    followDuty(product: index, policy: policy)
  }

  /// Adds a product's stock to its tiers' value and volume day by day, and notes its own peak.
  private mutating func followStock(product index: Int, policy: Int) {
    let factors = tables.factors[index]
    part.stock.beginProduct()
    for tier in tables.tiersOfProduct[index] {
      let peak = part.stock.add(tier: Int(tier), policy: policy, factors, worker)
      let group = place(policy, study.grouping.groupOfTier[Int(tier)])
      part.sums[group].peakUnits = max(part.sums[group].peakUnits ?? 0, peak)
    }
    let ticks = study.timelinePoints.ticks
    part.stock.add(
      to: &part.timeline, from: policy * ticks.count, ticks,
      factor: part.stock.isOfManyProducts ? factors.ore : 1)
    followCover(product: index, policy: policy)
    let peak = part.stock.peakUnits
    let all = place(policy, study.grouping.all)
    part.sums[all].peakUnits = max(part.sums[all].peakUnits ?? 0, peak)
    let own = place(policy, tables.groupOfProduct[index])
    part.sums[own].peakUnits = peak
    part.sums[own].peakOre = peak * factors.ore
    part.sums[own].peakMillilitres = peak * factors.millilitres
  }

  /// What is known only when all products have been run: shared deliveries, peaks and equity; then
  /// the values of all measures.
  mutating func finish() {
    for policy in study.compiled.policies.indices {
      countDeliveries(policy)
      notePeaks(policy)
      compareRegions(policy)
      rankCover(policy)
    }
    collect()
  }

  private mutating func countDeliveries(_ policy: Int) {
    let days = study.compiled.deliveryDays
    for (location, groups) in study.grouping.groupsOfLocation.enumerated() {
      let count = part.deliveries.count(policy, from: location * days, days: days)
      for group in groups { part.sums[place(policy, group)].deliveries += count }
    }
  }

  private mutating func notePeaks(_ policy: Int) {
    func note(_ group: Int, _ peaks: (ore: Int64, millilitres: Int64)?) {
      let place = place(policy, group)
      // Of one product, what is worth most is what is most.
      let units = part.sums[place].peakUnits ?? 0
      part.sums[place].peakOre = peaks?.ore ?? units * tables.factors[0].ore
      part.sums[place].peakMillilitres =
        peaks?.millilitres ?? units * tables.factors[0].millilitres
    }
    for (tier, group) in study.grouping.groupOfTier.enumerated() {
      note(group, part.stock.isOfManyProducts ? part.stock.peaks(policy: policy, tier: tier) : nil)
    }
    note(study.grouping.all, part.stock.isOfManyProducts ? part.stock.peaks(policy: policy) : nil)
  }

  private mutating func collect() {
    let context = context
    var place = 0
    for index in part.sums.indices {
      let group = index % study.grouping.groups.count
      let own = part.sums[index]
      for cell in Int(tables.firstCell[group])..<Int(tables.firstCell[group + 1]) {
        let value = evaluations[Int(tables.measures[cell])].value(own, context)
        values[place] = value ?? Study.absent
        place += 1
      }
    }
  }
}
