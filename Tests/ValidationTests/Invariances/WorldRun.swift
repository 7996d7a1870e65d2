import Replications
import SupplyModel

/// What a small world's replications give.
struct WorldRun: Equatable {
  /// By replication and location: its sums.
  private(set) var tallies: [[String: Tally]] = []
  /// By replication: stock of all care units at the end of every tick. [units]
  private(set) var unitStock: [[Int64]] = []

  /// Runs some replications.
  init(_ world: SmallWorld, replications: Int) throws {
    let model = try world.model()
    let compiled = CompiledModel(model)
    let content = model.content
    var worker = ReplicationWorker(compiled)
    for replication in 0..<replications {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      var found: [String: Tally] = [:]
      for (node, location) in compiled.products[0].locations.enumerated() {
        found[content.locations[location].id] = worker.tally(node)
      }
      tallies.append(found)
      for tier in content.tiers.positions where content.tiers[tier].id == Tier.careUnit {
        var stock: [Int64] = []
        stock.reserveCapacity(compiled.horizonDays)
        worker.forEachDay(tier: tier) { stock.append($1) }
        unitStock.append(stock)
      }
    }
  }

  /// A measure of a location in each replication.
  func values(_ location: String, _ measure: (Tally) -> Int64) -> [Double] {
    tallies.map { Double(measure($0[location] ?? Tally())) }
  }

  /// The sum of a measure over locations and replications.
  func sum(_ measure: (Tally) -> Int64) -> Int64 {
    tallies.reduce(0) { $0 + $1.values.reduce(0) { $0 + measure($1) } }
  }

  /// The first difference to another run; `nil` if they are the same to the unit.
  func difference(to other: WorldRun) -> String? {
    for (replication, (one, two)) in zip(tallies, other.tallies).enumerated() where one != two {
      for location in one.keys.sorted() where one[location] != two[location] {
        return "replication \(replication), \(location): \(one[location] ?? Tally()), not "
          + "\(two[location] ?? Tally())"
      }
    }
    return self == other ? nil : "stock at the end of some tick, or what was run"
  }
}
