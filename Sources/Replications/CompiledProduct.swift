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
  /// How many ticks make a day.
  let ticksPerDay: Int
  let places: [Place]
  /// Whether its locations belong to more than one authority.
  let hasSeveralAuthorities: Bool
  /// All suppliers that it may come from; at most 64.
  let suppliers: [CompiledSupplier]
  /// By supplier: from an order to its receipt. [days]
  let leadTimes: [Distribution]
  /// By supplier: the remaining life of what it delivers, at receipt.
  let remainingLives: [RemainingLife]
  /// Whom locations buy from, as `NodePlan.source` refers to it.
  let chains: [CompiledChain]
  /// The suppliers of the chains, one chain after the other.
  let chainSuppliers: [Int32]
  /// For each chain that care units depend on: those of its suppliers that always deliver.
  let shortageMasks: [UInt64]
  /// The locations that order from suppliers, in order.
  let topNodes: [Int32]
  /// Whether every location has one supplier, who decides on orders one after the other.
  var suppliesPlainly: Bool
  /// Whether each order can be decided as soon as it is made, whatever others order: from suppliers who
  /// can deliver any quantity.
  let decidesAtOnce: Bool
  /// Before which day everything expires that the one topmost store may hold, counted from the start of the
  /// warm-up; 0 where that is too far off, or there are several such stores. [day]
  let binnedDays: Int
  /// Decisions about the product.
  let decisions: [CompiledDecision]
  let demand: DemandProgram
  let outages: [OutageProcess]
  /// The nodes' plans under each compiled policy.
  let plans: [[NodePlan]]
  /// The nodes' plans under the baseline, where the warm-up is run under it; else empty.
  let baselinePlans: [NodePlan]
  /// What changes the nodes' targets while a run goes on, under each compiled policy; empty where
  /// nothing does.
  let targetPlans: [[TargetPlan]]
  /// The same under the baseline, where the warm-up is run under it.
  let baselineTargets: [TargetPlan]
  /// How targets get from the baseline's to each compiled policy's.
  let buildUps: [BuildUpPlan]
  /// How goods move besides the way from suppliers down to care units, under each compiled policy.
  let lateralPlans: [LateralPlan]
  /// The same under the baseline.
  let baselineLateral: LateralPlan
  /// When phases of the timeline release reserves, under each compiled policy.
  let releaseWindows: [[PhaseRelease]]
  /// The same under the baseline, where the warm-up is run under it.
  let baselineWindows: [PhaseRelease]
  /// Whether some reserve stands on a shelf of its own.
  let hasPools: Bool
  /// What the phases of the timeline do to it, besides demand and supply.
  let timeline: TimelinePlan
  /// What stands where on day 0, if the scenario lists it.
  let startingLots: [NodeLot]
  /// What locations begin with whatever the policy, if the scenario says so. [units]
  let startingQuantities: [Int64]
  /// Who must hold how much; `nil` where nobody must, or the scenario does not ask.
  public let duty: DutyPlan?
  /// Where it is looked for how long it lasts; `nil` where supply is not cut.
  public let endurance: EndurancePlan?
  /// What cover is measured for; `nil` where the scenario does not ask.
  public let cover: CoverPlan?

  /// Whether all is so plain under each compiled policy that the short way through a day can be taken.
  private(set) var plainPolicies: [Bool] = []

  /// Whether under all of them nearly all patients come to care units whose days are run in stretches as long
  /// as their store has enough.
  private(set) var restsMostly = false

  /// Whether the policy starts on the first day of the horizon, after a warm-up of the baseline.
  var buildsUp: Bool { !baselinePlans.isEmpty }

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
    /// Whether it is a national reserve.
    let isNationalReserve: Bool
    /// Its place among the locations that order from suppliers; −1 for others.
    var top: Int32 = -1
  }

  init(_ position: Position<Product>, of model: SupplyModel, policies: [Position<Policy>]) {
    let content = model.content
    let product = content.products[position]
    let network = model.networks[position.index]
    self.position = position
    warmUpDays = model.warmUpDays[position.index]
    locations = network.nodes.map(\.location)
    streamID = StableHash.of(product.id)
    shelfLifeDays = product.shelfLifeDays
    ticksPerDay = content.experiment.ticksPerDay
    var places = network.nodes.map { node in
      let location = content.locations[node.location]
      let authority = location.authority(of: product.category)
      return Place(
        locationID: StableHash.of(location.id),
        authorityID: StableHash.of(content.authorities[authority].id),
        authority: authority.index, tier: location.tier.index,
        location: node.location.index, carePriority: Int32(location.carePriority),
        normalConsumption: node.normalConsumption,
        isNationalReserve: node.nationalReserve != nil)
    }
    let topNodes = network.nodes.indices.filter {
      if case .supplier = network.nodes[$0].source { true } else { false }
    }
    for (top, node) in topNodes.enumerated() { places[node].top = Int32(top) }
    self.topNodes = topNodes.map { Int32($0) }
    self.places = places
    hasSeveralAuthorities = Set(places.map(\.authority)).count > 1
    var decisions: [CompiledDecision] = []
    suppliers = network.suppliers.map { supplier in
      let stated = content.suppliers[supplier]
      if let readiness = stated.readiness {
        decisions.append(
          CompiledDecision(
            readiness.decision, timeline: content.timeline, startUpDays: readiness.startUpDays))
      }
      return CompiledSupplier(
        stated, at: supplier, normalConsumption: network.normalConsumption,
        packSize: product.packSize, ticksPerDay: content.experiment.ticksPerDay,
        readiness: stated.readiness == nil ? -1 : decisions.count - 1)
    }
    leadTimes = network.suppliers.map { content.suppliers[$0].leadTime }
    remainingLives = network.suppliers.map { content.suppliers[$0].remainingLife }
    (chains, chainSuppliers) = Self.chains(of: network)
    shortageMasks = Self.shortageMasks(of: network, in: content)
    suppliesPlainly = suppliers.allSatisfy(\.isPlain) && chains.allSatisfy { $0.count == 1 }
    // Two orders of one authority on one day have two numbers.
    decidesAtOnce =
      suppliesPlainly && suppliers.allSatisfy { $0.capacityNanoUnitsPerDay == nil }
      && Set(topNodes.map { places[$0].authority }).count == topNodes.count
    demand = DemandProgram(of: position, in: model, warmUpDays: warmUpDays)
    binnedDays =
      topNodes.count == 1
      ? Self.binnedDays(network.suppliers.map { content.suppliers[$0] }, product, demand) : 0
    outages = OutageProcess.processes(of: position, suppliers: network.suppliers, in: model)
    var tables = OrderTables()
    func plan(_ policy: Position<Policy>) -> (nodes: [NodePlan], windows: [PhaseRelease]) {
      var windows: [PhaseRelease] = []
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
    var warmUp: (nodes: [NodePlan], windows: [PhaseRelease]) = ([], [])
    if case .buildUp = content.experiment.start { warmUp = plan(content.experiment.baseline) }
    orderTables = tables
    func allocation(_ policy: Position<Policy>) -> AllocationPlan {
      AllocationPlan(
        content.policies[policy], of: product, in: network,
        ticksPerDay: content.experiment.ticksPerDay)
    }
    allocations = policies.map(allocation)
    baselineAllocation = allocation(content.experiment.baseline)
    let buildUps = policies.map {
      BuildUpPlan(content.policies[$0], of: position, in: content.products)
    }
    self.buildUps = buildUps
    targetPlans = policies.indices.map {
      TargetPlan.all(
        content.policies[policies[$0]], followed[$0].nodes, from: warmUp.nodes, buildUps[$0],
        of: position, in: model)
    }
    baselineTargets =
      warmUp.nodes.isEmpty
      ? []
      : TargetPlan.all(
        content.policies[content.experiment.baseline], warmUp.nodes, from: [], .immediate,
        of: position, in: model)
    func lateral(_ policy: Position<Policy>) -> LateralPlan {
      LateralPlan(content.policies[policy], of: position, in: model, decisions: &decisions)
    }
    lateralPlans = policies.map(lateral)
    baselineLateral = lateral(content.experiment.baseline)
    self.decisions = decisions
    baselinePlans = warmUp.nodes
    baselineWindows = warmUp.windows
    hasPools = (followed.map(\.nodes) + [warmUp.nodes]).contains { nodes in
      nodes.contains { $0.reserving.hasPool }
    }
    timeline = TimelinePlan(of: position, network, in: content)
    startingLots = Self.startingLots(of: position, in: content, network)
    startingQuantities = Self.startingQuantities(of: product, in: content, network)
    duty = DutyPlan(of: position, in: model)
    endurance = EndurancePlan(of: position, in: model, demand: demand, warmUpDays: warmUpDays)
    cover =
      content.experiment.measuresCover ? CoverPlan(of: position, in: model, duty: duty) : nil
    plainPolicies = policies.indices.map {
      runsPlainly(policy: $0, shortfall: product.shortfall)
    }
    restsMostly = policies.indices.allSatisfy { plainPolicies[$0] && restsMostly(policy: $0) }
  }
}
