import Quantities
import RandomStreams
import SupplyModel
import Testing

@Suite("Rules of a model")
struct RulesTests {
  /// One thing broken in the valid content, and what is said about it.
  struct Breach: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: ModelProblem.Subject
    let problem: String
    let spoil: @Sendable (inout SupplyModel.Content) -> Void
  }

  private static func fromLocation(_ index: Int) -> [Location.Source?] {
    Category.allCases.map { _ in .location(Position(index), leadTimeDays: 1) }
  }

  static let breaches: [Breach] =
    [
      Breach(
        testDescription: "two locations with one id", subject: .location(Position(2)),
        problem: "“ward-b” is there twice"
      ) { $0.locations[2].id = "ward-b" },
      Breach(
        testDescription: "two shortages with one id", subject: .shortage(Position(1)),
        problem: "“shortage” is there twice"
      ) { $0.shortages.append($0.shortages[0]) },
      Breach(
        testDescription: "a store that is supplied by itself", subject: .location(Position(0)),
        problem: "parents form a cycle: store → store"
      ) { $0.locations[0].sources = fromLocation(0) },
      Breach(
        testDescription: "consumption at a store", subject: .consumption(Position(0)),
        problem: "“store” is a centralStore"
      ) { $0.consumption[0].location = Position(0) },
      Breach(
        testDescription: "a store without a supplier", subject: .consumption(Position(0)),
        problem: "“mask” has no supplier at “ward-b”: “store” has no parent for category ppe"
      ) { content in
        content.locations[0].sources[Category.ppe.ordinal] = nil
        content.consumption.removeLast(2)
      },
      Breach(
        testDescription: "consumption stated twice", subject: .consumption(Position(3)),
        problem: "“mask” at “ward-a” has a row already"
      ) { $0.consumption.append($0.consumption[1]) },
      Breach(
        testDescription: "a product that nobody uses", subject: .product(Position(1)),
        problem: "no care unit uses “visor”"
      ) { content in
        var visor = content.products[0]
        visor.id = "visor"
        content.products.append(visor)
      },
      Breach(
        testDescription: "a phase after the end", subject: .phase(Position(0)),
        problem: "“war” lies outside the horizon"
      ) { $0.timeline[0].firstDay = 100 },
      Breach(
        testDescription: "shortages that fill all time", subject: .shortage(Position(0)),
        problem: "shortages would last longer than the time between their onsets"
      ) { $0.shortages[0].duration = .constant(730) },
      Breach(
        testDescription: "a shortage of nothing", subject: .shortage(Position(0)),
        problem: "“shortage” selects no product"
      ) { $0.shortages[0].products.categories = [.medicine] },
      Breach(
        testDescription: "deliveries that have expired", subject: .supplier(Position(0)),
        problem: "“supplier” could deliver goods that have expired"
      ) { $0.suppliers[0].remainingLife = .days(.uniform(low: 0.5, high: 3)) },
      Breach(
        testDescription: "stock that has expired at the start", subject: .experiment,
        problem: "stock could have expired at the start"
      ) { $0.experiment.start = .given(remainingLife: .days(.constant(0))) },
      Breach(
        testDescription: "a policy without a level for stores", subject: .policy(Position(0)),
        problem: "“today” sets no operating level for “mask” at “store” (centralStore)"
      ) { $0.policies[0].rules[0].locations.tiers = [Position(0)] },
    ] + PolicySettingsBreaches.all + SupplyBreaches.all
    + ReserveBreaches.all + TimelineBreaches.all

  @Test("The valid content makes a model")
  func valid() throws {
    _ = try SupplyModel(SmallContent.valid())
  }

  @Test("Each breach is found and named", arguments: breaches)
  func breach(breach: Breach) throws {
    var content = SmallContent.valid()
    breach.spoil(&content)
    let problems = try #require(throws: ModelProblems.self) { try SupplyModel(content) }
    #expect(problems.all.map(\.problem) == [breach.problem])
    #expect(problems.all.map(\.subject) == [breach.subject])
    #expect(problems.all.allSatisfy { !$0.allowed.isEmpty && !$0.remedy.isEmpty })
  }

  @Test("A supplier's remaining life is judged by what it supplies only")
  func lifeOfOwnProducts() throws {
    var content = SmallContent.valid()
    var other = content.suppliers[0]
    other.id = "other"
    other.remainingLife = .shareOfShelfLife(.uniform(low: 0.0001, high: 0.0002))
    content.suppliers.append(other)
    _ = try SupplyModel(content)
  }

  @Test("Settings at the edge of what agrees make a model")
  func settingsAtTheEdge() throws {
    var content = SmallContent.valid()
    var store = PolicyRule(locations: .init(tiers: [Position(1)]))
    store.reserve = .days(30)
    store.rotation = .swap(beforeExpiryDays: 749)
    store.ordering = .minMax(reorderAt: .units(100))
    store.orderMaximum = .units(50)
    store.minimumLifeAtReceiptDays = 750
    store.minimumLifeAtIssueDays = 750
    store.redistributeBeforeDays = 749
    store.release = .onStockout(delayDays: 2)
    var everywhere = PolicyRule()
    everywhere.requests = .backlogged
    content.policies[0].rules += [store, everywhere]
    _ = try SupplyModel(content)
  }

  @Test("A disagreement of settings is reported once for a policy and a kind of location")
  func settingsOnce() throws {
    var content = SmallContent.valid()
    content.policies[0].rules[0].rotation = .separate(fillFirst: .flow)
    content.policies.append(content.policies[0])
    let problems = try #require(throws: ModelProblems.self) { try SupplyModel(content) }.all
    #expect(problems.map(\.subject) == [0, 0, 1, 1].map { .policy(Position($0)) })
    #expect(Set(problems.map(\.problem)).count == 2)
  }

  @Test("All breaches are reported at once")
  func severalAtOnce() throws {
    var content = SmallContent.valid()
    content.timeline[0].firstDay = 100
    content.shortages[0].duration = .constant(730)
    content.suppliers[0].remainingLife = .days(.constant(0))
    let problems = try #require(throws: ModelProblems.self) { try SupplyModel(content) }
    #expect(problems.all.count == 3)
  }
}
