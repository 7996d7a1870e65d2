import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Families of demand")
struct DemandFamilyTests {
  static let horizon = 28

  static func unit(
    _ rate: Double, _ family: DemandFamily, actualFactor: Double = 1,
    profile: DemandProfile? = nil, id: String = "unit"
  ) -> SmallModel.Unit {
    SmallModel.Unit(
      id: id, level: .units(1), nanoRate: SmallModel.rate(rate), family: family,
      actualFactor: actualFactor, profile: profile)
  }

  /// The demand of a care unit day by day from the start of the warm-up.
  static func demand(_ model: SmallModel, replication: Int = 0, node: Int = 0) throws -> [Int64] {
    let program = try model.compiled().products[0].demand
    var history = DemandHistory()
    history.draw(program, key: DemandHistoryTests.key(replication))
    return DemandHistoryTests.demand(of: node, history, days: program.totalDays)
  }

  /// Four weeks whose every number tells where it comes from: 10 × week + day, from a Wednesday.
  static let past = ConsumptionHistory(
    unitsPerDay: [0, 10, 20, 30].flatMap { week in (1...7).map { week + $0 } } as [Int64],
    firstWeekday: 2)

  // MARK: Constant

  @Test("Constant demand comes when fractions make a unit, exactly")
  func constant() throws {
    let model = SmallModel(units: [Self.unit(0.4, .constant)], horizonDays: 15)
    // ⌊0.4 × d⌋ goes up on days 2, 4, 7, 9, 12, 14.
    let expected: [Int64] = [0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1]
    for replication in 0..<3 {
      #expect(try Self.demand(model, replication: replication) == expected)
    }
    let whole = SmallModel(units: [Self.unit(2.5, .constant)], horizonDays: 5)
    #expect(try Self.demand(whole) == [2, 3, 2, 3, 2])
  }

  @Test("Constant demand follows the timeline and the actual factor; no fraction is lost")
  func constantMultiplied() throws {
    var model = SmallModel(
      units: [Self.unit(0.5, .constant, actualFactor: 1.2)], horizonDays: 10)
    model.timeline = [SmallModel.phase(3, 6, demand: 3), SmallModel.phase(8, 9, demand: 0)]
    // Sums of 0.6, 0.6, 0.6, 1.8, 1.8, 1.8, 0.6, 0.6, 0, 0.6:
    // 0.6 1.2 1.8 3.6 5.4 7.2 7.8 8.4 8.4 9.0
    #expect(try Self.demand(model) == [0, 1, 0, 2, 2, 2, 0, 1, 0, 1])
    // Ten thousand days of a tenth are a thousand units to the last, however often it is added.
    model = SmallModel(units: [Self.unit(0.1, .constant)], horizonDays: 10_000)
    #expect(try Self.demand(model).reduce(0, +) == 1_000)
  }

  @Test("Constant demand begins to add up in the warm-up, and its stock follows day by day")
  func constantReplay() throws {
    let model = SmallModel(
      units: [
        .init(
          id: "unit", level: .units(3), nanoRate: SmallModel.rate(0.75), family: .constant)
      ], horizonDays: 8, start: .rotated(warmUpDays: 2), leadTime: .constant(2))
    #expect(try Self.demand(model) == [0, 1, 1, 1, 0, 1, 1, 1, 0, 1])
    // Days −2…7 of demand 0 1 1 1 0 1 1 1 0 1; what is used on a day is back two days later.
    #expect(try model.replay().unitStock == [1, 1, 2, 2, 1, 1, 2, 2])
  }

  // MARK: Profiles

  @Test("Weekdays and months are those of the calendar, before the horizon too")
  func calendar() throws {
    // 1 January 2027 is a Friday. Tuesdays only, and none in January.
    let profile = DemandProfile(
      id: "p", weekdayFactors: [0, 7, 0, 0, 0, 0, 0],
      monthFactors: [0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3])
    let model = SmallModel(
      units: [Self.unit(1, .constant, profile: profile)], horizonDays: 60,
      start: .rotated(warmUpDays: 10))
    let demand = try Self.demand(model)
    var expected = [Int64](repeating: 0, count: 70)
    // 22 and 29 December, days −10 and −3 (22 December 2026 is a Tuesday).
    expected[0] = 21
    expected[7] = 21
    // 2, 9, 16, 23 February: days 32, 39, 46, 53.
    for day in [32, 39, 46, 53] { expected[day + 10] = 14 }
    // 1 March is a Monday, day 59: nothing.
    #expect(demand == expected)
  }

  @Test("A period begins with the horizon and runs backwards before it")
  func period() throws {
    let profile = DemandProfile(id: "p", periodFactors: [1, 2, 4])
    let model = SmallModel(
      units: [Self.unit(1, .constant, profile: profile)], horizonDays: 5,
      start: .rotated(warmUpDays: 4))
    #expect(try Self.demand(model) == [4, 1, 2, 4, 1, 2, 4, 1, 2])
  }

  @Test("A profile multiplies the mean of each day, whatever the family", arguments: [0, 1, 2, 3])
  func profileMoments(index: Int) throws {
    let families: [DemandFamily] = [
      .poisson, .negativeBinomial(indexOfDispersion: 2),
      .compoundPoisson(sizes: .geometric(mean: 3)),
      .stated(.stated([.init(count: 0, weight: 3), .init(count: 4, weight: 1)])),
    ]
    let factors = [0.2, 1.8, 1, 1, 1, 1, 1]
    let profile = DemandProfile(id: "p", weekdayFactors: factors)
    var model = SmallModel(
      units: [Self.unit(1, families[index], profile: profile)], horizonDays: 14_000)
    // A phase doubles the second half.
    model.timeline = [SmallModel.phase(7_000, 14_000, demand: 2)]
    let demand = try Self.demand(model)
    for weekday in 0..<7 {
      for (half, multiplier) in [(0, 1.0), (1, 2.0)] {
        var sample = Sample()
        for day in half * 7_000..<(half + 1) * 7_000 where (day + 4) % 7 == weekday {
          sample.add(Double(demand[day]))
        }
        // Limits of 5 standard errors: a false alarm in 100,000 for all 56.
        let mean = factors[weekday] * multiplier
        #expect(abs(sample.mean - mean) < 5 * sample.standardError, "\(weekday) \(multiplier)")
      }
    }
  }

  @Test(
    "A profile without effect changes no draw, and the same profile elsewhere shares its tables")
  func flatProfile() throws {
    let flat = DemandProfile(id: "flat", weekdayFactors: [1, 1, 1, 1, 1, 1, 1])
    for family in [DemandFamily.poisson, .negativeBinomial(indexOfDispersion: 3)] {
      for rate in [0.02, 3] {
        let without = SmallModel(units: [Self.unit(rate, family)], horizonDays: 400)
        let with = SmallModel(units: [Self.unit(rate, family, profile: flat)], horizonDays: 400)
        #expect(try Self.demand(with) == Self.demand(without))
      }
    }
    let uneven = DemandProfile(
      id: "p", weekdayFactors: [1, 1.5, 0.5, 1, 1, 1, 1],
      monthFactors: (0..<12).map { Double($0 + 1) })
    let units = (0..<20).map {
      Self.unit(2, .poisson, profile: uneven, id: "u\($0)")
    }
    let alone = SmallModel(units: [units[3]], horizonDays: 730)
    let together = SmallModel(units: units, horizonDays: 730)
    let (one, all) = (try alone.compiled(), try together.compiled())
    #expect(one.products[0].demand.laws.count <= 36)
    #expect(all.products[0].demand.laws.count == one.products[0].demand.laws.count)
    #expect(all.products[0].demand.segments.count == one.products[0].demand.segments.count)
    // Tables are shared, patients are not.
    let node = try #require(all.products[0].locations.firstIndex { $0.index == 3 })
    #expect(try Self.demand(together, node: node) == Self.demand(alone))
    #expect(try Self.demand(together, node: 0) != Self.demand(together, node: 1))
  }

  // MARK: Families drawn from tables

  @Test("Actual demand is expected demand times its factor")
  func actualFactor() throws {
    let cases: [(DemandFamily, Double)] = [
      (.poisson, 1.5), (.negativeBinomial(indexOfDispersion: 2), 1.5),
      (.compoundPoisson(sizes: .geometric(mean: 2)), 1.5),
      (.stated(.stated([.init(count: 1, weight: 1), .init(count: 4, weight: 1)])), 3.75),
      (.empirical(.init(unitsPerDay: [0, 1, 2, 3, 4, 5, 6], firstWeekday: 0)), 4.5),
    ]
    for (family, mean) in cases {
      let model = SmallModel(
        units: [Self.unit(1, family, actualFactor: 1.5)], horizonDays: 10_000)
      var sample = Sample()
      for units in try Self.demand(model) { sample.add(Double(units)) }
      #expect(abs(sample.mean - mean) < 4.4 * sample.standardError, "\(family)")
      // Targets are sized from belief.
      #expect(try model.compiled().products[0].places[0].normalConsumption.unitsPerDay == 1)
    }
  }

  @Test(
    "Compound Poisson demand has the mean and variance of its events and sizes; a multiplier acts on the events",
    arguments: [0.05, 1, 4])
  func compoundPoisson(multiplier: Double) throws {
    // Sizes of 1 and 10 with weights 3 and 1: mean 3.25, mean square 25.75.
    let sizes = CountDistribution.stated([
      .init(count: 1, weight: 3), .init(count: 10, weight: 1),
    ])
    var model = SmallModel(
      units: [Self.unit(1.3, .compoundPoisson(sizes: sizes))], horizonDays: 20_000)
    model.timeline = [SmallModel.phase(0, 20_000, demand: multiplier)]
    var sample = Sample()
    for units in try Self.demand(model) { sample.add(Double(units)) }
    let events = 1.3 * multiplier / 3.25
    #expect(abs(sample.mean - events * 3.25) < 4.4 * (events * 25.75 / 20_000).squareRoot())
    #expect(abs(sample.variance - events * 25.75) < 6.6 * sample.standardErrorOfVariance)
  }

  @Test(
    "Stated demand has its own distribution, whatever is expected, and is multiplied without bias")
  func stated() throws {
    let distribution = CountDistribution.stated([
      .init(count: 2, weight: 1), .init(count: 7, weight: 3),
    ])
    var model = SmallModel(units: [Self.unit(100, .stated(distribution))], horizonDays: 20_000)
    var counts: [Int64: Int] = [:]
    for units in try Self.demand(model) { counts[units, default: 0] += 1 }
    #expect(Set(counts.keys) == [2, 7])
    // 5,000 of 20,000 expected with a standard deviation of 61.
    #expect(abs(Double(counts[2] ?? 0) - 5_000) < 4.4 * 61.3)
    model.timeline = [SmallModel.phase(0, 20_000, demand: 0.3)]
    counts = [:]
    for units in try Self.demand(model) { counts[units, default: 0] += 1 }
    // 0.6 is 0 or 1, 2.1 is 2 or 3: probabilities 0.1, 0.15, 0.675, 0.075.
    for (units, probability) in [(0, 0.1), (1, 0.15), (2, 0.675), (3, 0.075)] as [(Int64, Double)] {
      let deviation = (20_000 * probability * (1 - probability)).squareRoot()
      #expect(abs(Double(counts[units] ?? 0) - 20_000 * probability) < 4.4 * deviation)
    }
    #expect(counts.count == 4)
  }

  // MARK: Empirical

  @Test("Each week repeats a week of the history, day for day, on its own weekdays")
  func weeks() throws {
    // The horizon begins on a Friday, the history on a Wednesday: place 2 of its week.
    let model = SmallModel(
      units: [Self.unit(1, .empirical(Self.past))], horizonDays: 700,
      start: .rotated(warmUpDays: 11))
    var counts = [0, 0, 0, 0]
    for replication in 0..<4 {
      let demand = try Self.demand(model, replication: replication)
      var week = -1
      for (index, units) in demand.enumerated() {
        let place = (index - 11 + 2 + 14) % 7
        if place == 0 || index == 0 {
          week = Int(units) / 10
          counts[week] += 1
        }
        #expect(units == Int64(10 * week + place + 1))
      }
    }
    // All weeks are equally likely: 412 weeks, standard deviation 8.8.
    #expect(counts.reduce(0, +) == 4 * 103)
    for count in counts { #expect(abs(Double(count) - 103) < 4.4 * 8.8) }
  }

  @Test("A week depends on its place before or after the horizon's start alone, not on the warm-up")
  func keyedWeeks() throws {
    func demand(warmUp: Int, horizon: Int, others: [SmallModel.Unit] = []) throws -> [Int64] {
      var model = SmallModel(
        units: [Self.unit(1, .empirical(Self.past))] + others, horizonDays: horizon,
        start: .rotated(warmUpDays: warmUp))
      model.timeline = [SmallModel.phase(0, horizon, demand: 0.37)]
      let compiled = try model.compiled()
      let node = compiled.products[0].locations.firstIndex { $0.index == 0 } ?? 0
      return Array(try Self.demand(model, node: node))
    }
    let long = try demand(warmUp: 40, horizon: 60)
    for warmUp in [0, 1, 3, 5, 12] {
      #expect(try demand(warmUp: warmUp, horizon: 60) == Array(long.suffix(60 + warmUp)))
    }
    #expect(try demand(warmUp: 40, horizon: 30) == Array(long.prefix(70)))
    #expect(
      try demand(
        warmUp: 40, horizon: 60,
        others: [
          Self.unit(1, .poisson, id: "another"), Self.unit(1, .empirical(Self.past), id: "a"),
        ]) == long)
  }

  @Test("What is resampled is multiplied and rounded at random without bias, day by day")
  func resampledMultiplied() throws {
    var model = SmallModel(
      units: [
        Self.unit(1, .empirical(.init(unitsPerDay: [3, 3, 3, 3, 3, 3, 3], firstWeekday: 0)))
      ], horizonDays: 20_000)
    model.timeline = [SmallModel.phase(0, 20_000, demand: 0.45)]
    let demand = try Self.demand(model)
    // 1.35 is 1 or 2.
    #expect(Set(demand) == [1, 2])
    let sum = Double(demand.reduce(0, +))
    #expect(abs(sum - 27_000) < 4.4 * (20_000 * 0.35 * 0.65).squareRoot())
    // Neighbouring days are rounded independently of each other.
    let pairs = zip(demand, demand.dropFirst()).filter { $0 == 2 && $1 == 2 }.count
    let share = 0.35 * 0.35
    let variance = share * (1 - share) + 2 * share * 0.35 * 0.65
    #expect(abs(Double(pairs) - 19_999 * share) < 4.4 * (20_000 * variance).squareRoot())
    model.timeline = [SmallModel.phase(0, 20_000, demand: 2)]
    #expect(try Set(Self.demand(model)) == [6])
  }

  // MARK: Ticks shorter than a day

  @Test(
    "With ticks of six hours means are shared out, and a whole day's use comes at its first tick")
  func ticks() throws {
    func model(_ family: DemandFamily, days: Int = 8) throws -> SmallModel {
      var model = SmallModel(
        units: [Self.unit(2, family)], shelfLifeDays: 4_000, horizonDays: 4 * days,
        start: .rotated(warmUpDays: 6))
      model.tick = try #require(Tick(perDay: 4))
      return model
    }
    // Half a unit each tick.
    let constant = try Self.demand(try model(.constant))
    #expect(constant == (0..<38).map { Int64($0 % 2) })
    // The warm-up begins in the middle of a day: the first whole day begins on tick 2.
    let stated = try Self.demand(
      try model(.stated(.stated([.init(count: 3, weight: 1), .init(count: 8, weight: 1)]))))
    for (tick, units) in stated.enumerated() {
      #expect(tick % 4 == 2 ? units == 3 || units == 8 : units == 0)
    }
    #expect(Set(stated) == [0, 3, 8])
    // The weeks are those that come with ticks of a day.
    var daily = SmallModel(
      units: [Self.unit(2, .empirical(Self.past))], horizonDays: 8, start: .rotated(warmUpDays: 1))
    daily.timeline = [SmallModel.phase(0, 8, demand: 0.37)]
    var short = try model(.empirical(Self.past))
    short.timeline = [SmallModel.phase(0, 32, demand: 0.37)]
    let resampled = try Self.demand(short)
    #expect(stride(from: 2, to: 38, by: 4).map { resampled[$0] } == (try Self.demand(daily)))
    #expect(resampled.reduce(0, +) == (try Self.demand(daily)).reduce(0, +))
    let many = try Self.demand(try model(.negativeBinomial(indexOfDispersion: 2), days: 5_000))
    var sample = Sample()
    for day in 0..<5_000 { sample.add(Double(many[6 + 4 * day..<10 + 4 * day].reduce(0, +))) }
    #expect(abs(sample.mean - 2) < 4.4 * sample.standardError)
    #expect(abs(sample.variance - 4) < 6.6 * sample.standardErrorOfVariance)
  }
}
