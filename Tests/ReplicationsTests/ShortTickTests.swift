import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// VALIDATION, invariance (e): rescaling the tick with every duration, rate and review interval
/// changes nothing; and what stays per day or daily when the tick does not scale with the rest.
@Suite("Ticks shorter than a day")
struct ShortTickTests {
  /// The lively model of the laws with limited capacity and a level in days, its time counted in
  /// ticks of which `perDay` make a day: as many ticks, and as much demand and as many shortages in
  /// each, as the model has in days.
  static func rescaled(_ perDay: Int, start: StartRule = LawTests.model.start) throws -> SmallModel
  {
    var model = LawTests.model
    model.start = start
    model.store = .days(20)
    model.capacity = .init(slackBasisPoints: 1_000, windowDays: 5)
    model.timeline = [SmallModel.phase(50, 90, demand: 1.5, supply: 7_000, leadTime: 2)]
    model.tick = try #require(Tick(perDay: perDay))
    for unit in model.units.indices { model.units[unit].nanoRate *= Int64(perDay) }
    model.shortages[0].frequency = .onsetsPerYear(3 * Double(perDay))
    return model
  }

  @Test(
    "As many ticks with as much in each: the same units on the same ticks",
    arguments: [2, 8, 32], [false, true])
  func exactRescaling(perDay: Int, isRotated: Bool) throws {
    // Powers of two, so that a rate's share of a tick is the same floating-point number.
    let start = isRotated ? StartRule.rotated(warmUpDays: nil) : LawTests.model.start
    let daily = try LawTests.replays(Self.rescaled(1, start: start))
    let short = try LawTests.replays(Self.rescaled(perDay, start: start))
    #expect(short.map(\.tallies) == daily.map(\.tallies))
    #expect(short.map(\.unitStock) == daily.map(\.unitStock))
    #expect(short.map(\.storeStock) == daily.map(\.storeStock))
    #expect(daily.allSatisfy { $0.total.discarded > 0 && $0.total.demand > 0 })
    #expect(daily.contains { $0.total.unmet > 0 })
    // Deliveries are counted by calendar day.
    let days = daily.map { replay in
      replay.deliveryDays.map { Set($0.map { $0 / perDay }).sorted() }
    }
    #expect(short.map(\.deliveryDays) == days)
    // The rescaling is no matter of course: rates that stay as they are give other replays.
    var slower = try Self.rescaled(perDay, start: start)
    slower.units[0].nanoRate /= 2
    #expect(try LawTests.replays(slower).map(\.tallies) != daily.map(\.tallies))
  }

  @Test(
    "In hours and minutes too fill rates are the same within 4 standard errors",
    arguments: [24, 1440])
  func statisticalRescaling(perDay: Int) throws {
    let count = 150
    func fill(_ model: SmallModel) throws -> (mean: Double, variance: Double) {
      let shares = try LawTests.replays(model, count: count).map(\.total).map {
        Double($0.served) / Double($0.demand)
      }
      let mean = shares.reduce(0, +) / Double(count)
      let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
      return (mean, variance / Double(count))
    }
    let daily = try fill(Self.rescaled(1))
    var short = try Self.rescaled(perDay)
    short.seed = 99
    let other = try fill(short)
    #expect(
      abs(other.mean - daily.mean) <= 4 * (daily.variance + other.variance).squareRoot())
    #expect(daily.mean < 0.98)
  }

  @Test("A day's demand has the same mean and variance however it is cut up")
  func demandOfADay() throws {
    for (family, dispersion) in [
      (DemandFamily.poisson, 1.0), (.negativeBinomial(indexOfDispersion: 3), 3.0),
      (.compoundPoisson(sizes: .stated([.init(count: 4, weight: 1)])), 4.0),
    ] {
      for perDay in [1, 24] {
        var model = SmallModel(
          units: [
            .init(id: "unit", level: .units(1), nanoRate: SmallModel.rate(2.4), family: family)
          ],
          horizonDays: 2_000 * perDay)
        model.tick = try #require(Tick(perDay: perDay))
        var history = DemandHistory()
        let compiled = try model.compiled().products[0]
        history.draw(
          compiled.demand, key: StreamKey(seed: 8, source: 0, replication: 0, product: 3))
        let days = (0..<2_000).map { day in
          (day * perDay..<(day + 1) * perDay).reduce(0.0) { sum, tick in
            history.range(ofDay: tick).reduce(sum) { $0 + Double(history.event($1).quantity) }
          }
        }
        let mean = days.reduce(0, +) / 2_000
        let variance = days.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1_999
        #expect(abs(mean - 2.4) <= 4 * (2.4 * dispersion / 2_000).squareRoot())
        // Four standard errors of a variance are about 4 × √(2 ÷ n) of it, some more for its tail.
        #expect(abs(variance / (2.4 * dispersion) - 1) < 0.2, "\(perDay) ticks")
      }
    }
  }

  @Test("The reserve's pools, releases, lives asked for and longer use count in ticks alike")
  func exactRescalingOfSettings() throws {
    func model(_ perDay: Int) throws -> SmallModel {
      var model = try Self.rescaled(perDay, start: .rotated(warmUpDays: 50))
      model.storeSettings.reserve = .days(6)
      model.storeSettings.rotation = .separate(fillFirst: .flow)
      model.storeSettings.release = .onStockout(delayDays: 2)
      model.storeSettings.minimumLifeAtReceiptDays = 12
      model.timeline[0].lifeExtension = LifeExtension(products: .init(), days: 9)
      return model
    }
    let daily = try LawTests.replays(model(1))
    #expect(daily.contains { $0.tallies.contains { $0.rejected > 0 } })
    #expect(try LawTests.replays(model(8)).map(\.tallies) == daily.map(\.tallies))
  }

  /// One care unit's demand in each of some ticks of 6 hours from Friday 1 January 2027.
  static func demand(
    _ family: DemandFamily, days: Int, profile: DemandProfile? = nil
  ) throws -> [Int] {
    var small = SmallModel(
      units: [.init(id: "unit", level: .units(1), nanoRate: SmallModel.rate(2), family: family)],
      horizonDays: 4 * days)
    small.tick = try #require(Tick(minutes: 360))
    var content = small.content
    if let profile {
      content.demandProfiles = [profile]
      content.consumption[0].profile = Position(0)
    }
    let compiled = CompiledModel(try SupplyModel(content))
    var history = DemandHistory()
    history.draw(
      compiled.products[0].demand,
      key: StreamKey(seed: 8, source: 0, replication: 0, product: 3))
    return (0..<4 * days).map { tick in
      history.range(ofDay: tick).reduce(0) { $0 + Int(history.event($1).quantity) }
    }
  }

  @Test("Steady use is spread over the ticks of a day; weekdays have all their ticks")
  func steadyUse() throws {
    #expect(try Self.demand(.constant, days: 2) == [0, 1, 0, 1, 0, 1, 0, 1])
    let weekend = DemandProfile(id: "p", weekdayFactors: [0, 0, 0, 0, 0, 2, 4])
    let ticks = try Self.demand(.constant, days: 5, profile: weekend)
    // Saturday 4 units, Sunday 8, nothing on the other days.
    #expect(ticks == [0, 0, 0, 0] + [1, 1, 1, 1] + [2, 2, 2, 2] + Array(repeating: 0, count: 8))
  }

  @Test("A day's stated units and a day of the past are asked for on its first tick")
  func wholeDays() throws {
    let stated = CountDistribution.stated([.init(count: 5, weight: 1)])
    #expect(try Self.demand(.stated(stated), days: 2) == [5, 0, 0, 0, 5, 0, 0, 0])
    let past = ConsumptionHistory(unitsPerDay: [1, 2, 3, 4, 5, 6, 7], firstWeekday: 0)
    // From Friday on.
    #expect(
      try Self.demand(.empirical(past), days: 4)
        == [5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0])
  }

  @Test("A review on weekdays takes place on the first tick of the day")
  func weekdayReview() throws {
    // Demand empties the unit on Friday at 05; Saturday is hour 24; three hours later it is full.
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 80, leadTime: .constant(3))
    model.tick = try #require(Tick(minutes: 60))
    model.peak(on: 5)
    model.timeline[1].demandMultipliers = [100_000]
    for (weekday, hour) in [(5, 24), (6, 48)] {
      model.unitSettings.review = .weekdays([weekday])
      #expect(
        try model.replay().unitStock == days((10, 5), (0, hour - 2), (10, 77 - hour)), "\(weekday)")
    }
  }

  @Test("Cover net of expiry, reorder points and critical levels in days count in ticks alike")
  func exactRescalingOfOrdering() throws {
    for ordering in [
      OrderingRule.forwardCover, .minMax(reorderAt: .days(8)),
      .reorderPoint(reorderAt: .days(9), quantity: .days(4)),
    ] {
      func model(_ perDay: Int) throws -> SmallModel {
        var model = try Self.rescaled(perDay)
        model.storeSettings.ordering = ordering
        model.storeSettings.orderMaximum = .days(15)
        return model
      }
      let daily = try LawTests.replays(model(1))
      #expect(try LawTests.replays(model(8)).map(\.tallies) == daily.map(\.tallies))
      let plain = try LawTests.replays(Self.rescaled(1)).map(\.tallies)
      #expect(plain != daily.map(\.tallies))
    }
  }

  @Test("A daily review takes place on the first tick of a day")
  func dailyReview() throws {
    // Demand empties the unit in hour 5; it orders in hour 24; three hours later it is full.
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 60, leadTime: .constant(3))
    model.tick = try #require(Tick(minutes: 60))
    model.reviewEveryDays = 24
    model.peak(on: 5)
    model.timeline[1].demandMultipliers = [100_000]
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 5), (0, 22), (10, 33)))
    #expect(replay.deliveryDays == [[1]])
    #expect(replay.total.firstStockoutDay == 5)
    model.reviewEveryDays = 6
    #expect(try model.replay().unitStock == days((10, 5), (0, 4), (10, 51)))
  }

  @Test("A level in days and a share of the shelf life come out in ticks")
  func levelsAndLives() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .days(36), nanoRate: SmallModel.rate(12.5))],
      shelfLifeDays: 50, horizonDays: 40,
      start: .given(remainingLife: .shareOfShelfLife(.constant(0.5))), leadTime: .constant(3),
      remainingLife: .shareOfShelfLife(.constant(0.35)))
    model.tick = try #require(Tick(minutes: 60))
    model.timeline = [SmallModel.phase(0, 40, demand: 0)]
    // 36 hours of 12.5 a day are 18.75. The lot lives 25 hours; its successor, ordered an hour's
    // review later and 3 hours under way, 17.5, rounded down.
    let replay = try model.replay()
    #expect(replay.unitStock == days((19, 25), (0, 3), (19, 12)))
    model.horizonDays = 60
    model.timeline = [SmallModel.phase(0, 60, demand: 0)]
    #expect(try model.replay().unitStock == days((19, 25), (0, 3), (19, 17), (0, 3), (19, 12)))
  }

  @Test("The ticks of a day add up to the day's capacity, to the last billionth of a unit")
  func capacity() throws {
    // 1 unit and 7 billionths a day is no whole number of billionths an hour.
    let perDay: Int64 = 1_000_000_007
    var model = SmallModel(units: [.init(id: "unit", level: .units(1), nanoRate: perDay)])
    model.tick = try #require(Tick(minutes: 60))
    model.capacity = .init(slackBasisPoints: 0, windowDays: 24 * 2_000)
    let scale = SupplyScale(timeline: [], horizonDays: 100_000)
    let supplier = try model.compiled().products[0].suppliers[0]
    var credit = SupplierCredit(fullFor: supplier)
    // A window of 2 000 days: 2 000.000014 units.
    #expect(credit.wholeUnits == 2_000)
    credit.spend(units: 2_000)
    // 14 billionths are left, and 1 000 days add 7 each.
    credit.accrue(
      to: 24 * 1_000 - 1, reportStart: 0, supplier: supplier, perDay: perDay, scale: scale)
    #expect(credit.wholeUnits == 1_000)
    credit.spend(units: 1_000)
    // 7 014 billionths are left, a 2 000 000th of an hour's: the next unit is there when the day is.
    credit.accrue(
      to: 24 * 1_001 - 2, reportStart: 0, supplier: supplier, perDay: perDay, scale: scale)
    #expect(credit.wholeUnits == 0)
    credit.accrue(
      to: 24 * 1_001 - 1, reportStart: 0, supplier: supplier, perDay: perDay, scale: scale)
    #expect(credit.wholeUnits == 1)
  }

  @Test("Half a day's window keeps half a day's capacity, in the warm-up as in the horizon")
  func capacityWindow() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(1), nanoRate: 48_000_000_000)])
    model.tick = try #require(Tick(minutes: 60))
    model.capacity = .init(slackBasisPoints: 0, windowDays: 12)
    let supplier = try model.compiled().products[0].suppliers[0]
    let scale = SupplyScale(timeline: [SmallModel.phase(0, 6, supply: 5_000)], horizonDays: 100)
    var credit = SupplierCredit(fullFor: supplier)
    #expect(credit.wholeUnits == 24)
    credit.spend(units: 24)
    // Two a hour in the warm-up of 5 hours, one an hour in the phase of 6, up to half as much.
    let expected: [Int64] = [2, 4, 6, 8, 10, 11, 12, 12, 12, 12, 12, 14, 16, 18, 20, 22, 24, 24]
    for tick in expected.indices {
      credit.accrue(
        to: tick, reportStart: 5, supplier: supplier, perDay: 48_000_000_000, scale: scale)
      #expect(credit.wholeUnits == expected[tick], "tick \(tick)")
    }
  }

  @Test("Onsets per year are as many in hours as in days")
  func outages() throws {
    let process = ShortageProcess(
      id: "s", products: .init(), frequency: .onsetsPerYear(4), duration: .exponential(mean: 240),
      startsUp: false)
    let compiled = OutageProcess(process, ticksPerDay: 24)
    var down = 0
    let ticks = 24 * 365 * 20
    for replication in 0..<20 {
      var outages = Outages()
      outages.draw(
        [compiled], days: ticks,
        key: StreamKey(seed: 4, source: 0, replication: UInt64(replication), product: 2))
      for tick in stride(from: 0, to: ticks, by: 24) where outages.isDown(tick) { down += 1 }
    }
    // 1 600 onsets of 10 days: 16 000 days down, 2.5 % a standard error of exponential lengths.
    #expect(abs(Double(down) / 16_000 - 1) < 0.14)
  }
}
