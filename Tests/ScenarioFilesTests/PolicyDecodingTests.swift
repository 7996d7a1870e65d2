import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("From policies to their rules")
struct PolicyDecodingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  /// The first rule for wards of the policy that other policies extend.
  private func ward(
    _ settings: String..., files: MemoryFiles? = nil
  ) throws -> PolicyRule {
    let outcome = (files ?? base).read(
      settings: settings.map { "policies.today.careUnit." + $0 })
    #expect(outcome.diagnostics.rendered() == "")
    let rules = try #require(outcome.model).content.policies[0].rules
    return try #require(rules.first { $0.locations.tiers == [Position(0)] })
  }

  // MARK: Ordering

  /// What is written, and what it means.
  struct Written<Value: Sendable>: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let value: Value

    init(_ text: String, _ value: Value) {
      testDescription = text
      self.value = value
    }
  }

  static let orderings: [Written<OrderingRule>] = [
    .init("orderUpTo", .orderUpTo), .init("forwardCover", .forwardCover),
    .init("{ minMax: { reorderAt: '3 days' } }", .minMax(reorderAt: .days(3))),
    .init(
      "{ reorderPoint: { reorderAt: '0 units', quantity: '2 packs' } }",
      .reorderPoint(reorderAt: .units(0), quantity: .packs(2))),
    .init(
      "{ scheduled: { quantity: 50 } }",
      .scheduled(quantity: .stated([.init(count: 50, weight: 1)]))),
    .init(
      "{ scheduled: { quantity: { poisson: 2.5 } } }", .scheduled(quantity: .poisson(mean: 2.5))),
    .init(
      "{ scheduled: { quantity: { geometric: 4 } } }", .scheduled(quantity: .geometric(mean: 4))),
    .init(
      "{ scheduled: { quantity: { '10': '25 %', '0': 0.7499, '7': '0 %', '2': '0.01 %' } } }",
      .scheduled(
        quantity: .stated([
          .init(count: 0, weight: 0.7499), .init(count: 2, weight: 0.0001),
          .init(count: 10, weight: 0.25),
        ]))),
  ]

  @Test("Every ordering rule is read", arguments: orderings)
  func ordering(_ written: Written<OrderingRule>) throws {
    #expect(try ward("ordering=" + written.testDescription).ordering == written.value)
  }

  @Test("A table of orders is put in order, whatever the order of its rows and columns")
  func orderTable() throws {
    var files = base
    files["orders.csv"] = """
      order,age2,age1
      6,1,0
      12,0,0
      1,2,1
      9,0,1
      3,2,0
      2,1,1
      """
    let table = OrderTable(daysPerColumn: 1, counts: [2, 3], orders: [12, 6, 3, 9, 2, 1])
    #expect(try ward("ordering={ table: 'orders.csv' }", files: files).ordering == .table(table))
    var weekly = table
    weekly.daysPerColumn = 7
    #expect(
      try ward(
        "ordering={ table: { file: 'orders.csv', daysPerColumn: '1 week' } }", files: files
      ).ordering == .table(weekly))
  }

  // MARK: Other settings

  static let reviews: [Written<ReviewRule>] = [
    .init("onDemand", .onDemand), .init("daily", .every(days: 1)),
    .init("2 weeks", .every(days: 14)),
    .init("['thursday', 'monday']", .weekdays([0, 3])), .init("['sunday']", .weekdays([6])),
  ]

  @Test("Every review rule is read", arguments: reviews)
  func review(_ written: Written<ReviewRule>) throws {
    #expect(try ward("review=" + written.testDescription).review == written.value)
  }

  static let issues: [Written<IssueOrder>] = [
    .init("fefo", .fefo), .init("fifo", .fifo), .init("lifo", .lifo),
    .init("{ mixed: { ignoringExpiry: '12.34 %' } }", .mixed(ignoringExpiryBasisPoints: 1234)),
    .init("{ mixed: { ignoringExpiry: 0 } }", .mixed(ignoringExpiryBasisPoints: 0)),
  ]

  @Test("Every issue order is read", arguments: issues)
  func issue(_ written: Written<IssueOrder>) throws {
    #expect(try ward("issue=" + written.testDescription).issue == written.value)
  }

  static let rotations: [Written<Rotation>] = [
    .init("flowing", .flowing), .init("separate", .separate(fillFirst: .flow)),
    .init("{ separate: {} }", .separate(fillFirst: .flow)),
    .init("{ separate: { fillFirst: 'reserve' } }", .separate(fillFirst: .reserve)),
    .init("{ swap: { beforeExpiry: '90 days' } }", .swap(beforeExpiryDays: 90)),
  ]

  @Test("Every rotation is read", arguments: rotations)
  func rotation(_ written: Written<Rotation>) throws {
    #expect(
      try ward("reserve=5 days", "rotation=" + written.testDescription).rotation == written.value)
  }

  static let releases: [Written<ReleaseRule>] = [
    .init("always", .always), .init("onStockout", .onStockout(delayDays: 0)),
    .init("{ onStockout: { delay: '2 days' } }", .onStockout(delayDays: 2)),
    .init("{ inPhase: { phases: 'war' } }", .inPhase(names: ["war"], delayDays: 0)),
    .init(
      "{ inPhase: { phases: ['war'], delay: '1 week' } }",
      .inPhase(names: ["war"], delayDays: 7)),
  ]

  @Test("Every release rule is read", arguments: releases)
  func release(_ written: Written<ReleaseRule>) throws {
    #expect(try ward("release=" + written.testDescription).release == written.value)
  }

  @Test("Single values are read in the model's units")
  func single() throws {
    let rule = try ward(
      "orderMaximum=3 packs", "requests=backlogged", "minimumLifeAtReceipt=2 months",
      "refillPerDay=1 pack", "redistribute={ beforeExpiry: '120 days' }")
    #expect(rule.orderMaximum == .packs(3))
    #expect(rule.requests == .backlogged)
    #expect(rule.minimumLifeAtReceiptDays == 60)
    #expect(rule.minimumLifeAtIssueDays == nil)
    #expect(rule.refillPerDay == .packs(1))
    #expect(rule.redistributeBeforeDays == 120)
    #expect(try ward("redistribute=never").redistributeBeforeDays == 0)
    #expect(try ward().redistributeBeforeDays == nil)
    let outcome = base.read(settings: ["policies.today.centralStore.minimumLifeAtIssue=30 days"])
    #expect(outcome.model?.content.policies[0].rules[1].minimumLifeAtIssueDays == 30)
  }

  // MARK: Allocation

  static let allocations: [Written<AllocationRule>] = [
    .init("firstCome", .firstCome), .init("proportional", .proportionalToRequest),
    .init("{ proportional: 'request' }", .proportionalToRequest),
    .init("{ proportional: 'normalConsumption' }", .proportionalToConsumption),
    .init("equalCover", .equalCover), .init("priority", .priority(criticalLevels: [])),
    .init("{ priority: {} }", .priority(criticalLevels: [])),
    .init(
      "{ priority: { criticalLevels: { '10': '2 packs', '3': '10 days', '2': '5 days' } } }",
      .priority(criticalLevels: [
        CriticalLevel(carePriority: 2, level: .days(5)),
        CriticalLevel(carePriority: 3, level: .days(10)),
        CriticalLevel(carePriority: 10, level: .packs(2)),
      ])),
  ]

  @Test("Every allocation rule is read, and inherited", arguments: allocations)
  func allocation(_ written: Written<AllocationRule>) throws {
    var files = base
    // Every location gives the least urgent care, so that no critical level is idle.
    files["locations.csv"] = files["locations.csv"].split(separator: "\n").map { line in
      line + (line.hasPrefix("id,") ? ",carePriority" : ",10")
    }.joined(separator: "\n")
    let outcome = files.read(settings: ["policies.today.allocation=" + written.testDescription])
    #expect(outcome.diagnostics.rendered() == "")
    let policies = try #require(outcome.model).content.policies
    #expect(policies.map(\.allocation) == [written.value, written.value])
  }

  // MARK: Selections

  /// A condition, and what of the base scenario meets it: products by id, locations by id.
  static let selections: [Written<(products: [String], locations: [String])>] = [
    .init("products: { product: 'gauze' }", (["gauze"], ["home", "icu", "store", "ward"])),
    .init("products: { category: 'ppe' }", (["gloves"], ["home", "icu", "store", "ward"])),
    .init(
      "products: { demandClass: 'trauma' }",
      (["gauze", "propofol"], ["home", "icu", "store", "ward"])),
    .init(
      "products: { mover: ['fast'] }",
      (["gloves", "propofol"], ["home", "icu", "store", "ward"])),
    .init("locations: { location: ['icu'] }", (["gauze", "gloves", "propofol"], ["icu"])),
    .init("locations: { kind: 'centralStore' }", (["gauze", "gloves", "propofol"], ["store"])),
    .init("locations: { authority: 'town' }", (["gauze", "gloves", "propofol"], ["home"])),
    .init(
      "products: { category: 'medicine', mover: 'fast' }, locations: { kind: 'careUnit', "
        + "authority: 'region-north' }", (["propofol"], ["icu", "ward"])),
  ]

  @Test("An override holds for what meets every condition, and nothing else", arguments: selections)
  func selection(_ written: Written<(products: [String], locations: [String])>) throws {
    let outcome = base.read(settings: [
      "policies.today.overrides=[{ \(written.testDescription), issue: 'lifo' }]"
    ])
    #expect(outcome.diagnostics.rendered() == "")
    let content = try #require(outcome.model).content
    for product in content.products.positions {
      for location in content.locations.positions {
        let (item, place) = (content.products[product], content.locations[location])
        let settings = content.policies[0].settings(
          for: item, at: product, in: place, at: location)
        let isSelected =
          written.value.products.contains(item.id) && written.value.locations.contains(place.id)
        #expect(settings?.issue == (isSelected ? .lifo : .fefo), "\(item.id) at \(place.id)")
      }
    }
  }

  // MARK: What holds

  @Test("The effective scenario states every policy's allocation, inherited or by default")
  func effectiveAllocation() {
    func value(_ path: String, _ settings: String...) -> EffectiveScenario.StatedValue? {
      base.read(settings: settings).effective.values.first { $0.path == path }
    }
    #expect(value("policies.today.allocation")?.value == "firstCome")
    #expect(value("policies.one-month.allocation")?.value == "firstCome")
    #expect(value("policies.one-month.allocation")?.origin == nil)
    let stated = "policies.today.allocation={ proportional: 'normalConsumption' }"
    #expect(
      value("policies.today.allocation.proportional", stated)?.value == "'normalConsumption'")
    #expect(
      value("policies.one-month.allocation", stated)?.value == "as policies.today.allocation")
  }

  @Test("Defaults inside a form are stated too")
  func effectiveDefaults() {
    let values = base.read(settings: [
      "policies.today.centralStore.reserve=1 month",
      "policies.today.centralStore.rotation=separate",
      "policies.today.centralStore.release=onStockout", "policies.today.allocation=proportional",
    ]).effective.values
    func isDefault(_ path: String, _ value: String) -> Bool {
      values.contains { $0.path == path && $0.value == value && $0.origin == nil }
    }
    #expect(isDefault("policies.today.centralStore.rotation.separate.fillFirst", "flow"))
    #expect(isDefault("policies.today.centralStore.release.onStockout.delay", "0 days"))
    #expect(isDefault("policies.today.allocation.proportional", "request"))
    #expect(isDefault("policies.today.(otherwise).ordering", "orderUpTo"))
    #expect(isDefault("policies.today.(otherwise).redistribute", "never"))
  }

  // MARK: Overlays

  @Test("An overlay that states another form replaces the first; the same form is merged")
  func overlay() throws {
    func ordering(_ base: String, _ over: String) throws -> OrderingRule? {
      var files = self.base
      files["base.json5"] = files["base.json5"].replacing(
        "careUnit: { operating: \"7 days\" }",
        with: "careUnit: { operating: \"7 days\", ordering: \(base) }")
      files["over.json5"] =
        "{ extends: 'base.json5', policies: { today: { careUnit: { ordering: \(over) } } } }"
      let outcome = files.read("over.json5")
      #expect(outcome.diagnostics.rendered() == "")
      return try #require(outcome.model).content.policies[0].rules[0].ordering
    }
    let point = "{ reorderPoint: { reorderAt: '3 days', quantity: '2 packs' } }"
    #expect(
      try ordering(point, "{ minMax: { reorderAt: '1 day' } }") == .minMax(reorderAt: .days(1)))
    #expect(
      try ordering(point, "{ reorderPoint: { reorderAt: '1 day' } }")
        == .reorderPoint(reorderAt: .days(1), quantity: .packs(2)))
    #expect(
      try ordering(
        "{ scheduled: { quantity: { '0': '50 %', '9': '50 %' } } }",
        "{ scheduled: { quantity: { '5': '100 %' } } }")
        == .scheduled(quantity: .stated([.init(count: 5, weight: 1)])))
    #expect(
      try ordering(
        "{ scheduled: { quantity: { '0': '50 %', '9': '50 %' } } }",
        "{ scheduled: { quantity: { poisson: 5 } } }")
        == .scheduled(quantity: .poisson(mean: 5)))
  }
}
