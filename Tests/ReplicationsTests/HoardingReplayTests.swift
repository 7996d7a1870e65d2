import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// A care unit of 10 below a store of 30 that nobody asks for anything; the unit raises its target
/// by half while a shortage is known of.
@Suite("Replays of hoarding, computed by hand")
struct HoardingReplayTests {
  static func model() -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), nanoRate: 1)], store: .units(30),
      horizonDays: 60, leadTime: .constant(3))
    model.shortages = [
      ShortageProcess(
        id: "shortage", products: .init(), frequency: .meanUpTime(days: 20),
        duration: .exponential(mean: 6), startsUp: true)
    ]
    model.unitSettings.hoardingBasisPoints = 15_000
    return model
  }

  /// On which days a shortage is known of, and on which orders are refused.
  static func outages(
    _ compiled: CompiledModel, replication: Int
  ) -> (known: [Bool], down: [Bool]) {
    var outages = Outages()
    let product = compiled.products[0]
    outages.draw(
      product.outages, days: product.demand.totalDays,
      key: StreamKey(
        seed: 1, source: 0, replication: UInt64(replication), product: StableHash.of("product")))
    let days = 0..<product.demand.totalDays
    return (days.map { outages.isKnown($0) }, days.map { outages.isDown($0) })
  }

  @Test("A shortage that is known of drains the store, and the supplier refuses to fill it")
  func drains() throws {
    let compiled = try Self.model().compiled()
    var worker = ReplicationWorker(compiled)
    var raised = 0
    for replication in 0..<40 {
      let (known, down) = Self.outages(compiled, replication: replication)
      let replay = try Replay(&worker, of: compiled, replication: replication)
      // The unit's target rises once, by 5; it never falls below what it has.
      var (unit, store, toUnit, toStore) = (Int64(10), Int64(30), [Int64](), [Int64]())
      toUnit = Array(repeating: 0, count: 70)
      toStore = toUnit
      for day in 0..<60 {
        unit += toUnit[day]
        store += toStore[day]
        let wanted = (known[day] ? 15 : 10) - unit - toUnit[(day + 1)...].reduce(0, +)
        if wanted > 0 {
          toUnit[day + 1] += wanted
          store -= wanted
        }
        let lacking = 30 - store - toStore[(day + 1)...].reduce(0, +)
        if lacking > 0, !down[day] { toStore[day + 3] += lacking }
        #expect(replay.unitStock[day] == unit)
        #expect(replay.storeStock[day] == store)
      }
      if unit == 15 { raised += 1 }
    }
    #expect(raised > 20 && raised < 40)
  }

  @Test("A factor of one, or no shortage, changes nothing")
  func nothing() throws {
    var model = Self.model()
    model.units[0].nanoRate = 2_000_000_000
    model.unitSettings.hoardingBasisPoints = 10_000
    let unraised = try model.replay()
    model.unitSettings.hoardingBasisPoints = nil
    #expect(try model.replay() == unraised)
    model.shortages = []
    let supplied = try model.replay()
    model.unitSettings.hoardingBasisPoints = 30_000
    #expect(try model.replay() == supplied)
  }

  @Test("A reserve of its own is hoarded too, and gives back what is too much when it is over")
  func reserve() throws {
    var model = Self.model()
    model.store = .units(100)
    model.unitSettings.reserve = .units(20)
    model.unitSettings.rotation = .separate(fillFirst: .reserve)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    var (hoarding, over) = (0, 0)
    for replication in 0..<60 {
      let (known, _) = Self.outages(compiled, replication: replication)
      _ = try Replay(&worker, of: compiled, replication: replication)
      #expect(worker.run.plans[0].target == (known[59] ? 15 : 10))
      #expect(worker.run.plans[0].reserve == (known[59] ? 30 : 20))
      // What is asked for on the first day comes on the next.
      #expect(worker.run.reserves[0].onHand == (known[58] && known[59] ? 30 : 20))
      if known[58], known[59] { hoarding += 1 }
      if known[..<57].contains(true), !known[57...].contains(true) {
        #expect(worker.run.states[0].onHand >= 45)
        over += 1
      }
    }
    #expect(hoarding > 3 && over > 3)
  }

  @Test("Levels are rounded up to whole packs, and the reorder point is raised with them")
  func levels() {
    var plan = TargetPlan(
      operating: 24, reserve: 12, firstOperating: 12, firstReserve: 0, reorderAt: 18,
      hoardingBasisPoints: 11_000, orderMultiple: 12, packSize: 12, rounding: .up, hasPool: false)
    func levels(_ done: Int64, of: Int64, _ isHoarding: Bool) -> [Int64] {
      let levels = plan.levels(at: .init(done: done, of: of), isHoarding: isHoarding)
      return [levels.operating, levels.reserve, levels.reorderAt]
    }
    #expect(levels(1, of: 1, false) == [24, 12, 18])
    // 26.4 and 13.2 units are three packs and two; 19.8 units.
    #expect(levels(1, of: 1, true) == [36, 24, 20])
    // The baseline's 12 and 0 are a third of 36: so are 6 of 18.
    #expect(levels(0, of: 1, false) == [12, 0, 6])
    // 12 + 4 units and 4 units are two packs and one.
    #expect(levels(1, of: 3, false) == [24, 12, 18])
    plan.rounding = .nearest
    // 16 units are a pack, 4 units none.
    #expect(levels(1, of: 3, false) == [12, 0, 6])
    plan.rounding = .none
    #expect(levels(1, of: 3, false) == [16, 4, 10])
    // 17.6 and 4.4 units are two packs and one; half of 18 is 9 and with 20 of 36 it is 10: 11.
    #expect(levels(1, of: 3, true) == [24, 12, 11])
    plan.orderMultiple = 1
    #expect(levels(1, of: 3, true) == [18, 5, 11])
    plan.hasPool = true
    #expect(levels(1, of: 3, false) == [16, 4, 12])
  }
}
