import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Suppliers, sourcing and shortages in the scenario file")
struct SupplyDecodingTests {
  private func content(_ text: String) throws -> SupplyModel.Content {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["over.json5"] = "{ extends: \"base.json5\", \(text) }"
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  private func supplier(_ text: String) throws -> Supplier {
    try content("suppliers: { importer: { \(text) } }").suppliers[0]
  }

  private func shortage(_ text: String) throws -> ShortageProcess {
    let entry = "{ id: \"all\", perYear: 0.1, duration: \"30 days\", \(text) }"
    return try content("shortages: [\(entry)]").shortages[0]
  }

  // MARK: Suppliers

  @Test("A supplier without terms accepts everything first come, first served, and always delivers")
  func plainSupplier() throws {
    let supplier = try supplier("")
    #expect(supplier.allocation == .firstCome)
    #expect(supplier.unfilled == .refused)
    #expect(supplier.ceiling == nil)
    #expect(supplier.readiness == nil)
  }

  @Test(
    "A slack below 0 delivers part of normal consumption, as a share or as a number",
    arguments: [
      ("\"-70 %\"", -7000), ("-0.7", -7000), ("\"−70 %\"", -7000), ("\"-99.99 %\"", -9999),
      ("\"0 %\"", 0),
    ])
  func slack(_ text: String, _ parts: Int64) throws {
    #expect(try supplier("slack: \(text)").capacity?.slackBasisPoints == parts)
  }

  @Test(
    "Who gets what of a supplier is said as policies say it",
    arguments: [
      ("\"firstCome\"", AllocationRule.firstCome), ("\"proportional\"", .proportionalToRequest),
      ("{ proportional: \"normalConsumption\" }", .proportionalToConsumption),
      ("\"equalCover\"", .equalCover), ("\"priority\"", .priority(criticalLevels: [])),
    ])
  func allocation(_ text: String, _ rule: AllocationRule) throws {
    #expect(try supplier("allocation: \(text)").allocation == rule)
  }

  @Test("Unfilled orders are owed if it says so; a ceiling has a share and a period")
  func terms() throws {
    #expect(try supplier("unfilled: \"owed\"").unfilled == .owed)
    #expect(
      try supplier("ceiling: { share: \"120 %\" }").ceiling
        == Ceiling(shareBasisPoints: 12_000, periodDays: 365))
    #expect(
      try supplier("ceiling: { share: 0.5, per: \"1 month\" }").ceiling
        == Ceiling(shareBasisPoints: 5_000, periodDays: 30))
  }

  @Test("Readiness follows a decision in phases or in a shortage, with delay and start-up")
  func readiness() throws {
    let inWar = try supplier(
      "readiness: { when: { phases: [\"war\"] }, delay: \"14 days\", startUp: \"2 months\" }")
    #expect(
      inWar.readiness
        == Readiness(
          decision: Decision(occasion: .phases(["war"]), delayDays: 14), startUpDays: 60))
    let inShortage = try supplier("readiness: { when: \"shortage\", startUp: \"0 days\" }")
    #expect(
      inShortage.readiness
        == Readiness(decision: Decision(occasion: .shortage, delayDays: 0), startUpDays: 0))
  }

  @Test("Times of a supplier's terms become ticks")
  func ticks() throws {
    let content = try content(
      """
      horizon: { tick: "1 hour", length: "100 days", begin: { rotated: { warmUp: "1 day" } } },
      timeline: [],
      suppliers: { importer: { ceiling: { share: "120 %" }, readiness: { when: "shortage",
        delay: "6 hours", startUp: "2 days" } } },
      sourcing: [{ suppliers: ["wholesaler", "importer"], switchAfter: "12 hours" }]
      """)
    #expect(content.suppliers[0].ceiling?.periodDays == 365 * 24)
    #expect(content.suppliers[0].readiness?.decision.delayDays == 6)
    #expect(content.suppliers[0].readiness?.startUpDays == 48)
    #expect(content.sourcing[0].switchAfterDays == 12)
  }

  // MARK: Sourcing

  @Test("Sourcing keeps its order; a supplier that no location names may stand in")
  func sourcing() throws {
    let content = try content(
      """
      suppliers: { agent: { leadTime: "9 days", remainingLife: { days: "10 years" },
        slack: "0 %" } },
      sourcing: [
        { suppliers: ["wholesaler", "agent"] },
        { products: { product: "propofol" }, from: "wholesaler", suppliers: "agent",
          switchAfter: "30 days" },
      ]
      """)
    #expect(content.suppliers.map(\.id) == ["agent", "importer", "wholesaler"])
    #expect(
      content.sourcing == [
        Sourcing(
          products: .init(), replacing: nil, suppliers: [Position(2), Position(0)],
          switchAfterDays: 0),
        Sourcing(
          products: .init(products: [Position(2)]), replacing: Position(2),
          suppliers: [Position(0)], switchAfterDays: 30),
      ])
    let (propofol, gloves) = (Position<Product>(2), Position<Product>(1))
    // The last entry that selects both holds.
    #expect(content.suppliers(of: propofol, replacing: Position(2)) == [Position(0)])
    #expect(content.suppliers(of: gloves, replacing: Position(2)) == [Position(2), Position(0)])
    #expect(content.suppliers(of: propofol, replacing: Position(1)) == [Position(2), Position(0)])
    #expect(content.sourcing(of: propofol, replacing: Position(1)) == Position(0))
  }

  @Test("Who stands in counts for the longest life, which the warm-up goes by")
  func longestLife() throws {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    func longest(_ text: String) throws -> Int {
      files["over.json5"] = "{ extends: \"base.json5\", \(text) }"
      let model = try #require(files.read("over.json5").model)
      return model.longestRemainingLifeDays(of: Position(2))
    }
    let agent = """
      suppliers: { agent: { leadTime: "9 days", remainingLife: { days: "2000 days" },
        slack: "0 %" } },
      """
    #expect(try longest(agent) == 1080)
    #expect(try longest(agent + "sourcing: [{ suppliers: [\"wholesaler\", \"agent\"] }]") == 2000)
    let life = "remainingLife: { days: \"3000 days\" }"
    #expect(
      try longest(
        "shortages: [{ id: \"a\", perYear: 0.1, duration: \"9 days\", \(life) }]") == 3000)
  }

  // MARK: Shortages

  @Test("A shortage befalls one product of every supplier and refuses its orders, if not said else")
  func plainShortage() throws {
    let shortage = try shortage("")
    #expect(shortage.scope == .product)
    #expect(shortage.suppliers == nil)
    #expect(shortage.orders == .refused)
    #expect(!shortage.holdsTransit)
    #expect(shortage.remainingLife == nil)
    #expect(shortage.announcement == nil)
  }

  @Test(
    "An effect is a word, a fraction, or a list of what fits together",
    arguments: [
      ("\"ordersRefused\"", ShortageProcess.OrderEffect.refused, false),
      ("\"shipmentsHeld\"", .held, false), ("\"inTransitHeld\"", .accepted, true),
      ("{ fraction: \"40 %\" }", .fraction(basisPoints: 4_000), false),
      ("{ fraction: 0 }", .fraction(basisPoints: 0), false),
      ("[\"inTransitHeld\", \"ordersRefused\"]", .refused, true),
      ("[\"shipmentsHeld\", \"inTransitHeld\"]", .held, true),
      ("[{ fraction: \"99.99 %\" }, \"inTransitHeld\"]", .fraction(basisPoints: 9_999), true),
      ("[\"inTransitHeld\"]", .accepted, true),
    ])
  func effects(_ text: String, _ orders: ShortageProcess.OrderEffect, _ holds: Bool) throws {
    let shortage = try shortage("effect: \(text)")
    #expect(shortage.orders == orders)
    #expect(shortage.holdsTransit == holds)
  }

  @Test("Lives may be shorter while it lasts, with or without another effect")
  func life() throws {
    let life = "remainingLife: { shareOfShelfLife: { uniform: [\"30 %\", \"60 %\"] } }"
    let alone = try shortage("effect: \"none\", \(life)")
    #expect(alone.orders == .accepted && !alone.holdsTransit)
    #expect(alone.remainingLife == .shareOfShelfLife(.uniform(low: 0.3, high: 0.6)))
    #expect(try shortage(life).orders == .refused)
  }

  @Test("Scope, suppliers and announcement")
  func scope() throws {
    let shortage = try shortage(
      """
      scope: "package", suppliers: ["wholesaler", "importer", "wholesaler"],
      announced: { share: "40 %", notice: { uniform: ["14 days", "60 days"] } }
      """)
    #expect(shortage.scope == .package)
    #expect(shortage.suppliers == [Position(0), Position(1)])
    #expect(
      shortage.announcement == .init(shareBasisPoints: 4_000, notice: .uniform(low: 14, high: 60)))
    let always = try self.shortage("announced: { notice: \"30 days\" }, suppliers: \"importer\"")
    #expect(always.announcement == .init(shareBasisPoints: 10_000, notice: .constant(30)))
    #expect(always.suppliers == [Position(0)])
  }

  @Test("Durations that were seen are equally likely, in whatever order they are listed")
  func empirical() throws {
    let content = try content(
      """
      shortages: [{ id: "all", perYear: 0.1,
        duration: { empirical: ["45 days", "12 days", "3 months", "12 days"] } }]
      """)
    #expect(content.shortages[0].duration == .empirical([12, 12, 45, 90]))
  }

  @Test("An overlay replaces an effect, an occasion and a list of durations by others")
  func overlay() throws {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["middle.json5"] = """
      { extends: "base.json5",
        suppliers: { importer: { leadTime: { empirical: ["20 days", "30 days"] },
          readiness: { when: { phases: ["war"] }, startUp: "9 days" } } } }
      """
    files["over.json5"] = """
      { extends: "middle.json5",
        suppliers: { importer: { leadTime: { uniform: ["20 days", "30 days"] },
          readiness: { when: "shortage" } } } }
      """
    let outcome = files.read("over.json5")
    #expect(outcome.diagnostics.rendered() == "")
    let importer = try #require(outcome.model).content.suppliers[0]
    #expect(importer.leadTime == .uniform(low: 20, high: 30))
    #expect(importer.readiness?.decision.occasion == .shortage)
    #expect(importer.readiness?.startUpDays == 9)
  }

  @Test("Values and defaults are explained")
  func explained() {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["over.json5"] = """
      { extends: "base.json5",
        suppliers: { importer: { ceiling: { share: "120 %" } } },
        shortages: [{ id: "all", perYear: 0.1, duration: "30 days", effect: ["shipmentsHeld"] }],
        sourcing: [{ suppliers: ["wholesaler", "importer"] }] }
      """
    let values = files.read("over.json5").effective.values
    func value(_ path: String) -> String? { values.first { $0.path == path }?.value }
    #expect(value("suppliers.importer.allocation") == "firstCome")
    #expect(value("suppliers.importer.unfilled") == "refused")
    #expect(value("suppliers.importer.ceiling.share") == "\"120 %\"")
    #expect(value("suppliers.importer.ceiling.per") == "1 year")
    #expect(value("suppliers.wholesaler.ceiling") == "none")
    #expect(value("suppliers.wholesaler.readiness") == "it always delivers")
    #expect(value("shortages[0].scope") == "product")
    #expect(value("shortages[0].suppliers") == "all suppliers")
    #expect(value("shortages[0].effect[0]") == "\"shipmentsHeld\"")
    #expect(value("shortages[0].remainingLife") == "as always")
    #expect(value("shortages[0].announced") == "known only as a fact")
    #expect(value("sourcing[0].products") == "all products")
    #expect(value("sourcing[0].from") == "any supplier")
    #expect(value("sourcing[0].suppliers[1]") == "\"importer\"")
    #expect(value("sourcing[0].switchAfter") == "0 days")
  }
}
