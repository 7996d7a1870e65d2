import RandomStreams
import Replications
import SupplyModel
import Testing

/// A store whose lots differ in expiry and in the day of receipt, and one care unit that empties
/// itself on day 3 and then asks for 10.
@Suite("Replays of the issue order, computed by hand")
struct IssueReplayTests {
  /// The store begins with 10 units that last `first` days and receives 10 on day 2 that expire on
  /// day 2 + `second`. The care unit is full until day 3.
  static func model(_ issue: IssueOrder, first: Int, second: Int) -> SmallModel {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], store: .units(20), horizonDays: 16,
      start: .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
        StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: first),
      ]), leadTime: .constant(2), remainingLife: .days(.constant(Double(second))))
    model.peak(on: 3)
    model.storeSettings.issue = issue
    return model
  }

  @Test(
    "FEFO issues what expires first, FIFO what came first, LIFO what came last",
    arguments: [
      // What is issued on day 3 expires at the care unit, what is left at the store.
      // Lots that expire on days 20 and 8: the second at the care unit, or at the store.
      (IssueOrder.fefo, 20, 6, [10, 0]), (.fifo, 20, 6, [0, 10]), (.lifo, 20, 6, [10, 0]),
      // Lots that expire on days 6 and 14: one after the other at the care unit, or one at each.
      (.fefo, 6, 12, [20, 0]), (.fifo, 6, 12, [20, 0]), (.lifo, 6, 12, [10, 10]),
    ])
  func order(issue: IssueOrder, first: Int, second: Int, discarded: [Int64]) throws {
    var model = Self.model(issue, first: first, second: second)
    // Nothing is bought after the first delivery: what expires is counted once.
    model.timeline = model.timeline.map {
      var phase = $0
      if phase.firstDay > 0 { phase.supplyBasisPoints = 0 }
      return phase
    }
    let replay = try model.replay()
    #expect(replay.tallies.map(\.discarded) == discarded)
  }

  @Test("Of one day's receipts FIFO issues what expires first, LIFO what expires last")
  func ties() throws {
    for (issue, discarded) in [(IssueOrder.fifo, [10, 0]), (.lifo, [0, 10])] {
      var model = Self.model(issue, first: 5, second: 100)
      model.start = .lots([
        StartingLot(location: Position(0), product: Position(0), quantity: 10, expiryDay: 100),
        StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: 15),
        StartingLot(location: Position(1), product: Position(0), quantity: 10, expiryDay: 99),
      ])
      #expect(try model.replay().tallies.map(\.discarded) == discarded.map(Int64.init), "\(issue)")
    }
  }

  @Test("Picks that all ignore expiry take from each lot in proportion to what is left of it")
  func mixed() throws {
    // The care unit asks for 1,000 on day 0; the store has 3,000 that expire on day 2 and 1,000
    // that do not. What expires at the store on day 2 shows how many were picked.
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(1_000))], store: .units(1), horizonDays: 3,
      start: .lots([
        StartingLot(location: Position(1), product: Position(0), quantity: 3_000, expiryDay: 2),
        StartingLot(location: Position(1), product: Position(0), quantity: 1_000, expiryDay: 99),
      ]))
    model.timeline = [SmallModel.phase(0, 3, demand: 0)]
    model.storeSettings.issue = .mixed(ignoringExpiryBasisPoints: 10_000)
    var left: [Int64] = []
    for replication in 0..<40 {
      left.append(try model.replay(replication: replication).tallies[1].discarded)
    }
    // 1,000 of 4,000 drawn without replacement: mean 750, standard deviation 11.86; of the mean of
    // 40 1.88. Four and a half of them: a false alarm in 150,000 seeds.
    let picked: [Double] = left.map { 3_000 - Double($0) }
    let mean = picked.reduce(0, +) / 40
    #expect(abs(mean - 750) < 8.46)
    #expect(Set(left).count > 20)

    model.storeSettings.issue = .mixed(ignoringExpiryBasisPoints: 0)
    #expect(try model.replay().tallies[1].discarded == 2_000)
    model.storeSettings.issue = .mixed(ignoringExpiryBasisPoints: 5_000)
    // A quarter of the picks that ignore expiry spare what expires: 1,000 × ½ × about ¼.
    #expect(try (2_080...2_170).contains(model.replay().tallies[1].discarded))
    // A pick takes a pack: with one pack for all, all come from one lot.
    model.storeSettings.issue = .mixed(ignoringExpiryBasisPoints: 10_000)
    model.packSize = 1_000
    for replication in 0..<8 {
      let discarded = try model.replay(replication: replication).tallies[1].discarded
      #expect(discarded == 2_000 || discarded == 3_000)
    }
  }

  @Test("A share of picks of zero is first expired first out, byte for byte")
  func mixedWithoutEffect() throws {
    var model = Self.model(.fefo, first: 6, second: 12)
    let plain = try model.replay()
    model.storeSettings.issue = .mixed(ignoringExpiryBasisPoints: 0)
    #expect(try model.replay() == plain)
  }

  @Test("When nothing expires the issue order changes nothing that does not depend on age")
  func orderWithoutExpiry() throws {
    for seed: UInt64 in 1...10 {
      var model = SmallModel(
        units: [
          .init(id: "a", level: .units(9)), .init(id: "b", level: .units(5), nanoRate: 400_000_000),
        ], store: .units(8), horizonDays: 200, seed: seed,
        leadTime: .uniformInteger(low: 1, high: 9))
      let fefo = try model.replay()
      for issue in [
        IssueOrder.fifo, .lifo, .mixed(ignoringExpiryBasisPoints: 3_000),
      ] {
        model.unitSettings.issue = issue
        model.storeSettings.issue = issue
        #expect(try model.replay() == fefo)
      }
      #expect(fefo.total.unmet > 0 && fefo.total.discarded == 0)
    }
  }
}
