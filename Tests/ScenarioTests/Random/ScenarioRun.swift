import Replications
import Reports
import Studies
import SupplyModel

/// What a scenario's replications give, by name, so that runs can be compared whatever the order in
/// which things were written.
struct ScenarioRun: Equatable {
  /// What one location did with one product under one policy in one replication.
  struct Entry: Equatable {
    let policy: String
    let product: String
    let location: String
    let replication: Int
    let target: Int64
    let tally: Tally
  }

  var entries: [Entry] = []
  /// Stock at the end of every tick, by replication, product, policy and kind of location. [units]
  var stock: [[Int64]] = []

  init() {}

  /// Runs some replications one after the other.
  init(
    _ model: SupplyModel, replications: [Int], shortcuts: Shortcuts = .likely
  ) throws(BrokenBalance) {
    let compiled = CompiledModel(model, shortcuts: shortcuts)
    let content = model.content
    var worker = ReplicationWorker(compiled)
    for replication in replications {
      for (index, product) in compiled.products.enumerated() {
        worker.begin(product: index, replication: replication)
        for (policy, position) in compiled.policies.enumerated() {
          try worker.simulate(policy: policy)
          for (node, location) in product.locations.enumerated() {
            entries.append(
              Entry(
                policy: content.policies[position].name,
                product: content.products[product.position].id,
                location: content.locations[location].id, replication: replication,
                target: worker.target(node), tally: worker.tally(node)))
          }
          for tier in content.tiers.positions {
            var days: [Int64] = []
            days.reserveCapacity(compiled.horizonDays)
            worker.forEachDay(tier: tier) { days.append($1) }
            stock.append(days)
          }
        }
      }
    }
  }

  /// Runs all replications of a scenario.
  init(_ model: SupplyModel, shortcuts: Shortcuts = .likely) throws(BrokenBalance) {
    try self.init(
      model, replications: Array(0..<model.content.experiment.replications), shortcuts: shortcuts)
  }

  /// The tallies without what is owed and under way, which nobody else sees.
  func sum(_ measure: (Tally) -> Int64) -> Int64 {
    entries.reduce(0) { $0 + measure($1.tally) }
  }

  /// What is wrong with the sums in themselves; `nil` if nothing is.
  var problem: String? {
    for entry in entries {
      let tally = entry.tally
      let place = "\(entry.policy), \(entry.product) at \(entry.location), \(entry.replication): "
      guard tally.waitingAtStart + tally.demand == tally.served + tally.unmet + tally.waiting
      else { return place + "demand is not served, unmet or waiting" }
      guard tally.servedAtOnce <= min(tally.served, tally.demand)
      else { return place + "more was served at once than served or asked for" }
      guard (tally.unmet > 0) == (tally.stockoutDays > 0)
      else { return place + "unmet demand and days with it do not agree" }
      guard (tally.demand > 0) == (tally.demandDays > 0), tally.demandDays <= tally.demand
      else { return place + "demand and days with it do not agree" }
      guard (tally.waitingUnitDays > 0) == (tally.waitingDays > 0),
        tally.waitingDays <= tally.waitingUnitDays
      else { return place + "what waits and days with it do not agree" }
      guard let days = stock.first?.count, tally.emptyDays <= days,
        tally.stockUnitDays >= Int64(days) - tally.emptyDays,
        tally.emptyDays < days || tally.stockUnitDays == 0
      else { return place + "stock and days without it do not agree" }
      let all = [
        tally.demand, tally.served, tally.servedAtOnce, tally.unmet, tally.waitingAtStart,
        tally.waiting, tally.waitingUnitDays, tally.stockoutDays, tally.firstStockoutDay,
        tally.discarded, tally.rejected, tally.returned, tally.redistributed, tally.purchased,
        tally.orderLines, tally.stockUnitDays, tally.onOrderUnitDays, tally.owedUnitDays,
        tally.demandDays, tally.emptyDays, tally.waitingDays, tally.stockAtEnd,
        tally.onOrderAtEnd, tally.owedAtEnd,
        entry.target,
      ]
      guard all.allSatisfy({ $0 >= 0 }) else { return place + "something is negative" }
    }
    guard stock.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else { return "stock is negative" }
    guard stock.reduce(0, { $0 + $1.reduce(0, +) }) == sum(\.stockUnitDays)
    else { return "the stock of locations and of their kinds differ" }
    guard stock.reduce(0, { $0 + ($1.last ?? 0) }) == sum(\.stockAtEnd)
    else { return "the stock of locations and of their kinds differ at the end" }
    return nil
  }

  /// All tables that a study of the scenario leaves.
  static func tables(_ model: SupplyModel, jobs: Int) throws -> [[UInt8]] {
    let result = try Study(CompiledModel(model)).run(jobs: jobs)
    return [
      SummaryTable.table(of: result).csv(), ComparisonTable.table(of: result).csv(),
      ReplicationsTable.table(of: result).csv(), TargetsTable.table(of: result).csv(),
      DutyTable.table(of: result).csv(), ExemptionsTable.table(of: result).csv(),
    ]
  }
}
