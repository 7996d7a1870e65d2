public import Quantities

/// The locations that handle one product, as a forest in the order in which they are reviewed.
///
/// Only locations that use the product or stand above one that does are in it, and national reserves
/// of it. Children come before their parents, children of one parent stand together in order of rank (then id), and
/// the topmost stores, which order from suppliers, come last.
public struct ProductNetwork: Sendable {
  /// The locations, children before parents.
  public let nodes: [Node]
  /// Whom the topmost nodes buy from: one chain for each supplier that they name as their parent, in
  /// the order of the nodes.
  public let chains: [SupplierChain]

  /// A location's part in the flow of one product.
  public struct Node: Sendable {
    /// The location.
    public let location: Position<Location>
    /// Where the product comes from.
    public let source: Source
    /// What care units here and below are expected to use, each counted once. [units/day]
    public let normalConsumption: DailyRate
    /// This location's own use, if it is a care unit that uses the product: a position in the
    /// model's consumption table.
    public let consumption: Position<Consumption>?
    /// The national reserve that the location is, if it is one. Its normal consumption is that of the
    /// nodes it serves, which count it already.
    public let nationalReserve: Position<NationalReserve>?
  }

  /// Where a node gets the product from.
  public enum Source: Sendable, Equatable {
    /// From another node of the network, with the time from shipping to receipt.
    case node(Int, leadTime: TransferTime)
    /// From a supplier.
    case supplier(Position<Supplier>)
  }

  /// Whom nodes buy from that name a supplier as their parent.
  public struct SupplierChain: Sendable, Equatable {
    /// The supplier that they name.
    public let named: Position<Supplier>
    /// Whom they buy from, in order of preference: the one they name, or those of a `Sourcing` in its
    /// stead.
    public let suppliers: [Position<Supplier>]
    /// How long those before it must have been in shortage before a supplier stands in. [days]
    public let switchAfterDays: Int

    /// The supplier that is asked first.
    public var preferred: Position<Supplier> { suppliers[0] }
  }

  /// All suppliers that the topmost nodes may buy from, each once.
  public var suppliers: [Position<Supplier>] {
    var found: [Position<Supplier>] = []
    for chain in chains {
      for supplier in chain.suppliers where !found.contains(supplier) { found.append(supplier) }
    }
    return found
  }

  /// The chain of nodes that name a supplier as their parent: its place in `chains`.
  public func chain(naming supplier: Position<Supplier>) -> Int? {
    chains.firstIndex { $0.named == supplier }
  }

  /// What all care units are expected to use. [units/day]
  public var normalConsumption: DailyRate {
    nodes.reduce(.zero) { sum, node in
      guard case .supplier = node.source, node.nationalReserve == nil else { return sum }
      return sum + node.normalConsumption
    }
  }

  /// The network of a product from its rows of the consumption table; the content has no cycle
  /// and no dangling position.
  init(
    of product: Position<Product>, rows: [Position<Consumption>], in content: SupplyModel.Content
  ) {
    let category = content.products[product].category
    var own: [Position<Location>: Position<Consumption>] = [:]
    var flow: [Position<Location>: DailyRate] = [:]
    for position in rows {
      let use = content.consumption[position]
      own[use.location] = position
      var next: Position<Location>? = use.location
      while let place = next {
        flow[place, default: .zero] = flow[place, default: .zero] + use.normal
        guard case .location(let parent, _) = content.locations[place].source(of: category)
        else { break }
        next = parent
      }
    }

    let reserves = Self.nationalReserves(of: product, serving: flow, in: content)
    for (place, reserve) in reserves { flow[place] = reserve.consumption }
    let ordered = Self.reviewOrder(of: Array(flow.keys), category: category, in: content)
    let index = Dictionary(uniqueKeysWithValues: zip(ordered, ordered.indices))
    nodes = ordered.compactMap { place in
      let source: Source
      switch content.locations[place].source(of: category) {
      case .location(let parent, let leadTime):
        source = .node(index[parent] ?? 0, leadTime: leadTime)
      case .supplier(let supplier): source = .supplier(supplier)
      case nil: return nil
      }
      return Node(
        location: place, source: source, normalConsumption: flow[place] ?? .zero,
        consumption: own[place], nationalReserve: reserves[place]?.reserve)
    }
    chains = Self.chains(of: product, nodes: nodes, in: content)
  }

  /// The chains of the suppliers that nodes name; where several sourcings apply, the last holds.
  private static func chains(
    of product: Position<Product>, nodes: [Node], in content: SupplyModel.Content
  ) -> [SupplierChain] {
    var chains: [SupplierChain] = []
    for node in nodes {
      guard case .supplier(let named) = node.source, !chains.contains(where: { $0.named == named })
      else { continue }
      let sourcing = content.sourcing(of: product, replacing: named).map { content.sourcing[$0] }
      chains.append(
        SupplierChain(
          named: named, suppliers: sourcing?.suppliers ?? [named],
          switchAfterDays: sourcing?.switchAfterDays ?? 0))
    }
    return chains
  }

  /// Deepest locations first; within a depth by the parent's place, then by rank and id.
  private static func reviewOrder(
    of places: [Position<Location>], category: Category, in content: SupplyModel.Content
  ) -> [Position<Location>] {
    func isBefore(_ a: Position<Location>, _ b: Position<Location>) -> Bool {
      let (first, second) = (content.locations[a], content.locations[b])
      return (first.rank, first.id) < (second.rank, second.id)
    }
    var children: [Position<Location>?: [Position<Location>]] = [:]
    for place in places {
      if case .location(let parent, _) = content.locations[place].source(of: category) {
        children[parent, default: []].append(place)
      } else {
        children[nil, default: []].append(place)
      }
    }
    var levels: [[Position<Location>]] = []
    var level = (children[nil] ?? []).sorted(by: isBefore)
    while !level.isEmpty {
      levels.append(level)
      level = level.flatMap { (children[$0] ?? []).sorted(by: isBefore) }
    }
    return Array(levels.reversed().joined())
  }
}
