import RandomStreams
public import SupplyModel

/// Runs replications of a compiled model, one after the other, in memory of its own.
///
/// Replication k is a pure function of the model and k: what the worker has run before, and on
/// which core it works, makes no difference. Use one worker per core.
///
/// A replication goes product by product. `begin` draws a product's world (the timeline, demand and
/// shortages), which is the same for all policies; `simulate` then runs one policy in it and leaves its sums
/// in `tally(_:)`, `forEachDay(tier:_:)` and `deliveryWord(_:)`.
public struct ReplicationWorker: ~Copyable {
  let compiled: CompiledModel
  var run = ProductRun()
  private var demand = DemandHistory()
  private var outages = Outages()
  private var world: World
  var current = 0

  /// A worker for a model; allocates what the first replications need as they need it.
  public init(_ compiled: CompiledModel) {
    self.compiled = compiled
    world = World(compiled)
    forgetDeliveries()
  }

  /// Draws the world of a product in a replication.
  ///
  /// - Parameters:
  ///   - product: its place in `CompiledModel.products`.
  ///   - replication: from 0 up.
  public mutating func begin(product: Int, replication: Int) {
    let compiledProduct = compiled.products[product]
    current = product
    world.draw(replication: replication, of: compiled.model)
    run.replication = replication
    run.key = StreamKey(
      seed: compiled.model.content.experiment.seed, source: 0, replication: UInt64(replication),
      product: compiledProduct.streamID, location: 0, purpose: 0)
    demand.draw(compiledProduct.demand, key: run.key)
    outages.draw(
      compiledProduct.outages, days: compiledProduct.demand.totalDays, key: run.key)
  }

  /// Runs a policy in the world that `begin` has drawn.
  ///
  /// Deliveries are shared by the products that arrive together, so they are collected over
  /// several products until `forgetDeliveries()`.
  ///
  /// - Parameter policy: its place in `CompiledModel.policies`.
  /// - Throws: `BrokenBalance` when units have appeared or vanished.
  public mutating func simulate(policy: Int) throws(BrokenBalance) {
    try run.simulate(
      compiled.products[current], policy: policy, of: compiled, demand: demand, outages: outages,
      world: world)
  }

  /// What a location of the current product did; by its place in `CompiledProduct.locations`.
  public func tally(_ node: Int) -> Tally { run.tallies[node] }

  /// What a location of the current product aims to hold. [units]
  public func target(_ node: Int) -> Int64 { run.plans[node].wholeTarget }

  /// Stock of the current product at the end of each day of the horizon in one tier. [units]
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

  /// Starts a new collection of deliveries.
  public mutating func forgetDeliveries() {
    run.deliveries.reset(count: compiled.model.content.locations.count * compiled.deliveryDays)
  }

  /// 64 calendar days of the collection of deliveries at once, as bits; day d of location l is bit
  /// l × `CompiledModel.deliveryDays` + d.
  public func deliveryWord(_ index: Int) -> UInt64 { run.deliveries[word: index] }
}
