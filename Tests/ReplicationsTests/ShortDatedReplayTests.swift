import RandomStreams
import Replications
import SupplyModel
import Testing

@Suite("Replays of short-dated goods, computed by hand")
struct ShortDatedReplayTests {
  /// A care unit that has 4 of 10 units and asks a supplier for 6, whose goods last 8 or 9 days.
  static func asking(leadTime: Double) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 4, expiryDay: 100)
      ]), leadTime: .constant(leadTime),
      remainingLife: .days(.uniformInteger(low: 8, high: 9)))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    return model
  }

  @Test("What a supplier sends too short-dated is sent back, not received, and ordered anew")
  func rejectedFromSupplier() throws {
    var model = Self.asking(leadTime: 3)
    model.unitSettings.minimumLifeAtReceiptDays = 9
    var accepted: Set<Int> = []
    for replication in 0..<40 {
      let replay = try model.replay(replication: replication)
      // Ordered on day 0; received or sent back on 3, ordered anew that day, and so on.
      let day = replay.unitStock.firstIndex(of: 10) ?? 15
      accepted.insert(day)
      #expect(day % 3 == 0 && day >= 3)
      #expect(replay.total.rejected == Int64(6 * (min(day, 15) / 3 - 1)))
      #expect(replay.total.returned == 0)
      guard day <= 5 else { continue }
      #expect(replay.deliveryDays[0].first == day)
      #expect(replay.total.discarded == 6)
    }
    // A half of the first deliveries is accepted, a quarter comes second, an eighth third.
    #expect(accepted.isSuperset(of: [3, 6, 9]))
    // With one day less all are.
    model.unitSettings.minimumLifeAtReceiptDays = 8
    for replication in 0..<10 {
      let replay = try model.replay(replication: replication)
      #expect(replay.unitStock.prefix(4) == days((4, 3), (10, 1)).prefix(4))
      #expect(replay.total.rejected == 0)
    }
  }

  @Test("With lead time 0 it is sent back the same day, and asked for again the next")
  func rejectedAtOnce() throws {
    var model = Self.asking(leadTime: 0)
    model.unitSettings.minimumLifeAtReceiptDays = 9
    var accepted: Set<Int> = []
    for replication in 0..<40 {
      let replay = try model.replay(replication: replication)
      let day = replay.unitStock.firstIndex(of: 10) ?? 14
      accepted.insert(day)
      #expect(replay.unitStock.prefix(day).allSatisfy { $0 == 4 })
      guard day < 5 else { continue }
      // Once more than before it is accepted; the lot lasts beyond the end.
      #expect(replay.total.rejected >= Int64(6 * day))
      #expect(replay.deliveryDays[0].first == day)
    }
    #expect(accepted.isSuperset(of: [0, 1, 2]))
  }

  @Test("What comes too short-dated from the store is sent back out of the chain")
  func returnedInside() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(20),
      start: .lots([
        StartingLot(location: Position(1), product: Position(0), quantity: 20, expiryDay: 10)
      ]), leadTime: .constant(30))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    model.unitSettings.minimumLifeAtReceiptDays = 9
    // Shipped on day 0, received on 1 with 9 days: accepted until day 10.
    #expect(try model.replay().unitStock == days((0, 1), (10, 9), (0, 4)))
    model.unitSettings.minimumLifeAtReceiptDays = 10
    // Shipped on days 0 and 1, sent back on 1 and 2; then the store has nothing left.
    let replay = try model.replay()
    #expect(replay.unitStock == days((0, 14)))
    #expect(replay.tallies[0].returned == 20 && replay.total.discarded == 0)
  }

  @Test("What stores that suppliers replenish send each other is not bought, nor sent back to them")
  func offeredBetweenStores() throws {
    var model = SmallModel(
      units: [
        .init(id: "slow", level: .units(12), nanoRate: 1_000_000_000),
        .init(id: "fast", level: .units(1), nanoRate: 8_000_000_000),
      ], horizonDays: 12,
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 12, expiryDay: 7)
      ]), leadTime: .constant(30))
    model.timeline = [SmallModel.phase(0, 12, demand: 0)]
    model.unitSettings.redistributeBeforeDays = 4
    // On day 3 the slow one can use 1 × 3 of the lot and the fast one 8 × 3: 9 go. On day 4 one more
    // is too much, and the fast one can use 8 × 2 − 9 − 1 that it has ordered; on day 5 it cannot.
    var replay = try model.replay()
    #expect(replay.tallies.map(\.redistributed) == [10, 0])
    #expect(replay.deliveryDays[1] == [4, 5])
    #expect(replay.tallies.map(\.discarded) == [2, 10])
    #expect(replay.total.purchased == 0)
    // Whoever asks for four days of life gets them with three and two days left, and has room for
    // one more on day 5, since it has kept none.
    model.unitSettings.minimumLifeAtReceiptDays = 4
    replay = try model.replay()
    #expect(replay.tallies.map(\.returned) == [0, 11])
    #expect(replay.total.rejected == 0 && replay.total.purchased == 0)
    // What is still under way at the end has not been bought either.
    model.horizonDays = 4
    #expect(try model.replay().tallies.map(\.redistributed) == [9, 0])
  }

  @Test(
    "A store issues only what still lives long enough, and buys anew what it can no longer issue")
  func minimumAtIssue() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(10),
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
        StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: 10),
      ]), leadTime: .constant(2), position: .usableTomorrow)
    model.peak(on: 5)
    model.storeSettings.minimumLifeAtIssueDays = 5
    // On day 5 the store's lot has five days left: it is issued.
    #expect(try model.replay().unitStock == days((10, 5), (0, 1), (10, 8)))
    model.storeSettings.minimumLifeAtIssueDays = 6
    // Now it is one day too short. The store has seen that coming on day 4, the last on which it
    // could be issued the next day is past, and has ordered; the new lot comes on day 6.
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 5), (0, 2), (10, 7)))
    #expect(replay.storeStock == days((10, 6), (10, 1), (10, 1), (20, 2), (10, 4)))
    #expect(replay.tallies[1].discarded == 10)
  }
}
