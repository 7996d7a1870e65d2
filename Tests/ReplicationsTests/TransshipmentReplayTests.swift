import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Replays of transshipment, computed by hand")
struct TransshipmentReplayTests {
  private static func voluntary(_ kept: Int64, leadTimeDays: Int = 2) -> Transshipment {
    .voluntary(.init(kept: .units(kept), leadTimeDays: leadTimeDays))
  }

  @Test("Who is refused is given up to the kept minimum, and orders the rest when it can")
  func minimum() throws {
    var content = LateralModel.content([10, 40], stock: [0, 40], cut: 0..<8)
    content.policies[0].transshipment = Self.voluntary(8)
    let (replay, onHand) = try LateralModel.run(content)
    // Day 0: 8 leave, received on day 2. On day 8 the supplier accepts 2 and 8, received on day 9.
    #expect(replay.unitStock == days((32, 2), (40, 7), (50, 5)))
    #expect(replay.tallies.map(\.transshipped) == [0, 8])
    #expect(replay.tallies.map(\.purchased) == [2, 8])
    #expect(replay.tallies.map(\.orderLines) == [2, 1])
    #expect(replay.deliveryDays == [[2, 9], [9]])
    #expect(onHand == [10, 40])
    // While the supplier delivers, nobody is refused anything.
    content.timeline[content.timeline.count - 1].firstDay = 5
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 0])
    content.policies[0].transshipment = .notAllowed
    content.timeline[content.timeline.count - 1].firstDay = 0
    #expect(try LateralModel.run(content).replay.unitStock == days((40, 9), (50, 5)))
  }

  @Test(
    "The longest cover gives first, the shortest receives first, and nobody falls below the minimum"
  )
  func order() throws {
    // Covers are 0, 7, 10 and 2 days; 4 and 10 units can be spared.
    var content = LateralModel.content([10, 14, 20, 10], stock: [0, 14, 20, 4])
    content.policies[0].transshipment = Self.voluntary(10)
    let (replay, _) = try LateralModel.run(content)
    #expect(replay.tallies.map(\.transshipped) == [0, 4, 10, 0])
    // a gets ten, d four; both miss nothing or two until supply is back.
    #expect(replay.tallies.map(\.purchased) == [0, 4, 10, 2])
    // One alone gets all from the one with the longest cover.
    content.policies[0].rules[3].operating = .units(4)
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 0, 10, 0])
    // Cover is what lasts longest, not what is most: 20 units are 5 days at four a day.
    content.consumption[2].normal = DailyRate(nanoUnits: 4_000_000_000)
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 4, 6, 0])
    // Where transport is cut the next one gives.
    let crisis = content.timeline.count - 1
    content.timeline[crisis].transportCuts = [
      TransportCut(
        from: .init(locations: [Position(1)]), to: .init(locations: [Position(0)]))
    ]
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 0, 10, 0])
    content.timeline[crisis].transportCuts = []
    // Inside a region nobody sends anything.
    content.authorities[2].region = Position(0)
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 4, 0, 0])
  }

  @Test("Packs stay whole, and nobody gets more than it was refused")
  func packs() throws {
    let model = SmallModel(units: [], packSize: 4, leadTime: .constant(1), orderIn: .packs)
    var content = LateralModel.content([12, 17, 20], stock: [0, 17, 20], changing: model)
    content.policies[0].transshipment = Self.voluntary(10)
    // Three packs bring it to ten or above: two of the ten that c spares, one of the seven of b.
    let replay = try LateralModel.run(content).replay
    #expect(replay.tallies.map(\.transshipped) == [0, 4, 8])
    #expect(replay.tallies[0].purchased == 0)
    content.policies[0].rules[0].operating = .units(8)
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 0, 8])
  }

  @Test("Nothing is sent that would come too short-dated, and a reserve is kept until its release")
  func lots() throws {
    var model = SmallModel(units: [], leadTime: .constant(1))
    model.unitSettings.minimumLifeAtReceiptDays = 5
    func sent(
      _ expiry: Int, _ release: ReleaseRule = .always, _ rotation: Rotation = .flowing
    ) throws -> [Int64] {
      var content = LateralModel.content(
        [10, 20], stock: [0, 20], cut: 0..<1, expiry: expiry, changing: model)
      content.policies[0].transshipment = Self.voluntary(7, leadTimeDays: 3)
      content.policies[0].rules[1].operating = .units(5)
      content.policies[0].rules[1].reserve = .units(15)
      content.policies[0].rules[1].release = release
      content.policies[0].rules[1].rotation = rotation
      let replay = try LateralModel.run(content).replay
      #expect(replay.total.returned == 0)
      return replay.tallies.map(\.transshipped)
    }
    #expect(try sent(7) == [0, 0])
    #expect(try sent(8) == [0, 7])
    // Of 20 units 15 are the reserve.
    #expect(try sent(8, .onStockout(delayDays: 0)) == [0, 5])
    #expect(try sent(100, .onStockout(delayDays: 0), .separate(fillFirst: .reserve)) == [0, 5])
  }

  @Test("Below a distributor the regions' stores help each other; what is owed is not refused")
  func distributor() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10), authority: 1),
        .init(id: "b", level: .units(40), authority: 2),
      ], store: .units(0), leadTime: .constant(1), authorityIDs: ["state", "north", "south"])
    model.silence()
    model.start = .lots([
      StartingLot(location: Position(1), product: Position(0), quantity: 40, expiryDay: 1_000)
    ])
    var content = model.content
    LateralModel.divide(&content)
    content.policies[0].transshipment = Self.voluntary(8)
    let compiled = CompiledModel(try SupplyModel(content))
    #expect(compiled.products[0].lateralPlans[0].stores.map(\.node) == [0, 1])
    #expect(try LateralModel.run(content).onHand == [8, 32, 0])
    content.policies[0].rules[0].requests = .backlogged
    // What the distributor owes it buys, and sends on.
    #expect(try LateralModel.run(content).onHand == [10, 40, 0])
    // A store that supplies one region only is that region's store, and speaks for what is below it.
    content.authorities[2].region = Position(1)
    content.policies[0].rules[0].requests = nil
    #expect(
      CompiledModel(try SupplyModel(content)).products[0].lateralPlans[0].stores.isEmpty)
    #expect(try LateralModel.run(content).onHand == [0, 40, 0])
  }

  @Test("Between equals every authority is as often first")
  func equals() throws {
    let model = SmallModel(units: [], packSize: 10, leadTime: .constant(1), orderIn: .packs)
    var content = LateralModel.content([10, 20, 10], stock: [0, 20, 0], changing: model)
    content.policies[0].transshipment = Self.voluntary(10)
    var firsts = 0
    for replication in 0..<400 {
      let onHand = try LateralModel.run(content, replication: replication).replay.tallies
        .map(\.purchased)
      #expect(onHand == [0, 10, 10] || onHand == [10, 10, 0])
      if onHand[0] == 0 { firsts += 1 }
    }
    // 400 replications: a false alarm in 100,000.
    #expect(abs(Double(firsts) - 200) < 4.4 * 10)
  }

  @Test("Mandated: on the first day of the decision all are brought to the same cover")
  func mandated() throws {
    var content = LateralModel.content([0, 12, 40], stock: [0, 12, 40], cut: 2..<14)
    func level(every days: Int, leadTimeDays: Int = 2, delayDays: Int = 1) {
      content.policies[0].transshipment = .mandated(
        .init(
          decision: .phase("crisis", delayDays: delayDays), everyDays: days,
          leadTimeDays: leadTimeDays))
    }
    level(every: 4)
    // 52 units at 6 a day: 17⅓ each. On day 3, 17 and 5 leave; received on day 5.
    let (replay, onHand) = try LateralModel.run(content)
    #expect(onHand == [17, 17, 18])
    #expect(replay.unitStock == days((52, 3), (30, 2), (52, 9)))
    #expect(replay.tallies.map(\.transshipped) == [0, 0, 22])
    #expect(replay.tallies.map(\.orderLines) == [1, 1, 0])
    // What is on its way counts: nothing is sent a second time.
    level(every: 1, leadTimeDays: 5)
    #expect(try LateralModel.run(content).replay.tallies.map(\.transshipped) == [0, 0, 22])
    // Twice the consumption, twice the stock.
    content.consumption[2].normal = DailyRate(nanoUnits: 4_000_000_000)
    #expect(try LateralModel.run(content).onHand == [13, 13, 26])
    // A decision that takes longer than the crisis does not come.
    level(every: 1, delayDays: 12)
    #expect(try LateralModel.run(content).onHand == [0, 12, 40])
    // Whole packs.
    level(every: 1)
    content.products[0].packSize = 10
    for rule in content.policies[0].rules.indices
    where content.policies[0].rules[rule].orderIn != nil {
      content.policies[0].rules[rule].orderIn = .packs
    }
    #expect(try LateralModel.run(content).onHand == [10, 12, 30])
  }

  @Test("Stock is levelled every so many days from the first day of the decision on")
  func levellingDays() throws {
    // What a uses up on day 4 is made good on day 3 + 4; what b gives is ordered, in vain.
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10)),
        .init(id: "b", level: .units(30), nanoRate: 2_000_000_000, authority: 1),
      ], leadTime: .constant(1), authorityIDs: ["north", "south"])
    model.silence()
    model.units[0].profile = nil
    var crisis = SmallModel.phase(2, 14, supply: 0)
    crisis.name = "crisis"
    model.timeline.append(crisis)
    var content = model.content
    LateralModel.divide(&content)
    content.policies[0].transshipment = .mandated(
      .init(decision: .phase("crisis", delayDays: 1), everyDays: 4, leadTimeDays: 1))
    // 40 units: 20 each on day 3.
    #expect(try LateralModel.run(content).onHand == [20, 20])
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let sent = try worker.trace(product: 0, replication: 0, policy: 0).filter {
      if case .transshipped = $0.what { true } else { false }
    }
    #expect(sent.map(\.day) == [3])
    #expect(sent.first?.what == .transshipped(quantity: 10, to: Position(0), due: 4, expiry: 1_000))
    // Most of b's stock expires on day 6: the next levelling is on day 7.
    content.policies[0].rules[1].operating = .units(20)
    content.experiment.start = .lots([
      StartingLot(location: Position(0), product: Position(0), quantity: 20, expiryDay: 1_000),
      StartingLot(location: Position(1), product: Position(0), quantity: 12, expiryDay: 6),
      StartingLot(location: Position(1), product: Position(0), quantity: 8, expiryDay: 1_000),
    ])
    let later = CompiledModel(try SupplyModel(content))
    var other = ReplicationWorker(later)
    let again = try other.trace(product: 0, replication: 0, policy: 0).filter {
      if case .transshipped = $0.what { true } else { false }
    }
    #expect(again.map(\.day) == [7])
    #expect(again.first?.what == .transshipped(quantity: 6, to: Position(1), due: 8, expiry: 1_000))
  }

  @Test("A minimum that nobody has more than changes nothing; one that some have helps")
  func laws() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(14), authority: 0),
        .init(id: "b", level: .units(60), authority: 1),
      ], horizonDays: 300, remainingLife: .days(.uniform(low: 20, high: 60)),
      authorityIDs: ["north", "south"])
    model.shortages = HoardingReplayTests.model().shortages
    var content = model.content
    LateralModel.divide(&content)
    let alone = try LateralModel.run(content).replay
    content.policies[0].transshipment = Self.voluntary(1_000)
    #expect(try LateralModel.run(content).replay == alone)
    content.policies[0].transshipment = Self.voluntary(10)
    let lent = try LateralModel.run(content).replay
    #expect(lent.tallies[1].transshipped > 0)
    #expect(lent.tallies[0].unmet < alone.tallies[0].unmet)
    // A decision that never holds changes nothing either.
    content.policies[0].transshipment = .mandated(
      .init(
        decision: Decision(occasion: .shortage, delayDays: 1_000), everyDays: 1, leadTimeDays: 1))
    #expect(try LateralModel.run(content).replay == alone)
  }
}
