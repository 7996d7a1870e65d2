import Quantities
import RandomStreams
import SupplyModel

/// Suppliers, sourcing and shortages that cannot be: one thing changed in the valid content, in which
/// every product comes from the one supplier.
enum SupplyBreaches {
  static let all: [RulesTests.Breach] =
    [
      supplier("a slack of nothing", "has a slack of -100 % or less: nothing could be delivered") {
        $0.capacity = .init(slackBasisPoints: -10_000, windowDays: 7)
      },
      supplier("a ceiling of nothing", "has a ceiling of nothing") {
        $0.ceiling = Ceiling(shareBasisPoints: 0, periodDays: 365)
      },
      supplier("a ceiling for no time", "has a ceiling of nothing") {
        $0.ceiling = Ceiling(shareBasisPoints: 12_000, periodDays: 0)
      },
      supplier(
        "readiness without a limit", "has a readiness without a slack, which says how much is made"
      ) {
        $0.readiness = Readiness(
          decision: Decision(occasion: .shortage, delayDays: 0), startUpDays: 60)
      },
      supplier(
        "readiness in an unknown phase",
        "is made ready in the phase “crisis”, which the timeline lacks"
      ) {
        $0.capacity = .init(slackBasisPoints: 0, windowDays: 7)
        $0.readiness = Readiness(
          decision: Decision(occasion: .phases(["war", "crisis"]), delayDays: 0), startUpDays: 60)
      },
      supplier(
        "a supplier that keeps stock", "keeps stock for more urgent care, but suppliers keep none"
      ) {
        $0.allocation = .priority(criticalLevels: [.init(carePriority: 2, level: .days(5))])
      },
    ] + sourcing + shortages

  private static func supplier(
    _ name: String, _ problem: String, _ spoil: @escaping @Sendable (inout Supplier) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .supplier(Position(0)), problem: "“supplier” " + problem
    ) { spoil(&$0.suppliers[0]) }
  }

  private static func sourced(
    _ name: String, _ problem: String, _ spoil: @escaping @Sendable (inout Sourcing) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .sourcing(Position(0)), problem: problem
    ) { content in
      addSupplier(to: &content)
      var entry = Sourcing(
        products: .init(), replacing: nil, suppliers: [Position(0), Position(1)],
        switchAfterDays: 0)
      spoil(&entry)
      content.sourcing = [entry]
    }
  }

  private static let sourcing: [RulesTests.Breach] = [
    sourced("sourcing from nobody", "names no supplier") { $0.suppliers = [] },
    sourced("sourcing from one twice", "names “supplier” twice") {
      $0.suppliers = [Position(0), Position(1), Position(0)]
    },
    sourced("sourcing of nothing", "selects no product") { $0.products.categories = [.medicine] },
    sourced(
      "sourcing in place of nobody's parent",
      "stands in for “other”, from whom no location gets a selected product"
    ) { $0.replacing = Position(1) },
    RulesTests.Breach(
      testDescription: "sourcing that never holds", subject: .sourcing(Position(0)),
      problem: "never holds: later entries select all its products"
    ) { content in
      let entry = Sourcing(
        products: .init(), replacing: Position(0), suppliers: [Position(0)], switchAfterDays: 0)
      content.sourcing = [entry, entry]
    },
    RulesTests.Breach(
      testDescription: "more suppliers than a run can keep apart", subject: .product(Position(0)),
      problem: "“mask” may come from 65 suppliers"
    ) { content in
      for number in 1..<65 {
        addSupplier(to: &content)
        content.suppliers[number].id = "other \(number)"
      }
      content.sourcing = [
        Sourcing(
          products: .init(), replacing: nil, suppliers: (0..<65).map { Position($0) },
          switchAfterDays: 0)
      ]
    },
    RulesTests.Breach(
      testDescription: "one who stands in with goods that have expired",
      subject: .supplier(Position(1)), problem: "“other” could deliver goods that have expired"
    ) { content in
      addSupplier(to: &content)
      content.suppliers[1].remainingLife = .days(.constant(0))
      content.sourcing = [
        Sourcing(products: .init(), replacing: nil, suppliers: [Position(1)], switchAfterDays: 0)
      ]
    },
  ]

  private static func shortage(
    _ name: String, _ problem: String, _ spoil: @escaping @Sendable (inout ShortageProcess) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .shortage(Position(0)), problem: "“shortage” " + problem
    ) { content in
      addSupplier(to: &content)
      spoil(&content.shortages[0])
    }
  }

  private static let shortages: [RulesTests.Breach] = [
    shortage("a shortage of no group", "befalls groups, but no selected product has a group") {
      $0.scope = .group
    },
    shortage(
      "a shortage of who delivers nothing", "befalls “other”, which delivers no selected product"
    ) { $0.suppliers = [Position(0), Position(1)] },
    shortage(
      "a fraction of what has no limit",
      "leaves a fraction of the capacity of “supplier”, which has no limit"
    ) { $0.orders = .fraction(basisPoints: 4_000) },
    shortage("a shortage with expired goods", "could have goods delivered that have expired") {
      $0.remainingLife = .days(.uniform(low: 0.5, high: 30))
    },
  ]

  /// A second supplier, like the first, from whom nobody buys.
  static func addSupplier(to content: inout SupplyModel.Content) {
    var other = content.suppliers[0]
    other.id = "other"
    content.suppliers.append(other)
  }
}
