import Quantities
import RandomStreams
public import SupplyModel

/// One product with its network, demand and targets as flat tables.
public struct CompiledProduct: Sendable {
  /// Which product it is.
  public let position: Position<Product>
  /// Days simulated before the horizon, which reports leave out. [days]
  public let warmUpDays: Int
  /// The locations of its network, children before parents.
  public let locations: [Position<Location>]

  /// What enters the keys of its random streams.
  let streamID: UInt64
  let shelfLifeDays: Int
  let places: [Place]
  /// Whether its locations belong to more than one authority.
  let hasSeveralAuthorities: Bool
  let suppliers: [CompiledSupplier]
  let demand: DemandProgram
  let outages: [OutageProcess]
  /// The nodes' plans under each compiled policy.
  let plans: [[NodePlan]]

  /// A node's names in stream keys and where it belongs.
  struct Place: Sendable {
    let locationID: UInt64
    let authorityID: UInt64
    let authority: Int
    let tier: Int
    let location: Int
    let normalConsumption: DailyRate
  }

  init(_ position: Position<Product>, of model: SupplyModel, policies: [Position<Policy>]) {
    let content = model.content
    let product = content.products[position]
    let network = model.networks[position.index]
    self.position = position
    switch content.experiment.start {
    case .given, .lots: warmUpDays = 0
    case .rotated(let stated), .buildUp(let stated):
      warmUpDays = stated ?? model.longestRemainingLifeDays(of: position)
    }
    locations = network.nodes.map(\.location)
    streamID = StableHash.of(product.id)
    shelfLifeDays = product.shelfLifeDays
    places = network.nodes.map { node in
      let location = content.locations[node.location]
      return Place(
        locationID: StableHash.of(location.id),
        authorityID: StableHash.of(content.authorities[location.authority].id),
        authority: location.authority.index, tier: location.tier.index,
        location: node.location.index, normalConsumption: node.normalConsumption)
    }
    hasSeveralAuthorities = Set(places.map(\.authority)).count > 1
    suppliers = network.suppliers.map {
      CompiledSupplier(
        content.suppliers[$0], normalConsumption: network.normalConsumption,
        packSize: product.packSize)
    }
    demand = DemandProgram(of: position, in: model, warmUpDays: warmUpDays)
    outages = content.shortages.filter { $0.products.selects(product, at: position) }
      .map(OutageProcess.init)
    plans = policies.map { policy in
      network.nodes.map { node in
        NodePlan(node, of: position, in: model, under: content.policies[policy])
      }
    }
  }
}

/// What a node aims at and how it orders, under one policy.
struct NodePlan: Sendable, BitwiseCopyable {
  /// What the position is brought up to. [units]
  var target: Int64
  /// Orders are multiples of this. [units]
  var orderMultiple: Int64
  /// The node it orders from; −1 − k for the product's supplier k.
  var source: Int32
  /// From shipping to receipt, if it orders from a node. [days]
  var leadTimeDays: Int32
  /// Days from one review to the next. [days]
  var reviewEveryDays: Int32
  /// The node's tier.
  var tier: Int32
  /// Whether the position counts only what is usable tomorrow.
  var countsUsableTomorrow: Bool

  init(
    _ node: ProductNetwork.Node, of product: Position<Product>, in model: SupplyModel,
    under policy: Policy
  ) {
    let content = model.content
    let location = content.locations[node.location]
    let item = content.products[product]
    guard
      let settings = policy.settings(for: item, at: product, in: location, at: node.location)
    else { preconditionFailure("a valid model sets a level wherever a product is handled") }
    let parts = [settings.operating, settings.reserve].map {
      $0.units(
        of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding)
    }
    target = parts.reduce(0, +)
    orderMultiple = settings.orderIn == .packs ? item.packSize : 1
    switch settings.review {
    case .every(let days): reviewEveryDays = Int32(days)
    case .onDemand, .weekdays: reviewEveryDays = 1
    }
    tier = Int32(location.tier.index)
    countsUsableTomorrow = settings.position == .usableTomorrow
    switch node.source {
    case .node(let parent, let leadTime):
      source = Int32(parent)
      switch leadTime {
      case .days(let days): leadTimeDays = Int32(days)
      case .drawn: leadTimeDays = 1
      }
    case .supplier(let supplier):
      let ordinal = model.networks[product.index].suppliers.firstIndex(of: supplier) ?? 0
      source = Int32(-1 - ordinal)
      leadTimeDays = 0
    }
  }
}

/// A supplier as the inner loop needs it.
struct CompiledSupplier: Sendable {
  let streamID: UInt64
  let leadTime: Distribution
  let remainingLife: RemainingLife
  /// What becomes deliverable per day at full capacity; `nil` without a limit. [10⁻⁹ units/day]
  let capacityNanoUnitsPerDay: Int64?
  let windowDays: Int64
  let packNanoUnits: Int64

  init(_ supplier: Supplier, normalConsumption: DailyRate, packSize: Int64) {
    streamID = StableHash.of(supplier.id)
    leadTime = supplier.leadTime
    remainingLife = supplier.remainingLife
    capacityNanoUnitsPerDay = supplier.capacity.map {
      let scaled = Int128(normalConsumption.nanoUnits) * Int128(10_000 + $0.slackBasisPoints)
      return Int64(scaled / 10_000)
    }
    windowDays = Int64(supplier.capacity?.windowDays ?? 0)
    packNanoUnits = packSize * DailyRate.partsPerUnit
  }
}
