import Quantities
import RandomStreams
import SupplyModel

/// Reserves of the state, substitutes and keys that cannot be: one thing changed in the valid
/// content, with a second product and a place for a reserve.
enum ReserveBreaches {
  static let all: [RulesTests.Breach] = reserves + substitutions + keys

  /// The reserve's place, behind the store and three wards.
  private static let place = Position<Location>(4)
  private static let mask = Position<Product>(0)
  private static let visor = Position<Product>(1)

  /// A second product, used by the first ward, and a place that gets its goods from the supplier.
  private static func extend(_ content: inout SupplyModel.Content) {
    var visor = content.products[0]
    visor.id = "visor"
    content.products.append(visor)
    var use = content.consumption[0]
    use.product = Position(1)
    content.consumption.append(use)
    var place = content.locations[0]
    place.id = "buffer"
    content.locations.append(place)
  }

  private static func reserve(
    _ name: String, _ problem: String,
    _ spoil: @escaping @Sendable (inout SupplyModel.Content) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .nationalReserve(Position(0)), problem: problem
    ) { content in
      extend(&content)
      content.nationalReserves = [
        NationalReserve(
          location: place, products: .init(), serves: .init(),
          release: Decision(occasion: .shortage, delayDays: 0), leadTimeDays: 1)
      ]
      spoil(&content)
    }
  }

  private static let reserves: [RulesTests.Breach] = [
    reserve("a reserve of nothing", "selects no product") {
      $0.nationalReserves[0].products.categories = [.medicine]
    },
    reserve("a reserve from which a ward orders", "“ward-a” orders from “buffer”") {
      $0.locations[2].sources[Category.ppe.ordinal] = .location(place, leadTimeDays: 1)
    },
    reserve(
      "a reserve that orders from a store", "“buffer” has no supplier as its parent for “mask”"
    ) {
      $0.locations[4].sources[Category.ppe.ordinal] = .location(Position(0), leadTimeDays: 1)
    },
    reserve("a reserve without a parent", "“buffer” has no supplier as its parent for “mask”") {
      $0.locations[4].sources[Category.ppe.ordinal] = nil
    },
    reserve("a reserve without a lead time", "serves “mask” without a lead time") {
      $0.nationalReserves[0].leadTimeDays = 0
    },
    reserve(
      "a reserve released in an unknown phase",
      "is released in the phase “crisis”, which the timeline lacks"
    ) { $0.nationalReserves[0].release.occasion = .phases(["crisis"]) },
    reserve(
      "a reserve for wards", "serves no location that orders what it holds from a supplier"
    ) { $0.nationalReserves[0].serves.tiers = [Position(0)] },
    reserve(
      "a reserve for itself", "serves no location that orders what it holds from a supplier"
    ) { $0.nationalReserves[0].serves.locations = [place] },
    RulesTests.Breach(
      testDescription: "two reserves of one product at one place",
      subject: .nationalReserve(Position(1)), problem: "“buffer” is a reserve of “visor” already"
    ) { content in
      extend(&content)
      let all = NationalReserve(
        location: place, products: .init(), serves: .init(),
        release: Decision(occasion: .shortage, delayDays: 0), leadTimeDays: 1)
      var some = all
      some.products.products = [visor]
      content.nationalReserves = [all, some]
    },
    RulesTests.Breach(
      testDescription: "a reserve where something is used",
      subject: .nationalReserve(Position(0)), problem: "“mask” is used at “ward-b”"
    ) { content in
      extend(&content)
      content.locations[1].sources[Category.ppe.ordinal] = .supplier(Position(0))
      content.nationalReserves = [
        NationalReserve(
          location: Position(1), products: .init(products: [mask]), serves: .init(),
          release: Decision(occasion: .shortage, delayDays: 0), leadTimeDays: 1)
      ]
    },
  ]

  private static func substitution(
    _ name: String, _ problem: String,
    _ spoil: @escaping @Sendable (inout SupplyModel.Content) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(
      testDescription: name, subject: .substitution(Position(0)), problem: problem
    ) { content in
      extend(&content)
      content.substitutions = [
        Substitution(
          original: mask, substitutes: [.init(product: visor, unitsEach: 1)], permission: .always,
          extraCost: Money(ore: 0))
      ]
      spoil(&content)
    }
  }

  private static let substitutions: [RulesTests.Breach] = [
    substitution("its own substitute", "“mask” is its own substitute") {
      $0.substitutions[0].substitutes.insert(.init(product: mask, unitsEach: 1), at: 0)
    },
    substitution("no substitute", "“mask” has no substitute") {
      $0.substitutions[0].substitutes = []
    },
    substitution("a substitute twice", "names “visor” twice") {
      $0.substitutions[0].substitutes.append(.init(product: visor, unitsEach: 2))
    },
    substitution("no units", "gives 0 units of “visor”") {
      $0.substitutions[0].substitutes[0].unitsEach = 0
    },
    substitution("a gain", "has an extraCost below 0") {
      $0.substitutions[0].extraCost = Money(ore: -1)
    },
    substitution(
      "a substitute elsewhere", "“visor” is at hand at no care unit that uses “mask”"
    ) { content in
      content.consumption = [content.consumption[1], content.consumption[2]]
      // The first ward uses visors only, the others masks only.
      var use = content.consumption[0]
      use.product = visor
      use.location = Position(1)
      content.consumption.append(use)
    },
    RulesTests.Breach(
      testDescription: "two lists of substitutes", subject: .substitution(Position(1)),
      problem: "“mask” has its substitutes already"
    ) { content in
      extend(&content)
      let entry = Substitution(
        original: mask, substitutes: [.init(product: visor, unitsEach: 1)], permission: .always,
        extraCost: Money(ore: 0))
      content.substitutions = [entry, entry]
    },
  ]

  private static func keyed(
    _ name: String, _ product: Position<Product>, _ problem: String,
    _ spoil: @escaping @Sendable (inout SupplyModel.Content) -> Void
  ) -> RulesTests.Breach {
    RulesTests.Breach(testDescription: name, subject: .product(product), problem: problem) {
      extend(&$0)
      spoil(&$0)
    }
  }

  private static let keys: [RulesTests.Breach] = [
    keyed("a product keyed to itself", mask, "“mask” is keyed to itself") {
      $0.products[0].keyedTo = mask
    },
    keyed(
      "a product keyed to one that is not there", mask,
      "“mask” is useless without “visor”, which “ward-a” does not use"
    ) { $0.products[0].keyedTo = visor },
    keyed(
      "a product keyed to a keyed one", Position(2),
      "“filter” is keyed to “visor”, which is itself keyed to “mask”"
    ) { content in
      var filter = content.products[0]
      filter.id = "filter"
      filter.keyedTo = visor
      content.products.append(filter)
      content.products[1].keyedTo = mask
      var use = content.consumption[3]
      use.product = Position(2)
      content.consumption.append(use)
    },
  ]
}
