import RandomStreams
import Replications
import SupplyModel
import Testing

/// What must hold whatever the numbers are; no reference value is needed.
@Suite("Laws of the simulation")
struct LawTests {
  /// Two care units below a store, with shortages, scarce supply and short lives.
  static var model: SmallModel {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(9), nanoRate: SmallModel.rate(1.3)),
        .init(
          id: "b", level: .units(7), nanoRate: SmallModel.rate(0.08),
          family: .negativeBinomial(indexOfDispersion: 2)),
      ], store: .units(30), horizonDays: 200,
      start: .given(remainingLife: .days(.uniformInteger(low: 5, high: 50))),
      leadTime: .uniformInteger(low: 2, high: 9),
      remainingLife: .days(.uniformInteger(low: 5, high: 50)))
    model.shortages = [
      ShortageProcess(
        id: "s", products: .init(), frequency: .onsetsPerYear(3),
        duration: .lognormal(median: 10, mean: 20), startsUp: false)
    ]
    return model
  }

  static func replays(_ model: SmallModel, count: Int = 10, product: Int = 0) throws -> [Replay] {
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    return try (0..<count).map {
      try Replay(&worker, of: compiled, product: product, replication: $0)
    }
  }

  @Test("The model of these tests has demand, unmet demand, discard and shortages")
  func isLively() throws {
    let total = try Self.replays(Self.model).map(\.total)
    #expect(total.allSatisfy { $0.demand > 0 && $0.discarded > 0 })
    #expect(total.contains { $0.unmet > 0 })
  }

  @Test("Where nothing can expire nothing is discarded")
  func nothingExpires() throws {
    var model = Self.model
    model.start = .given(remainingLife: .days(.constant(5_000)))
    model.remainingLife = .days(.constant(5_000))
    #expect(try Self.replays(model).allSatisfy { $0.total.discarded == 0 })
  }

  @Test("A shortage rate of 0 is the same as no shortages, to the last unit")
  func rateZero() throws {
    var (without, with) = (Self.model, Self.model)
    without.shortages = []
    with.shortages[0].frequency = .onsetsPerYear(0)
    #expect(try Self.replays(with) == Self.replays(without))
    #expect(try Self.replays(Self.model) != Self.replays(without))
  }

  @Test("Phases whose multipliers are 1 are the same as none, to the last unit")
  func multipliersOfOne() throws {
    var model = Self.model
    model.timeline = [SmallModel.phase(20, 90), SmallModel.phase(50, 300)]
    #expect(try Self.replays(model) == Self.replays(Self.model))
    model.timeline[0] = SmallModel.phase(20, 90, demand: 1.5)
    #expect(try Self.replays(model) != Self.replays(Self.model))
  }

  @Test("With full and immediate supply unmet demand is what a day's demand exceeds the level by")
  func immediateSupply() throws {
    var previous: [Int64] = Array(repeating: .max, count: 5)
    for level in 0..<12 as Range<Int64> {
      let model = SmallModel(
        units: [.init(id: "unit", level: .units(level), nanoRate: SmallModel.rate(4))],
        horizonDays: 300, leadTime: .constant(0))
      let totals = try Self.replays(model, count: 5).map(\.total)
      for (index, total) in totals.enumerated() {
        // More stock never makes more demand unmet; the same patients come.
        #expect(total.unmet <= previous[index])
        previous[index] = total.unmet
        #expect(total.purchased == total.served)
        if level == 0 { #expect(total.served == 0) }
        if level == 1 { #expect(total.served + 10 > 290) }
      }
    }
    #expect(previous.reduce(0, +) < 20)
  }

  @Test(
    "More stock never leaves more demand unmet at a care unit of its own, whatever the lead time")
  func moreStock() throws {
    var previous: [Int64] = Array(repeating: .max, count: 10)
    for level in stride(from: 0, to: 60, by: 6) as StrideTo<Int64> {
      let model = SmallModel(
        units: [.init(id: "unit", level: .units(level), nanoRate: SmallModel.rate(4))],
        horizonDays: 200, leadTime: .constant(3))
      for (index, replay) in try Self.replays(model).enumerated() {
        #expect(replay.total.unmet <= previous[index])
        previous[index] = replay.total.unmet
      }
    }
    #expect(previous.allSatisfy { $0 == 0 })
  }

  @Test("Renaming a location gives other patients from the same distribution")
  func renaming() throws {
    // Seed 1, 400 replications of two names; difference within 4.4 standard errors.
    var renamed = Self.model
    renamed.units[0].id = "a-renamed"
    let first = try Self.replays(Self.model, count: 400)
    let second = try Self.replays(renamed, count: 400)
    #expect(first[0].tallies[0].demand != second[0].tallies[0].demand || first[1] != second[1])
    for measure in [\Tally.demand, \.unmet, \.discarded] as [KeyPath<Tally, Int64> & Sendable] {
      var (one, other) = (Sample(), Sample())
      for replay in first { one.add(Double(replay.total[keyPath: measure])) }
      for replay in second { other.add(Double(replay.total[keyPath: measure])) }
      let error = (one.variance / 400 + other.variance / 400).squareRoot()
      #expect(abs(one.mean - other.mean) < 4.4 * error)
    }
    // The other location's patients stay, to the last unit.
    #expect(first.map(\.tallies[1].demand) == second.map(\.tallies[1].demand))
  }

  @Test("The order of rows changes nothing")
  func rowOrder() throws {
    var turned = Self.model
    turned.units.reverse()
    let (first, second) = (try Self.replays(Self.model), try Self.replays(turned))
    #expect(first.map(\.tallies[0]) == second.map(\.tallies[1]))
    #expect(first.map(\.tallies[1]) == second.map(\.tallies[0]))
    #expect(first.map(\.tallies[2]) == second.map(\.tallies[2]))
  }

  @Test("Adding a product changes no other product's numbers")
  func addingProduct() throws {
    var two = Self.model
    two.productIDs = ["another", "product"]
    #expect(try Self.replays(two, product: 1) == Self.replays(Self.model))
    #expect(try Self.replays(two, product: 0) != Self.replays(Self.model))
  }

  @Test("A replication is the same alone, after others, in another order and in a fresh worker")
  func replicationsAlone() throws {
    let compiled = try Self.model.compiled()
    let inOrder = try Self.replays(Self.model)
    var worker = ReplicationWorker(compiled)
    for replication in [7, 3, 9, 3, 0, 7] {
      let again = try Replay(&worker, of: compiled, replication: replication)
      #expect(again == inOrder[replication])
      var fresh = ReplicationWorker(compiled)
      let alone = try Replay(&fresh, of: compiled, replication: replication)
      #expect(alone == inOrder[replication])
    }
    #expect(inOrder[0] != inOrder[1])
  }

  @Test("Another seed gives other patients")
  func seeds() throws {
    var other = Self.model
    other.seed = 2
    #expect(try Self.replays(other) != Self.replays(Self.model))
  }

  @Test("A warm-up is left out of the sums, and the timeline begins after it")
  func warmUp() throws {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10), nanoRate: SmallModel.rate(1))],
      start: .rotated(warmUpDays: 50), leadTime: .constant(2))
    model.timeline = [SmallModel.phase(0, 14, demand: 0)]
    for replay in try Self.replays(model) {
      #expect(replay.total.demand == 0)
      #expect(replay.total.discarded == 0)
      #expect(replay.unitStock.count == 14)
      #expect(replay.unitStock.suffix(12).allSatisfy { $0 == 10 })
      #expect(replay.total.stockUnitDays == replay.unitStock.reduce(0, +))
      // What the warm-up's last two days used comes on days 0 and 1.
      let arrived = replay.unitStock[13] - replay.unitStock[0]
      #expect(replay.deliveryDays[0].allSatisfy { $0 < 2 })
      #expect(replay.total.purchased >= arrived)
    }
    // Without a statement it lasts the longest remaining life.
    model.start = .rotated(warmUpDays: nil)
    model.remainingLife = .shareOfShelfLife(.uniform(low: 0.5, high: 0.75))
    #expect(try model.compiled().products[0].warmUpDays == 750)
  }
}
