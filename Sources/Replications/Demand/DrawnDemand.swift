import RandomStreams
import SupplyModel

/// What depends on when phases take place of a product's demand, in one replication.
///
/// Courses are made anew for each product and replication; the tables of multipliers that have come
/// before are kept, since most come again: peace, and the same steps of the same ramps. A worker has
/// one of these for all its products. What it has kept changes no result.
struct DrawnDemand: Sendable {
  /// The segments of all drawn courses, one course after the other.
  private(set) var segments: [DemandCourse.Segment] = []
  /// Their multipliers, one course after the other.
  private(set) var multipliers: [Double] = []
  /// By place of the course in `DemandProgram.drawnCourses`: where it stands here.
  private(set) var courses: [DemandProgram.UnitCourse] = []
  /// The laws of all uses with a drawn course, each use's in the order of its course's multipliers.
  private(set) var laws: [TableLaw] = []
  /// By place of the use in `DemandProgram.drawnUses`: where its laws begin.
  private(set) var firstLaws: [Int] = []
  /// The tables of all laws that are kept.
  private(set) var cells: [AliasCell] = []
  /// How likely prescribed demand comes to a care unit, day by day of the horizon; empty for not at
  /// all.
  private(set) var turning: [Double] = []
  private var known: [LawKey: TableLaw] = [:]
  /// Room for one course, day by day, for what comes back in it, and for its segments.
  private var days: [Double] = []
  private var returns: [DemandEffects.Return] = []
  private var course = DemandCourse()

  /// Above this all tables are forgotten before the next draw: 16 MiB. [cells]
  var mostCells = 1 << 20

  private struct LawKey: Hashable {
    let product: Int
    let use: Int
    let multiplier: Double
  }

  /// Makes a product's courses, where phases take place in the world's windows.
  ///
  /// - Parameter product: which product it is, to tell its tables from those of others.
  mutating func draw(_ program: DemandProgram, product: Int, _ timeline: [Phase], _ world: World) {
    let horizonDays = program.totalDays - program.calendar.warmUpDays
    program.spillOver.noteChances(in: world.windows, days: horizonDays, &turning)
    guard !program.drawnCourses.isEmpty else { return }
    segments.removeAll(keepingCapacity: true)
    multipliers.removeAll(keepingCapacity: true)
    courses.removeAll(keepingCapacity: true)
    laws.removeAll(keepingCapacity: true)
    firstLaws.removeAll(keepingCapacity: true)
    if cells.count > mostCells {
      cells.removeAll()
      known.removeAll()
    }
    for drawn in program.drawnCourses {
      days.removeAll(keepingCapacity: true)
      days += drawn.profile.warmUp
      drawn.effects.addCourse(
        of: timeline, in: world.windows, profile: drawn.profile.horizon, days: horizonDays,
        to: &days, &returns)
      course.follow(days)
      let firstSegment = segments.count
      let firstMultiplier = multipliers.count
      segments += course.segments
      multipliers += course.multipliers
      courses.append(
        .init(segments: firstSegment..<segments.count, firstMultiplier: firstMultiplier))
    }
    for (use, shared) in program.drawnUses.enumerated() {
      firstLaws.append(laws.count)
      let place = Int(shared.course.drawn)
      let end = place + 1 < courses.count ? courses[place + 1].firstMultiplier : multipliers.count
      for multiplier in multipliers[courses[place].firstMultiplier..<end] {
        let key = LawKey(product: product, use: use, multiplier: multiplier)
        let law =
          known[key] ?? shared.law(multiplier: multiplier, program.calendar, cells: &cells)
        known[key] = law
        laws.append(law)
      }
    }
  }
}

extension DemandProgram.Unit {
  /// The same care unit with its laws where they stand in a replication.
  func following(_ replication: DrawnDemand) -> Self {
    guard case .tables(let use) = source else { return self }
    return Self(
      node: node, locationID: locationID, course: course, drawnCourse: drawnCourse,
      source: .tables(firstLaw: replication.firstLaws[use]), prescribed: prescribed)
  }
}
