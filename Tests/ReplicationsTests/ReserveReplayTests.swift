import RandomStreams
import Replications
import SupplyModel
import Testing

/// A store with 10 units of operating stock and a reserve of 20, and a care unit of 10 that is
/// emptied on chosen days, so that it asks for 10 that evening.
@Suite("Replays of the reserve, computed by hand")
struct ReserveReplayTests {
  static func model(
    rotation: Rotation = .flowing, release: ReleaseRule = .always, leadTime: Double = 20
  ) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(10), horizonDays: 16,
      leadTime: .constant(leadTime))
    model.storeSettings.reserve = .units(20)
    model.storeSettings.rotation = rotation
    model.storeSettings.release = release
    return model
  }

  /// A phase of peace that only has a name.
  static func phase(_ name: String, _ first: Int, _ end: Int) -> Phase {
    var phase = SmallModel.phase(first, end)
    phase.name = name
    return phase
  }

  @Test("A reserve that is always released is only a higher target")
  func always() throws {
    var model = Self.model()
    model.peak(on: 2, 4, 6)
    // Each time the care unit is filled again: 30 units last for three.
    #expect(
      try model.replay().unitStock
        == days((10, 2), (0, 1), (10, 1), (0, 1), (10, 1), (0, 1), (10, 9)))
    #expect(try model.replay().storeStock == days((30, 2), (20, 2), (10, 2), (0, 10)))
  }

  @Test(
    "A reserve in the flow is kept back until its phase and the authority's delay",
    arguments: [Rotation.flowing, .separate(fillFirst: .flow), .separate(fillFirst: .reserve)])
  func inPhase(rotation: Rotation) throws {
    var model = Self.model(rotation: rotation, release: .inPhase(names: ["war"], delayDays: 3))
    model.peak(on: 2, 4)
    model.timeline.append(Self.phase("war", 6, 12))
    let replay = try model.replay()
    // The flow's 10 go on day 2; what is asked for on days 4 to 8 waits; on 6 + 3 the reserve is
    // released, and received on day 10.
    #expect(replay.unitStock == days((10, 2), (0, 1), (10, 1), (0, 6), (10, 6)))
    #expect(replay.storeStock == days((30, 2), (20, 7), (10, 7)))
  }

  @Test("A phase that is over keeps the reserve back again")
  func phaseOver() throws {
    var model = Self.model(release: .inPhase(names: ["war"], delayDays: 0))
    model.peak(on: 2, 4, 8)
    model.timeline.append(Self.phase("war", 3, 6))
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 1), (10, 1), (0, 1), (10, 3), (0, 8)))
    #expect(replay.storeStock == days((30, 2), (20, 2), (10, 12)))
  }

  @Test(
    "A stock-out releases the reserve after the authority's delay, until the flow is back",
    arguments: [Rotation.flowing, .separate(fillFirst: .flow)])
  func onStockout(rotation: Rotation) throws {
    var model = Self.model(
      rotation: rotation, release: .onStockout(delayDays: 3), leadTime: 5)
    model.peak(on: 2, 3, 4, 8, 9)
    // Day 2: unmet demand, release from day 5; 10 of the flow are shipped, 10 ordered.
    // Day 3: the care unit receives 10 and is emptied; it asks on 3 and 4 in vain; on 5 it gets 10
    // of the reserve, received on 6. Orders of 10 on days 2 and 5 come on 7 and 10.
    // Day 7: 10 come in. In one pool the flow has then what exceeds 20: 20 − 20 = 0, so that the
    // release goes on; with a pool of its own they fill the flow: the release ends.
    let replay = try model.replay()
    let unit = replay.unitStock
    #expect(unit.prefix(8) == days((10, 2), (0, 4), (10, 2)).prefix(8))
    // Day 8: emptied; 10 are shipped: of the reserve, or of the flow. Day 9: received, emptied.
    #expect(unit[8] == 0 && unit[9] == 0)
    let isOnePool = rotation == .flowing
    // Day 9: in one pool the release still holds, and the last 10 go. Else the new alarm of day 8
    // releases from day 11 on, but 10 come in on day 10 and fill the flow, so that it ends.
    #expect(replay.storeStock[9] == (isOnePool ? 0 : 10))
    #expect(unit[10] == (isOnePool ? 10 : 0))
    // What comes in on day 10 goes out that day.
    #expect(isOnePool || unit[11] == 10)
  }

  @Test("A lot of a separate reserve is ordered anew one lead time before it expires")
  func separateReorder() throws {
    var model = Self.model(rotation: .separate(fillFirst: .flow), leadTime: 4)
    model.start = .given(remainingLife: .days(.constant(9)))
    model.timeline = [SmallModel.phase(0, 16, demand: 0)]
    model.position = .onHand
    let replay = try model.replay()
    // The reserve is ordered on day 5 and comes on day 9, when the old one is discarded; the care
    // unit, whose own lot has expired too, gets 10. Flow and reserve are ordered on day 9 and come on
    // day 13.
    #expect(replay.storeStock == days((30, 9), (10, 4), (30, 3)))
    #expect(replay.tallies[1].discarded == 30)
    #expect(replay.deliveryDays[1] == [9, 13])
  }

  @Test("A reserve set aside changes places with later-expiring units of the flow")
  func swap() throws {
    var model = Self.model(rotation: .swap(beforeExpiryDays: 4), leadTime: 2)
    model.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
      // The first 10 fill the flow, the rest is the reserve.
      StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: 100),
      StartingLot(location: Position(1), product: Position(0), quantity: 20, expiryDay: 8),
    ])
    model.peak(on: 6)
    model.position = .onHand
    let replay = try model.replay()
    // On day 4 ten of the reserve change places with the flow's ten; on day 6 these are issued. The
    // reserve's other ten find nothing to change places with. On day 8 they expire, and so do those
    // at the care unit, which asks for ten of what comes in that day.
    #expect(replay.tallies.map(\.discarded) == [10, 10])
    #expect(replay.storeStock == days((30, 6), (20, 2), (10, 2), (30, 6)))
    // Without the exchange all 20 of the reserve expire at the store.
    model.storeSettings.rotation = .separate(fillFirst: .flow)
    #expect(try model.replay().tallies.map(\.discarded) == [0, 20])
  }

  @Test("Patients are served from the reserve of their own care unit, released or not")
  func patients() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 6, leadTime: .constant(9))
    model.unitSettings.reserve = .units(20)
    model.unitSettings.rotation = .separate(fillFirst: .flow)
    model.unitSettings.release = .inPhase(names: ["never"], delayDays: 0)
    model.peak(on: 3)
    model.timeline.append(Self.phase("never", 5, 6))
    #expect(try model.replay().total.served == 30)
  }

  @Test(
    "A reserve is refilled by so many units a day, after operating stock",
    arguments: [Rotation.flowing, .separate(fillFirst: .flow)])
  func refill(rotation: Rotation) throws {
    var model = Self.model(rotation: rotation, leadTime: 1)
    model.timeline = [SmallModel.phase(0, 16, demand: 0)]
    model.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
      StartingLot(location: Position(1), product: Position(0), quantity: 4, expiryDay: 100),
    ])
    model.storeSettings.refillPerDay = .units(6)
    // Operating stock at once, 6 of the reserve with it, then 6 a day, and 2 at last.
    #expect(try model.replay().storeStock == days((4, 1), (16, 1), (22, 1), (28, 1), (30, 12)))
    model.storeSettings.refillPerDay = nil
    #expect(try model.replay().storeStock == days((4, 1), (30, 15)))
  }

  @Test("With a refill by the day a weekly review orders seven days' worth")
  func weeklyRefill() throws {
    var model = Self.model(leadTime: 1)
    model.timeline = [SmallModel.phase(0, 16, demand: 0)]
    model.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
      StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: 100),
    ])
    model.storeSettings.refillPerDay = .units(2)
    model.storeSettings.review = .every(days: 7)
    #expect(try model.replay().storeStock == days((10, 1), (24, 7), (30, 8)))
  }

  @Test("Short-dated units that a store cannot use go where they turn over")
  func redistribution() throws {
    var model = SmallModel(
      units: [
        .init(id: "slow", level: .units(12), nanoRate: 1_000_000_000),
        .init(id: "fast", level: .units(1), nanoRate: 5_000_000_000),
        .init(id: "faster", level: .units(1), nanoRate: 8_000_000_000),
      ], store: .units(1), horizonDays: 12,
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 12, expiryDay: 7)
      ]), leadTime: .constant(30))
    model.timeline = [SmallModel.phase(0, 12, demand: 0)]
    model.unitSettings.redistributeBeforeDays = 4
    let replay = try model.replay()
    // On day 3 the lot has four days left: the slow one can use 1 × 3 of it, 9 are offered. The
    // fastest can use 8 × 3 = 24 from tomorrow on and takes all. On day 4 one more is too much, and
    // the fastest can use 8 × 2 − 9; on day 5 another, which only the next can use.
    #expect(replay.tallies.map(\.redistributed) == [11, 0, 0, 0])
    #expect(replay.deliveryDays[2] == [4, 5])
    #expect(replay.tallies.map(\.discarded) == [1, 1, 10, 0])
    // With 20 there already, the fastest can use 4 more; the next takes 5, and on day 4 one more.
    model.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 12, expiryDay: 7),
      StartingLot(location: Position(2), product: Position(0), quantity: 20, expiryDay: 100),
    ])
    #expect(try model.replay().tallies.map(\.discarded) == [2, 6, 4, 0])
    // Nobody with a higher turnover: it stays.
    model.units[1].nanoRate = 1_000_000_000
    model.units[2].nanoRate = 500_000_000
    #expect(try model.replay().tallies.map(\.redistributed) == [0, 0, 0, 0])
  }

  @Test("A build-up that sets the reserve aside sorts what is there into its pools")
  func sortedAtBuildUp() throws {
    var content = Self.model().content
    content.experiment.start = .buildUp(warmUpDays: 30)
    var aside = content.policies[0]
    aside.name = "aside"
    aside.rules[aside.rules.count - 1].rotation = .separate(fillFirst: .flow)
    content.policies.append(aside)
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let flowing = try Replay(&worker, of: compiled, policy: 0)
    let separate = try Replay(&worker, of: compiled, policy: 1)
    // The same units stand there the moment after, and the account holds on every day.
    #expect(separate.storeStock[0] == flowing.storeStock[0])
  }
}
