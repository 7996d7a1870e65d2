import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Every number follows by hand from the order of the day; demand is none or overwhelming.
@Suite("Replays of replenishment, computed by hand")
struct SupplyReplayTests {
  @Test("What is shipped on day t with lead time L is received on t + L", arguments: [1, 2, 5])
  func leadTimes(leadTime: Int) throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), leadTimeDays: leadTime)], store: .units(30),
      leadTime: .constant(3))
    model.peak(on: 2)
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, leadTime), (10, 12 - leadTime)))
    #expect(replay.storeStock == days((30, 2), (20, 3), (30, 9)))
    #expect(replay.deliveryDays == [[2 + leadTime], [5]])
    #expect(replay.tallies.map(\.orderLines) == [1, 1])
    #expect(replay.tallies.map(\.purchased) == [0, 10])
    // At the end of the days from the order to the day before the receipt.
    #expect(replay.tallies.map(\.onOrderUnitDays) == [10 * Int64(leadTime), 30])
  }

  @Test("Receipt comes before demand: what arrives today serves today")
  func receiptBeforeDemand() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], store: .units(30))
    model.peak(on: 2, 3)
    let replay = try model.replay()
    #expect(replay.total.served == 20)
    #expect(replay.unitStock == days((10, 2), (0, 2), (10, 10)))
  }

  @Test("What is under way counts in the position: a second order is only for the second need")
  func positionCountsUnderWay() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(30), leadTime: .constant(5))
    model.peak(on: 2, 4)
    let replay = try model.replay()
    #expect(replay.storeStock == days((30, 2), (20, 2), (10, 3), (20, 2), (30, 5)))
    #expect(replay.total.purchased == 20)
  }

  @Test("Unmet demand is lost: nothing is kept for it and nothing is ordered for it")
  func lostDemand() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], leadTime: .constant(1))
    model.peak(on: 2)
    let replay = try model.replay()
    #expect(replay.unitStock == days((10, 2), (0, 1), (10, 11)))
    #expect(replay.total.served == 10)
    #expect(replay.total.purchased == 10)
  }

  @Test("A lead time is rounded to the nearest day, half a day up")
  func leadTimeRounding() throws {
    for (leadTime, day) in [(1.49, 3), (1.5, 4), (2.0, 4), (0.4, 2)] {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(10))], leadTime: .constant(leadTime))
      model.peak(on: 2)
      #expect(try model.replay().deliveryDays == [[day]])
    }
  }

  @Test("The timeline lengthens the lead times of the orders of its days, from first to last")
  func leadTimeMultiplier() throws {
    for (peak, arrival) in [(3, 5), (4, 8), (6, 10), (7, 9)] {
      var model = SmallModel(
        units: [.init(id: "unit", level: .units(10))], leadTime: .constant(2))
      model.peak(on: peak)
      model.timeline.append(SmallModel.phase(4, 7, leadTime: 2))
      #expect(try model.replay().deliveryDays == [[arrival]], "ordered on day \(peak)")
    }
  }

  @Test("A location reviewed every n days orders on those days only, and is shipped to at once")
  func reviewInterval() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(30), reviewEveryDays: 5)
    model.peak(on: 2, 5)
    let replay = try model.replay()
    // Asked on day 5, after that day's demand, and received on 6.
    #expect(replay.unitStock == days((10, 2), (0, 4), (10, 8)))
    #expect(replay.storeStock == days((30, 5), (20, 3), (30, 6)))
  }

  @Test("Orders in packs are the fewest that reach the target")
  func packs() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(30))], store: .units(100), packSize: 12,
      orderIn: .packs)
    model.peak(on: 2)
    let replay = try model.replay()
    #expect(replay.unitStock == days((30, 2), (0, 1), (36, 11)))
    #expect(replay.storeStock == days((100, 2), (64, 3), (100, 9)))
  }

  @Test("Scarce stock goes by rank, then id; what isn't shipped is dropped and asked for again")
  func rank() throws {
    for (ranks, winner) in [([1, 2], 0), ([2, 1], 1), ([1, 1], 1)] {
      var model = SmallModel(
        units: [
          .init(id: "z", level: .units(24), rank: ranks[0]),
          .init(id: "a", level: .units(24), rank: ranks[1]),
        ], store: .units(30), leadTime: .constant(4))
      model.peak(on: 2)
      let replay = try model.replay()
      let loser = 1 - winner
      // Day 2: 24 to the first, the last 6 to the second, who still needs 18; the store orders 30,
      // receives them on day 6, ships 18 and has 18 on order, received on day 10.
      #expect(replay.deliveryDays[winner] == [3])
      #expect(replay.deliveryDays[loser] == [3, 7])
      #expect(replay.deliveryDays[2] == [6, 10])
      #expect(replay.storeStock == days((30, 2), (0, 4), (12, 4), (30, 4)))
      #expect(replay.unitStock == days((48, 2), (0, 1), (30, 4), (48, 7)))
      #expect(replay.tallies[loser].orderLines == 2)
    }
  }

  @Test("Where orders are in packs no part of a pack is shipped")
  func packsAreIndivisible() throws {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(24), rank: 1), .init(id: "b", level: .units(24), rank: 2),
      ], store: .units(40), packSize: 12, leadTime: .constant(4), orderIn: .packs)
    model.peak(on: 2)
    let replay = try model.replay()
    // Of the 16 left after a, one pack goes to b, 4 stay; the store orders 3 packs, gets them on
    // day 6 and ships b its second pack.
    #expect(replay.storeStock == days((40, 2), (4, 4), (28, 4), (40, 4)))
    #expect(replay.unitStock == days((48, 2), (0, 1), (36, 4), (48, 7)))
  }

  @Test("Capacity is kept for its window and no longer, then comes day by day")
  func capacity() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(30))], leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 5_000, windowDays: 4))
    model.peak(on: 5)
    let replay = try model.replay()
    // 2 units a day and half as much again are 3 a day, kept for 4 days: 12 are there on day 5.
    let expected: [Int64] = [30, 30, 30, 30, 30, 0, 12, 15, 18, 21, 24, 27, 30, 30]
    #expect(replay.unitStock == expected)
    #expect(replay.tallies[0].orderLines == 7)
  }

  @Test("At least a pack of capacity is kept, however short the window")
  func capacityOfPack() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(20))], packSize: 10, leadTime: .constant(0),
      capacity: .init(slackBasisPoints: 0, windowDays: 1), orderIn: .packs)
    model.peak(on: 2)
    // A pack on day 2, the next when 2 a day have added up to 10, five days later.
    #expect(try model.replay().unitStock == days((20, 2), (10, 5), (20, 7)))
  }

  @Test("While supply is cut off nothing is delivered; afterwards capacity starts from nothing")
  func supplyCut() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], leadTime: .constant(1),
      capacity: .init(slackBasisPoints: 0, windowDays: 30))
    model.peak(on: 3)
    model.timeline.append(SmallModel.phase(2, 6, supply: 0))
    let expected: [Int64] = [10, 10, 10, 0, 0, 0, 0, 2, 4, 6, 8, 10, 10, 10]
    #expect(try model.replay().unitStock == expected)
  }

  @Test("A supplier without a limit delivers nothing while supply is cut off")
  func unlimitedSupplyCut() throws {
    var model = SmallModel(units: [.init(id: "unit", level: .units(10))], leadTime: .constant(1))
    model.peak(on: 3)
    model.timeline.append(SmallModel.phase(2, 6, supply: 0))
    #expect(try model.replay().unitStock == days((10, 3), (0, 4), (10, 7)))
  }

  @Test("During a shortage orders are refused; the first day up accepts, what was accepted comes")
  func shortage() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], horizonDays: 40, leadTime: .constant(2))
    model.shortages = [
      ShortageProcess(
        id: "shortage", products: .init(), frequency: .meanUpTime(days: 9),
        duration: .exponential(mean: 6), startsUp: true)
    ]
    model.peak(on: 12, 13)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    var outages = Outages()
    var delays: Set<Int> = []
    for replication in 0..<100 {
      let key = StreamKey(
        seed: 1, source: 0, replication: UInt64(replication), product: StableHash.of("product"))
      outages.draw(compiled.products[0].outages, days: 40, key: key)
      var accepted = 12
      while accepted < 40, outages.isDown(accepted) { accepted += 1 }
      delays.insert(accepted - 12)
      let replay = try Replay(&worker, of: compiled, replication: replication)
      let arrival = min(40, accepted + 2)
      #expect(replay.unitStock == days((10, 12), (0, arrival - 12), (10, 40 - arrival)))
    }
    #expect(delays.isSuperset(of: 0...4))
  }

  @Test("Every authority is as often first when capacity is short")
  func authorityQueue() throws {
    // Two stores ask for 10 each on day 2, when there is a window's worth of 4 × 3 = 12. Seed 1,
    // 400 replications: the share lies within 4.4 standard errors, a false alarm in 100,000.
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(10)), .init(id: "b", level: .units(10), authority: 1),
      ], horizonDays: 3, leadTime: .constant(0),
      capacity: .init(slackBasisPoints: 0, windowDays: 3), authorityIDs: ["north", "south"])
    model.peak(on: 2)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    var firsts = 0
    for replication in 0..<400 {
      let replay = try Replay(&worker, of: compiled, replication: replication)
      let received = replay.tallies.map(\.purchased)
      #expect(received == [10, 2] || received == [2, 10])
      if received[0] == 10 { firsts += 1 }
    }
    #expect(abs(Double(firsts) - 200) < 4.4 * 10)
  }

  @Test("Scarce stock goes to every authority first equally often, by rank within an authority")
  func authorityQueueInside() throws {
    // Three wards ask for 24 each on day 2 and the store has 30: the two of the north by rank, the
    // one of the south before or after both. 400 replications as above.
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(24), rank: 2), .init(id: "b", level: .units(24), rank: 1),
        .init(id: "c", level: .units(24), rank: 3, authority: 1),
      ], store: .units(30), horizonDays: 4, leadTime: .constant(9),
      authorityIDs: ["north", "south"])
    model.peak(on: 2)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    var southFirst = 0
    for replication in 0..<400 {
      let replay = try Replay(&worker, of: compiled, replication: replication)
      // What each has on day 3: end-of-day stock × the one day that is left, beyond days 0 and 1.
      let received = replay.tallies.prefix(3).map { $0.stockUnitDays - 48 }
      #expect(received == [6, 24, 0] || received == [0, 6, 24])
      if received[2] == 24 { southFirst += 1 }
    }
    #expect(abs(Double(southFirst) - 200) < 4.4 * 10)
  }
}
