import Quantities
import RandomStreams
public import SupplyModel

/// One product with its network, demand and targets as flat tables.
///
/// Immutable, and a class only so that the inner loop hands on a reference: as a structure of this
/// size it was copied at every call that is not inlined, which cost R1 a third of its time.
public final class CompiledProduct: Sendable {
  /// Which product it is.
  public let position: Position<Product>
  /// Days simulated before the horizon, which reports leave out. [days]
  public let warmUpDays: Int
  /// The locations of its network, children before parents.
  public let locations: [Position<Location>]

  /// What enters the keys of its random streams.
  let streamID: UInt64
  let shelfLifeDays: Int
  /// How many ticks make a day.
  let ticksPerDay: Int
  let places: [Place]
  /// Whether its locations belong to more than one authority.
  let hasSeveralAuthorities: Bool
  let suppliers: [CompiledSupplier]
  let demand: DemandProgram
  let outages: [OutageProcess]
  /// The nodes' plans under each compiled policy.
  let plans: [[NodePlan]]
  /// The nodes' plans under the baseline, where the warm-up is run under it; else empty.
  let baselinePlans: [NodePlan]
  /// When phases of the timeline release reserves, under each compiled policy.
  let releaseWindows: [[ReleaseWindow]]
  /// The same under the baseline, where the warm-up is run under it.
  let baselineWindows: [ReleaseWindow]
  /// Whether some reserve stands on a shelf of its own.
  let hasPools: Bool
  /// Days on which goods may be used longer.
  let lifeExtensions: [DatedExtension]
  /// What stands where on day 0, if the scenario lists it.
  let startingLots: [NodeLot]
  /// What locations begin with whatever the policy, if the scenario says so. [units]
  let startingQuantities: [Int64]
  /// Who must hold how much; `nil` where nobody must, or the scenario does not ask.
  public let duty: DutyPlan?
  /// What cover is measured for; `nil` where the scenario does not ask.
  public let cover: CoverPlan?

  /// Whether the policy starts on the first day of the horizon, after a warm-up of the baseline.
  var buildsUp: Bool { !baselinePlans.isEmpty }

  /// A decision that goods may be used longer.
  struct DatedExtension: Sendable {
    /// From the start of the horizon. [days]
    let day: Int
    let days: Int
  }

  /// A lot that stands at a node on day 0.
  struct NodeLot: Sendable {
    let node: Int
    let quantity: Int64
    let expiry: Int
  }
  /// How scarce stock is shared under each compiled policy.
  let allocations: [AllocationPlan]
  /// The same under the baseline.
  let baselineAllocation: AllocationPlan
  /// What is too large for the plans.
  let orderTables: OrderTables

  /// A node's names in stream keys and where it belongs.
  struct Place: Sendable {
    let locationID: UInt64
    let authorityID: UInt64
    let authority: Int
    let tier: Int
    let location: Int
    let carePriority: Int32
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
    ticksPerDay = content.experiment.ticksPerDay
    places = network.nodes.map { node in
      let location = content.locations[node.location]
      return Place(
        locationID: StableHash.of(location.id),
        authorityID: StableHash.of(content.authorities[location.authority].id),
        authority: location.authority.index, tier: location.tier.index,
        location: node.location.index, carePriority: Int32(location.carePriority),
        normalConsumption: node.normalConsumption)
    }
    hasSeveralAuthorities = Set(places.map(\.authority)).count > 1
    suppliers = network.suppliers.map {
      CompiledSupplier(
        content.suppliers[$0], normalConsumption: network.normalConsumption,
        packSize: product.packSize, ticksPerDay: content.experiment.ticksPerDay)
    }
    demand = DemandProgram(of: position, in: model, warmUpDays: warmUpDays)
    outages = content.shortages.filter { $0.products.selects(product, at: position) }
      .map { OutageProcess($0, ticksPerDay: content.experiment.ticksPerDay) }
    var tables = OrderTables()
    func plan(_ policy: Position<Policy>) -> (nodes: [NodePlan], windows: [ReleaseWindow]) {
      var windows: [ReleaseWindow] = []
      let nodes = network.nodes.map { node in
        NodePlan(
          node, of: position, in: model, under: content.policies[policy], windows: &windows,
          tables: &tables)
      }
      return (nodes, windows)
    }
    let followed = policies.map(plan)
    plans = followed.map(\.nodes)
    releaseWindows = followed.map(\.windows)
    var warmUp: (nodes: [NodePlan], windows: [ReleaseWindow]) = ([], [])
    if case .buildUp = content.experiment.start { warmUp = plan(content.experiment.baseline) }
    orderTables = tables
    func allocation(_ policy: Position<Policy>) -> AllocationPlan {
      AllocationPlan(
        content.policies[policy], of: product, in: network,
        ticksPerDay: content.experiment.ticksPerDay)
    }
    allocations = policies.map(allocation)
    baselineAllocation = allocation(content.experiment.baseline)
    baselinePlans = warmUp.nodes
    baselineWindows = warmUp.windows
    hasPools = (followed.map(\.nodes) + [warmUp.nodes]).contains { nodes in
      nodes.contains { $0.reserving.hasPool }
    }
    lifeExtensions = content.timeline.compactMap { phase in
      guard let extended = phase.lifeExtension, extended.products.selects(product, at: position)
      else { return nil }
      return DatedExtension(day: phase.firstDay, days: extended.days)
    }
    startingLots = Self.startingLots(of: position, in: content, network)
    startingQuantities = Self.startingQuantities(of: product, in: content, network)
    duty = DutyPlan(of: position, in: model)
    cover =
      content.experiment.measuresCover ? CoverPlan(of: position, in: model, duty: duty) : nil
  }
}

extension CompiledProduct {
  private static func startingLots(
    of product: Position<Product>, in content: SupplyModel.Content, _ network: ProductNetwork
  ) -> [NodeLot] {
    guard case .lots(let lots) = content.experiment.start else { return [] }
    return lots.filter { $0.product == product }.compactMap { lot in
      network.nodes.firstIndex { $0.location == lot.location }.map {
        NodeLot(node: $0, quantity: lot.quantity, expiry: lot.expiryDay)
      }
    }
  }

  private static func startingQuantities(
    of product: Product, in content: SupplyModel.Content, _ network: ProductNetwork
  ) -> [Int64] {
    guard case .given(.level(let level), _) = content.experiment.start else { return [] }
    return network.nodes.map {
      level.units(
        of: product, normalConsumption: $0.normalConsumption, rounding: .none,
        ticksPerDay: content.experiment.ticksPerDay)
    }
  }
}

/// What a node aims at and how it orders, under one policy.
///
/// What every event reads stands first, so that it lies together in memory; what only some rules
/// need comes after it, and the three truths in between say whether it must be read at all.
struct NodePlan: Sendable, BitwiseCopyable {
  /// What the position is brought up to: operating stock and reserve, or operating stock alone where
  /// the reserve has a pool of its own. [units]
  var target: Int64
  /// Orders are multiples of this. [units]
  var orderMultiple: Int64
  /// The node it orders from; −1 − k for the product's supplier k.
  var source: Int32
  /// From shipping to receipt, if it orders from a node; −1 − k where it is drawn from the k-th
  /// transfer time of `OrderTables`. [days]
  var leadTimeDays: Int32
  /// The node's tier.
  var tier: Int32
  /// How long before its expiry a lot leaves the position: 0 where the position counts everything
  /// on hand, 1 where it counts what is usable tomorrow, more where what is usable must still be
  /// issued with some life left. [days]
  var usableMarginDays: Int32
  /// How long before its expiry a lot first changes what the node does. [days]
  var wakeMarginDays: Int32
  /// What is too short-dated to be received. [days before expiry]
  var minimumLifeAtReceiptDays: Int32
  /// What is too short-dated to be issued to a location below. [days before expiry]
  var minimumLifeAtIssueDays: Int32

  /// Whether lots go on one shelf, and the day of their receipt does not matter.
  var shelvesPlainly: Bool
  /// Whether whatever is on hand can be issued to anyone, what expires first first.
  var issuesPlainly: Bool
  /// Whether orders are up to the target, without a maximum, and the reserve is only a part of it.
  var ordersPlainly: Bool

  /// How much it orders.
  var ordering: OrderPlan
  /// When it orders.
  var review: ReviewPattern
  /// Which lot is issued first.
  var issue: IssuePlan
  /// What is held for preparedness. [units]
  var reserve: Int64
  /// How the reserve is kept and released.
  var reserving: ReservePlan
  /// Whether the reserve limits what may be issued.
  var keepsReserve: Bool
  /// Whether the reserve is nothing but a higher target.
  var reservesPlainly: Bool

  init(
    _ node: ProductNetwork.Node, of product: Position<Product>, in model: SupplyModel,
    under policy: Policy, windows: inout [ReleaseWindow], tables: inout OrderTables
  ) {
    let content = model.content
    let location = content.locations[node.location]
    let item = content.products[product]
    guard
      let settings = policy.settings(for: item, at: product, in: location, at: node.location)
    else { preconditionFailure("a valid model sets a level wherever a product is handled") }
    let parts = [settings.operating, settings.reserve].map {
      $0.units(
        of: item, normalConsumption: node.normalConsumption, rounding: settings.rounding,
        ticksPerDay: content.experiment.ticksPerDay)
    }
    reserve = parts[1]
    orderMultiple = settings.orderIn == .packs ? item.packSize : 1
    review = ReviewPattern(settings.review)
    ordering = OrderPlan(
      settings, of: item, normalConsumption: node.normalConsumption, orderMultiple: orderMultiple,
      ticksPerDay: content.experiment.ticksPerDay, tables: &tables)
    tier = Int32(location.tier.index)
    minimumLifeAtReceiptDays = Int32(settings.minimumLifeAtReceiptDays)
    minimumLifeAtIssueDays = Int32(settings.minimumLifeAtIssueDays)
    // A store that only supplies others can use what it may still issue to them.
    let usableLife = node.consumption == nil ? max(1, settings.minimumLifeAtIssueDays) : 1
    usableMarginDays = settings.position == .usableTomorrow ? Int32(usableLife) : 0
    issue = IssuePlan(settings.issue, packSize: item.packSize)
    reserving = ReservePlan(
      settings,
      refillPerDay: settings.refillPerDay?.units(
        of: item, normalConsumption: node.normalConsumption, rounding: .none,
        ticksPerDay: content.experiment.ticksPerDay),
      leadTimeDays: Self.usualLeadTimeDays(of: node, in: content),
      usableMarginDays: usableMarginDays, timeline: content.timeline, windows: &windows)
    reservesPlainly = reserving.isPlain
    keepsReserve = reserving.hasPool || reserving.release != .always
    target = reserving.hasPool ? parts[0] : parts[0] + parts[1]
    wakeMarginDays = max(usableMarginDays, reserving.wakeMarginDays)
    shelvesPlainly =
      !issue.goesByArrival && !reserving.hasPool && reserving.release != .onStockout
    issuesPlainly = issue.kind == .fefo && minimumLifeAtIssueDays <= 1 && !keepsReserve
    ordersPlainly =
      ordering.rule == .orderUpTo && !ordering.staysDue && ordering.maximum == .max
      && reservesPlainly
    switch node.source {
    case .node(let parent, let leadTime):
      source = Int32(parent)
      switch leadTime {
      case .days(let days): leadTimeDays = Int32(days)
      case .drawn(let time): leadTimeDays = -1 - tables.add(time)
      }
    case .supplier(let supplier):
      let ordinal = model.networks[product.index].suppliers.firstIndex(of: supplier) ?? 0
      source = Int32(-1 - ordinal)
      leadTimeDays = 0
    }
  }
}

extension NodePlan {
  /// Operating stock and reserve together. [units]
  var wholeTarget: Int64 { reserving.hasPool ? target + reserve : target }

  /// What an order usually takes: the mean of what is drawn, rounded up. [days]
  private static func usualLeadTimeDays(
    of node: ProductNetwork.Node, in content: SupplyModel.Content
  ) -> Int {
    switch node.source {
    case .node(_, .days(let days)): days
    case .node(_, .drawn(let time)): max(1, Int(time.mean.rounded(.up)))
    case .supplier(let supplier): Int(content.suppliers[supplier].leadTime.mean.rounded(.up))
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
  let ticksPerDay: Int64

  init(
    _ supplier: Supplier, normalConsumption: DailyRate, packSize: Int64, ticksPerDay: Int = 1
  ) {
    self.ticksPerDay = Int64(ticksPerDay)
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
