import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

/// Stock by hand: 10 units until day 4, none on days 5 to 7, 10 on days 8 to 11, then none; nobody
/// asks for anything, and nothing is rounded but what the duty asks for.
@Suite("Replays of the duty to hold stock, computed by hand")
struct DutyReplayTests {
  /// How the first holder keeps within a duty.
  private static func outcome(
    unitsPerDay: Double, stock: Int64 = 10, held: Exemption.Held? = nil
  ) throws -> DutyOutcome {
    var model = ExpiryReplayTests.unit
    model.units[0].nanoRate = SmallModel.rate(unitsPerDay)
    model.units[0].level = .units(stock)
    model.silence()
    var content = model.content
    content.duty = Duty(exemptions: held.map { [exemption(held: $0)] } ?? [])
    return try #require(try outcomes(content).first)
  }

  static func exemption(
    of authority: Int = 0, product: Int = 0, held: Exemption.Held
  ) -> Exemption {
    Exemption(
      authority: Position(authority), product: Position(product), reason: "shortShelfLife",
      held: held, mitigation: "borrowed", reviewDate: CalendarDate(dayNumber: 30_000))
  }

  /// One replication of the first product: how each holder keeps within the duty.
  static func outcomes(_ content: SupplyModel.Content) throws -> [DutyOutcome] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    worker.begin(product: 0, replication: 0)
    try worker.simulate(policy: 0)
    let count = compiled.products[0].duty?.requirements.count ?? 0
    return (0..<count).compactMap { worker.dutyOutcome($0) }
  }

  @Test("A day with exactly what must be held is within the duty; expired stock does not count")
  func exactly() throws {
    // 30 × 0.3333 = 9.999, so 10 must be held: missing are 10 units on each of 5 days.
    let outcome = try Self.outcome(unitsPerDay: 0.3333)
    #expect(outcome == DutyOutcome(daysWithin: 9, missingUnitDays: 50))
  }

  @Test("What must be held is rounded up to whole units: a unit less is below on every day")
  func roundedUp() throws {
    // 30 × 0.333333334 = 10.00000002, so 11 must be held: 1 is missing on 9 days, 11 on 5.
    let outcome = try Self.outcome(unitsPerDay: 0.333_333_334)
    #expect(outcome == DutyOutcome(daysWithin: 0, missingUnitDays: 64))
  }

  @Test("An exemption lowers what must be held, to a share of it or to fewer days, rounded up")
  func exempted() throws {
    // Of 11 units half are 5.5, so 6; 15 days take 5.00000001, so 6.
    for held in [Exemption.Held.share(basisPoints: 5_000), .days(15)] {
      let enough = try Self.outcome(unitsPerDay: 0.333_333_334, stock: 6, held: held)
      #expect(enough == DutyOutcome(daysWithin: 9, missingUnitDays: 30))
      let tooLittle = try Self.outcome(unitsPerDay: 0.333_333_334, stock: 5, held: held)
      #expect(tooLittle == DutyOutcome(daysWithin: 0, missingUnitDays: 39))
    }
    let nothing = try Self.outcome(unitsPerDay: 1, held: .share(basisPoints: 0))
    #expect(nothing == DutyOutcome(daysWithin: 14, missingUnitDays: 0))
  }

  /// A store of 20 units, and three wards with 10, 10 and 10, which each use 1/3 a day: one of the
  /// region, one of a provider with its own stock, one of a provider for which the region holds.
  private static var providers: SupplyModel.Content {
    var model = SmallModel(
      units: [
        .init(id: "own", level: .units(10), nanoRate: 333_333_333),
        .init(id: "contract", level: .units(10), nanoRate: 333_333_333, authority: 1),
        .init(id: "held-for", level: .units(10), nanoRate: 333_333_333, authority: 2),
      ], store: .units(20), horizonDays: 5)
    model.authorityIDs = ["region", "contractor", "protected"]
    model.silence()
    var content = model.content
    content.authorities[1].kind = .private
    content.authorities[2].kind = .private
    content.authorities[2].dutyHeldBy = Position(0)
    content.duty = Duty()
    return content
  }

  @Test("Who holds for another must hold for both, and the other's own wards count too")
  func heldBy() throws {
    let model = try SupplyModel(Self.providers)
    let requirements = model.dutyRequirements(of: Position(0))
    #expect(requirements.map(\.holder) == [Position(0), Position(1)])
    // 60 × 0.333333333 = 19.99999998, one rounding: 20, not 2 × 10 only by chance.
    #expect(requirements.map(\.units) == [20, 10])
    #expect(requirements.map(\.normalConsumption.nanoUnits) == [666_666_666, 333_333_333])
    // The region has 20 + 10 of its own and the protected provider's 10.
    var content = Self.providers
    content.duty?.days = 60
    #expect(
      try Self.outcomes(content) == [
        DutyOutcome(daysWithin: 5), DutyOutcome(daysWithin: 0, missingUnitDays: 50),
      ])
    content.duty?.days = 61
    // 61 × 0.666… = 40.67, so 41 of 40.
    #expect(try Self.outcomes(content)[0] == DutyOutcome(daysWithin: 0, missingUnitDays: 5))
  }

  @Test("Only stock in the locations that the duty selects counts")
  func locations() throws {
    var content = Self.providers
    content.duty?.locations = LocationSelection(tiers: [Position(1)])
    #expect(
      try Self.outcomes(content) == [
        DutyOutcome(daysWithin: 5), DutyOutcome(daysWithin: 0, missingUnitDays: 50),
      ])
    content.duty?.locations = LocationSelection(tiers: [Position(0)])
    #expect(
      try Self.outcomes(content) == [
        DutyOutcome(daysWithin: 5), DutyOutcome(daysWithin: 5),
      ])
  }

  @Test("A reserve in a pool of its own counts as all other stock on hand does")
  func pool() throws {
    var model = ExpiryReplayTests.unit
    model.units[0].nanoRate = SmallModel.rate(0.5)
    model.unitSettings.reserve = .units(5)
    model.unitSettings.rotation = .separate(fillFirst: .flow)
    model.silence()
    var content = model.content
    content.duty = Duty()
    // 15 of 15 until day 4.
    #expect(try Self.outcomes(content)[0].daysWithin >= 5)
    model.unitSettings.reserve = .units(4)
    content = model.content
    content.duty = Duty()
    #expect(try Self.outcomes(content)[0].daysWithin == 0)
  }

  @Test("A product outside the duty, and a scenario without one, ask for nothing")
  func outside() throws {
    var content = Self.providers
    content.products[0].isUnderDuty = false
    #expect(try SupplyModel(content).dutyRequirements(of: Position(0)).isEmpty)
    #expect(try Self.outcomes(content).isEmpty)
    content = Self.providers
    content.duty = nil
    #expect(try SupplyModel(content).dutyRequirements(of: Position(0)).isEmpty)
    #expect(try Self.outcomes(content).isEmpty)
  }

  @Test("An exemption of an authority for which another one holds lowers that part only")
  func partlyExempted() throws {
    var content = Self.providers
    content.duty?.exemptions = [Self.exemption(of: 2, held: .share(basisPoints: 5_000))]
    let requirement = try #require(
      try SupplyModel(content).dutyRequirements(of: Position(0)).first)
    // 10 in full, and half of 10.
    #expect(requirement.parts.map(\.units) == [10, 5])
    #expect(requirement.units == 15)
    #expect(requirement.fullUnits == 20)
    content.duty?.exemptions = [Self.exemption(of: 0, held: .days(10))]
    let both = try #require(try SupplyModel(content).dutyRequirements(of: Position(0)).first)
    // The holder's covers both: 10 × 0.666666666, so 7.
    #expect(both.parts.map(\.units) == [7])
  }

  @Test("In steps of an hour the duty is looked at every hour, and asks for the same units")
  func hours() throws {
    var model = ExpiryReplayTests.unit
    model.tick = try #require(Tick(perDay: 24))
    model.units[0].nanoRate = SmallModel.rate(0.3333)
    model.silence()
    var content = model.content
    content.duty = Duty(days: 30 * 24)
    // Lives and lead times are in hours too, so the days of the first test are hours here.
    #expect(try Self.outcomes(content) == [DutyOutcome(daysWithin: 9, missingUnitDays: 50)])
  }

  @Test("The duty changes nothing else")
  func sideEffects() throws {
    var model = SmallModel(
      units: [.init(id: "a", level: .units(8)), .init(id: "b", level: .units(5))],
      store: .units(40), horizonDays: 200)
    model.remainingLife = .days(.constant(9))
    let plain = try model.replay()
    var content = model.content
    content.duty = Duty(days: 7)
    content.experiment.measuresCover = true
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    #expect(try Replay(&worker, of: compiled) == plain)
    #expect(plain.total.discarded > 0)
  }
}

extension DutyOutcome {
  init(
    daysWithin: Int64, missingUnitDays: Int64 = 0, byCover: Int64? = nil, microDays: Int64? = nil
  ) {
    self.init()
    self.daysWithin = daysWithin
    self.missingUnitDays = missingUnitDays
    daysWithinByCover = byCover
    coverMicroDays = microDays
  }
}
