import RandomStreams
import Replications
import SupplyModel
import Testing

@Suite("Replays of short-dated goods, computed by hand")
struct ShortDatedReplayTests {
  @Test("What a supplier sends too short-dated is sent back, not received, and ordered anew")
  func rejectedFromSupplier() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 4, expiryDay: 100)
      ]), leadTime: .constant(3), remainingLife: .days(.constant(8)))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    model.unitSettings.minimumLifeAtReceiptDays = 9
    let refused = try model.replay()
    // Ordered on days 0, 3, 6, 9 and 12; sent back on 3, 6, 9 and 12.
    #expect(refused.unitStock == days((4, 14)))
    #expect(refused.total.rejected == 24 && refused.total.purchased == 0)
    #expect(refused.total.orderLines == 5 && refused.total.returned == 0)
    #expect(refused.deliveryDays == [[]])
    // With one day less it is received, and discarded on day 3 + 8.
    model.unitSettings.minimumLifeAtReceiptDays = 8
    let accepted = try model.replay()
    #expect(accepted.unitStock == days((4, 3), (10, 8), (4, 3)))
    #expect(accepted.total.rejected == 0 && accepted.total.purchased == 6)
  }

  @Test("With lead time 0 it is sent back the same day, and asked for again the next")
  func rejectedAtOnce() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 4, expiryDay: 100)
      ]), leadTime: .constant(0), remainingLife: .days(.constant(8)))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    model.unitSettings.minimumLifeAtReceiptDays = 9
    let replay = try model.replay()
    #expect(replay.unitStock == days((4, 14)))
    #expect(replay.total.rejected == 84 && replay.total.orderLines == 14)
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

  @Test("A care unit with short-dated goods serves its patients from them all the same")
  func patientsFirst() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 4)
      ]), leadTime: .constant(9))
    model.peak(on: 3)
    model.unitSettings.minimumLifeAtIssueDays = 100
    #expect(try model.replay().total.served == 10)
  }
}
