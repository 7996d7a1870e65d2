import RandomStreams
import SupplyModel
import Testing

@testable import Replications

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

  @Test("What is too short-dated to count towards a reserve of its own is left to the flow")
  func shortDatedForReserve() throws {
    var model = Self.model(onHand: 1)
    model.unitSettings.reserve = .units(5)
    model.unitSettings.rotation = .separate(fillFirst: .reserve)
    let compiled = try model.compiled()
    var run = ProductRun()
    run.start(compiled.products[0], policy: 0, of: compiled, world: World(compiled))
    #expect(run.reserves[0].onHand == 1)
    // Its replacement takes three days: whatever expires by then would have to be ordered anew.
    run.putOnShelf(0, expiry: 3, arrival: 0, quantity: 7)
    #expect(run.reserves[0].onHand == 1)
    run.putOnShelf(0, expiry: 4, arrival: 0, quantity: 7)
    #expect(run.reserves[0].onHand == 5)
  }
}
