import RandomStreams
import SupplyModel

extension ScenarioDigestTests {
  private static func supplier(
    _ name: String, _ change: @escaping @Sendable (inout Supplier) -> Void
  ) -> Perturbation {
    Perturbation("supplier's \(name)") { change(&$0.suppliers[0]) }
  }

  private static func readiness(
    _ occasion: Decision.Occasion, delay: Int = 14, startUp: Int = 60
  ) -> Readiness {
    Readiness(decision: Decision(occasion: occasion, delayDays: delay), startUpDays: startUp)
  }

  /// Changes to what a supplier's agreement says.
  static let suppliers: [Perturbation] =
    [
      .proportionalToRequest, .proportionalToConsumption, .equalCover,
      .priority(criticalLevels: []),
    ].map { (rule: AllocationRule) in supplier("allocation \(rule)") { $0.allocation = rule } }
    + [
      supplier("owed orders") { $0.unfilled = .owed },
      supplier("ceiling") { $0.ceiling = Ceiling(shareBasisPoints: 12_000, periodDays: 365) },
      supplier("ceiling's share") {
        $0.ceiling = Ceiling(shareBasisPoints: 12_001, periodDays: 365)
      },
      supplier("ceiling's period") {
        $0.ceiling = Ceiling(shareBasisPoints: 12_000, periodDays: 364)
      },
      supplier("readiness") { $0.readiness = readiness(.phases(["war"])) },
      supplier("readiness in no phase") { $0.readiness = readiness(.phases(["another"])) },
      supplier("readiness in a shortage") { $0.readiness = readiness(.shortage) },
      supplier("readiness decided later") { $0.readiness = readiness(.shortage, delay: 15) },
      supplier("readiness started later") { $0.readiness = readiness(.shortage, startUp: 61) },
    ]

  private static func shortage(
    _ name: String, _ change: @escaping @Sendable (inout ShortageProcess) -> Void
  ) -> Perturbation {
    Perturbation("shortage's \(name)") { change(&$0.shortages[0]) }
  }

  private static func announced(_ share: Int64, _ notice: Distribution) -> Perturbation {
    shortage("announcement \(share) \(notice)") {
      $0.announcement = .init(shareBasisPoints: share, notice: notice)
    }
  }

  /// Changes to what a shortage befalls and does.
  static let shortages: [Perturbation] =
    ShortageProcess.Scope.allCases.filter { $0 != .product }
    .map { scope in shortage("scope \(scope)") { $0.scope = scope } }
    + [
      shortage("suppliers") { $0.suppliers = [Position(0)] },
      shortage("no suppliers") { $0.suppliers = [] },
      shortage("held orders") { $0.orders = .held },
      shortage("accepted orders") { $0.orders = .accepted },
      shortage("nothing left") { $0.orders = .fraction(basisPoints: 0) },
      shortage("fraction left") { $0.orders = .fraction(basisPoints: 4_000) },
      shortage("goods under way") { $0.holdsTransit = true },
      shortage("held orders and goods under way") {
        $0.orders = .held
        $0.holdsTransit = true
      },
      shortage("remaining life") { $0.remainingLife = .days(.uniform(low: 30, high: 60)) },
      shortage("share of shelf life") {
        $0.remainingLife = .shareOfShelfLife(.uniform(low: 0.3, high: 0.6))
      },
      announced(4_000, .constant(30)), announced(4_001, .constant(30)),
      announced(4_000, .constant(31)), announced(4_000, .empirical([10, 20])),
      announced(4_000, .empirical([10, 10, 20])),
      shortage("empirical duration") { $0.duration = .empirical([12, 45]) },
    ]

  private static func sourced(
    _ name: String, _ change: @escaping @Sendable (inout Sourcing) -> Void = { _ in }
  ) -> Perturbation {
    Perturbation("sourcing \(name)") { content in
      var second = content.suppliers[0]
      second.id = "second"
      content.suppliers.append(second)
      var entry = Sourcing(
        products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
        switchAfterDays: 0)
      change(&entry)
      content.sourcing = [entry]
    }
  }

  /// Changes to who is bought from.
  static let sourcing: [Perturbation] = [
    sourced("from two"),
    sourced("of some products") { $0.products.categories = [.medicine] },
    sourced("in place of one") { $0.replacing = Position(0) },
    sourced("in another order") { $0.suppliers.reverse() },
    sourced("from one") { $0.suppliers = [Position(1)] },
    sourced("later") { $0.switchAfterDays = 30 },
  ]
}
