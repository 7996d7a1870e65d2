import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Replays of a national reserve, computed by hand")
struct NationalReserveReplayTests {
  @Test("While it is released it gives what was refused today, once, and is then replenished")
  func release() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], leadTime: .constant(3))
    model.peak(on: 2)
    var crisis = SmallModel.phase(2, 8, supply: 0)
    crisis.name = "crisis"
    model.timeline.append(crisis)
    var content = model.content
    LateralModel.addReserve(&content, level: 50, release: .phase("crisis", delayDays: 1))
    let replay = try LateralModel.run(content).replay
    // Asked for and refused on day 2, when the decision does not hold yet, and on day 3, when it
    // does: 10 leave and come on day 5. The reserve orders from day 4 on, is accepted on 8, gets them
    // on 11.
    #expect(replay.unitStock == days((10, 2), (0, 3), (10, 9)))
    #expect(replay.storeStock == days((50, 3), (40, 8), (50, 3)))
    #expect(replay.tallies.map(\.fromNationalReserve) == [10, 0])
    #expect(replay.tallies.map(\.purchased) == [0, 10])
    #expect(replay.tallies.map(\.orderLines) == [1, 1])
    #expect(replay.tallies.map(\.onOrderUnitDays) == [20, 30])
    #expect(replay.deliveryDays == [[5], [11]])
    // Where transport is cut it gives nothing.
    content.timeline[content.timeline.count - 1].transportCuts = [
      TransportCut(from: .init(tiers: [Position(1)]), to: .init(tiers: [Position(0)]))
    ]
    #expect(try LateralModel.run(content).replay.tallies[0].fromNationalReserve == 0)
    content.timeline[content.timeline.count - 1].transportCuts = []
    // Without a decision the care unit waits for the supplier.
    content.nationalReserves[0].release = Decision(occasion: .shortage, delayDays: 0)
    #expect(try LateralModel.run(content).replay.unitStock == days((10, 2), (0, 9), (10, 3)))
    // A decision that comes too late is no decision.
    content.nationalReserves[0].release = .phase("crisis", delayDays: 6)
    #expect(try LateralModel.run(content).replay.tallies[0].fromNationalReserve == 0)
  }

  @Test("A shortage of the product releases it, from its onset and the delay on")
  func shortage() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 40, leadTime: .constant(1))
    model.shortages = [
      ShortageProcess(
        id: "shortage", products: .init(), frequency: .meanUpTime(days: 9),
        duration: .exponential(mean: 6), startsUp: true)
    ]
    model.peak(on: 12)
    var content = model.content
    LateralModel.addReserve(
      &content, level: 50, release: Decision(occasion: .shortage, delayDays: 3), leadTimeDays: 1)
    let compiled = CompiledModel(try SupplyModel(content))
    var outages = Outages()
    var gifts = 0
    for replication in 0..<100 {
      outages.draw(
        compiled.products[0].outages, days: 40,
        key: StreamKey(
          seed: 1, source: 0, replication: UInt64(replication), product: StableHash.of("product")))
      var onset = 12
      while onset > 0, outages.isDown(12), outages.isDown(onset - 1) { onset -= 1 }
      var end = 12
      while end < 40, outages.isDown(end) { end += 1 }
      let given = max(12, onset + 3)
      let isGift = end > 12 && given < end
      let replay = try LateralModel.run(content, replication: replication).replay
      let arrival = min(40, (isGift ? given : end) + 1)
      #expect(replay.unitStock == days((10, 12), (0, arrival - 12), (10, 40 - arrival)))
      if isGift, arrival < 40 {
        gifts += 1
        #expect(replay.tallies[0].fromNationalReserve == 10)
      }
    }
    #expect(gifts > 10)
  }

  @Test("Too little is shared as the policy says, in whole packs, and none of it is given twice")
  func sharing() throws {
    var model = SmallModel(units: [], packSize: 5, leadTime: .constant(1), orderIn: .packs)
    model.allocation = .proportionalToRequest
    var content = LateralModel.content(
      [20, 20, 10], stock: [0, 0, 10, 12], changing: model)
    LateralModel.addReserve(&content, level: 12, release: .phase("crisis", delayDays: 0))
    let (replay, onHand) = try LateralModel.run(content)
    // Half of 12 each is a pack; then 2 are left, less than a pack. On day 12 and 13 supply is up.
    #expect(replay.tallies.map(\.fromNationalReserve) == [5, 5, 0, 0])
    #expect(replay.tallies.map(\.purchased) == [15, 15, 0, 10])
    #expect(onHand == [20, 20, 10, 12])
    #expect(replay.deliveryDays == [[2, 13], [2, 13], [], [13]])
    // First come, first served: one of the two gets both packs.
    content.policies[0].allocation = .firstCome
    let served = try LateralModel.run(content).replay.tallies.map(\.fromNationalReserve)
    #expect(served == [10, 0, 0, 0] || served == [0, 10, 0, 0])
    // Whom it does not serve it gives nothing, whatever there is.
    content.nationalReserves[0].serves = .init(locations: [Position(1)])
    content.policies[0].allocation = .proportionalToRequest
    #expect(
      try LateralModel.run(content).replay.tallies.map(\.fromNationalReserve) == [0, 10, 0, 0])
  }

  @Test("Lots keep their expiry; nobody gets what would come too short-dated")
  func lots() throws {
    func content(_ minimum: Int?, cover: Int64 = 10) -> SupplyModel.Content {
      var model = SmallModel(units: [], leadTime: .constant(1))
      model.unitSettings.minimumLifeAtReceiptDays = minimum
      var content = LateralModel.content([10], stock: [0], cut: 0..<14, changing: model)
      LateralModel.addReserve(&content, level: 16, release: .phase("crisis", delayDays: 3))
      content.experiment.start = .lots([
        StartingLot(location: Position(1), product: Position(0), quantity: 6, expiryDay: 6),
        StartingLot(location: Position(1), product: Position(0), quantity: cover, expiryDay: 100),
      ])
      return content
    }
    // Given on day 3, received on day 5: six can be used that day only, and expire on day 6.
    var replay = try LateralModel.run(content(nil)).replay
    // On day 6 six are asked for again, and given.
    #expect(replay.tallies.map(\.discarded) == [6, 0])
    #expect(replay.tallies.map(\.fromNationalReserve) == [16, 0])
    // With two days of life left asked for, the six stay, and expire in the reserve.
    replay = try LateralModel.run(content(2)).replay
    #expect(replay.tallies.map(\.discarded) == [0, 6])
    #expect(replay.tallies.map(\.fromNationalReserve) == [10, 0])
    #expect(replay.tallies.map(\.returned) == [0, 0])
    replay = try LateralModel.run(content(2, cover: 7)).replay
    #expect(replay.tallies.map(\.fromNationalReserve) == [7, 0])
  }

  @Test("What expires in it is discarded and ordered anew, and it is no part of the flow")
  func expiry() throws {
    var content = LateralModel.content([10], stock: [10, 20], cut: 12..<14, expiry: 9)
    LateralModel.addReserve(&content, level: 20, release: .phase("crisis", delayDays: 0))
    let replay = try LateralModel.run(content).replay
    // Both order on day 9, when all has expired, and are replenished overnight.
    #expect(replay.tallies.map(\.discarded) == [10, 20])
    #expect(replay.storeStock == days((20, 9), (0, 1), (20, 4)))
    // Normal consumption is what the care unit uses, not twice that; a level in days is of it.
    let network = try SupplyModel(content).networks[0]
    #expect(network.normalConsumption == content.consumption[0].normal)
    #expect(network.nodes.map(\.normalConsumption).allSatisfy { $0 == network.normalConsumption })
    content.policies[0].rules[content.policies[0].rules.count - 1].operating = .days(10)
    #expect(try LateralModel.run(content).onHand == [10, 20])
  }

  @Test("In a rotated start its lots are of all ages, since nothing there turns over")
  func ages() throws {
    var content = LateralModel.content([4], stock: [], cut: 13..<14)
    LateralModel.addReserve(&content, level: 12, release: .phase("crisis", delayDays: 0))
    content.suppliers[0].remainingLife = .days(.constant(120))
    content.experiment.start = .rotated(warmUpDays: 0)
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let expiries = try worker.trace(product: 0, replication: 0, policy: 0).compactMap {
      if $0.location == Position(1), case .startingLot(1, let expiry) = $0.what {
        expiry
      } else {
        nil
      }
    }
    #expect(expiries == stride(from: 115, through: 5, by: -10).map { $0 })
  }

  @Test("A reserve that is never released changes nothing anywhere else")
  func neverReleased() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(6)), .init(id: "b", level: .units(9), authority: 1),
      ], store: .units(16), horizonDays: 200,
      start: .given(remainingLife: .days(.constant(40))),
      remainingLife: .days(.uniform(low: 20, high: 60)),
      capacity: .init(slackBasisPoints: 500, windowDays: 10), authorityIDs: ["north", "south"])
    model.shortages = HoardingReplayTests.model().shortages
    var content = model.content
    let without = try LateralModel.run(content)
    var other = content.suppliers[0]
    other.id = "other"
    content.suppliers.append(other)
    LateralModel.addReserve(
      &content, level: 300, release: Decision(occasion: .shortage, delayDays: 1_000))
    content.locations[3].sources = content.locations[3].sources.map { _ in
      Location.Source.supplier(Position(1))
    }
    let with = try LateralModel.run(content)
    #expect(Array(with.replay.tallies.prefix(3)) == without.replay.tallies)
    #expect(with.replay.unitStock == without.replay.unitStock)
    #expect(with.replay.tallies[3].discarded > 0)
    #expect(with.replay.tallies[0].unmet > 0)
    // Released in every shortage, it helps.
    content.nationalReserves[0].release = Decision(occasion: .shortage, delayDays: 0)
    let released = try LateralModel.run(content).replay
    #expect(released.tallies[2].fromNationalReserve > 0)
    #expect(released.total.unmet < without.replay.total.unmet)
  }
}
