import SupplyModel

/// Something that a replication is judged by, for any group: its name, its unit, how it is found.
///
/// A replication's value is a whole number of small parts, so that sums over replications are
/// exact; `parts` says how many of them make one of the unit.
public struct Measure: Sendable {
  /// The name in the tables, such as `unmetFraction`.
  public let name: String
  /// The unit in the tables, such as `SEK/year`; `1` for shares.
  public let unit: String
  /// What it is, in one sentence.
  public let meaning: String
  /// The same in Swedish.
  public let swedishMeaning: String
  /// Whether it is 0 or 1 in a replication, so that its mean is a probability.
  public let isProbability: Bool
  /// The value of a replication in parts; `nil` where it has none (a share of no demand).
  let value: @Sendable (GroupSums, MeasureContext) -> Int64?
  /// Whether a group has the measure at all.
  let applies: @Sendable (Group, MeasureContext) -> Bool
  /// How many parts make one of the unit.
  let parts: @Sendable (Group, MeasureContext) -> Double

  init(
    _ name: String, unit: String, meaning: String, swedish: String, isProbability: Bool = false,
    applies: @escaping @Sendable (Group, MeasureContext) -> Bool = { _, _ in true },
    parts: @escaping @Sendable (Group, MeasureContext) -> Double = { _, _ in 1 },
    value: @escaping @Sendable (GroupSums, MeasureContext) -> Int64?
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    swedishMeaning = swedish
    self.isProbability = isProbability
    self.value = value
    self.applies = applies
    self.parts = parts
  }

  /// Every measure, in the order of the tables. A new measure is one line in one of these lists.
  public static let all: [Measure] =
    service + equity + waiting + flow + losses + stock + duty + costs

  /// The measure of a name; `nil` if there is none.
  public static func named(_ name: String) -> Measure? { all.first { $0.name == name } }
}

/// What measures need to know besides a group's sums.
struct MeasureContext: Sendable {
  /// Length of the reported time. [days]
  let horizonDays: Int
  /// How many ticks make a day.
  var ticksPerDay = 1
  /// What holding, moving and discarding costs.
  let costs: CostRates?
  /// Whether any policy sends short-dated goods back.
  var sendsBack = false
  /// Whether under any policy a location owes what it cannot ship.
  var owes = false
  /// Whether any policy sends short-dated goods to where they turn over.
  var redistributes = false

  /// For which reasons a phase may destroy stock.
  var lossReasons: Set<StockLoss.Reason> = []
  /// Whether patients with prescriptions may turn to public care.
  var spillsOver = false

  /// Whether under any policy regions send goods to one another.
  var transships = false
  /// Whether the state has reserves.
  var hasNationalReserves = false

  /// Groups for which equity between regions is measured.
  var groupsWithEquity: Set<Group> = []
  /// Groups in which somebody must hold something.
  var groupsWithDuty: Set<Group> = []
  /// Groups in which cover is measured.
  var groupsWithCover: Set<Group> = []

  /// The horizon in years of 365 days. [years]
  var years: Double { Double(horizonDays) / 365 / Double(ticksPerDay) }
}

extension MeasureContext {
  /// What a model says, before any of its groups is known.
  init(_ content: SupplyModel.Content) {
    func states(_ setting: (PolicyRule) -> Bool) -> Bool {
      content.policies.contains { $0.rules.contains(where: setting) }
    }
    self.init(
      horizonDays: content.experiment.horizonDays,
      ticksPerDay: content.experiment.ticksPerDay, costs: content.costs,
      sendsBack: states { ($0.minimumLifeAtReceiptDays ?? 0) > 0 },
      owes: states { $0.requests == .backlogged },
      redistributes: states { ($0.redistributeBeforeDays ?? 0) > 0 },
      lossReasons: Set(content.timeline.flatMap { $0.losses.map(\.reason) }),
      spillsOver: content.timeline.contains { $0.spillOver != nil },
      transships: content.policies.contains { $0.transshipment != .notAllowed },
      hasNationalReserves: !content.nationalReserves.isEmpty)
  }
}
