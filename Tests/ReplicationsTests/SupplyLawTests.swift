import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// What must hold on every path, whatever the numbers are.
@Suite("Laws of supply")
struct SupplyLawTests {
  /// A random small model: some care units of some authorities that order from the supplier, or one
  /// store above them.
  static func model(_ seed: UInt64) -> SmallModel {
    var stream = StreamKey(seed: seed, source: 4).stream()
    func draw(_ low: Int64, _ high: Int64) -> Int64 {
      low + Int64(stream.nextBelow(UInt64(high - low + 1)))
    }
    let units = (0..<Int(draw(1, 4))).map { index in
      SmallModel.Unit(
        id: "unit \(index)", level: .units(draw(3, 30)),
        nanoRate: SmallModel.rate(Double(draw(2, 40)) / 10), rank: Int(draw(0, 2)),
        authority: Int(draw(0, 2)))
    }
    var model = SmallModel(
      units: units, store: draw(0, 2) == 0 ? .units(draw(10, 60)) : nil,
      packSize: draw(1, 4), horizonDays: 150,
      start: .given(remainingLife: .days(.uniformInteger(low: 10, high: 60))), seed: seed,
      leadTime: .uniformInteger(low: Int(draw(0, 2)), high: 6),
      remainingLife: .days(.uniformInteger(low: 20, high: 80)))
    if draw(0, 1) == 0 {
      model.capacity = .init(slackBasisPoints: draw(-3_000, 4_000), windowDays: Int(draw(1, 20)))
    }
    model.orderIn = draw(0, 1) == 0 ? .packs : .units
    model.reviewEveryDays = Int(draw(1, 3))
    model.authorityIDs = ["x", "y", "z"]
    model.timeline = [SmallModel.phase(60, 90, demand: 2, supply: draw(0, 10_000), leadTime: 1.5)]
    model.shortages = [
      ShortageProcess(
        id: "s", products: .init(), frequency: .onsetsPerYear(Double(draw(0, 6))),
        duration: .lognormal(median: 10, mean: 20), startsUp: false)
    ]
    return model
  }

  static func replays(_ content: SupplyModel.Content, count: Int = 3) throws -> [Replay] {
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    return try (0..<count).map { try Replay(&worker, of: compiled, replication: $0) }
  }

  @Test("The general way of supply and its short cut give the same, to the last unit")
  func shortCut() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let plain = Self.model(seed).content
      // A ceiling that nobody reaches, a supplier who never stands in: nothing changes but the way.
      var ceiling = plain
      ceiling.suppliers[0].ceiling = Ceiling(shareBasisPoints: 1_000_000_000, periodDays: 7)
      var second = plain
      second.suppliers.append(
        Supplier(
          id: "second", leadTime: .constant(1), remainingLife: .days(.constant(900)), capacity: nil)
      )
      second.sourcing = [
        Sourcing(
          products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
          switchAfterDays: 100_000)
      ]
      #expect(CompiledModel(try SupplyModel(plain)).products[0].suppliesPlainly)
      #expect(!CompiledModel(try SupplyModel(ceiling)).products[0].suppliesPlainly)
      let expected = try Self.replays(plain)
      #expect(try Self.replays(ceiling) == expected, "seed \(seed)")
      #expect(try Self.replays(second) == expected, "seed \(seed)")
    }
  }

  @Test("A shortage that never happens changes no tally, whatever it would do")
  func neverHappens() throws {
    let effects: [ShortageProcess.OrderEffect] = [
      .refused, .held, .fraction(basisPoints: 1_000), .accepted,
    ]
    for seed in 1...20 as ClosedRange<UInt64> {
      let model = Self.model(seed)
      let expected = try Self.replays(model.content)
      for (index, scope) in ShortageProcess.Scope.allCases.enumerated() {
        var never = ShortageProcess(
          id: "never", products: .init(), frequency: .onsetsPerYear(0), duration: .constant(50),
          startsUp: false)
        never.scope = scope
        never.orders = effects[index % effects.count]
        never.holdsTransit = index % 2 == 0
        never.remainingLife = index == 3 ? .days(.constant(1)) : nil
        never.announcement = .init(shareBasisPoints: 5_000, notice: .exponential(mean: 20))
        if case .fraction = never.orders, model.capacity == nil { never.orders = .held }
        var content = model.content
        content.products[0].group = "group"
        content.shortages.append(never)
        #expect(try Self.replays(content) == expected, "seed \(seed), \(scope)")
      }
    }
  }

  @Test("Suppliers who owe, share and have a stand-in keep the balance and every account")
  func liveliness() throws {
    // Every run of the engine checks its accounts; here it is run where suppliers do everything.
    let rules: [AllocationRule] = [
      .firstCome, .proportionalToRequest, .proportionalToConsumption, .equalCover,
      .priority(criticalLevels: []),
    ]
    var owed: Int64 = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var model = Self.model(seed)
      model.capacity = .init(slackBasisPoints: Int64(seed % 5) * 1_000 - 2_000, windowDays: 3)
      var content = model.content
      content.suppliers[0].allocation = rules[Int(seed) % rules.count]
      content.suppliers[0].unfilled = seed % 3 == 0 ? .refused : .owed
      content.suppliers[0].ceiling =
        seed % 4 == 0 ? Ceiling(shareBasisPoints: 9_000, periodDays: 20) : nil
      content.suppliers.append(
        Supplier(
          id: "second", leadTime: .constant(4), remainingLife: .days(.constant(90)),
          capacity: .init(slackBasisPoints: -6_000, windowDays: 5)))
      content.suppliers[1].allocation = rules[Int(seed / 5) % rules.count]
      content.suppliers[1].unfilled = .owed
      content.sourcing = [
        Sourcing(
          products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
          switchAfterDays: 3)
      ]
      content.shortages = [
        .test("package", up: 30, .exponential(mean: 10)) { $0.scope = .package },
        .test("held", up: 30) {
          $0.orders = .held
          $0.suppliers = [Position(0)]
        },
        .test("half", up: 20) {
          $0.orders = .fraction(basisPoints: 5_000)
          $0.holdsTransit = true
        },
      ]
      for replay in try Self.replays(content) {
        owed += replay.tallies.reduce(0) { $0 + $1.owedUnitDays }
        #expect(replay.total.purchased > 0)
      }
    }
    #expect(owed > 0)
  }

  /// One stocking point: a care unit that orders up to its level from a supplier with a constant lead
  /// time; nothing expires.
  static func lonely(_ seed: UInt64) -> SmallModel {
    var model = Self.model(seed)
    var stream = StreamKey(seed: seed, source: 5).stream()
    model.units = [
      .init(
        id: "unit", level: .units(5 + Int64(stream.nextBelow(40))),
        nanoRate: SmallModel.rate(0.5 + Double(stream.nextBelow(30)) / 10))
    ]
    model.store = nil
    model.packSize = 1
    model.reviewEveryDays = 1
    model.start = .given(remainingLife: .days(.constant(5_000)))
    model.remainingLife = .days(.constant(5_000))
    model.leadTime = .constant(Double(stream.nextBelow(6)))
    model.timeline = []
    return model
  }

  @Test("For one stocking point more capacity never leaves more demand unmet")
  func moreCapacity() throws {
    var unmet: Set<Int64> = []
    for seed in 1...40 as ClosedRange<UInt64> {
      var previous: [Int64] = [.max, .max, .max]
      for slack in [-4_000, -1_000, 0, 500, 2_000, 10_000] as [Int64] {
        var model = Self.lonely(seed)
        model.capacity = .init(slackBasisPoints: slack, windowDays: 1 + Int(seed % 9))
        let found = try Self.replays(model.content).map(\.total.unmet)
        for index in found.indices { #expect(found[index] <= previous[index], "seed \(seed)") }
        previous = found
        unmet.formUnion(found)
      }
    }
    #expect(unmet.count > 30)
  }

  @Test(
    "For one stocking point a shorter shortage never leaves more demand unmet",
    arguments: ["refused", "held", "in transit", "fraction"])
  func shorterShortage(effect: String) throws {
    var compared = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var previous: [Int64]?
      // One shortage at most: its onset is the same however long it lasts.
      for length in [70, 45, 30, 12, 3, 0.01] {
        var model = Self.lonely(seed)
        if effect == "fraction" || seed % 2 == 0 {
          model.capacity = .init(slackBasisPoints: 1_000, windowDays: 4)
        }
        model.horizonDays = 100
        model.shortages = [
          .test(up: 80, .constant(length)) {
            switch effect {
            case "held": $0.orders = .held
            case "in transit": ($0.orders, $0.holdsTransit) = (.accepted, true)
            case "fraction": $0.orders = .fraction(basisPoints: 3_000)
            default: break
            }
          }
        ]
        let replays = try OutageReplays(model.content)
        var found: [Int64] = []
        for replication in 0..<3 {
          let (world, replay) = try replays.replay(replication)
          let onsets = (0..<100).count { world.down[0][$0] && ($0 == 0 || !world.down[0][$0 - 1]) }
          let isOne = onsets <= 1 && Double(world.down[0].count { $0 }) <= length + 1
          found.append(isOne ? replay.total.unmet : -1)
        }
        if let previous {
          for index in found.indices where found[index] >= 0 && previous[index] >= 0 {
            #expect(found[index] <= previous[index], "seed \(seed), \(length) days")
            if found[index] < previous[index] { compared += 1 }
          }
        }
        // Where a shorter one is followed by another, the comparison ends.
        previous = found
      }
    }
    #expect(compared > 10)
  }
}
