import Quantities
import RandomStreams
import SupplyModel

/// How the daily demand of each care unit for a product comes about.
///
/// The distribution of a day's demand depends on the care unit and the multiplier of its mean only,
/// so it is tabulated once for each multiplier: a draw is one random number and one table look-up.
/// Where a day without demand is the rule, the number of such days is drawn instead (a geometric
/// gap), so that a slow mover costs next to nothing. Care units with the same consumption share
/// their tables, those with the same profile share the course of multipliers.
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
  /// Where the simulated days lie in the calendar.
  let calendar: DemandCalendar
  /// Days simulated, warm-up included. [days]
  let totalDays: Int

  /// A care unit and how its demand comes about.
  struct Unit: Sendable {
    let node: Int32
    let locationID: UInt64
    /// Where the segments of its course stand in `segments`.
    let segments: Range<Int>
    /// Where the multipliers of its course begin in `multipliers`.
    let firstMultiplier: Int
    let source: Source
  }

  /// The ways in which demand comes about; each is drawn in a file of its own,
  /// `DemandHistory+Tables.swift` and so on.
  enum Source: Sendable {
    /// Day by day or gap by gap from tables, one for each multiplier of the course.
    case tables(firstLaw: Int)
    /// The mean as it is, fraction by fraction.
    case constant(SteadyUse)
    /// Week by week from the past.
    case empirical(PastUse)
  }

  init(of product: Position<Product>, in model: SupplyModel, warmUpDays: Int) {
    let content = model.content
    let horizon = content.experiment.horizonDays
    calendar = DemandCalendar(
      startDate: content.experiment.startDate, ticksPerDay: content.experiment.ticksPerDay,
      warmUpDays: warmUpDays)
    totalDays = warmUpDays + horizon
    let demandClass = content.products[product].demandClass
    let timeline = (0..<horizon).map { day in
      content.timeline.reduce(1) { $0 * $1.demandMultiplier(of: demandClass, onDay: day) }
    }
    var courses: [Position<DemandProfile>?: Course] = [:]
    var sourceOfUse: [Use: Source] = [:]
    for (node, place) in model.networks[product.index].nodes.enumerated() {
      guard let row = place.consumption else { continue }
      let consumption = content.consumption[row]
      let profile = consumption.profile
      let course =
        courses[profile]
        ?? add(
          DemandCourse(
            timeline: timeline, profile: profile.map { content.demandProfiles[$0] },
            calendar: calendar))
      courses[profile] = course
      let use = Use(consumption, course: course)
      let source = sourceOfUse[use] ?? addSource(of: use)
      sourceOfUse[use] = source
      units.append(
        Unit(
          node: Int32(node),
          locationID: StableHash.of(content.locations[consumption.location].id),
          segments: course.segments, firstMultiplier: course.multipliers.lowerBound,
          source: source))
    }
  }

  /// Where a course stands in the program.
  struct Course: Hashable {
    let segments: Range<Int>
    let multipliers: Range<Int>
    let isUneven: Bool
  }

  private mutating func add(_ course: DemandCourse) -> Course {
    let (firstSegment, firstMultiplier) = (segments.count, multipliers.count)
    segments += course.segments
    multipliers += course.multipliers
    return Course(
      segments: firstSegment..<segments.count, multipliers: firstMultiplier..<multipliers.count,
      isUneven: course.isUneven)
  }

  /// All that the distribution of a care unit's demand depends on.
  struct Use: Hashable {
    let normal: DailyRate
    let actualFactor: Double
    let family: DemandFamily
    let course: Course

    init(_ consumption: Consumption, course: Course) {
      normal = consumption.normal
      actualFactor = consumption.actualFactor
      family = consumption.family
      self.course = course
    }

    /// The mean of a step of time with a multiplier. [units/day]
    func mean(multiplier: Double, ticksPerDay: Int) -> Double {
      normal.unitsPerDay * actualFactor * multiplier / Double(ticksPerDay)
    }
  }

  /// Tabulates what a care unit's demand needs; a new family is one line here.
  private mutating func addSource(of use: Use) -> Source {
    let ticksPerDay = calendar.ticksPerDay
    switch use.family {
    case .poisson:
      return addLaws(of: use) { .poisson(mean: use.mean(multiplier: $0, ticksPerDay: ticksPerDay)) }
    case .negativeBinomial(let index):
      return addLaws(of: use) {
        .negativeBinomial(
          mean: use.mean(multiplier: $0, ticksPerDay: ticksPerDay), dispersionIndex: index)
      }
    case .compoundPoisson(let sizes):
      return addLaws(of: use) {
        .compoundPoisson(
          events: use.mean(multiplier: $0, ticksPerDay: ticksPerDay) / sizes.mean, sizes: sizes)
      }
    case .stated(let distribution):
      // What is stated is a whole day's: where a step is shorter it is asked for at the day's first.
      return addLaws(of: use, isOfWholeDay: true) {
        .tabulated(distribution, multiplier: use.actualFactor * $0)
      }
    case .constant:
      return .constant(SteadyUse(perDay: use.normal, actualFactor: use.actualFactor))
    case .empirical(let past):
      let first = pastUnits.count
      pastUnits += past.unitsPerDay
      return .empirical(
        PastUse(
          days: first..<pastUnits.count, firstWeekday: past.firstWeekday,
          actualFactor: use.actualFactor))
    }
  }

  /// Adds a table for each multiplier of the course.
  private mutating func addLaws(
    of use: Use, isOfWholeDay: Bool = false, _ table: (_ multiplier: Double) -> DiscreteTable
  ) -> Source {
    let first = laws.count
    // Where a profile makes segments short, gaps would be cut off again and again.
    let mayDrawGaps = !use.course.isUneven && !(isOfWholeDay && calendar.ticksPerDay > 1)
    for multiplier in multipliers[use.course.multipliers] {
      laws.append(
        TableLaw(
          table(multiplier), mayDrawGaps: mayDrawGaps,
          stride: isOfWholeDay ? calendar.ticksPerDay : 1, cells: &cells))
    }
    return .tables(firstLaw: first)
  }
}
