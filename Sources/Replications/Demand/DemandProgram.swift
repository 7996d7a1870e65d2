import Quantities
import RandomStreams
import SupplyModel

/// How the daily demand of each care unit for a product comes about.
///
/// The distribution of a day's demand depends on the care unit and the multiplier of its mean only,
/// so it is tabulated once for each multiplier: a draw is one random number and one table look-up.
/// Where a day without demand is the rule, the number of such days is drawn instead (a geometric
/// gap), so that a slow mover costs next to nothing. Care units with the same consumption share
/// their tables, those with the same profile and the same effects of the timeline share the course of
/// multipliers. Where the timeline is random, courses are made for each replication: `DrawnDemand`.
struct DemandProgram: Sendable {
  /// Care units with demand, in the order of the network's nodes.
  private(set) var units: [Unit] = []
  /// The segments of all courses that units follow, one course after the other.
  private(set) var segments: [DemandCourse.Segment] = []
  /// The multipliers of all courses, one course after the other.
  private(set) var multipliers: [Double] = []
  /// The distributions of all units, each unit's in the order of its course's multipliers.
  private(set) var laws: [TableLaw] = []
  /// The alias tables of all laws, one after the other.
  private(set) var cells: [AliasCell] = []
  /// The days of all consumption histories, one after the other. [units]
  private(set) var pastUnits: [Int64] = []
  /// Courses that differ from replication to replication.
  private(set) var drawnCourses: [DrawnCourse] = []
  /// Uses that follow one of them and are drawn from tables.
  private(set) var drawnUses: [Shared] = []
  /// Prescribed demand that phases may turn to care units.
  private(set) var spillOver: SpillOverPlan
  /// Where the simulated days lie in the calendar.
  let calendar: DemandCalendar
  /// Days simulated, warm-up included. [days]
  let totalDays: Int

  /// A care unit and how its demand comes about.
  struct Unit: Sendable {
    let node: Int32
    let locationID: UInt64
    /// Its course, where that is the same in every replication.
    let course: UnitCourse
    /// The place of its course in `drawnCourses`; −1 where it is the same in every replication.
    let drawnCourse: Int32
    let source: Source
    /// The place of its prescribed demand in `spillOver.laws`; −1 for none.
    let prescribed: Int32
  }

  /// Where the course of a care unit stands: here, or in `DrawnDemand`.
  struct UnitCourse: Sendable {
    /// Where its segments stand in `segments`.
    let segments: Range<Int>
    /// Where its multipliers begin in `multipliers`.
    let firstMultiplier: Int
  }

  /// The ways in which demand comes about; each is drawn in a file of its own,
  /// `DemandHistory+Tables.swift` and so on.
  enum Source: Sendable {
    /// Day by day or gap by gap from tables, one for each multiplier of the course; `firstLaw` is the
    /// place of the first in `laws`, or of the use in `drawnUses`.
    case tables(firstLaw: Int)
    /// The mean as it is, fraction by fraction.
    case constant(SteadyUse)
    /// Week by week from the past.
    case empirical(PastUse)
  }

  /// A course that is made for each replication.
  struct DrawnCourse: Sendable {
    let effects: DemandEffects
    let profile: ProfileFactors
  }

  init(of product: Position<Product>, in model: SupplyModel, warmUpDays: Int) {
    let content = model.content
    let horizon = content.experiment.horizonDays
    calendar = DemandCalendar(
      startDate: content.experiment.startDate, ticksPerDay: content.experiment.ticksPerDay,
      warmUpDays: warmUpDays)
    totalDays = warmUpDays + horizon
    spillOver = SpillOverPlan(of: product, in: content, isSteady: model.hasSteadyDemand)
    let windows = content.timeline.map(\.statedWindow)
    var factors: [Position<DemandProfile>?: ProfileFactors] = [:]
    var courses: [CourseKey: Course] = [:]
    var sources: [Shared: Source] = [:]
    for (node, place) in model.networks[product.index].nodes.enumerated() {
      guard let row = place.consumption else { continue }
      let consumption = content.consumption[row]
      let profile = consumption.profile
      let ownFactors =
        factors[profile]
        ?? ProfileFactors(
          profile.map { content.demandProfiles[$0] }, calendar: calendar, horizonDays: horizon)
      factors[profile] = ownFactors
      let effects = DemandEffects(on: product, at: consumption.location, in: content)
      let key = CourseKey(profile: profile, effects: effects)
      let course =
        courses[key]
        ?? (effects.isDrawn(content.timeline)
          ? addDrawn(effects, ownFactors)
          : add(
            ownFactors.warmUp
              + effects.course(
                of: content.timeline, in: windows, profile: ownFactors.horizon, days: horizon),
            isUneven: ownFactors.isUneven))
      courses[key] = course
      let shared = Shared(use: Use(consumption), course: course)
      let source =
        sources[shared]
        ?? (model.hasSteadyDemand ? .constant(shared.use.steady) : addSource(of: shared))
      sources[shared] = source
      units.append(
        Unit(
          node: Int32(node),
          locationID: StableHash.of(content.locations[consumption.location].id),
          course: UnitCourse(
            segments: course.segments, firstMultiplier: course.multipliers.lowerBound),
          drawnCourse: course.drawn, source: source,
          prescribed: spillOver.addLaw(
            of: consumption.prescribed, ticksPerDay: calendar.ticksPerDay)))
    }
    // An array that has grown has room for up to as many elements again, which for a nation's tables
    // are hundreds of megabytes; a copy has none.
    units = units.map { $0 }
    laws = laws.map { $0 }
    cells = cells.map { $0 }
  }

  /// What decides the course of a care unit.
  private struct CourseKey: Hashable {
    let profile: Position<DemandProfile>?
    let effects: DemandEffects
  }

  /// Where a course stands in the program.
  struct Course: Hashable, Sendable {
    var segments = 0..<0
    var multipliers = 0..<0
    /// Its place in `drawnCourses`, if it is drawn; else −1.
    var drawn: Int32 = -1
    let isUneven: Bool
  }

  private mutating func add(_ course: [Double], isUneven: Bool) -> Course {
    let course = DemandCourse(course)
    let (firstSegment, firstMultiplier) = (segments.count, multipliers.count)
    segments += course.segments
    multipliers += course.multipliers
    return Course(
      segments: firstSegment..<segments.count, multipliers: firstMultiplier..<multipliers.count,
      isUneven: isUneven)
  }

  private mutating func addDrawn(_ effects: DemandEffects, _ profile: ProfileFactors) -> Course {
    drawnCourses.append(DrawnCourse(effects: effects, profile: profile))
    return Course(drawn: Int32(drawnCourses.count - 1), isUneven: profile.isUneven)
  }

  /// A use with its course: what care units with the same distributions share.
  struct Shared: Hashable, Sendable {
    let use: Use
    let course: Course
  }

  /// Tabulates what a care unit's demand needs; a new family is one line here or in `Use.table`.
  private mutating func addSource(of shared: Shared) -> Source {
    switch shared.use.family {
    case .poisson, .negativeBinomial, .compoundPoisson, .stated: return addLaws(of: shared)
    case .constant:
      return .constant(
        SteadyUse(perDay: shared.use.normal, actualFactor: shared.use.actualFactor))
    case .empirical(let past):
      let first = pastUnits.count
      pastUnits += past.unitsPerDay
      return .empirical(
        PastUse(
          days: first..<pastUnits.count, firstWeekday: past.firstWeekday,
          actualFactor: shared.use.actualFactor))
    }
  }

  /// Adds a table for each multiplier of the course; where that is drawn, tables are made when they
  /// are needed.
  private mutating func addLaws(of shared: Shared) -> Source {
    guard shared.course.drawn < 0 else {
      drawnUses.append(shared)
      return .tables(firstLaw: drawnUses.count - 1)
    }
    let first = laws.count
    for multiplier in multipliers[shared.course.multipliers] {
      laws.append(shared.law(multiplier: multiplier, calendar, cells: &cells))
    }
    return .tables(firstLaw: first)
  }
}
