import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand from the share, the lots and the order of the day.
@Suite("Replays of losses, computed by hand")
struct LossReplayTests {
  private static func loss(
    _ share: Int64, at location: Int? = nil, reason: StockLoss.Reason = .destroyed,
    cluster: Int64 = 10_000, each: Int64 = 10_000
  ) -> StockLoss {
    StockLoss(
      reason: reason, products: .init(),
      locations: .init(locations: location.map { [Position($0)] }), shareBasisPoints: share,
      clusterBasisPoints: cluster, eachBasisPoints: each)
  }

  /// A store with the lots of a list, a care unit that uses nothing, and a phase from day 4.
  private static func model(_ lots: [(Int64, Int)], _ losses: [StockLoss]) -> SmallModel {
    let total = lots.reduce(0) { $0 + $1.0 }
    var model = SmallModel(units: [.init(id: "unit", level: .units(0))], store: .units(total))
    model.silence()
    model.storageClass = .cold
    model.start = .lots(
      lots.map {
        StartingLot(
          location: Position(1), product: Position(0), quantity: $0.0, expiryDay: $0.1)
      })
    var phase = SmallModel.phase(named: "raid", 4, 9)
    phase.losses = losses
    model.timeline.append(phase)
    return model
  }

  /// What is lost: quantity, expiry and reason, in order of expiry.
  private static func lost(
    _ model: SmallModel, replication: Int = 0, product: Int = 0
  ) throws -> [(day: Int, location: Int, quantity: Int64, expiry: Int, reason: StockLoss.Reason)] {
    var worker = ReplicationWorker(try model.compiled())
    return try worker.trace(product: product, replication: replication, policy: 0).compactMap {
      guard case .lost(let quantity, let expiry, let reason) = $0.what else { return nil }
      return ($0.day, $0.location?.index ?? -1, quantity, expiry, reason)
    }.sorted { $0.3 < $1.3 }
  }

  @Test(
    "The share is lost of every lot, whole units by largest remainder, the earliest expiry first")
  func largestRemainder() throws {
    // Half of 15 is 7.5, so 8 are lost: 3 + 2 + 1 whole ones, and one each of the two that expire
    // first, since all three have half a unit left.
    let equal = Self.model([(7, 100), (5, 200), (3, 300)], [Self.loss(5_000)])
    #expect(try Self.lost(equal).map(\.quantity) == [4, 3, 1])
    #expect(try Self.lost(equal).allSatisfy { $0.day == 4 && $0.location == 1 })
    // 30 % of 10, 9 and 7 is 3.0, 2.7 and 2.1: 8 of 7.8, the one that is left from the second.
    let unequal = Self.model([(10, 100), (9, 200), (7, 300)], [Self.loss(3_000)])
    #expect(try Self.lost(unequal).map(\.quantity) == [3, 3, 2])
    // 10 % of 4 is less than half a unit.
    #expect(try Self.lost(Self.model([(4, 100)], [Self.loss(1_000)])).isEmpty)
    // 10 % of one each of five is half a unit: one, of the lot that expires first.
    let single = Self.model([(1, 100), (1, 101), (1, 102), (1, 103), (1, 104)], [Self.loss(1_000)])
    #expect(try Self.lost(single).map(\.expiry) == [100])
  }

  @Test("Losses of one day follow one another, each from what the one before has left")
  func sequence() throws {
    let model = Self.model(
      [(100, 300)],
      [
        Self.loss(5_000), Self.loss(5_000, reason: .coldChain),
        Self.loss(10_000, reason: .withdrawn),
      ])
    let tally = try model.replay().tallies[1]
    #expect([tally.destroyed, tally.spoiled, tally.withdrawn] == [50, 25, 25])
    #expect(tally.discarded == 0)
  }

  @Test("What is lost is ordered anew the same day; what expires that day is lost in part")
  func orderOfTheDay() throws {
    // Of the lot that expires on day 4 half is destroyed, the rest discarded, all ordered again.
    let model = Self.model([(10, 4), (20, 300)], [Self.loss(5_000)])
    let replay = try model.replay()
    let store = replay.tallies[1]
    #expect(store.destroyed == 15)
    #expect(store.discarded == 5)
    #expect(store.purchased == 20)
    #expect(replay.storeStock == days((30, 4), (10, 3), (30, 7)))
    #expect(replay.deliveryDays[1] == [7])
  }

  @Test("What is under way is not hit, nor what stands elsewhere")
  func elsewhere() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), leadTimeDays: 5)], store: .units(30))
    model.peak(on: 2)
    var phase = SmallModel.phase(named: "raid", 4, 5)
    phase.losses = [Self.loss(10_000, at: 1)]
    model.timeline.append(phase)
    let replay = try model.replay()
    #expect(replay.tallies[0].destroyed == 0)
    // 10 left the store on day 2, and 10 came for them on day 5.
    #expect(replay.tallies[1].destroyed == 20)
    #expect(replay.unitStock == days((10, 2), (0, 5), (10, 7)))
    #expect(replay.storeStock == days((30, 2), (20, 2), (0, 1), (10, 2), (30, 7)))
  }

  @Test("A reserve of its own loses its share as the flow does")
  func reserve() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(0))], store: .units(10))
    model.silence()
    model.storeSettings.reserve = .units(20)
    model.storeSettings.rotation = .separate(fillFirst: .flow)
    var phase = SmallModel.phase(named: "raid", 4, 5)
    phase.losses = [Self.loss(5_000)]
    model.timeline.append(phase)
    let replay = try model.replay()
    #expect(replay.tallies[1].destroyed == 15)
    #expect(replay.tallies[1].purchased == 15)
    #expect(replay.storeStock == days((30, 4), (15, 3), (30, 7)))
  }

  @Test("Longer use reaches what stands in a reserve of its own too")
  func extendedReserve() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(0))], store: .units(10), horizonDays: 30,
      start: .given(remainingLife: .days(.constant(12))))
    model.silence()
    model.storeSettings.reserve = .units(20)
    model.storeSettings.rotation = .separate(fillFirst: .flow)
    var phase = SmallModel.phase(named: "longer", 4, 5)
    phase.lifeExtension = LifeExtension(products: .init(), days: 100)
    #expect(try model.replay().tallies[1].discarded == 30)
    model.timeline.append(phase)
    #expect(try model.replay().tallies[1].discarded == 0)
  }

  @Test("A phase that began before the horizon hits nothing")
  func beforeTheHorizon() throws {
    var model = Self.model([(100, 300)], [Self.loss(5_000)])
    model.timeline[1].firstDay = -1
    #expect(try model.replay().tallies[1].destroyed == 0)
  }

  @Test(
    "One common cause hits all or none, each place on its own by its own luck, the same for all products"
  )
  func luck() throws {
    // 30 care units without demand; 40 % for the common cause, 25 % for each given that. Seed 1,
    // 300 replications, limits of 4.5 standard errors.
    var model = SmallModel(
      units: (0..<30).map { SmallModel.Unit(id: "u\($0)", level: .units(4)) },
      productIDs: ["first", "second"])
    model.silence()
    var phase = SmallModel.phase(named: "raid", 4, 9)
    phase.losses = [Self.loss(10_000, cluster: 4_000, each: 2_500)]
    model.timeline.append(phase)
    var counts: [Int] = []
    for replication in 0..<300 {
      let hit = try Self.lost(model, replication: replication).map(\.location).sorted()
      counts.append(hit.count)
      guard replication < 20 else { continue }
      let second = try Self.lost(model, replication: replication, product: 1).map(\.location)
      #expect(second.sorted() == hit)
    }
    let struck = counts.count { $0 > 0 }
    #expect(abs(Double(struck) - 120) < 4.5 * (0.4 * 0.6 * 300).squareRoot())
    let places = Double(counts.reduce(0, +))
    #expect(
      abs(places - 0.25 * 30 * Double(struck))
        < 4.5 * (0.25 * 0.75 * 30 * Double(struck)).squareRoot())
    #expect(Set(counts).count > 8)
  }

  @Test("A second loss of a phase, and a phase of another name, have luck of their own")
  func ownLuck() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(100))])
    model.storageClass = .cold
    model.silence()
    func hits(_ name: String, _ losses: [StockLoss]) throws -> [[Bool]] {
      var model = model
      var phase = SmallModel.phase(named: name, 4, 9)
      phase.losses = losses
      model.timeline.append(phase)
      return try (0..<40).map { replication in
        let reasons = try Self.lost(model, replication: replication).map(\.reason)
        return [reasons.contains(.destroyed), reasons.contains(.coldChain)]
      }
    }
    let both = [
      Self.loss(1_000, each: 5_000), Self.loss(1_000, reason: .coldChain, each: 5_000),
    ]
    let rows = try hits("raid", both)
    #expect(rows.contains { $0[0] != $0[1] })
    #expect(try hits("raid", both) == rows)
    #expect(try hits("storm", both) != rows)
    // The first is hit as before, whatever comes second.
    #expect(try hits("raid", [both[0]]).map { $0[0] } == rows.map { $0[0] })
  }
}
