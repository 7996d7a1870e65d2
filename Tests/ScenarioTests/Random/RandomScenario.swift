/// Draws a small scenario from the whole space of the format.
///
/// The same seed gives the same scenario. What it draws keeps to the format's rules as far as that
/// is simple: a few drawn scenarios are refused. A prefix renames everything that random numbers are
/// keyed by and changes nothing else, not even an order.
struct RandomScenario {
  var draws: Draws
  /// What stands before the ids of products, locations, authorities, suppliers and shortages.
  let prefix: String
  var tables: [String: WrittenTable] = [:]

  /// Ticks in a day.
  var ticksPerDay = 1
  /// Length of the horizon. [ticks]
  var horizon = 20
  /// First day, counted from 2027-01-01.
  var firstDay = 0

  var regions: [String] = []
  var authorities: [String] = []
  var demandClasses: [String] = []
  var products: [DrawnProduct] = []
  var suppliers: [DrawnSupplier] = []
  /// Suppliers that no location names.
  var standIns: [DrawnSupplier] = []
  var sourced: [DrawnSourcing] = []
  /// Where the state keeps its reserves; not among `locations`.
  var reserves: [DrawnLocation] = []
  var leadTimes: [String] = []
  var locations: [DrawnLocation] = []
  var uses: [DrawnUse] = []
  /// Whether policies start with the baseline's stock; drawn before policies.
  var buildsUp = false
  /// Products of which patients with prescriptions use some.
  var prescribed: [Int] = []
  var phases: [String] = []
  var sizes: [String] = []
  var profiles: [DrawnProfile] = []
  /// Where products are used or pass; drawn after consumption.
  var nodes: [DrawnNode] = []

  struct DrawnProduct {
    let id: String
    let category: String
    let demandClass: String
    let mover: String
    let packSize: Int
    let isUnderDuty: Bool
    var storageClass = ""
    var group = ""
  }

  struct DrawnSupplier {
    let id: String
    let hasSlack: Bool
    /// Whether it may have to be made ready.
    var isReady = false
  }

  struct DrawnSourcing {
    let products: Set<Int>
    let from: String?
    let suppliers: [String]
  }

  struct DrawnLocation {
    let id: String
    let kind: String
    let authority: String
    let carePriority: Int
    /// By category, where not `authority`; at least one category is left to that.
    var authorities: [String: String] = [:]
    /// By category, where not the same for all.
    var parents: [String: String]
    var parent: String

    func parent(of category: String) -> String { parents[category] ?? parent }

    func authority(of category: String) -> String { authorities[category] ?? authority }
  }

  struct DrawnUse {
    let product: Int
    let location: Int
  }

  struct DrawnProfile {
    let id: String
    let hasWeekdays: Bool
  }

  /// A product at a location that handles it.
  struct DrawnNode: Hashable {
    let product: Int
    let location: Int
    var hasParentLocation = false
    var hasChildren = false
  }

  /// The scenario of a seed.
  static func scenario(seed: UInt64, prefix: String = "") -> WrittenScenario {
    var random = RandomScenario(draws: Draws(seed: seed), prefix: prefix)
    return random.draw(seed)
  }

  private mutating func draw(_ seed: UInt64) -> WrittenScenario {
    let clock = drawClock()
    var root: [(String, Written?)] = [
      ("buffert", .plain("1")), ("title", .text("Random scenario \(seed)")),
    ]
    root += drawAuthorities()
    root += drawProducts()
    let suppliers = drawSuppliers()
    root += drawLocations()
    root += drawConsumption()
    findNodes()
    drawKeys()
    root.append(("substitutions", drawSubstitutions()))
    root.append(("sourcing", drawSourcing()))
    root.append(("shortages", drawShortages()))
    root.append(("timeline", drawTimeline()))
    root.append(("suppliers", drawTerms(of: suppliers)))
    root.append(("nationalReserves", drawReserves()))
    let begin = drawBegin()
    root.append(("horizon", object("horizon", clock + [("begin", begin)])))
    let policies = drawPolicies()
    root.append(("policies", policies.value))
    root.append(
      (
        "experiment",
        object(
          "experiment",
          [
            ("replications", .plain("\(draws.between(1, 2))")),
            ("seed", .plain("\(draws.next() >> 12)")), ("baseline", .text(policies.baseline)),
            ("cover", draws.chance(15) ? .plain("\(draws.chance(70))") : nil),
          ])
      ))
    root.append(("duty", drawDuty()))
    root += drawAssumptions()
    root += drawExpected(policies.value.members.map(\.key))
    var scenario = WrittenScenario(root: .plain("null"))
    if draws.chance(35) {
      let costs = costsOrFile(drawCosts(), policies: policies.value.members.map(\.key))
      if draws.chance(50) {
        scenario.others["costs.json5"] = costs
        root.append(("costs", .text("costs.json5")))
      } else {
        root.append(("costs", costs))
      }
    }
    scenario.root = object("", root)
    scenario.tables = tables
    if draws.chance(20) { scenario.split(&draws) }
    return scenario
  }

  // MARK: Parts of values

  /// An object without what is `nil`.
  func object(_ section: String, _ members: [(String, Written?)]) -> Written {
    .object(
      section: section,
      members.compactMap { key, value in value.map { Written.Member(key: key, value: $0) } })
  }

  /// Something in so many of a hundred cases.
  mutating func maybe<Value>(_ percent: Int, _ value: (inout Self) -> Value) -> Value? {
    draws.chance(percent) ? value(&self) : nil
  }

  /// A word that the format allows for a field.
  mutating func word(_ section: String, _ field: String) -> String {
    draws.pick(FormatCoverage.words(section, field))
  }

  /// A length of time. [ticks]
  mutating func time(_ low: Int, _ high: Int) -> String { text(draws.between(low, high)) }

  /// A length of time in one of the ways in which it may be written.
  mutating func text(_ ticks: Int) -> String {
    guard ticks.isMultiple(of: ticksPerDay) else {
      let minutes = ticks * 24 * 60 / ticksPerDay
      return minutes.isMultiple(of: 60) ? "\(minutes / 60) hours" : "\(minutes) minutes"
    }
    let days = ticks / ticksPerDay
    if days > 0, days.isMultiple(of: 30), draws.chance(70) { return "\(days / 30) months" }
    if days > 0, days.isMultiple(of: 7), draws.chance(70) { return "\(days / 7) weeks" }
    return days == 1 ? "1 day" : "\(days) days"
  }

  /// A number with decimals, from so many hundredths to so many.
  mutating func hundredths(_ low: Int, _ high: Int) -> String {
    let number = draws.between(low, high)
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }

  /// A share in per cent or as a number.
  mutating func share(_ low: Int, _ high: Int) -> Written {
    draws.chance(70)
      ? .text("\(draws.between(low, high)) %") : .plain(hundredths(low, high))
  }

  /// The date of a day, counted from the first day of the horizon.
  func date(_ day: Int) -> String {
    var (year, rest) = (2027, firstDay + day)
    func isLeap(_ year: Int) -> Bool { year.isMultiple(of: 4) }
    func days(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }
    while rest < 0 {
      year -= 1
      rest += days(year)
    }
    while rest >= days(year) {
      rest -= days(year)
      year += 1
    }
    var month = 0
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while rest >= lengths[month] {
      rest -= lengths[month]
      month += 1
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month + 1))-\(two(rest + 1))"
  }

  private mutating func drawClock() -> [(String, Written?)] {
    let ticks = draws.chance(80) ? 1 : draws.pick([2, 3, 4, 6, 12, 24, 48])
    ticksPerDay = ticks
    horizon = draws.between(20, draws.chance(20) ? 200 : 80)
    firstDay = draws.between(0, 800)
    let lengths = [
      2: "12 hours", 3: "8 hours", 4: "6 hours", 6: "4 hours", 12: "2 hours", 24: "1 hour",
      48: "30 minutes",
    ]
    return [
      ("start", .text(date(0))), ("length", .text(text(horizon))),
      ("tick", lengths[ticks].map { .text($0) } ?? maybe(10) { _ in .text("1 day") }),
    ]
  }
}
