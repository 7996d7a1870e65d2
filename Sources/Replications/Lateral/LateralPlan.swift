import Quantities
import SupplyModel

/// How goods of one product move besides the way from suppliers down to care units: national
/// reserves, and regions that send goods to one another.
struct LateralPlan: Sendable {
  /// National reserves of the product, in the order of its nodes; the same under every policy.
  let reserves: [Giver]
  /// Whom they serve, one reserve's after the other's.
  let served: [Int32]
  /// Locations that may be helped when they are refused something, each once.
  let helped: [Int32]
  /// How regions' stores help each other.
  let rule: Rule
  /// Those stores; empty where they send one another nothing.
  let stores: [Store]
  /// Time from one store to another. [days, 1 or more]
  let leadTimeDays: Int32
  /// How often stock is levelled. [days, 1 or more]
  let everyDays: Int32
  /// The decision to level stock: its place in `CompiledProduct.decisions`.
  let decision: Int32

  /// Whether and how regions send goods to one another.
  enum Rule: UInt8, Sendable, BitwiseCopyable {
    case notAllowed
    case voluntary
    case mandated
  }

  /// A national reserve.
  struct Giver: Sendable, BitwiseCopyable {
    var node: Int32
    /// Where those it serves stand in `served`.
    var firstServed: Int32
    var servedCount: Int32
    /// [days, 1 or more]
    var leadTimeDays: Int32
    /// The decision to release it: its place in `CompiledProduct.decisions`.
    var decision: Int32
  }

  /// A region's own store.
  struct Store: Sendable, BitwiseCopyable {
    var node: Int32
    /// The region whose care units it supplies.
    var region: Int32
    /// Below this it asks, above it it gives. [units]
    var kept: Int64
  }

  /// Whether anything can ever move.
  var isIdle: Bool { reserves.isEmpty && rule == .notAllowed }

  /// - Parameter decisions: where decisions about the product are collected; the same one is kept
  ///   once.
  init(
    _ policy: Policy, of product: Position<Product>, in model: SupplyModel,
    decisions: inout [CompiledDecision]
  ) {
    let content = model.content
    let network = model.networks[product.index]
    let category = content.products[product].category
    func number(_ decision: Decision) -> Int32 {
      let compiled = CompiledDecision(decision, timeline: content.timeline)
      if let known = decisions.firstIndex(of: compiled) { return Int32(known) }
      decisions.append(compiled)
      return Int32(decisions.count - 1)
    }
    var reserves: [Giver] = []
    var served: [Int32] = []
    for (index, node) in network.nodes.enumerated() {
      guard let reserve = node.nationalReserve.map({ content.nationalReserves[$0] }) else {
        continue
      }
      let first = served.count
      for (place, other) in network.nodes.enumerated() {
        guard case .supplier = other.source, other.nationalReserve == nil,
          reserve.serves.selects(
            content.locations[other.location], at: other.location, for: category)
        else { continue }
        served.append(Int32(place))
      }
      reserves.append(
        Giver(
          node: Int32(index), firstServed: Int32(first), servedCount: Int32(served.count - first),
          leadTimeDays: Int32(reserve.leadTimeDays), decision: number(reserve.release)))
    }
    self.reserves = reserves
    self.served = served
    var stores = Self.regionalStores(network, category, content)
    guard policy.transshipment != .notAllowed, Set(stores.map(\.region)).count > 1 else {
      (rule, self.stores, leadTimeDays, everyDays, decision) = (.notAllowed, [], 1, 1, 0)
      helped = Set(served).sorted()
      return
    }
    switch policy.transshipment {
    case .notAllowed: preconditionFailure("there is nothing to send")
    case .voluntary(let voluntary):
      for index in stores.indices {
        stores[index].kept = voluntary.kept.units(
          of: content.products[product],
          normalConsumption: network.nodes[Int(stores[index].node)].normalConsumption,
          rounding: .none, ticksPerDay: content.experiment.ticksPerDay)
      }
      rule = .voluntary
      helped = Set(served + stores.map(\.node)).sorted()
      (leadTimeDays, everyDays, decision) = (Int32(voluntary.leadTimeDays), 1, 0)
    case .mandated(let mandated):
      rule = .mandated
      helped = Set(served).sorted()
      leadTimeDays = Int32(mandated.leadTimeDays)
      everyDays = Int32(mandated.everyDays)
      decision = number(mandated.decision)
    }
    self.stores = stores
  }

  /// The topmost locations all of whose care units lie in one region: those that order from a
  /// supplier, or from a location that supplies several regions, such as a distributor.
  private static func regionalStores(
    _ network: ProductNetwork, _ category: Category, _ content: SupplyModel.Content
  ) -> [Store] {
    let several = -1
    var regions = [Int?](repeating: nil, count: network.nodes.count)
    // Children stand before their parents.
    for (index, node) in network.nodes.enumerated() {
      if node.consumption != nil {
        let authority = content.locations[node.location].authority(of: category)
        let own = content.authorities[authority].region.index
        regions[index] = regions[index].map { $0 == own ? own : several } ?? own
      }
      guard case .node(let parent, _) = node.source, let own = regions[index] else { continue }
      regions[parent] = regions[parent].map { $0 == own ? own : several } ?? own
    }
    return network.nodes.indices.compactMap { index in
      guard network.nodes[index].nationalReserve == nil, let own = regions[index], own != several
      else { return nil }
      if case .node(let parent, _) = network.nodes[index].source, regions[parent] != several {
        return nil
      }
      return Store(node: Int32(index), region: Int32(own), kept: 0)
    }
  }
}
