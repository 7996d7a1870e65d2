import Quantities
import RandomStreams
import SupplyModel

/// Settings of a policy that do not agree: one thing changed in the valid content.
///
/// Its only rule holds for every location, with 10 days of operating stock in packs of 50; the
/// store stands for 0.6 units a day, each delivery has at most 750 days left.
enum PolicySettingsBreaches {
  static let all: [RulesTests.Breach] = [
    breach("a reorder level above the target", "reorders at 51 units, above its target of 50") {
      $0.ordering = .minMax(reorderAt: .units(51))
    },
    breach("a quantity of nothing", "orders multiples of nothing") {
      $0.ordering = .reorderPoint(reorderAt: .days(3), quantity: .days(0))
    },
    breach(
      "orders of less than a pack", "may order at most 49 units at a time, less than a pack of 50"
    ) {
      $0.orderMaximum = .units(49)
    },
    breach("a refill of nothing", "refills its reserve by nothing a day") {
      $0.reserve = .packs(3)
      $0.refillPerDay = .packs(0)
    },
    breach("a pool without reserve", "has a reserve in a pool of its own, but no reserve") {
      $0.rotation = .separate(fillFirst: .flow)
    },
    breach("a swap without reserve", "has a reserve in a pool of its own, but no reserve") {
      $0.reserve = .days(0)
      $0.rotation = .swap(beforeExpiryDays: 30)
    },
    breach("scheduled orders on demand", "orders by calendar, but is reviewed on demand") {
      $0.review = .onDemand
      $0.ordering = .scheduled(quantity: .poisson(mean: 5))
    },
    breach(
      "a life that no delivery has",
      "has a minimumLifeAtReceipt of 751 days but is delivered with at most 750 days left: "
        + "nothing is ever received"
    ) { $0.minimumLifeAtReceiptDays = 751 },
    breach(
      "a swap from the first day",
      "has a swap.beforeExpiry of 750 days but is delivered with at most 750 days left: "
        + "every lot is exchanged from its first day"
    ) {
      $0.reserve = .days(30)
      $0.rotation = .swap(beforeExpiryDays: 750)
    },
    breach(
      "offers from the first day",
      "has a redistribute.beforeExpiry of 750 days but is delivered with at most 750 days left: "
        + "every lot is offered from its first day"
    ) { $0.redistributeBeforeDays = 750 },
    RulesTests.Breach(
      testDescription: "stock kept from nobody", subject: .policy(Position(0)),
      problem: "stock is kept from care priority 3 and less urgent care, but no location has a "
        + "carePriority above 2"
    ) {
      $0.locations[2].carePriority = 2
      $0.policies[0].allocation = .priority(criticalLevels: [
        CriticalLevel(carePriority: 2, level: .days(1)),
        CriticalLevel(carePriority: 3, level: .days(2)),
      ])
    },
    RulesTests.Breach(
      testDescription: "requests owed by suppliers", subject: .policy(Position(0)),
      problem: "requests is backlogged only for locations that suppliers replenish"
    ) {
      var rule = PolicyRule(locations: .init(tiers: [Position(1)]))
      rule.requests = .backlogged
      $0.policies[0].rules.append(rule)
    },
    RulesTests.Breach(
      testDescription: "requests owed by suppliers to an authority's masks",
      subject: .policy(Position(0)),
      problem: "requests is backlogged only for locations that suppliers replenish"
    ) { content in
      var other = content.authorities[0]
      other.id = "other"
      content.authorities.append(other)
      // Of the masks ward b alone is the other's; of all else every ward.
      for ward in 1...3 {
        content.locations[ward].authorities = Category.allCases.map {
          Position($0 == .ppe && ward > 1 ? 0 : 1)
        }
      }
      content.locations[1].sources = content.locations[0].sources
      var rule = PolicyRule(locations: .init(authorities: [Position(1)]))
      rule.requests = .backlogged
      content.policies[0].rules.append(rule)
    },
    RulesTests.Breach(
      testDescription: "a life at issue to nobody", subject: .policy(Position(0)),
      problem: "minimumLifeAtIssue is stated only for locations with none below them"
    ) {
      var rule = PolicyRule(locations: .init(tiers: [Position(0)]))
      rule.minimumLifeAtIssueDays = 30
      $0.policies[0].rules.append(rule)
    },
  ]

  /// The store alone is changed, by a rule of its own.
  private static func breach(
    _ name: String, _ problem: String, _ change: @escaping @Sendable (inout PolicyRule) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .policy(Position(0)),
      problem: "“mask” at “store” (centralStore) " + problem
    ) {
      var rule = PolicyRule(locations: .init(tiers: [Position(1)]))
      change(&rule)
      $0.policies[0].rules.append(rule)
    }
  }
}
