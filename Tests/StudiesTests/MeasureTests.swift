import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

/// Every figure here is worked out by hand from the sums above it.
@Suite("Measures")
struct MeasureTests {
  private static let days = 73  // a fifth of a year

  private static func sums() throws -> GroupSums {
    let content = try TwoProducts.content()
    var sums = GroupSums(horizonDays: days)
    var bandage = Tally()
    bandage.demand = 200
    bandage.served = 190
    bandage.servedAtOnce = 190
    bandage.unmet = 10
    bandage.stockoutDays = 4
    bandage.firstStockoutDay = 17
    bandage.discarded = 30
    bandage.purchased = 240
    bandage.orderLines = 12
    bandage.stockUnitDays = 7300
    var serum = Tally()
    serum.demand = 4
    serum.served = 3
    serum.servedAtOnce = 3
    serum.unmet = 1
    serum.stockoutDays = 1
    serum.firstStockoutDay = 60
    serum.discarded = 20
    serum.purchased = 30
    serum.orderLines = 3
    serum.stockUnitDays = 730
    sums.add(
      bandage, UnitFactors(content.products[0], costs: content.costs, ticksPerDay: 1),
      isOfOneProduct: true)
    sums.add(
      serum, UnitFactors(content.products[1], costs: content.costs, ticksPerDay: 1),
      isOfOneProduct: true)
    sums.deliveries = 9
    sums.peakOre = 1_234_500
    sums.peakMillilitres = 2_500_000
    return sums
  }

  private static let group = Group(
    level: .all, key: "all", productCount: 2, careUnitCount: 2, population: 1000)

  private static func value(_ name: String) throws -> Double {
    let context = MeasureContext(horizonDays: days, costs: try TwoProducts.content().costs)
    let measure = try #require(Measure.named(name))
    #expect(measure.applies(group, context), "\(name)")
    return Double(try #require(measure.value(sums(), context))) / measure.parts(group, context)
  }

  @Test(
    "Each measure is what its definition gives",
    arguments: [
      // (1 × 10/200 + 3 × 1/4) ÷ 4
      ("unmetFraction", 0.2), ("fillRate", 0.8), ("stockoutDays", 5),
      // 5 days, 2 care units, 0.2 years
      ("stockoutDaysPerCareUnitYear", 12.5), ("anyStockout", 1), ("noStockout", 0),
      ("firstStockoutDay", 17),
      // 30 × 3 SEK + 20 × 50 SEK
      ("discardedSEK", 1090), ("discardedSEKPerYear", 5450),
      // 240 × 3 + 30 × 50
      ("purchasedSEK", 2220), ("orderLines", 15), ("deliveries", 9),
      // (7300 × 3 + 730 × 50) ÷ 73
      ("averageStockSEK", 800), ("peakStockSEK", 12_345),
      // (7300 × 100 ml + 730 × 20 ml) ÷ 73 = 10.2 l
      ("averageStockM3", 0.0102), ("averagePallets", 0.0102), ("peakPallets", 2.5),
      // 4 % of 800 SEK
      ("capitalSEKPerYear", 32),
      // 0.0102 pallets × 3650 SEK
      ("storageSEKPerYear", 37.23),
      // (30 × 0.1 l + 20 × 0.02 l) × 8 SEK × 5
      ("disposalSEKPerYear", 136),
      // 15 × 25 SEK × 5, 9 × 150 SEK × 5
      ("handlingSEKPerYear", 1875), ("transportSEKPerYear", 6750),
      // 32 + 37.23 + 136 + 1875 + 6750 + 5450
      ("runningSEKPerYear", 14_280.23), ("runningSEKPerInhabitantYear", 14.280_23),
    ] as [(String, Double)])
  func definition(name: String, expected: Double) throws {
    let value = try Self.value(name)
    #expect(abs(value - expected) <= 1e-9 * abs(expected), "\(value)")
  }

  @Test(
    "Measures in units belong to groups of one product",
    arguments: [
      "demand", "served", "servedAtOnce", "unmet", "discarded", "discardedPerYear", "purchased",
      "averageStock", "averageOnOrder", "peakStock", "demandDays", "emptyDays", "stockAtEnd",
      "onOrderAtEnd",
    ])
  func unitsOfOneProduct(name: String) throws {
    let context = MeasureContext(horizonDays: Self.days, costs: nil)
    let measure = try #require(Measure.named(name))
    #expect(!measure.applies(Self.group, context))
    let one = Group(
      level: .product, key: "serum", productCount: 1, careUnitCount: 2, population: nil)
    #expect(measure.applies(one, context))
  }

  @Test("A share of no demand is absent, never 1")
  func noDemand() throws {
    let sums = GroupSums(horizonDays: Self.days)
    let context = MeasureContext(horizonDays: Self.days, costs: nil)
    for name in ["unmetFraction", "fillRate"] {
      #expect(try #require(Measure.named(name)).value(sums, context) == nil)
    }
  }

  @Test("Names are unique and every measure says what it is")
  func catalogue() {
    #expect(Set(Measure.all.map(\.name)).count == Measure.all.count)
    #expect(Measure.all.allSatisfy { !$0.meaning.isEmpty && !$0.unit.isEmpty })
  }

  @Test("Shares are rounded half up in parts of 10⁻¹²")
  func shares() {
    #expect(GroupSums.share(1, of: 3) == 333_333_333_333)
    #expect(GroupSums.share(2, of: 3) == 666_666_666_667)
    #expect(GroupSums.rounded(5, dividedBy: 2) == 3)
    #expect(GroupSums.rounded(4, dividedBy: 3) == 1)
  }
}

extension MeasureTests {
  @Test("The same sums counted in hours give the same averages, and costs and times in days")
  func hours() throws {
    let content = try TwoProducts.content()
    var sums = GroupSums(horizonDays: 73 * 24)
    #expect(sums.units.firstStockoutDay == 73 * 24)
    var bandage = Tally()
    bandage.demand = 200
    bandage.served = 150
    bandage.unmet = 50
    bandage.stockoutDays = 36
    bandage.firstStockoutDay = 30
    bandage.discarded = 30
    bandage.stockUnitDays = 7300 * 24
    bandage.onOrderUnitDays = 73 * 24 * 5
    (bandage.demandDays, bandage.emptyDays, bandage.waitingDays) = (60, 30, 18)
    (bandage.stockAtEnd, bandage.onOrderAtEnd, bandage.owedAtEnd) = (90, 7, 3)
    sums.add(
      bandage, UnitFactors(content.products[0], costs: content.costs, ticksPerDay: 24),
      isOfOneProduct: true)
    var context = MeasureContext(horizonDays: 73 * 24, ticksPerDay: 24, costs: content.costs)
    context.owes = true
    let group = Group(
      level: .product, key: "bandage", productCount: 1, careUnitCount: 2, population: nil,
      hasWaitingDemand: true)
    let expected: [(String, Double)] = [
      // 36 hours with unmet demand; per 2 care units and 0.2 years.
      ("stockoutDays", 1.5), ("stockoutDaysPerCareUnitYear", 3.75), ("firstStockoutDay", 1.25),
      ("unmetFraction", 0.25), ("anyStockout", 1),
      // A fifth of a year, whatever it is counted in.
      ("discardedPerYear", 150), ("discardedSEKPerYear", 450), ("averageStock", 100),
      ("averageOnOrder", 5), ("averageStockSEK", 300), ("averageStockM3", 0.01),
      ("averagePallets", 0.01), ("demandDays", 2.5), ("emptyDays", 1.25), ("waitingDays", 0.75),
      ("stockAtEnd", 90), ("onOrderAtEnd", 7), ("owedAtEnd", 3),
      // 4 % of 300 SEK; 0.01 pallets × 3650 SEK; 3 l × 8 SEK × 5.
      ("capitalSEKPerYear", 12), ("storageSEKPerYear", 36.5), ("disposalSEKPerYear", 120),
    ]
    for (name, value) in expected {
      let measure = try #require(Measure.named(name))
      #expect(measure.applies(group, context), "\(name)")
      let found = Double(try #require(measure.value(sums, context))) / measure.parts(group, context)
      #expect(abs(found - value) <= 1e-9 * value, "\(name): \(found)")
    }
  }

  @Test("A study of ticks counts time in days, and deliveries by calendar day")
  func studyInTicks() throws {
    var content = try TwoProducts.content(horizonDays: 60)
    let daily = try Study(CompiledModel(SupplyModel(content))).run(jobs: 2)
    // As much in each of as many ticks; four of them make a day.
    content.experiment.tick = try #require(Tick(perDay: 4))
    for row in content.consumption.indices {
      content.consumption[row].normal = DailyRate(
        nanoUnits: content.consumption[row].normal.nanoUnits * 4)
    }
    let short = try Study(CompiledModel(SupplyModel(content))).run(jobs: 2)
    func mean(
      _ result: StudyResult, _ measure: String, _ level: Level = .all, _ key: String = "all"
    ) throws -> Double {
      try #require(result.estimate(policy: 0, level: level, key: key, measure: measure)?.mean)
    }
    for (measure, factor) in [
      ("unmetFraction", 1), ("fillRate", 1), ("stockoutDays", 0.25), ("firstStockoutDay", 0.25),
      ("discardedSEK", 1), ("discardedSEKPerYear", 4), ("averageStockSEK", 1), ("orderLines", 1),
      ("peakStockSEK", 1), ("capitalSEKPerYear", 1), ("storageSEKPerYear", 1),
      ("stockoutDaysPerCareUnitYear", 1), ("handlingSEKPerYear", 4),
    ] {
      let (before, after) = (try mean(daily, measure), try mean(short, measure))
      #expect(before > 0, "\(measure)")
      #expect(abs(after - before * factor) <= 1e-6 * before, "\(measure): \(before), \(after)")
    }
    for (measure, factor) in [
      ("demandDays", 0.25), ("emptyDays", 0.25), ("stockAtEnd", 1), ("onOrderAtEnd", 1),
    ] {
      let before = try mean(daily, measure, .product, "bandage")
      #expect(before > 0, "\(measure)")
      #expect(try mean(short, measure, .product, "bandage") == before * factor, "\(measure)")
    }
    // At most one a day at each of three locations.
    #expect(try mean(short, "deliveries") <= 45)
    #expect(try mean(daily, "deliveries") > 45)
  }
}
