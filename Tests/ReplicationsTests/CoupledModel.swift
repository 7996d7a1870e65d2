import Quantities
import RandomStreams
import SupplyModel

@testable import Replications

/// Products that depend on each other, at care units that order from the supplier themselves, with
/// demand stated day by day.
struct CoupledModel: Sendable {
  /// One of the products.
  struct Item: Sendable {
    var id: String
    /// What every care unit aims at. [units]
    var level: Int64
    /// By care unit, what patients ask for from day 0 on, again and again; empty where it is not
    /// used.
    var demand: [[Double]]
    var shortfall = Shortfall.lost
    var weight: Int64 = 1
    /// Its place among the items.
    var keyedTo: Int?
    /// [days]
    var shelfLife = 1_000
  }

  var items: [Item]
  var substitutions: [Substitution] = []
  var isAllowed = true
  var horizonDays = 12
  var leadTime = 3.0
  var remainingLife = RemainingLife.days(.constant(1_000))
  var start = StartRule.given(remainingLife: .days(.constant(1_000)))
  var shortages: [ShortageProcess] = []
  var seed: UInt64 = 1

  /// Gives some items instead of another: places, and units of each for one unit of it.
  mutating func substitute(
    _ original: Int, by substitutes: [(item: Int, unitsEach: Int64)],
    _ permission: Substitution.Permission = .always, extraCostOre: Int64 = 0
  ) {
    substitutions.append(
      Substitution(
        original: Position(original),
        substitutes: substitutes.map { .init(product: Position($0.item), unitsEach: $0.unitsEach) },
        permission: permission, extraCost: Money(ore: extraCostOre)))
  }

  var unitCount: Int { items[0].demand.count }

  var content: SupplyModel.Content {
    var small = SmallModel(
      units: (0..<unitCount).map {
        .init(
          id: "unit-\($0)", level: .units(0), nanoRate: SmallModel.rate(1), family: .constant)
      }, productIDs: items.map(\.id), horizonDays: horizonDays, start: start,
      leadTime: .constant(leadTime), remainingLife: remainingLife)
    small.seed = seed
    small.shortages = shortages
    var content = small.content
    content.consumption = []
    for (place, item) in items.enumerated() {
      content.products[place].shortfall = item.shortfall
      content.products[place].weight = item.weight
      content.products[place].shelfLifeDays = item.shelfLife
      content.products[place].keyedTo = item.keyedTo.map { Position($0) }
      for (unit, demand) in item.demand.enumerated() where !demand.isEmpty {
        content.consumption.append(
          Consumption(
            location: Position(unit), product: Position(place),
            normal: DailyRate(nanoUnits: SmallModel.rate(1)), family: .constant,
            profile: Position(content.demandProfiles.count)))
        content.demandProfiles.append(
          DemandProfile(id: "\(item.id) at \(unit)", periodFactors: demand))
      }
      var rule = PolicyRule(products: .init(products: [Position(place)]))
      rule.operating = .units(item.level)
      content.policies[0].rules.append(rule)
    }
    content.policies[0].allowsSubstitution = isAllowed
    content.substitutions = substitutions
    return content
  }

  func compiled() throws -> CompiledModel { CompiledModel(try SupplyModel(content)) }

  /// One replication of all items together: what can be seen of each.
  func replays(replication: Int = 0) throws -> [Replay] {
    let compiled = try compiled()
    var worker = ReplicationWorker(compiled)
    return try items.indices.map {
      try Replay(&worker, of: compiled, product: $0, replication: replication)
    }
  }

  /// What happens to one item in a replication.
  func events(_ item: Int, replication: Int = 0) throws -> [TraceEvent] {
    var worker = ReplicationWorker(try compiled())
    return try worker.trace(product: item, replication: replication, policy: 0)
  }
}

extension Tally {
  /// What is about patients and substitutes.
  var service: [String: Int64] {
    var all = WaitingReplayTests.patients(self)
    all["by substitute"] = servedBySubstitute
    all["as substitute"] = issuedAsSubstitute
    return all.filter { $0.value != 0 }
  }
}
