import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

/// Two wards without a store that start with lots of known expiry and get nothing more; nobody asks
/// for anything, so that only time passes.
@Suite("Replays of cover, computed by hand")
struct CoverReplayTests {
  /// Ward a: 2 a day, 10 units until day 4 and 3 until day 20. Ward b: 1 a day, 4 units until day 3.
  private static func content(authorityOfB: Int = 0, ticks: Tick = .day) -> SupplyModel.Content {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(13), nanoRate: 2_000_000_000),
        .init(id: "b", level: .units(4), nanoRate: 1_000_000_000, authority: authorityOfB),
      ], horizonDays: 8, leadTime: .constant(100))
    model.authorityIDs = ["first", "second"]
    model.tick = ticks
    model.silence()
    var content = model.content
    func lot(_ location: Int, _ quantity: Int64, _ expiry: Int) -> StartingLot {
      StartingLot(
        location: Position(location), product: Position(0), quantity: quantity, expiryDay: expiry)
    }
    // Not in order of expiry: the shelves see to that.
    content.experiment.start = .lots([lot(0, 3, 20), lot(1, 4, 3), lot(0, 10, 4)])
    content.experiment.measuresCover = true
    return content
  }

  /// Average cover, in millionths of a day summed over days.
  private struct Cover: Equatable {
    var nodes: [String: Int64] = [:]
    var authorities: [Int64?] = []
    var all: Int64?
  }

  private static func cover(_ content: SupplyModel.Content) throws -> Cover {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    worker.begin(product: 0, replication: 0)
    try worker.simulate(policy: 0)
    var cover = Cover()
    for (node, location) in compiled.products[0].locations.enumerated() {
      cover.nodes[content.locations[location].id] = worker.coverMicroDays(node)
    }
    let authorities = compiled.products[0].cover?.authorities ?? []
    cover.authorities = authorities.indices.map { worker.coverMicroDays(authority: $0) }
    cover.all = worker.coverMicroDaysOfAll
    return cover
  }

  @Test("Cover is what can be used at normal consumption before it expires")
  func expiring() throws {
    let cover = try Self.cover(Self.content())
    // a, from day 0: 4.5, 3.5, 2.5, 1.5 with the long lot alone, and so on to day 7: what is not
    // used does not shrink. The lot of 10 gives 2 × 3, 2 × 2, 2 × 1 and, on day 3, nothing.
    #expect(cover.nodes["a"] == 18_000_000)
    // b: 2, 1, then 0: on day 2 its lot can no longer be used.
    #expect(cover.nodes["b"] == 3_000_000)
  }

  @Test("An aggregate pools lots and consumption: it is no mean of its parts")
  func pooled() throws {
    let cover = try Self.cover(Self.content())
    // 3 a day; 12, 9, 6 and 3 units in time on days 0 to 3, then 3 on each of four.
    #expect(cover.all == 14_000_000)
    #expect(cover.authorities == [14_000_000])
    let apart = try Self.cover(Self.content(authorityOfB: 1))
    #expect(apart.authorities == [18_000_000, 3_000_000])
    #expect(apart.all == 14_000_000)
  }

  @Test("By cover the duty does not count what expires before it can be used")
  func duty() throws {
    var content = Self.content()
    content.duty = Duty(days: 3)
    // 9 must be held: 17 on days 0 to 2, 13 on day 3, then 3. In time are 12, exactly 9, then less.
    #expect(
      try DutyReplayTests.outcomes(content) == [
        DutyOutcome(daysWithin: 4, missingUnitDays: 24, byCover: 2, microDays: 14_000_000)
      ])
    // Two thirds of three days are two: 6 on day 2 is exactly enough; 6667 are a little more.
    for (basisPoints, days) in [(6_666, 3), (6_667, 2)] as [(Int64, Int64)] {
      content.duty?.exemptions = [
        DutyReplayTests.exemption(held: .share(basisPoints: basisPoints))
      ]
      #expect(try DutyReplayTests.outcomes(content)[0].daysWithinByCover == days)
    }
    content.duty?.exemptions = [DutyReplayTests.exemption(held: .days(1))]
    #expect(try DutyReplayTests.outcomes(content)[0].daysWithinByCover == 8)
  }

  @Test("Cover is reported in days however short a tick")
  func hours() throws {
    var content = Self.content(ticks: try #require(Tick(perDay: 24)))
    for row in content.consumption.indices {
      content.consumption[row].normal = DailyRate(
        nanoUnits: content.consumption[row].normal.nanoUnits * 24)
    }
    // Everything happens in hours instead of days: 14 hours in all, 583,333 and a third of a
    // millionth of a day; each of the 8 hours is rounded by itself.
    let cover = try Self.cover(content)
    let all = try #require(cover.all)
    #expect(abs(all - 14_000_000 / 24) <= 4)
  }

  @Test("A location's cover is measured against all care units below it, each counted once")
  func above() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(0), nanoRate: 2_000_000_000),
        .init(id: "b", level: .units(0), nanoRate: 1_000_000_000, authority: 1),
      ], store: .units(30), horizonDays: 4, leadTime: .constant(100))
    model.authorityIDs = ["first", "second"]
    model.silence()
    var content = model.content
    content.experiment.measuresCover = true
    let cover = try Self.cover(content)
    // 30 units at 3 a day on each of 4 days, at the store and for its authority, which serves both.
    #expect(cover.nodes == ["a": 0, "b": 0, "store": 40_000_000])
    #expect(cover.authorities == [40_000_000, 0])
    #expect(cover.all == 40_000_000)
  }

  @Test("A reserve in a pool of its own is part of cover")
  func pool() throws {
    var model = SmallModel(
      units: [.init(id: "a", level: .units(4), nanoRate: 1_000_000_000)], horizonDays: 2,
      leadTime: .constant(100))
    model.unitSettings.reserve = .units(6)
    model.unitSettings.rotation = .separate(fillFirst: .flow)
    model.silence()
    var content = model.content
    content.experiment.measuresCover = true
    #expect(try Self.cover(content).all == 20_000_000)
  }

  @Test("What nobody asks for is not measured")
  func asked() throws {
    var content = Self.content()
    content.experiment.measuresCover = false
    #expect(try Self.cover(content) == Cover())
  }
}
