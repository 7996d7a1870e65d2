import SupplyModel

/// A policy's allocation rule for one product, as plain numbers.
struct AllocationPlan: Sendable {
  /// The rule.
  let rule: Rule
  /// What each location keeps for more urgent care, node by node.
  let criticalLevels: [KeptStock]
  /// How many levels each location has.
  let levelsPerNode: Int

  /// The allocation rules.
  enum Rule: UInt8, Sendable, BitwiseCopyable {
    case firstCome
    case proportionalToRequest
    case proportionalToConsumption
    case equalCover
    case priority

    /// The kind of a stated rule.
    init(_ rule: AllocationRule) {
      switch rule {
      case .firstCome: self = .firstCome
      case .proportionalToRequest: self = .proportionalToRequest
      case .proportionalToConsumption: self = .proportionalToConsumption
      case .equalCover: self = .equalCover
      case .priority: self = .priority
      }
    }
  }

  /// A plan for a product; levels in days are days of the shipping location's normal consumption.
  init(_ policy: Policy, of product: Product, in network: ProductNetwork, ticksPerDay: Int) {
    var stated: [CriticalLevel] = []
    rule = Rule(policy.allocation)
    if case .priority(let levels) = policy.allocation { stated = levels }
    levelsPerNode = stated.count
    criticalLevels = network.nodes.flatMap { node in
      stated.map {
        KeptStock(
          from: Int32($0.carePriority),
          level: $0.level.units(
            of: product, normalConsumption: node.normalConsumption, rounding: .none,
            ticksPerDay: ticksPerDay))
      }
    }
  }
}
