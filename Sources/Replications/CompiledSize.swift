public import SupplyModel

/// How much memory a model will take compiled, told from the model before anything is made of it.
///
/// Numbers are of floating point, so that no size, however absurd, overflows.
public struct CompiledSize: Sendable {
  /// What all cores share: the locations' plans and the tables that demand is drawn from. [bytes]
  public private(set) var tables = 0.0
  /// What one core needs for the largest job: its locations, demand and lots. [bytes]
  public private(set) var workingSet = 0.0
  /// (Location, product) pairs that are simulated. [1]
  public private(set) var rows = 0.0
  /// Demands of the largest product in a replication. [1]
  public private(set) var demandsOfLargest = 0.0
  /// Locations of the largest product. [1]
  public private(set) var locationsOfLargest = 0.0

  /// The size of a model, for some policies and products; `nil` means all of them.
  public init(
    of model: SupplyModel, policies: [Position<Policy>]? = nil,
    products: [Position<Product>]? = nil
  ) {
    let content = model.content
    let policies = policies ?? content.policies.positions
    let asked = products ?? content.products.positions
    let links = Coupling.links(in: content, policies: policies)
    let simulated = asked + Coupling.companions(of: asked, links: links, in: content)
    var jobs = DisjointSets(count: content.products.count)
    for (one, other) in links { jobs.join(one.index, other.index) }
    var plansPerNode = policies.count
    if case .buildUp = content.experiment.start { plansPerNode += 1 }
    var demand = DemandTableSize(model)
    var ofJob: [Int: Double] = [:]
    for product in simulated {
      let network = model.networks[product.index]
      let nodes = Double(network.nodes.count)
      let drawn = demand.size(of: network)
      rows += nodes
      tables += nodes * Double(plansPerNode * MemoryLayout<NodePlan>.stride)
      tables += nodes * Double(MemoryLayout<CompiledProduct.Place>.stride)
      tables += drawn.tables + Self.bytesPerProduct
      let days = Double(model.warmUpDays[product.index] + content.experiment.horizonDays)
      let ofNodes = nodes * Double(Self.bytesPerNode)
      let ofDays =
        days * (Double(8 * content.tiers.count + 64) + nodes / 8 + Self.lives(of: network))
      ofJob[jobs.first(of: product.index), default: 0] +=
        ofNodes + ofDays + drawn.demands * Self.bytesPerDemand
      demandsOfLargest = max(demandsOfLargest, drawn.demands)
      locationsOfLargest = max(locationsOfLargest, nodes)
    }
    workingSet = ofJob.values.max() ?? 0
  }

  /// What the lives of deliveries that are drawn once for all policies take for a day. [bytes]
  private static func lives(of network: ProductNetwork) -> Double {
    let buyers = network.nodes.count {
      if case .supplier = $0.source { return true }
      return false
    }
    return Double(buyers * network.suppliers.count * MemoryLayout<DrawnLives.Entry>.stride)
  }

  /// What a product takes besides its locations: arrays of its own for everything.
  private static let bytesPerProduct = 8_000.0

  /// What a worker keeps for a location: plan, state, sums, shelf, lots and goods under way.
  private static let bytesPerNode =
    MemoryLayout<NodePlan>.stride + MemoryLayout<ProductRun.NodeState>.stride
    + MemoryLayout<Tally>.stride + 24 * MemoryLayout<Lot>.stride
    + 4 * MemoryLayout<ShipmentCalendar.Shipment>.stride + 64 + bytesPerLeaf

  /// What the short way keeps besides for a care unit: its course in a stretch of days, and, where every
  /// other one's lots are followed, half a row of what they are sent together.
  private static let bytesPerLeaf =
    MemoryLayout<LeafPlan>.stride + MemoryLayout<Passage>.stride + MemoryLayout<UnitCourse>.stride
    + MemoryLayout<Branch.Place>.stride
    + Branch.mostDays * MemoryLayout<Branch.Outflow>.stride / 2

  /// What a worker keeps for a demand: as it is drawn, and in the order of days, with room to grow.
  private static let bytesPerDemand =
    1.25
    * Double(MemoryLayout<DemandHistory.Drawn>.stride + MemoryLayout<DemandHistory.Event>.stride)

  /// More than so many demands or locations of a product cannot be numbered. [1]
  public static let most = Double(Int32.max / 2)
}
