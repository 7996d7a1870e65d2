import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("What one shortage befalls together, and when it is known")
struct ShortageScopeTests {
  /// Two products of two suppliers, with warm-ups of 100 and 250 days.
  static func content(_ scope: ShortageProcess.Scope) -> SupplyModel.Content {
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(10))], productIDs: ["product", "another"],
      horizonDays: 300, start: .rotated(warmUpDays: nil),
      remainingLife: .shareOfShelfLife(.constant(1)))
    model.shortages = [.test(up: 20, .exponential(mean: 8)) { $0.scope = scope }]
    var content = model.content
    content.products[0].shelfLifeDays = 100
    content.products[1].shelfLifeDays = 250
    for index in 0..<2 { content.products[index].group = "g" }
    content.suppliers.append(
      Supplier(
        id: "second", leadTime: .constant(1), remainingLife: .shareOfShelfLife(.constant(1)),
        capacity: nil))
    content.sourcing = [
      Sourcing(
        products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
        switchAfterDays: 0)
    ]
    return content
  }

  /// By product and supplier: on which days of the horizon nothing is accepted.
  static func refusedDays(_ content: SupplyModel.Content, _ replication: Int) throws -> [[[Bool]]] {
    let compiled = CompiledModel(try SupplyModel(content))
    return compiled.products.map { product in
      var outages = Outages()
      outages.draw(
        product, world: World(compiled),
        key: StreamKey(
          seed: 1, source: 0, replication: UInt64(replication), product: product.streamID))
      return (0..<2).map { supplier in
        (0..<300).map { day in
          outages.condition(of: supplier, on: product.warmUpDays + day).refuses
        }
      }
    }
  }

  @Test(
    "A scope's products and suppliers go down together, others on their own",
    arguments: ShortageProcess.Scope.allCases)
  func scopes(scope: ShortageProcess.Scope) throws {
    for replication in 0..<5 {
      let days = try Self.refusedDays(Self.content(scope), replication)
      #expect(days[0][0].contains(true) && days[0][0].contains(false))
      #expect((days[0][0] == days[0][1]) == [.product, .group, .category].contains(scope))
      #expect((days[0][0] == days[1][0]) == [.supplier, .group, .category].contains(scope))
    }
  }

  @Test("Products without a group are befallen each on its own, as if the scope were the product")
  func noGroup() throws {
    var content = Self.content(.group)
    content.products[0].group = nil
    let alone = try Self.refusedDays(content, 0)[0]
    #expect(try Self.refusedDays(Self.content(.product), 0)[0] == alone)
  }

  @Test("Neither the order of rows nor another scenario's products change what befalls a scope")
  func keyedByName() throws {
    var turned = Self.content(.supplier)
    let suppliers = turned.suppliers
    turned.suppliers = suppliers.reversed()
    for index in turned.locations.indices {
      turned.locations[index].sources = turned.locations[index].sources.map { _ in
        .supplier(Position(1))
      }
    }
    turned.sourcing[0].suppliers = [Position(1), Position(0)]
    #expect(try Self.refusedDays(turned, 3) == Self.refusedDays(Self.content(.supplier), 3))
    var alone = Self.content(.supplier)
    alone.shortages[0].suppliers = [Position(1)]
    let days = try Self.refusedDays(alone, 3)
    #expect(try Self.refusedDays(Self.content(.supplier), 3).map { $0[1] } == days.map { $0[1] })
    #expect(days.allSatisfy { !$0[0].contains(true) })
  }

  static func outages(_ replication: Int, _ change: (inout ShortageProcess) -> Void) -> Outages {
    var outages = Outages()
    outages.draw(
      [OutageProcess(.test(up: 40, .constant(10), change), ticksPerDay: 1)], days: 3_000,
      key: OutagesTests.key(replication))
    return outages
  }

  @Test("An announced shortage is known so long before its onset, another on its first day")
  func announcement() {
    // 20 replications of about 60 spells, of which 3 in 10 are announced: the share lies within 4.4
    // standard errors, a false alarm in 100,000. Seed 3.
    var (announced, spells) = (0, 0)
    for replication in 0..<20 {
      let plain = Self.outages(replication) { _ in }
      let never = Self.outages(replication) {
        $0.announcement = .init(shareBasisPoints: 0, notice: .constant(7))
      }
      let some = Self.outages(replication) {
        $0.announcement = .init(shareBasisPoints: 3_000, notice: .constant(7))
      }
      let more = Self.outages(replication) {
        $0.announcement = .init(shareBasisPoints: 6_000, notice: .constant(7))
      }
      for index in 0..<plain.spanCount {
        let (first, known) = (plain.span(index).firstDay, some.span(index).knownDay)
        #expect(
          some.span(index).firstDay == first && some.span(index).endDay == plain.span(index).endDay)
        #expect(plain.span(index).knownDay == first)
        #expect(never.span(index).knownDay == first)
        #expect(known == first || known == max(0, first - 7))
        // What is announced is announced at a higher share too.
        #expect(more.span(index).knownDay <= known)
        if first > 7 {
          spells += 1
          if known < first { announced += 1 }
        }
        for day in Int(known)..<Int(plain.span(index).endDay) {
          let isKnown = some.isKnown(day)
          #expect(isKnown)
        }
      }
    }
    let deviation = (0.3 * 0.7 * Double(spells)).squareRoot()
    #expect(abs(Double(announced) - 0.3 * Double(spells)) < 4.4 * deviation)
  }

  @Test("What begins after the end is known before it, if it is announced")
  func announcedBeyondTheEnd() {
    var found = 0
    for replication in 0..<50 {
      let longer = Self.outages(replication) {
        $0.announcement = .init(shareBasisPoints: 10_000, notice: .constant(30))
      }
      var shorter = Outages()
      shorter.draw(
        [
          OutageProcess(
            .test(up: 40, .constant(10)) {
              $0.announcement = .init(shareBasisPoints: 10_000, notice: .constant(30))
            }, ticksPerDay: 1)
        ], days: 1_000, key: OutagesTests.key(replication))
      for day in 900..<1_000 {
        let (known, before) = (shorter.isKnown(day), longer.isKnown(day))
        let isDown = longer.isInShortage(day)
        #expect(known == before)
        if known, !isDown { found += 1 }
      }
    }
    #expect(found > 0)
  }

  @Test("A substance is known to be short only when all its packages are")
  func knownWhenAllAre() throws {
    var content = Self.content(.package)
    content.shortages[0].frequency = .meanUpTime(days: 8)
    let compiled = CompiledModel(try SupplyModel(content))
    let product = compiled.products[0]
    var both = 0
    for replication in 0..<5 {
      var outages = Outages()
      outages.draw(
        product, world: World(compiled),
        key: StreamKey(
          seed: 1, source: 0, replication: UInt64(replication), product: product.streamID))
      for day in 0..<product.demand.totalDays {
        let (one, other) = (
          outages.condition(of: 0, on: day).refuses, outages.condition(of: 1, on: day).refuses
        )
        if one, other { both += 1 }
        let known = outages.isKnown(day)
        #expect(known == (one && other))
      }
    }
    #expect(both > 0)
  }
}
