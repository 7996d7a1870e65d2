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

  /// The network of a product with these nodes; `NetworkBuilder` finds them.
  init(of product: Position<Product>, nodes: [Node], in content: SupplyModel.Content) {
    self.nodes = nodes
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
}
