import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Demand is constant, so that every number follows by hand.
@Suite("Replays of endurance, computed by hand")
struct EnduranceReplayTests {
  /// How long each location of the model's order has lasted, and each region's pool.
  struct Lasted: Equatable {
    var units: [Endurance?]
    var pools: [Endurance?]
  }

  static func lasted(
    _ content: SupplyModel.Content, cut: InboundCut = .inPeace(day: 0), replication: Int = 0
  ) throws -> Lasted {
    let compiled = CompiledModel(try SupplyModel(content).cuttingInbound(cut))
    var worker = ReplicationWorker(compiled)
    worker.begin(product: 0, replication: replication)
    try worker.simulate(policy: 0)
    let product = compiled.products[0]
    var units = [Endurance?](repeating: nil, count: content.locations.count)
    for (node, location) in product.locations.enumerated() {
      units[location.index] = worker.endurance(node)
    }
    let regions = product.endurance?.regions.indices ?? 0..<0
    return Lasted(units: units, pools: regions.map { worker.pooledEndurance($0) })
  }

  private static func days(_ days: Int64) -> Endurance { Endurance(days: days, isCensored: false) }
  private static func open(_ days: Int64) -> Endurance { Endurance(days: days, isCensored: true) }

  private static func unit(
    _ id: String = "unit", level: Int64, perDay: Double = 2
  ) -> SmallModel.Unit {
    .init(id: id, level: .units(level), nanoRate: SmallModel.rate(perDay), family: .constant)
  }

  @Test("Ten units at two a day last five days; on the sixth somebody goes without")
  func oneUnit() throws {
    let model = SmallModel(units: [Self.unit(level: 10)])
    let lasted = try Self.lasted(model.content)
    #expect(lasted == Lasted(units: [Self.days(5)], pools: [Self.days(5)]))
    // Eleven: the sixth day's second patient finds nothing, on the same day.
    let odd = SmallModel(units: [Self.unit(level: 11)])
    #expect(try Self.lasted(odd.content).units == [Self.days(5)])
    let even = SmallModel(units: [Self.unit(level: 12)])
    #expect(try Self.lasted(even.content).units == [Self.days(6)])
  }

  @Test("From the day of the cut on nothing is received and nothing accepted")
  func underWay() throws {
    // Ordered after days 0, 1 and 2, due on 3, 4 and 5. On day 3 there are 4 left.
    let model = SmallModel(units: [Self.unit(level: 10)])
    let lasted = try Self.lasted(model.content, cut: .inPeace(day: 3))
    #expect(lasted == Lasted(units: [Self.days(2)], pools: [Self.days(2)]))
    // A day later the first order has come.
    #expect(try Self.lasted(model.content, cut: .inPeace(day: 4)).units == [Self.days(2)])
    #expect(try Self.lasted(model.content, cut: .inPeace(day: 2)).units == [Self.days(3)])
  }

  @Test("What the store has still comes; what is on its way inside the chain counts")
  func chain() throws {
    var model = SmallModel(
      units: [Self.unit(level: 4)], store: .units(20), horizonDays: 30, leadTime: .constant(100))
    for day in [0, 3] {
      // 24 in all, 2 used a day: until day 12, whenever the cut comes.
      let lasted = try Self.lasted(model.content, cut: .inPeace(day: day))
      #expect(
        lasted
          == Lasted(
            units: [Self.days(Int64(12 - day)), nil], pools: [Self.days(Int64(12 - day))]))
    }
    // Two days on the way: on the morning of day 3 two units are, and 2 + 14 stand on shelves.
    model.units[0].leadTimeDays = 2
    #expect(
      try Self.lasted(model.content, cut: .inPeace(day: 3))
        == Lasted(units: [Self.days(9), nil], pools: [Self.days(9)]))
    model.units[0].leadTimeDays = 1
    // A reserve that nobody releases stays in the store: the pool could do what the chain does not.
    model.storeSettings.reserve = .units(12)
    model.store = .units(8)
    model.storeSettings.release = .inPhase(names: [], delayDays: 0)
    let kept = try Self.lasted(model.content)
    #expect(kept.pools == [Self.days(12)])
    #expect(kept.units[0] == Self.days(6))
  }

  @Test("A region's pool is shared by all its care units")
  func pooled() throws {
    let model = SmallModel(
      units: [Self.unit("a", level: 4), Self.unit("b", level: 100)], horizonDays: 100,
      leadTime: .constant(100))
    #expect(
      try Self.lasted(model.content)
        == Lasted(units: [Self.days(2), Self.days(50)], pools: [Self.days(26)]))
  }

  @Test("What expires in the meantime does not last")
  func expiry() throws {
    var model = SmallModel(units: [Self.unit(level: 10)], horizonDays: 30)
    model.start = .given(remainingLife: .days(.constant(3)))
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.days(3)], pools: [Self.days(3)]))
    // Five live two days, five live ten: on day 2 one has expired unused, and five last to day 4.
    model.start = .given(
      quantity: .target,
      ages: .profile([
        AgeShare(basisPoints: 5_000, remainingDays: 2),
        AgeShare(basisPoints: 5_000, remainingDays: 10),
      ]))
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.days(4)], pools: [Self.days(4)]))
    // Decided on day 1, after the cut: the first five live until day 6, so that nothing expires.
    var longer = SmallModel.phase(1, 5)
    longer.lifeExtension = LifeExtension(products: .init(), days: 4)
    model.timeline = [longer]
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.days(5)], pools: [Self.days(5)]))
  }

  @Test("What has not run out at the end of the horizon is censored there")
  func censored() throws {
    let model = SmallModel(units: [Self.unit(level: 100)], horizonDays: 14)
    #expect(
      try Self.lasted(model.content, cut: .inPeace(day: 4))
        == Lasted(units: [Self.open(10)], pools: [Self.open(10)]))
    // The last day counts: 28 units last for exactly 14 days.
    #expect(
      try Self.lasted(SmallModel(units: [Self.unit(level: 28)], horizonDays: 14).content).units
        == [Self.open(14)])
    #expect(
      try Self.lasted(SmallModel(units: [Self.unit(level: 27)], horizonDays: 14).content)
        == Lasted(units: [Self.days(13)], pools: [Self.days(13)]))
  }

  @Test("Where nobody is expected to ask there is no endurance; rare patients make it censored")
  func nobody() throws {
    var model = SmallModel(units: [Self.unit(level: 5, perDay: 0)])
    #expect(try Self.lasted(model.content) == Lasted(units: [nil], pools: []))
    model.units = [Self.unit(level: 5)]
    model.timeline = [SmallModel.phase(4, 14, demand: 0)]
    // Care is stopped from the day of the cut on.
    #expect(
      try Self.lasted(model.content, cut: .with(Position(0))) == Lasted(units: [nil], pools: []))
    // Rare, but possible.
    model = SmallModel(units: [.init(id: "unit", level: .units(5), nanoRate: 1)])
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.open(14)], pools: [Self.open(14)]))
  }

  @Test("Who can wait is unmet when patience ends; who waits for ever, when the wait begins")
  func waiting() throws {
    var model = SmallModel(units: [Self.unit(level: 4)], horizonDays: 20)
    model.shortfall = .deferrable(patienceDays: 3)
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.days(5)], pools: [Self.days(5)]))
    model.shortfall = .backlogged
    #expect(
      try Self.lasted(model.content) == Lasted(units: [Self.days(2)], pools: [Self.days(2)]))
    // Who waited before the cut waits on: from day 2 on some do, and nothing comes on day 5.
    model.leadTime = .constant(5)
    #expect(
      try Self.lasted(model.content, cut: .inPeace(day: 5))
        == Lasted(units: [Self.days(0)], pools: [Self.days(0)]))
    // With a patience of 4 those of day 2 give up on day 6.
    model.shortfall = .deferrable(patienceDays: 4)
    #expect(
      try Self.lasted(model.content, cut: .inPeace(day: 5))
        == Lasted(units: [Self.days(1)], pools: [Self.days(1)]))
  }

  @Test("In peace what is in force on the day is left out, and what begins later is not")
  func peace() throws {
    var model = SmallModel(units: [Self.unit(level: 20)], horizonDays: 40, leadTime: .constant(1))
    var war = SmallModel.phase(4, 20, demand: 5)
    war.name = "war"
    model.timeline = [war]
    // 20 in the morning of day 4, less 2 that are on their way: 18 for 10 a day.
    #expect(try Self.lasted(model.content, cut: .with(Position(0))).units == [Self.days(1)])
    #expect(try Self.lasted(model.content, cut: .inPeace(day: 4)).units == [Self.days(9)])
    // From day 0 on 20 are left; 8 are used by day 4, 10 on it, 2 of 10 on day 5.
    #expect(try Self.lasted(model.content, cut: .inPeace(day: 0)).units == [Self.days(5)])
    // What a phase that is left out would have triggered does not take place either.
    var aftermath = SmallModel.phase(0, 40, demand: 9)
    aftermath.name = "aftermath"
    aftermath.firstDay = 21
    aftermath.lengthDays = 19
    aftermath.timing = PhaseTiming(
      begin: .after(phase: "war", edge: .end, delay: .constant(1)), length: .constant(5),
      probabilityBasisPoints: 10_000)
    model.timeline.append(aftermath)
    model.units = [Self.unit(level: 60)]
    #expect(try Self.lasted(model.content, cut: .inPeace(day: 5)).units == [Self.days(29)])
  }

  @Test("With a phase whose beginning is drawn supply stops on its first day, if it takes place")
  func drawnPhase() throws {
    var model = SmallModel(units: [Self.unit(level: 10)], horizonDays: 60)
    var war = SmallModel.phase(0, 60)
    war.name = "war"
    war.timing = PhaseTiming(
      begin: .between(first: 5, last: 40), length: .constant(3), probabilityBasisPoints: 5_000)
    model.timeline = [war]
    var (none, some) = (0, 0)
    for replication in 0..<40 {
      let lasted = try Self.lasted(
        model.content, cut: .with(Position(0)), replication: replication)
      // In the steady state 4 are there in the morning, the rest is on its way.
      if lasted.units[0] == nil { none += 1 } else { some += 1 }
      #expect(lasted.units[0] == nil || lasted.units[0] == Self.days(2))
      #expect(lasted.pools == lasted.units)
    }
    #expect(none > 8 && some > 8)
  }

  @Test("By chance demand lasts as the Poisson distribution says")
  func poisson() throws {
    let (stock, rate, count) = (40, 3.0, 3_000)
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(Int64(stock)), nanoRate: SmallModel.rate(rate))])
    model.horizonDays = 40
    let compiled = CompiledModel(
      try SupplyModel(model.content).cuttingInbound(.inPeace(day: 0)))
    var worker = ReplicationWorker(compiled)
    var lasted: [Int64] = []
    for replication in 0..<count {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      let (unit, pool) = (worker.endurance(0), worker.pooledEndurance(0))
      #expect(unit == pool)
      lasted.append(try #require(unit).days)
    }
    for days in [9, 11, 12, 13, 14, 16, 18] as [Int64] {
      // It lasts at least so many days if no more are asked for on them than there are.
      let mean = rate * Double(days)
      var (term, probability) = (Elementary.exp(-mean), 0.0)
      for number in 0...stock {
        probability += term
        term *= mean / Double(number + 1)
      }
      let share = Double(lasted.count { $0 >= days }) / Double(count)
      // 4.4 standard errors: a false alarm in 100,000.
      let limit = 4.4 * (probability * (1 - probability) / Double(count)).squareRoot()
      #expect(abs(share - probability) <= limit, "\(days) days: \(share) against \(probability)")
    }
  }
}
