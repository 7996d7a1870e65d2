import RandomStreams
public import SupplyModel

/// Runs replications of a compiled model, one after the other, in memory of its own.
///
/// Replication k is a pure function of the model and k: what the worker has run before, and on
/// which core it works, makes no difference. Use one worker per core.
///
/// A replication goes job by job: one product, or several that depend on each other. `begin` draws a
/// job's world (the timeline, demand and shortages), which is the same for all policies; `simulate`
/// then runs one policy in it. What it leaves is read product by product, in `tally(_:)`, `readStock(tier:into:)`
/// and `moveDeliveries(to:)`: of the product that `read(product:)` has named last.
public struct ReplicationWorker: ~Copyable {
  let compiled: CompiledModel
  /// The run of the product that is read.
  var run = ProductRun()
  private var demand = DemandHistory()
  private(set) var outages = Outages()
  private(set) var together = JobRun()
  private(set) var world: World
  private var job = 0
  /// Whose run it is: a place among `CompiledModel.simulated`.
  private(set) var current = 0
  /// Where in the job the run is taken from, while it is out for reading.
  private(set) var lent: Int?
  private var drawnDemand = DrawnDemand()
  /// Whether all that is simulated goes the general way, day by day, whatever is plain about it.
  var goesDayByDay = false
  /// Whether what happens is told apart by the periods of the timeline.
  public var isFollowingPeriods = false
  /// The periods of the replication; empty unless they are followed.
  public private(set) var calendar = PeriodCalendar()
  /// What has happened in them, of a product that is a job of its own.
  private(set) var periods = PeriodBook()

  /// A worker for a model; allocates what the first replications need as they need it.
  public init(_ compiled: CompiledModel) {
    self.compiled = compiled
    world = World(compiled)
    forgetDeliveries()
  }

  /// Draws the world of a job in a replication; its first product is read.
  ///
  /// - Parameters:
  ///   - job: its place in `CompiledModel.jobs`.
  ///   - replication: from 0 up.
  public mutating func begin(job: Int, replication: Int) {
    takeBack()
    self.job = job
    world.draw(replication: replication, of: compiled.model)
    // Most timelines are the same in every replication.
    if isFollowingPeriods, calendar.stretches.isEmpty || calendar.windows != world.windows {
      calendar = PeriodCalendar(windows: world.windows, horizonDays: compiled.horizonDays)
    }
    let plan = compiled.jobPlans[job]
    current = plan.members[0]
    if plan.members.count == 1 {
      let followsDays =
        compiled.shortcuts == .none || goesDayByDay
        || !compiled.simulated[current].restsMostly
      Self.drawWorld(
        of: current, in: compiled, replication: replication, world: world, drawn: &drawnDemand,
        run: &run, demand: &demand, sortingDemand: followsDays, outages: &outages)
      if calendar.isDivided {
        let product = compiled.simulated[current]
        periods.addUp(
          demand, nodes: product.places.count, calendar, reportStart: product.warmUpDays)
      }
    } else {
      together.begin(
        plan, of: compiled, replication: replication, world: world, drawn: &drawnDemand)
      lend()
    }
  }

  /// Draws the world of the job that a product is in; it is the product that is read.
  ///
  /// - Parameters:
  ///   - product: its place in `CompiledModel.products`.
  ///   - replication: from 0 up.
  public mutating func begin(product: Int, replication: Int) {
    begin(job: compiled.jobOfProduct[product], replication: replication)
    read(product: product)
  }

  /// Turns to another product of the job.
  ///
  /// - Parameter product: its place in `CompiledModel.products`; it must be in the job.
  public mutating func read(product: Int) {
    guard product != current else { return }
    precondition(compiled.jobPlans[job].members.contains(product), "a product of another job")
    takeBack()
    current = product
    lend()
  }

  /// Draws what of a product's world is the same for all policies.
  ///
  /// - Parameters:
  ///   - place: the product's place among `CompiledModel.simulated`.
  ///   - isSorted: whether its demand will be asked for day by day.
  static func drawWorld(
    of place: Int, in compiled: CompiledModel, replication: Int, world: World,
    drawn: inout DrawnDemand, run: inout ProductRun, demand: inout DemandHistory,
    sortingDemand isSorted: Bool = true, outages: inout Outages
  ) {
    let product = compiled.simulated[place]
    run.replication = replication
    run.key = StreamKey(
      seed: compiled.model.content.experiment.seed, source: 0, replication: UInt64(replication),
      product: product.streamID, location: 0, purpose: 0)
    run.drawnLives.begin(
      rows: product.suppliers.count * product.topNodes.count, days: product.demand.totalDays)
    drawn.draw(product.demand, product: place, compiled.model.content.timeline, world)
    demand.draw(product.demand, drawn, key: run.key, isSorted: isSorted)
    outages.draw(product, world: world, key: run.key)
  }

  /// Runs a policy in the world that `begin` has drawn.
  ///
  /// A product's deliveries are collected over several runs of it, until `moveDeliveries(to:)` or
  /// `forgetDeliveries()`.
  ///
  /// - Parameter policy: its place in `CompiledModel.policies`.
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  public mutating func simulate(policy: Int) throws(BrokenBalance) {
    if lent == nil {
      try run.simulate(
        compiled.simulated[current], policy: policy, of: compiled, demand: demand,
        outages: outages, world: world, calendar, &periods)
    } else {
      takeBack()
      defer { lend() }
      try together.simulate(
        compiled.jobPlans[job], policy: policy, of: compiled, world: world, calendar)
      forgetDeliveriesOfCompanions()
    }
  }

  /// Of products that are simulated for others' sake nobody asks what was delivered; their memory
  /// is used for other products later.
  private mutating func forgetDeliveriesOfCompanions() {
    for (place, product) in compiled.jobPlans[job].members.enumerated()
    where product >= compiled.products.count {
      together.members[place].run.deliveries.reset(count: deliveryBits)
    }
  }

  /// Takes the run of the current product out of its job, to be read.
  private mutating func lend() {
    guard let place = compiled.jobPlans[job].members.firstIndex(of: current) else { return }
    swap(&run, &together.members[place].run)
    lent = place
  }

  /// Puts the run that is read back into its job, if it is of one.
  private mutating func takeBack() {
    guard let place = lent else { return }
    swap(&run, &together.members[place].run)
    lent = nil
  }

  /// What a location of the product that is read did; by its place in `CompiledProduct.locations`.
  public func tally(_ node: Int) -> Tally { run.tallies[node] }

  /// What a location of that product aims to hold. [units]
  public func target(_ node: Int) -> Int64 { run.plans[node].wholeTarget }

  /// Stock of that product at the end of each day of the horizon in one tier. [units]
  ///
  /// - Parameter body: called for each day in order with the day and the stock.
  public func forEachDay(tier: Position<Tier>, _ body: (_ day: Int, _ stock: Int64) -> Void) {
    let first = tier.index * run.totalDays
    var stock: Int64 = 0
    for day in 0..<run.totalDays {
      stock += run.stockChanges[first + day]
      if day >= run.reportStart { body(day - run.reportStart, stock) }
    }
  }

  /// The same as a row of numbers: the stock at the end of each day of the horizon. [units]
  public func readStock(tier: Position<Tier>, into stock: inout [Int64]) {
    let first = tier.index * run.totalDays
    var units: Int64 = 0
    for day in first..<first + run.reportStart { units += run.stockChanges[day] }
    let reported = first + run.reportStart
    for day in stock.indices {
      units += run.stockChanges[reported + day]
      stock[day] = units
    }
  }

  /// Starts new collections of deliveries.
  public mutating func forgetDeliveries() {
    run.deliveries.reset(count: deliveryBits)
    together.forgetDeliveries(count: deliveryBits)
  }

  /// A collection has a bit for each location and calendar day.
  private var deliveryBits: Int { compiled.model.content.locations.count * compiled.deliveryDays }

  /// Adds that product's deliveries to a collection of several products', and forgets them.
  ///
  /// Only what its own locations may have received is looked at, so that a product that few use
  /// costs little, however many locations there are.
  ///
  /// - Parameter words: as many as `deliveryWord(_:)` has.
  public mutating func moveDeliveries(to words: inout [UInt64]) {
    let days = compiled.deliveryDays
    for location in compiled.simulated[current].locations {
      let first = location.index * days
      for word in first >> 6...(first + days - 1) >> 6 {
        words[word] |= run.deliveries[word: word]
        run.deliveries[word: word] = 0
      }
    }
  }

  /// 64 calendar days of that product's collection of deliveries at once, as bits; day d of location l is bit
  /// l × `CompiledModel.deliveryDays` + d.
  public func deliveryWord(_ index: Int) -> UInt64 { run.deliveries[word: index] }
}
