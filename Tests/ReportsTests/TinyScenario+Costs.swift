import Quantities
import SupplyModel

extension TinyScenario {
  /// What a cost file might add to it.
  static var costPlan: CostPlan {
    CostPlan(
      parameters: [
        CostParameter(
          name: "capitalRate", value: "3.5 %", unit: "share of the value per year",
          swedishUnit: "andel av värdet per år", low: "3 %", high: "4 %", status: .assumption,
          source: "=judgement()")
      ],
      ranges: [.capital: CostRange(low: .init(300, over: 350), high: .init(400, over: 350))],
      discountBasisPoints: 300, periodYears: 10, privateShareBasisPoints: 1200,
      sizes: SizeScale(
        referenceInhabitants: 12_345, from: [10_000, 5_000, 0], factors: [5_000, 10_000, 15_000]),
      items: [
        CostItem(
          id: "post", name: "Post", part: .staff,
          amounts: .init(
            value: Money(ore: 56_000_000), low: Money(ore: 50_000_000),
            high: Money(ore: 60_000_000)), unit: "full-time post", payment: .yearly,
          quantity: .byPolicy([.init(policy: "one-month", parts: 15_000)]), followsSize: true,
          status: .assumption, source: "judgement"),
        CostItem(
          id: "rack", name: "Rack", part: .equipment,
          amounts: .init(
            value: Money(ore: 100_000), low: Money(ore: 100_000), high: Money(ore: 100_000)),
          unit: "place", payment: .investment(lastsDays: 3_650),
          quantity: .eachPalletPlace(12_000), followsSize: true, status: .fitted,
          source: "a total"),
      ])
  }
}
