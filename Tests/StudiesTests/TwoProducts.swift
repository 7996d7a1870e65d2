import Quantities
import RandomStreams
import Replications
import Studies
import SupplyModel

/// Two products of different price and weight in a store and two wards, one of which uses both.
enum TwoProducts {
  /// Prices 3 and 50 SEK, packs of 1 and 10, weights 1 and 3; costs in round figures.
  static func content(
    replications: Int = 6, secondIsAsked: Bool = true, horizonDays: Int = 60
  ) throws -> SupplyModel.Content {
    let supplied = Category.allCases.map { _ in Location.Source?.some(.supplier(Position(0))) }
    let fromStore = Category.allCases.map { _ in
      Location.Source?.some(.location(Position(0), leadTimeDays: 1))
    }
    func product(
      _ id: String, ore: Int64, pack: Int64, weight: Int64, volume: Int64, of demandClass: Int
    )
      -> Product
    {
      Product(
        id: id, name: id, category: demandClass == 0 ? .medicine : .device,
        demandClass: Position(demandClass), mover: nil, unitPrice: Money(ore: ore), packSize: pack,
        shelfLifeDays: 400, unitVolumeMillilitres: volume, storageClass: .cold, weight: weight)
    }
    func use(_ location: Int, _ product: Int, _ nanoUnits: Int64) -> Consumption {
      Consumption(
        location: Position(location), product: Position(product),
        normal: DailyRate(nanoUnits: nanoUnits), family: .poisson)
    }
    func policy(_ name: String, storeDays: Int) -> Policy {
      var store = PolicyRule(locations: .init(tiers: [Position(1)]))
      store.operating = .days(storeDays)
      var wards = PolicyRule(locations: .init(tiers: [Position(0)]))
      wards.operating = .days(3)
      return Policy(name: name, rules: [store, wards], allocation: .firstCome)
    }
    return SupplyModel.Content(
      title: "two products",
      experiment: Experiment(
        startDate: CalendarDate(dayNumber: 20_819), horizonDays: horizonDays,
        start: .given(remainingLife: .days(.constant(30))), replications: replications, seed: 3,
        baseline: Position(0)),
      products: [
        product("bandage", ore: 300, pack: 1, weight: 1, volume: 100, of: 0),
        product("serum", ore: 5000, pack: 10, weight: 3, volume: 20, of: 1),
      ],
      demandClasses: [DemandClass(id: "daily", name: ""), DemandClass(id: "rare", name: "")],
      tiers: [Tier(id: Tier.careUnit), Tier(id: "centralStore")],
      regions: [Region(id: "region", name: "", population: 1000)],
      authorities: [Authority(id: "authority", name: "", kind: .region, region: Position(0))],
      locations: [
        Location(
          id: "store", name: "", tier: Position(1), authority: Position(0), rank: 0,
          sources: supplied),
        Location(
          id: "ward-a", name: "", tier: Position(0), authority: Position(0), rank: 1,
          sources: fromStore),
        Location(
          id: "ward-b", name: "", tier: Position(0), authority: Position(0), rank: 2,
          sources: fromStore),
      ],
      suppliers: [
        Supplier(
          id: "supplier", leadTime: .constant(2), remainingLife: .days(.constant(30)),
          capacity: nil)
      ],
      consumption: [
        use(1, 0, 2_000_000_000), use(2, 0, 1_500_000_000),
        use(1, 1, secondIsAsked ? 100_000_000 : 1),
      ],
      shortages: [
        ShortageProcess(
          id: "outage", products: .init(), frequency: .meanUpTime(days: 40),
          duration: .exponential(mean: 20), startsUp: false)
      ],
      timeline: [], policies: [policy("lean", storeDays: 5), policy("rich", storeDays: 40)],
      costs: CostRates(
        priceYear: 2026, capitalBasisPoints: 400,
        storagePerPalletYear: StorageClass.allCases.map { Money(ore: $0 == .cold ? 365_000 : 1) },
        palletMillilitres: 1_000_000, handlingPerOrderLine: Money(ore: 2500),
        transportPerDelivery: Money(ore: 15_000), disposalPerLitre: Money(ore: 800)),
      assumptions: [])
  }

  /// A study of it.
  static func study(
    replications: Range<Int>? = nil, secondIsAsked: Bool = true
  ) throws -> Study {
    let model = try SupplyModel(content(secondIsAsked: secondIsAsked))
    return Study(CompiledModel(model), replications: replications)
  }
}
