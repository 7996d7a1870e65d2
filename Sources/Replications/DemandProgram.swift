import Quantities
import RandomStreams
import SupplyModel

/// How each care unit's daily demand of a product is drawn, stretch by stretch of time.
///
/// The distribution of a day's demand depends on the care unit and the timeline's multiplier only,
/// so it is tabulated once: a draw is one random number and one table look-up. Where a day without
/// demand is the rule, the number of such days is drawn instead (a geometric gap), so that a slow
/// mover costs next to nothing.
struct DemandProgram: Sendable {
  /// Care units with demand, in the order of the network's nodes.
  let units: [Unit]
  /// The stretches of all units, each unit's together.
  let stretches: [Stretch]
  /// The alias tables of all stretches, one after the other.
  let cells: [AliasCell]
  /// Days simulated, warm-up included. [days]
  let totalDays: Int

  /// A care unit and its stretches.
  struct Unit: Sendable {
    let node: Int32
    let locationID: UInt64
    let stretches: Range<Int>
  }

  /// A time during which one distribution holds.
  struct Stretch: Sendable {
    /// First day after it, counted from the start of the warm-up.
    let endDay: Int
    /// Where its table begins in `cells`.
    let firstCell: Int
    /// The table has 2^`cellBits` cells.
    let cellBits: Int
    /// 1 ÷ ln P(no demand) if gaps are drawn, and the table is that of demand above 0; else 0.
    let gapFactor: Double
    /// Whether there is no demand at all.
    let isSilent: Bool
  }

  /// Below this probability of any demand on a day, gaps are drawn. A choice, not tuned: an
  /// exponential draw took 17 ns and a draw from a table 1.1, so that a lower limit may be faster; but
  /// moving it changes which numbers are drawn, and with them every result.
  private static let gapLimit = 0.12

  init(of product: Position<Product>, in model: SupplyModel, warmUpDays: Int) {
    let content = model.content
    let horizon = content.experiment.horizonDays
    let demandClass = content.products[product].demandClass
    let multipliers = (0..<horizon).map { day in
      content.timeline.reduce(1) { $0 * $1.demandMultiplier(of: demandClass, onDay: day) }
    }
    var units: [Unit] = []
    var stretches: [Stretch] = []
    var cells: [AliasCell] = []
    for (node, place) in model.networks[product.index].nodes.enumerated() {
      guard let row = place.consumption else { continue }
      let use = content.consumption[row]
      let first = stretches.count
      var known: [Double: Stretch] = [:]
      var day = -warmUpDays
      while day < horizon {
        let multiplier = day < 0 ? 1 : multipliers[day]
        var end = day < 0 ? 0 : day + 1
        while end < horizon, multipliers[end] == multiplier { end += 1 }
        let like =
          known[multiplier]
          ?? Self.stretch(
            mean: use.normal.unitsPerDay * multiplier, family: use.family, cells: &cells)
        known[multiplier] = like
        stretches.append(
          Stretch(
            endDay: end + warmUpDays, firstCell: like.firstCell, cellBits: like.cellBits,
            gapFactor: like.gapFactor, isSilent: like.isSilent))
        day = end
      }
      units.append(
        Unit(
          node: Int32(node), locationID: StableHash.of(content.locations[use.location].id),
          stretches: first..<stretches.count))
    }
    self.units = units
    self.stretches = stretches
    self.cells = cells
    self.totalDays = warmUpDays + horizon
  }

  /// A stretch of unknown length with a table for one distribution, added to `cells`.
  private static func stretch(
    mean: Double, family: DemandFamily, cells: inout [AliasCell]
  ) -> Stretch {
    let full: DiscreteTable
    switch family {
    case .poisson: full = .poisson(mean: mean)
    case .negativeBinomial(let index):
      full = .negativeBinomial(mean: mean, dispersionIndex: index)
    case .constant, .compoundPoisson, .stated, .empirical:
      full = .poisson(mean: mean)
    }
    let demandLikely = full.probabilityOfPositive
    let firstCell = cells.count
    guard let positive = full.positivePart(), mean > 0 else {
      return Stretch(endDay: 0, firstCell: firstCell, cellBits: 0, gapFactor: 0, isSilent: true)
    }
    let drawsGaps = demandLikely < gapLimit
    let table = drawsGaps ? positive : full
    cells += table.cells
    return Stretch(
      endDay: 0, firstCell: firstCell, cellBits: table.cellBits,
      gapFactor: drawsGaps ? 1 / Elementary.logOnePlus(-demandLikely) : 0, isSilent: false)
  }
}
