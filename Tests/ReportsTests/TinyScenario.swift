import Quantities
import RandomStreams
import Replications
import Studies
import SupplyModel

/// A model small enough to be run in a test: one region, a central store, two wards, three
/// products, three policies.
enum TinyScenario {
  /// The content, which a test may change before it makes a model of it.
  static func content(horizonDays: Int = 365, replications: Int = 20) -> SupplyModel.Content {
    SupplyModel.Content(
      title: "One month or three?",
      experiment: Experiment(
        startDate: CalendarDate(dayNumber: 20_819), horizonDays: horizonDays,
        start: .rotated(warmUpDays: 200), replications: replications, seed: 20_270_101,
        baseline: Position(0)),
      products: [
        product("fluid", .medicine, 0, .fast, ore: 4_500, life: 400, ml: 1_200),
        product("gauze", .device, 0, .medium, ore: 900, life: 900, ml: 300),
        product("serum", .medicine, 1, .slow, ore: 250_000, life: 300, ml: 50),
      ],
      demandClasses: [
        DemandClass(id: "elective", name: "Elective"), DemandClass(id: "trauma", name: "Trauma"),
      ],
      tiers: [Tier(id: "centralStore"), Tier(id: Tier.careUnit)],
      regions: [Region(id: "north", name: "North", population: 12_345)],
      authorities: [
        Authority(
          id: "region-north", name: "Region North", kind: .region, region: Position(0),
          population: 12_345)
      ],
      locations: [
        location("central", tier: 0, rank: 0, .supplier(Position(0))),
        location("ward-a", tier: 1, rank: 1, .location(Position(0), leadTimeDays: 1)),
        location("ward-b", tier: 1, rank: 2, .location(Position(0), leadTimeDays: 2)),
      ],
      suppliers: [
        Supplier(
          id: "wholesaler", leadTime: .gamma(mean: 5, coefficientOfVariation: 0.4),
          remainingLife: .shareOfShelfLife(.uniform(low: 0.5, high: 0.9)),
          capacity: .init(slackBasisPoints: 5_000, windowDays: 60))
      ],
      consumption: [
        use(1, 0, milli: 3_000, .poisson),
        use(1, 1, milli: 1_500, .negativeBinomial(indexOfDispersion: 2)),
        use(1, 2, milli: 20, .poisson), use(2, 0, milli: 1_000, .poisson),
        use(2, 2, milli: 10, .poisson),
      ],
      shortages: [
        ShortageProcess(
          id: "medicines", products: .init(categories: [.medicine]), frequency: .onsetsPerYear(1.2),
          duration: .lognormal(median: 40, mean: 60), startsUp: false)
      ],
      timeline: [], policies: policies,
      costs: CostRates(
        priceYear: 2026, capitalBasisPoints: 350,
        storagePerPalletYear: StorageClass.allCases.map { _ in Money(ore: 200_000) },
        palletMillilitres: 960_000, handlingPerOrderLine: Money(ore: 3_000),
        transportPerDelivery: Money(ore: 20_000), disposalPerLitre: Money(ore: 2_500)),
      assumptions: [
        Assumption(
          id: "duration", what: "shortage duration", value: "60 days", status: .assumption,
          source: "", decides: true, low: "30 days", high: "120 days"),
        Assumption(
          id: "capital", what: "cost of capital", value: "3.5 %", status: .sourced,
          source: "a report", decides: false, low: "", high: ""),
      ])
  }

  /// A war with three times the demand and half of the supply.
  static func war(from day: Int, days: Int) -> Phase {
    Phase(
      name: "war", firstDay: day, lengthDays: days, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [3, 3], supplyBasisPoints: 5_000, leadTimeMultiplier: 1)
  }

  /// The study of some content, run on two cores.
  static func result(
    of content: SupplyModel.Content, policies: [Int]? = nil, replications: Range<Int>? = nil
  ) throws -> (result: StudyResult, model: SupplyModel) {
    let model = try SupplyModel(content)
    let study = Study(
      CompiledModel(model, policies: policies?.map { Position($0) }), replications: replications)
    return (try study.run(jobs: 2), model)
  }

  private static var policies: [Policy] {
    [("today", 0), ("one-month", 30), ("three-months", 90)].map { name, reserve in
      var store = PolicyRule(locations: .init(tiers: [Position(0)]))
      store.operating = .days(14)
      store.reserve = .days(reserve)
      var wards = PolicyRule(locations: .init(tiers: [Position(1)]))
      wards.operating = .days(7)
      return Policy(name: name, rules: [store, wards], allocation: .firstCome)
    }
  }

  private static func product(
    _ id: String, _ category: Category, _ demandClass: Int, _ mover: Mover, ore: Int64, life: Int,
    ml: Int64
  ) -> Product {
    Product(
      id: id, name: id, category: category, demandClass: Position(demandClass), mover: mover,
      unitPrice: Money(ore: ore), packSize: 1, shelfLifeDays: life, unitVolumeMillilitres: ml,
      storageClass: .room, weight: 1)
  }

  private static func location(
    _ id: String, tier: Int, rank: Int, _ source: Location.Source
  ) -> Location {
    Location(
      id: id, name: id, tier: Position(tier), authority: Position(0), rank: rank,
      sources: Category.allCases.map { _ in source })
  }

  private static func use(
    _ location: Int, _ product: Int, milli: Int64, _ family: DemandFamily
  ) -> Consumption {
    Consumption(
      location: Position(location), product: Position(product),
      normal: DailyRate(nanoUnits: milli * 1_000_000), family: family)
  }
}
