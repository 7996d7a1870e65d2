import RandomStreams
import SupplyModel
import Testing

@Suite("Replays of what is ordered for a reserve, computed by hand")
struct RefillReplayTests {
  /// A care unit whose supplier takes three days, without demand, with so many units on day 0.
  static func model(onHand: Int64) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))],
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: onHand, expiryDay: 100)
      ]), leadTime: .constant(3))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    return model
  }

  @Test("A reserve whose goods have filled the flow on receipt is ordered for anew that day")
  func receiptIntoTheFlow() throws {
    var model = Self.model(onHand: 9)
    model.unitSettings.reserve = .units(5)
    model.unitSettings.rotation = .separate(fillFirst: .flow)
    model.unitSettings.ordering = .minMax(reorderAt: .units(2))
    // The flow's 9 are above its reorder level; the reserve's 5 are ordered on day 0. On day 3 one of
    // them fills the flow to its 10, so one more is ordered for the reserve and comes on day 6.
    let expected = days((9, 3), (14, 3), (15, 8))
    #expect(try model.replay().unitStock == expected)
    // The same where the unit is looked at on every day because its orders have a maximum.
    model.unitSettings.orderMaximum = .units(1_000)
    #expect(try model.replay().unitStock == expected)
    // Where the reserve is filled first, nothing is missing there, and the flow waits for its level.
    model.unitSettings.rotation = .separate(fillFirst: .reserve)
    model.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 14, expiryDay: 100)
    ])
    #expect(try model.replay().unitStock == days((14, 14)))
  }

  @Test("Without a reserve the pace of its refill holds nothing back")
  func refillOfNothing() throws {
    var model = Self.model(onHand: 4)
    model.unitSettings.ordering = .reorderPoint(reorderAt: .units(9), quantity: .units(20))
    #expect(try model.replay().unitStock == days((4, 3), (24, 11)))
    model.unitSettings.refillPerDay = .units(1)
    #expect(try model.replay().unitStock == days((4, 3), (24, 11)))
  }
}
