import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Replays of substitution, computed by hand")
struct SubstitutionReplayTests {
  /// Two units of `b` stand in for one of `a`.
  static var two: CoupledModel {
    var model = CoupledModel(items: [
      .init(id: "a", level: 3, demand: [[5, 0, 4, 1, 5, 0]]),
      .init(id: "b", level: 10, demand: [[3, 8, 0, 0, 5, 0]]),
    ])
    model.horizonDays = 6
    model.substitute(0, by: [(1, 2)], extraCostOre: 700)
    return model
  }

  @Test(
    "Own patients first, then whole units of the original, and the substitute's patients suffer")
  func ownDemandFirst() throws {
    let replays = try Self.two.replays()
    // Day 0: a has 3 of 5; b has 7 left after its own 3, 4 of them for the 2 missing; 3 left.
    // Day 1: b has 3 of 8. Day 2: nothing of either for 4. Day 3: a gets 3, b 7. Day 4: b gets 3; a
    // has 2 of 5, b 5 left after its own 5: 2 × 2 for 2 of the 3 missing, 1 left.
    #expect(replays[0].unitStock == [0, 0, 0, 2, 0, 0])
    #expect(replays[1].unitStock == [3, 0, 0, 7, 1, 1])
    #expect(replays[1].deliveryDays[0] == [3, 4])
    #expect(
      replays[0].tallies[0].service == [
        "demand": 15, "served": 10, "at once": 10, "unmet": 5, "stock-out days": 2, "first": 2,
        "by substitute": 4,
      ])
    #expect(replays[0].tallies[0].substitutionOre == 2_800)
    #expect(
      replays[1].tallies[0].service == [
        "demand": 16, "served": 11, "at once": 11, "unmet": 5, "stock-out days": 1, "first": 1,
        "as substitute": 8,
      ])
    #expect(replays[1].tallies[0].substitutionOre == 0)
    // Where it is not allowed, b's own patients have all but 1 of what they ask for.
    var without = Self.two
    without.isAllowed = false
    let alone = try without.replays()
    #expect(
      alone[0].tallies[0].service == [
        "demand": 15, "served": 6, "at once": 6, "unmet": 9, "stock-out days": 3,
      ])
    #expect(
      alone[1].tallies[0].service == [
        "demand": 16, "served": 15, "at once": 15, "unmet": 1, "stock-out days": 1, "first": 1,
      ])
  }

  @Test("Substitutes are given in the order listed, each as far as whole units of it go")
  func listedOrder() throws {
    var model = CoupledModel(items: [
      .init(id: "a", level: 0, demand: [[7, 0]]), .init(id: "b", level: 10, demand: [[0, 0]]),
      .init(id: "c", level: 2, demand: [[0, 0]]), .init(id: "d", level: 9, demand: [[0, 0]]),
    ])
    model.horizonDays = 2
    model.substitute(0, by: [(1, 3), (2, 1), (3, 4)])
    // 3 × 3 of 10, 2 of 2, and 2 × 4 of 9 for the last 2.
    let replays = try model.replays()
    #expect(replays.map { $0.unitStock[0] } == [0, 1, 0, 1])
    #expect(replays.map { $0.tallies[0].issuedAsSubstitute } == [0, 9, 2, 8])
    #expect(replays[0].tallies[0].unmet == 0)
    model.substitutions[0].substitutes.swapAt(0, 1)
    model.substitutions[0].substitutes.removeLast()
    #expect(try model.replays()[0].tallies[0].servedBySubstitute == 5)
  }

  @Test(
    "Of two products that lack the same one, the more critical takes first, else the first by id")
  func criticalFirst() throws {
    for (weights, given) in [([1, 1], [4, 1]), ([1, 2], [2, 3]), ([3, 2], [4, 1])] {
      var model = CoupledModel(items: [
        .init(id: "a", level: 0, demand: [[4]], weight: Int64(weights[0])),
        .init(id: "b", level: 0, demand: [[3]], weight: Int64(weights[1])),
        .init(id: "c", level: 5, demand: [[0]]),
      ])
      model.horizonDays = 1
      model.substitute(1, by: [(2, 1)])
      model.substitute(0, by: [(2, 1)])
      #expect(
        try model.replays().prefix(2).map { Int($0.tallies[0].servedBySubstitute) } == given)
    }
  }

  @Test("Each care unit has its own, and nothing comes from where the substitute is not held")
  func places() throws {
    var model = CoupledModel(items: [
      .init(id: "a", level: 1, demand: [[3], [3], [3]]),
      .init(id: "b", level: 2, demand: [[1], [], [0]]),
    ])
    model.horizonDays = 1
    model.substitute(0, by: [(1, 1)])
    let replays = try model.replays()
    #expect(replays[0].tallies.map(\.servedBySubstitute) == [1, 0, 2])
    #expect(replays[0].tallies.map(\.unmet) == [1, 2, 0])
    #expect(replays[1].tallies.map(\.issuedAsSubstitute) == [1, 0, 2])
  }

  @Test("Two products can stand in for each other")
  func mutual() throws {
    var model = CoupledModel(items: [
      .init(id: "a", level: 4, demand: [[6, 0, 0, 0, 1]]),
      .init(id: "b", level: 4, demand: [[1, 4, 0, 0, 5]]),
    ])
    model.horizonDays = 5
    model.substitute(0, by: [(1, 1)])
    model.substitute(1, by: [(0, 1)])
    // Day 0: b gives 2 of its 3. Day 1: b has 1 of 4. Day 3: a gets 4, b 3. Day 4: b gets 1, has 4 of
    // 5, and a gives 1 of its 3.
    let replays = try model.replays()
    #expect(replays[0].unitStock == [0, 0, 0, 4, 2])
    #expect(replays[1].unitStock == [1, 0, 0, 3, 0])
    #expect(replays.map { $0.tallies[0].unmet } == [0, 3])
    #expect(replays.map { $0.tallies[0].servedBySubstitute } == [2, 1])
  }

  @Test("Of demand that can wait, only what nothing stands in for waits")
  func deferrable() throws {
    var model = CoupledModel(items: [
      .init(
        id: "a", level: 2, demand: [[6, 0, 0, 0, 0]], shortfall: .deferrable(patienceDays: 4)),
      .init(id: "b", level: 3, demand: [[0, 0, 0, 0, 0]]),
    ])
    model.horizonDays = 5
    model.substitute(0, by: [(1, 1)])
    // 2 at once, 3 by substitute, 1 waits; a orders 2 and what waits, which comes on day 3, as do
    // the 3 of b, which nobody who waits is given.
    let replays = try model.replays()
    #expect(
      replays[0].tallies[0].service == [
        "demand": 6, "served": 6, "at once": 5, "waiting days": 3, "by substitute": 3, "first": 5,
      ])
    #expect(replays[0].unitStock == [0, 0, 0, 2, 2])
    #expect(replays[1].unitStock == [0, 0, 0, 3, 3])
  }

  @Test("During a shortage substitutes are given from so many days after its onset to its end")
  func permission() throws {
    for delay in [0, 2, 5] {
      var model = CoupledModel(items: [
        .init(id: "a", level: 0, demand: [[1]]), .init(id: "b", level: 9, demand: [[0]]),
      ])
      model.horizonDays = 600
      model.leadTime = 0
      model.shortages = [
        ShortageProcess(
          id: "shortage", products: .init(products: [Position(0)]),
          frequency: .meanUpTime(days: 12), duration: .exponential(mean: 6), startsUp: true)
      ]
      model.substitute(0, by: [(1, 1)], .duringShortage(delayDays: delay))
      // Shortages that follow each other without a day between are one.
      var isDown = Array(repeating: false, count: model.horizonDays)
      var given: [Int] = []
      for event in try model.events(0) {
        switch event.what {
        case .shortageBegan(_, let until):
          for day in event.day..<(until ?? model.horizonDays) { isDown[day] = true }
        case .substituted(1, Position(1), 1): given.append(event.day)
        default: break
        }
      }
      let expected = isDown.indices.filter { day in
        day >= delay && isDown[day - delay...day].allSatisfy { $0 }
      }
      #expect(expected.count > 40)
      #expect(given == expected)
    }
  }

  @Test("The trace says who got what instead, and whose stock it was")
  func trace() throws {
    let original = try Self.two.events(0).filter { $0.day == 4 && $0.location != nil }.map(\.what)
    #expect(
      original.prefix(2) == [
        .demand(asked: 5, served: 2, missing: 1, waits: false),
        .substituted(quantity: 2, by: Position(1), units: 4),
      ])
    let substitute = try Self.two.events(1).filter { $0.day == 4 }.map(\.what)
    #expect(substitute.contains(.issuedAsSubstitute(quantity: 4, insteadOf: Position(0))))
    #expect(substitute.contains(.demand(asked: 5, served: 5, missing: 0, waits: false)))
    #expect(
      substitute.last
        == .endOfDay(.init(onHand: 1, waiting: 0, onOrder: 9, owedToIt: 0, owedByIt: 0)))
  }
}
