import Quantities
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

  private static func reserve(
    _ name: String, _ change: @escaping @Sendable (inout NationalReserve) -> Void = { _ in }
  ) -> Perturbation {
    Perturbation("reserve \(name)") { content in
      var reserve = NationalReserve(
        location: Position(0), products: .init(), serves: .init(),
        release: Decision(occasion: .phases(["war"]), delayDays: 3), leadTimeDays: 2)
      change(&reserve)
      content.nationalReserves = [reserve]
    }
  }

  /// Changes to a reserve of the state.
  static let reserves: [Perturbation] = [
    reserve("of the state"),
    reserve("elsewhere") { $0.location = Position(1) },
    reserve("of some products") { $0.products.categories = [.medicine] },
    reserve("for some") { $0.serves.tiers = [Position(0)] },
    reserve("released in a shortage") { $0.release.occasion = .shortage },
    reserve("released later") { $0.release.delayDays = 4 },
    reserve("further away") { $0.leadTimeDays = 3 },
  ]

  private static func substituted(
    _ name: String, _ change: @escaping @Sendable (inout Substitution) -> Void = { _ in }
  ) -> Perturbation {
    Perturbation("substitution \(name)") { content in
      var entry = Substitution(
        original: Position(0), substitutes: [.init(product: Position(1), unitsEach: 1)],
        permission: .always, extraCost: Money(ore: 0))
      change(&entry)
      content.substitutions = [entry]
    }
  }

  /// Changes to what may be given instead of what.
  static let substitutions: [Perturbation] = [
    substituted("of one"),
    substituted("of another") { $0.original = Position(2) },
    substituted("by another") { $0.substitutes[0].product = Position(2) },
    substituted("by more units") { $0.substitutes[0].unitsEach = 2 },
    substituted("by two") { $0.substitutes.append(.init(product: Position(2), unitsEach: 1)) },
    substituted("in shortage") { $0.permission = .duringShortage(delayDays: 0) },
    substituted("later in shortage") { $0.permission = .duringShortage(delayDays: 14) },
    substituted("at a cost") { $0.extraCost = Money(ore: 2_500) },
  ]

  /// Changes to groups, keys and the selections that name them.
  static let groups: [Perturbation] = [
    Perturbation("group") { $0.products[0].group = "a" },
    Perturbation("another group") { $0.products[0].group = "b" },
    Perturbation("group of another") { $0.products[1].group = "a" },
    Perturbation("key") { $0.products[0].keyedTo = Position(1) },
    Perturbation("another key") { $0.products[0].keyedTo = Position(2) },
    shortage("storage class") { $0.products.storageClasses = [.room] },
    shortage("other storage class") { $0.products.storageClasses = [.cold] },
    shortage("group") { $0.products.groups = ["a"] },
    shortage("groups") { $0.products.groups = ["a", "b"] },
  ]
}
