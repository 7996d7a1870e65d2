import Quantities
import RandomStreams
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
    var demand = DemandSize(model)
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
      let ofDays = days * Double(8 * content.tiers.count + 64)
      ofJob[jobs.first(of: product.index), default: 0] +=
        ofNodes + ofDays + drawn.demands * Self.bytesPerDemand
      demandsOfLargest = max(demandsOfLargest, drawn.demands)
      locationsOfLargest = max(locationsOfLargest, nodes)
    }
    workingSet = ofJob.values.max() ?? 0
  }

  /// What a product takes besides its locations: arrays of its own for everything.
  private static let bytesPerProduct = 8_000.0

  /// What a worker keeps for a location: plan, state, sums, shelf, lots and goods under way.
  private static let bytesPerNode =
    MemoryLayout<NodePlan>.stride + MemoryLayout<ProductRun.NodeState>.stride
    + MemoryLayout<Tally>.stride + 24 * MemoryLayout<Lot>.stride
    + 4 * MemoryLayout<ShipmentCalendar.Shipment>.stride + 64

  /// What a worker keeps for a demand: as it is drawn, and in the order of days, with room to grow.
  private static let bytesPerDemand =
    1.25
    * Double(MemoryLayout<DemandHistory.Drawn>.stride + MemoryLayout<DemandHistory.Event>.stride)

  /// More than so many demands or locations of a product cannot be numbered. [1]
  public static let most = Double(Int32.max / 2)
}

/// How large the tables are that demand is drawn from.
private struct DemandSize {
  private let model: SupplyModel
  /// By demand class and profile: how many multipliers the course of a care unit has.
  private var courses: [CourseKey: Double] = [:]
  /// By mean, roughly, and dispersion: how many cells a table has.
  private var cells: [TableKey: Double] = [:]

  private struct CourseKey: Hashable {
    let demandClass: Int
    let profile: Int
  }

  private struct TableKey: Hashable {
    /// Exponent and five binary digits of the mean: tables grow slowly.
    let mean: UInt64
    let dispersion: Double
  }

  init(_ model: SupplyModel) { self.model = model }

  /// The bytes of a product's tables, and how many demands a replication has of it.
  mutating func size(of network: ProductNetwork) -> (tables: Double, demands: Double) {
    let content = model.content
    var (bytes, demands) = (0.0, 0.0)
    var known: Set<Shared> = []
    for node in network.nodes {
      guard let place = node.consumption else { continue }
      let row = content.consumption[place]
      bytes += Double(MemoryLayout<DemandProgram.Unit>.stride)
      let mean =
        row.normal.unitsPerDay * row.actualFactor / Double(content.experiment.ticksPerDay)
      demands += min(1, mean * 1.5) * days(row)
      guard known.insert(Shared(row)).inserted, !model.hasSteadyDemand else { continue }
      let multipliers = multipliers(row)
      bytes += multipliers * tableBytes(row.family, mean: mean)
    }
    return (bytes, demands)
  }

  /// What care units of a product must have in common to share tables, as far as matters here.
  private struct Shared: Hashable {
    let nanoUnits: Int64
    let profile: Int
    let dispersion: Double

    init(_ row: Consumption) {
      nanoUnits = row.normal.nanoUnits
      profile = row.profile?.index ?? -1
      if case .negativeBinomial(let index) = row.family {
        dispersion = index
      } else {
        dispersion = 1
      }
    }
  }

  private func days(_ row: Consumption) -> Double {
    Double(model.warmUpDays[row.product.index] + model.content.experiment.horizonDays)
  }

  private mutating func tableBytes(_ family: DemandFamily, mean: Double) -> Double {
    let dispersion: Double
    switch family {
    case .constant: return 0
    case .empirical(let history): return Double(8 * history.unitsPerDay.count)
    case .poisson: dispersion = 1
    case .negativeBinomial(let index): dispersion = index
    case .compoundPoisson(let sizes), .stated(let sizes): dispersion = max(1, 2 * sizes.mean)
    }
    let key = TableKey(mean: mean.bitPattern >> 47, dispersion: dispersion)
    let count = cells[key] ?? Self.cellCount(mean: mean, dispersion: dispersion)
    cells[key] = count
    return count * Double(MemoryLayout<AliasCell>.stride) + Double(MemoryLayout<TableLaw>.stride)
  }

  /// How many cells a table has: one for each value that has one of 2⁶⁴ draws, rounded up to a power
  /// of two.
  private static func cellCount(mean: Double, dispersion: Double) -> Double {
    guard mean > 0, mean.isFinite, dispersion.isFinite else { return 1 }
    let excess = dispersion - 1
    let mode = max(0, mean - excess).rounded(.down)
    let most = Double(DiscreteTable.maximumCount)
    // Relative to the mode, outwards until a value is rounded away.
    var (count, sum) = (1.0, 1.0)
    var (value, weight) = (mode, 1.0)
    while count < most {
      weight *= (mean + excess * value) / (dispersion * (value + 1))
      if weight < sum * 0x1p-65 { break }
      value += 1
      count += 1
      sum += weight
    }
    (value, weight) = (mode, 1)
    while value > 0, count < most {
      weight *= dispersion * value / (mean + excess * (value - 1))
      if weight < sum * 0x1p-65 { break }
      value -= 1
      count += 1
      sum += weight
    }
    // Where demand is rare days without any are drawn as gaps, and have no cell.
    if mode == 0, count > 1, 1 - 1 / sum < TableLaw.gapLimit { count -= 1 }
    var cells = 1.0
    while cells < count { cells *= 2 }
    return cells
  }

  /// How many different multipliers the days of a care unit have.
  private mutating func multipliers(_ row: Consumption) -> Double {
    let content = model.content
    if content.timeline.isEmpty, row.profile == nil { return 1 }
    let horizon = content.experiment.horizonDays
    // Centuries of hours are not looked at one by one: any may differ.
    if horizon > 4_000_000 { return Double(horizon) }
    let key = CourseKey(
      demandClass: content.products[row.product].demandClass.index,
      profile: row.profile?.index ?? -1)
    if let known = courses[key] { return known }
    let calendar = DemandCalendar(
      startDate: content.experiment.startDate, ticksPerDay: content.experiment.ticksPerDay,
      warmUpDays: model.warmUpDays[row.product.index])
    let factors = ProfileFactors(
      row.profile.map { content.demandProfiles[$0] }, calendar: calendar, horizonDays: horizon)
    let course = DemandEffects(on: row.product, at: row.location, in: content).course(
      of: content.timeline, in: content.timeline.map(\.statedWindow), profile: factors.horizon,
      days: horizon)
    let count = Double(Set(factors.warmUp + course).count)
    courses[key] = count
    return count
  }
}
