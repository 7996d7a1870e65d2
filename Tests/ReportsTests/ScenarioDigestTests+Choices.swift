import Quantities
import RandomStreams
import SupplyModel

extension ScenarioDigestTests {
  /// Changes to the first rule of a policy, and to its allocation.
  static let settings: [Perturbation] =
    orderings.map { ordering in setting("ordering \(ordering)") { $0.ordering = ordering } }
    + reviews.map { review in setting("review \(review)") { $0.review = review } }
    + issues.map { issue in setting("issue \(issue)") { $0.issue = issue } }
    + rotations.map { rotation in setting("rotation \(rotation)") { $0.rotation = rotation } }
    + releases.map { release in setting("release \(release)") { $0.release = release } }
    + single
    + allocations.map { allocation in
      Perturbation("allocation \(allocation)") { $0.policies[1].allocation = allocation }
    }

  private static let single = [
    setting("order maximum") { $0.orderMaximum = .packs(2) },
    setting("order maximum in units") { $0.orderMaximum = .units(2) },
    setting("requests owed") { $0.requests = .backlogged },
    setting("requests dropped, as by default") { $0.requests = .dropped },
    setting("life at receipt") { $0.minimumLifeAtReceiptDays = 30 },
    setting("no life at receipt") { $0.minimumLifeAtReceiptDays = 0 },
    setting("life at issue") { $0.minimumLifeAtIssueDays = 30 },
    setting("refill") { $0.refillPerDay = .units(2) },
    setting("refill in packs") { $0.refillPerDay = .packs(2) },
    setting("redistribution") { $0.redistributeBeforeDays = 30 },
    setting("no redistribution") { $0.redistributeBeforeDays = 0 },
  ]

  private static let reviews: [ReviewRule] = [
    .onDemand, .weekdays([0, 3]), .weekdays([0]), .weekdays([3]),
  ]

  private static let issues: [IssueOrder] = [
    .fefo, .fifo, .lifo, .mixed(ignoringExpiryBasisPoints: 1_000),
    .mixed(ignoringExpiryBasisPoints: 1_001),
  ]

  private static let rotations: [Rotation] = [
    .separate(fillFirst: .flow), .separate(fillFirst: .reserve), .swap(beforeExpiryDays: 90),
    .swap(beforeExpiryDays: 91),
  ]

  private static func setting(
    _ name: String, _ change: @escaping @Sendable (inout PolicyRule) -> Void
  ) -> Perturbation {
    Perturbation(name) { change(&$0.policies[1].rules[0]) }
  }

  private static let orderings: [OrderingRule] = [
    .orderUpTo, .forwardCover, .minMax(reorderAt: .days(3)), .minMax(reorderAt: .units(3)),
    .reorderPoint(reorderAt: .days(3), quantity: .packs(2)),
    .reorderPoint(reorderAt: .days(2), quantity: .packs(2)),
    .reorderPoint(reorderAt: .days(3), quantity: .packs(3)),
    .scheduled(quantity: .stated([.init(count: 5, weight: 1)])),
    .scheduled(quantity: .stated([.init(count: 5, weight: 0.5), .init(count: 0, weight: 0.5)])),
    .scheduled(quantity: .stated([.init(count: 5, weight: 0.25), .init(count: 0, weight: 0.75)])),
    .scheduled(quantity: .geometric(mean: 5)), .scheduled(quantity: .poisson(mean: 5)),
    .scheduled(quantity: .poisson(mean: 6)),
    .table(OrderTable(daysPerColumn: 1, counts: [1, 2], orders: [4, 2])),
    .table(OrderTable(daysPerColumn: 2, counts: [1, 2], orders: [4, 2])),
    .table(OrderTable(daysPerColumn: 1, counts: [2, 1], orders: [4, 2])),
    .table(OrderTable(daysPerColumn: 1, counts: [1, 2], orders: [4, 3])),
    .table(OrderTable(daysPerColumn: 1, counts: [2], orders: [4, 2])),
  ]

  private static let releases: [ReleaseRule] = [
    .always, .onStockout(delayDays: 0), .onStockout(delayDays: 2),
    .inPhase(names: ["war"], delayDays: 0), .inPhase(names: ["war"], delayDays: 2),
  ]

  private static let allocations: [AllocationRule] = [
    .proportionalToRequest, .proportionalToConsumption, .equalCover, .priority(criticalLevels: []),
    .priority(criticalLevels: [CriticalLevel(carePriority: 2, level: .days(5))]),
    .priority(criticalLevels: [CriticalLevel(carePriority: 3, level: .days(5))]),
    .priority(criticalLevels: [CriticalLevel(carePriority: 2, level: .units(5))]),
  ]

  /// Changes to the duty, each on its own.
  static let duty: [Perturbation] = [
    Perturbation("duty") { $0.duty = Duty() },
    Perturbation("duty of more days") { $0.duty = Duty(days: 60) },
    Perturbation("duty at some locations") {
      $0.duty = Duty(locations: .init(tiers: [Position(0)]))
    },
    Perturbation("duty with an exemption") { $0.duty = Duty(exemptions: [exemption]) },
    exempted("product") { $0.product = Position(1) },
    exempted("reason") { $0.reason = "noSupplier" },
    exempted("held share") { $0.held = .share(basisPoints: 4_999) },
    exempted("held days") { $0.held = .days(4_999) },
    exempted("mitigation") { $0.mitigation = "" },
    exempted("review date") { $0.reviewDate = $0.reviewDate.adding(days: 1) },
    Perturbation("exemption of another authority") { content in
      var other = content.authorities[0]
      other.id = "other"
      content.authorities.append(other)
      var changed = exemption
      changed.authority = Position(1)
      content.duty = Duty(exemptions: [changed])
    },
  ]

  private static func exempted(
    _ name: String, _ change: @escaping @Sendable (inout Exemption) -> Void
  ) -> Perturbation {
    Perturbation("exemption's \(name)") {
      var changed = exemption
      change(&changed)
      $0.duty = Duty(exemptions: [changed])
    }
  }
}
