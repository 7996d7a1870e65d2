import Quantities
import Replications
import SupplyModel

/// What a study follows over time besides its measures, and where that stands in the row of whole
/// numbers that is kept of every replication.
///
/// The numbers of one replication that different cores have found are added up; what they find
/// together (how many products are short of cover) is filled in when all products have been run.
struct Chronicle: Sendable {
  /// For which days stock, cover and shortages are told.
  let points: TimelinePoints
  /// In which stretches of time discard is told.
  let discardPeriods: DiscardPeriods
  /// How many phases the timeline has.
  let phaseCount: Int
  /// Whether what happens is told apart by the periods of the timeline.
  let followsPeriods: Bool
  /// Which ranks of cover are kept. Of one product alone stock says it.
  let ranks: [CoverRank]
  /// Whether any shortage may be announced before it begins, so that what is known is something else.
  let hasAnnouncements: Bool
  /// By compiled product: its place among those whose cover is told; −1 for those that nobody uses.
  let coverPlaces: [Int]
  /// How many products have consumption, so that their cover is told. [1]
  let coveredCount: Int
  /// By compiled product: what all care units normally use of it. [10⁻⁹ units/day]
  let nanoUnitsPerDay: [Int64]
  /// The groups that are told apart by period, in the order of the tables.
  let periodGroups: [PeriodGroup]
  /// By category, then location: the region that answers for it.
  let regionOfLocation: [[Int32]]
  let regionCount: Int
  private let policyCount: Int

  /// A group that is told apart by period.
  struct PeriodGroup: Sendable {
    /// Its place in `Grouping.groups`.
    let group: Int
    /// The region whose locations it has; `nil` for all.
    let region: Int?
    /// By compiled product: whether it is in the group.
    let hasProduct: [Bool]
  }

  /// What is summed of a group in a period.
  enum PeriodSum: Int, CaseIterable {
    /// Sum of the weights of the products with demand. [1]
    case weight
    /// Weighted sum of unmet shares. [10⁻¹²]
    case weightedUnmet
    /// (Care unit, product, tick) with unmet demand. [ticks]
    case stockoutTicks
    /// What expired, at purchase price. [öre]
    case discardedOre
  }

  /// Nothing, where a study wants few numbers.
  static let none = Chronicle()

  private init() {
    points = .none
    discardPeriods = .none
    (phaseCount, regionCount, policyCount, coveredCount) = (0, 0, 0, 0)
    (coverPlaces, nanoUnitsPerDay, periodGroups, regionOfLocation) = ([], [], [], [])
    (followsPeriods, hasAnnouncements, ranks) = (false, false, [])
  }

  init(_ compiled: CompiledModel, _ grouping: Grouping) {
    let content = compiled.model.content
    let experiment = content.experiment
    policyCount = compiled.policies.count
    points = TimelinePoints(
      horizonTicks: experiment.horizonDays, ticksPerDay: experiment.ticksPerDay)
    discardPeriods = DiscardPeriods(
      horizonTicks: experiment.horizonDays, ticksPerDay: experiment.ticksPerDay)
    phaseCount = content.timeline.count
    nanoUnitsPerDay = compiled.products.map {
      compiled.model.networks[$0.position.index].normalConsumption.nanoUnits
    }
    var used = 0
    coverPlaces = nanoUnitsPerDay.map { perDay in
      guard perDay > 0 else { return -1 }
      used += 1
      return used - 1
    }
    coveredCount = used
    ranks =
      used == 0 || compiled.products.count == 1 ? [] : used == 1 ? [.median] : CoverRank.allCases
    hasAnnouncements = content.shortages.contains { $0.announcement != nil }
    regionCount = content.regions.count
    followsPeriods = !content.timeline.isEmpty
    guard followsPeriods else {
      (periodGroups, regionOfLocation) = ([], [])
      return
    }
    regionOfLocation = Category.allCases.map { category in
      content.locations.map { Int32(content.authorities[$0.authority(of: category)].region.index) }
    }
    let everything = compiled.products.map { _ in true }
    periodGroups = grouping.groups.indices.compactMap { index in
      let group = grouping.groups[index]
      switch group.level {
      case .all: return PeriodGroup(group: index, region: nil, hasProduct: everything)
      case .region:
        guard content.regions.count > 1, group.careUnitCount > 0,
          let region = content.regions.positions.first(where: {
            content.regions[$0].id == group.key
          })
        else { return nil }
        return PeriodGroup(group: index, region: region.index, hasProduct: everything)
      case .category, .demandClass:
        return PeriodGroup(
          group: index, region: nil,
          hasProduct: compiled.products.map {
            grouping.groupsOfProduct[$0.position.index].contains(index)
          })
      default: return nil
      }
    }
  }

  /// How many periods there are.
  var periodCount: Int { followsPeriods ? PeriodCalendar.count(phases: phaseCount) : 0 }

  /// How many numbers `ReplicationPart.covers` has.
  var coverCount: Int { ranks.isEmpty ? 0 : policyCount * points.ticks.count * coveredCount }

  // MARK: Places in the row

  /// The stock under a policy at the first point; the others follow.
  func stock(_ policy: Int) -> Int { policy * points.ticks.count }

  private var firstCover: Int { policyCount * points.ticks.count }

  /// A rank of cover under a policy at the first point; the others follow.
  func cover(_ policy: Int, _ rank: CoverRank) -> Int {
    firstCover + (policy * ranks.count + rank.rawValue) * points.ticks.count
  }

  private var firstShortage: Int {
    firstCover + policyCount * ranks.count * points.ticks.count
  }

  /// How many products are in shortage at the first point, as a fact or as far as is known; the other
  /// points follow. Where nothing is announced the two are the same.
  func shortages(areKnown: Bool) -> Int {
    firstShortage + (areKnown && hasAnnouncements ? points.ticks.count : 0)
  }

  private var firstDiscard: Int {
    firstShortage + (hasAnnouncements ? 2 : 1) * points.ticks.count
  }

  /// What has been discarded under a policy in the first quarter; the others follow.
  func discards(_ policy: Int) -> Int { firstDiscard + policy * discardPeriods.quarterCount }

  private var firstWindow: Int { firstDiscard + policyCount * discardPeriods.quarterCount }

  /// The first day of a phase's window; the first day after it follows.
  func window(_ phase: Int) -> Int { firstWindow + 2 * phase }

  private var firstSum: Int { firstWindow + 2 * phaseCount }

  /// The first of the sums of a group in a period under a policy.
  ///
  /// - Parameter group: its place in `periodGroups`.
  func sums(_ policy: Int, _ period: Int, _ group: Int) -> Int {
    firstSum + ((policy * periodCount + period) * periodGroups.count + group)
      * PeriodSum.allCases.count
  }

  /// How many numbers there are.
  var width: Int { sums(policyCount, 0, 0) }
}

/// How the cover of several products is told in one number.
public enum CoverRank: Int, Sendable, CaseIterable {
  /// Half of the products have at most so much.
  case median
  /// One in ten has at most so much.
  case lowestTenth

  /// The place of the one among `count` products in order of cover, from 0.
  func place(among count: Int) -> Int {
    let percent = self == .median ? 50 : 10
    return max(0, (count * percent + 99) / 100 - 1)
  }
}
