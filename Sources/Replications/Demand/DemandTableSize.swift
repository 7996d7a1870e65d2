import Quantities
import RandomStreams
import SupplyModel

/// How large the tables are that demand is drawn from.
struct DemandTableSize {
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
