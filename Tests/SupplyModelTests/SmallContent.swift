import Quantities
import RandomStreams
import SupplyModel

/// A valid content to break one thing in: a store above two wards, one product, one policy.
enum SmallContent {
  static func valid() -> SupplyModel.Content {
    let supplied = Category.allCases.map { _ in Location.Source?.some(.supplier(Position(0))) }
    func ward(_ id: String, rank: Int) -> Location {
      Location(
        id: id, name: id, tier: Position(0), authority: Position(0), rank: rank,
        sources: Category.allCases.map { _ in .location(Position(0), leadTimeDays: 1) })
    }
    var rule = PolicyRule()
    rule.operating = .days(10)
    return SupplyModel.Content(
      title: "small",
      experiment: Experiment(
        startDate: CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0), horizonDays: 100,
        start: .rotated(warmUpDays: nil), replications: 1, seed: 1, baseline: Position(0)),
      products: [
        Product(
          id: "mask", name: "Mask", category: .ppe, demandClass: Position(0), mover: .fast,
          unitPrice: Money(ore: 70), packSize: 50, shelfLifeDays: 1000,
          unitVolumeMillilitres: 40, storageClass: .room, weight: 1)
      ],
      demandClasses: [DemandClass(id: "all", name: "All")],
      tiers: [Tier(id: Tier.careUnit), Tier(id: "centralStore")],
      regions: [Region(id: "region", name: "Region", population: nil)],
      authorities: [Authority(id: "authority", name: "A", kind: .region, region: Position(0))],
      locations: [
        Location(
          id: "store", name: "store", tier: Position(1), authority: Position(0), rank: 0,
          sources: supplied),
        ward("ward-b", rank: 2), ward("ward-a", rank: 2), ward("ward-c", rank: 1),
      ],
      suppliers: [
        Supplier(
          id: "supplier", leadTime: .constant(5),
          remainingLife: .shareOfShelfLife(.uniform(low: 0.5, high: 0.75)), capacity: nil)
      ],
      consumption: [1, 2, 3].map {
        Consumption(
          location: Position($0), product: Position(0),
          normal: DailyRate(nanoUnits: Int64($0) * 100_000_000), family: .poisson)
      },
      shortages: [
        ShortageProcess(
          id: "shortage", products: .init(), frequency: .onsetsPerYear(0.5),
          duration: .constant(73), startsUp: false)
      ],
      timeline: [
        Phase(
          name: "war", firstDay: 20, lengthDays: 30, rampUpDays: 4, rampDownDays: 2,
          demandMultipliers: [5], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
      ],
      policies: [Policy(name: "today", rules: [rule], allocation: .firstCome)], costs: nil,
      assumptions: [])
  }
}
