import RandomStreams
import Reports
import SupplyModel
import Testing

@Suite("Model statement")
struct ModelStatementTests {
  @Test("Has every section of the checklist, each once and not empty, in order")
  func sections() throws {
    let statement = try StatementText(of: TinyScenario.content())
    #expect(statement.numbers == StatementText.checklist)
    #expect(statement.sections.count == StatementText.checklist.count)
    #expect(statement.sections.values.allSatisfy { !$0.joined().isEmpty })
    #expect(
      statement.markdown.hasPrefix(
        "# Model statement: One month or three?\n\nMade by buffert 9.9.9 "))
    #expect(statement.markdown.hasSuffix(".\n"))
  }

  @Test("Is the same bytes each time")
  func isRepeatable() throws {
    let first = try StatementText(of: TinyScenario.content()).markdown
    for _ in 0..<3 { #expect(try StatementText(of: TinyScenario.content()).markdown == first) }
  }

  @Test("Names every file with its rows and the digest of its bytes, and what was replaced")
  func files() throws {
    let statement = try StatementText(
      of: TinyScenario.content(),
      files: [
        .init(path: "tiny.json5", rows: nil, bytes: Array("abc".utf8)),
        .init(path: "tiny/products.csv", rows: 3, bytes: []),
      ], settings: ["experiment.seed=7"],
      provenance: [
        .init(column: "products.unitPrice", status: .assumption, count: 3),
        .init(column: "products.shelfLife", status: .sourced, count: 1),
        .init(column: "products.shelfLife", status: .memory, count: 2),
      ])
    #expect(
      statement.text("3.1") == """
        Files, from the scenario's folder, with the SHA-256 digest of their bytes:

        | file | rows | SHA-256 |
        | --- | --- | --- |
        | `tiny.json5` | – | `ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad` |
        | `tiny/products.csv` | 3 | `e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855` |

        Replaced on the command line: `experiment.seed=7`.

        How well values of the tables are known, in rows. Columns that are not listed say nothing about \
        it. Only what is sourced was found in a document or register.

        | column | sourced | derived | estimate | memory | judgement | assumption |
        | --- | --- | --- | --- | --- | --- | --- |
        | `products.unitPrice` |  |  |  |  |  | 3 |
        | `products.shelfLife` | 1 |  |  | 2 |  |  |
        """)
  }

  @Test("Shows the status of every entry of the register, and never an assumption as a fact")
  func register() throws {
    let statement = try StatementText(of: TinyScenario.content())
    #expect(
      statement.sections["3.4"]?.suffix(4) == [
        "| about | value | status | source or reason | low | high | decides |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| shortage duration | 60 days | **assumption** |  | 30 days | 120 days | yes |",
        "| cost of capital | 3.5 % | **sourced** | a report |  |  |  |",
      ])
    #expect(statement.text("3.4").contains("by status: sourced 1 and assumption 1."))
    for status in KnowledgeStatus.allCases {
      var content = TinyScenario.content()
      content.assumptions[1].status = status
      let text = try StatementText(of: content).text("3.4")
      #expect(text.contains("| cost of capital | 3.5 % | **\(status.rawValue)** |"))
    }
  }

  @Test("Speaks of expiry only where something can expire")
  func expiry() throws {
    var content = TinyScenario.content()
    let usual = try StatementText(of: content)
    #expect(usual.text("2.2").contains("3. Discard:"))
    #expect(usual.text("2.5.5").contains("discarded at expiry"))
    // Deliveries live at least 999 days, the start as long: nothing of it ends within 365.
    content.suppliers[0].remainingLife = .days(.uniform(low: 999, high: 2_000))
    content.experiment.start = .given(remainingLife: .days(.constant(999)))
    for place in content.products.indices { content.products[place].shelfLifeDays = 2_000 }
    let lasting = try StatementText(of: content)
    #expect(!lasting.text("2.2").contains("Discard"))
    #expect(!lasting.text("2.5.5").contains("discard"))
    #expect(!lasting.text("3.4").contains("expiry day"))
    #expect(lasting.text("1.1").contains("a timeline of crisis or war, expiry, "))
    // One starting lot that lives to the last day is enough.
    content.experiment.start = .given(remainingLife: .days(.constant(365)))
    #expect(try StatementText(of: content).text("2.2").contains("3. Discard:"))
    content.experiment.start = .given(remainingLife: .days(.constant(366)))
    #expect(try !StatementText(of: content).text("2.2").contains("Discard"))
  }

  @Test("Says a policy by what it adds to another, and whole where it adds to none")
  func policies() throws {
    var content = TinyScenario.content()
    var stricter = content.policies[0]
    stricter.name = "stricter"
    var rule = PolicyRule(locations: .init(tiers: [Position(0)]), products: .init(movers: [.slow]))
    rule.reserve = .packs(2)
    rule.hoardingBasisPoints = 15_000
    stricter.rules.append(rule)
    stricter.allocation = .equalCover
    content.policies = [content.policies[0], content.policies[1], stricter]
    #expect(
      try StatementText(of: content).text("2.3") == """
        Policy `one-month`: scarce stock goes first come, first served; its rules, later ones over \
        earlier ones:

        - locations of kind `centralStore`: operating stock of 14 days of normal consumption; reserve of \
        30 days of normal consumption
        - locations of kind `careUnit`: operating stock of 7 days of normal consumption

        Policy `stricter`: scarce stock goes to the lowest cover (on hand and under way ÷ normal \
        consumption) first; the rules of `today`, and over them:

        - locations of kind `centralStore`, products that are movers of the kind `slow`: reserve of 2 \
        packs; while a shortage is known of, targets are 150 % of normal
        """)
  }

  @Test("Draws who supplies whom by kind of location")
  func diagram() throws {
    #expect(
      try StatementText(of: TinyScenario.content()).sections["2.1"]?.dropFirst(2) == [
        "```mermaid", "flowchart TD", "  supplier0[\"supplier wholesaler\"]",
        "  tier0[\"centralStore, 1 location\"]", "  tier1[\"careUnit, 2 locations\"]",
        "  patients([\"patients\"])", "  supplier0 --> tier0", "  tier0 --> tier1",
        "  tier1 --> patients", "```",
      ])
  }

  @Test("Says how the simulation begins, how long it goes on and how often")
  func experiment() throws {
    let statement = try StatementText(of: ScenarioDigestTests.withPhase)
    #expect(
      statement.text("4.1") == """
        - Each location begins with its target, in lots of the ages that steady rotation leaves.
        - A warm-up under the policy itself comes first and is left out of the results: 200 days for \
        every product, as the scenario states.
        - Shortages run during the warm-up; the timeline does not.
        - At the very start nothing is under way or owed, and nobody waits.
        """)
    #expect(
      statement.sections["4.2"]?.first
        == "The reported horizon is 365 days, from 2027-01-01 to 2027-12-31, in steps of 1 day. "
        + "The run ends with it, whatever is under way.")
    #expect(
      statement.sections["4.3"]?.first
        == "- 20 independent replications of each policy, with seed 20270101.")
    #expect(
      statement.text("2.2").contains(
        """
        - Phase `war`: 2027-04-11 to 2027-07-09 (90 days); what multiplies demand and supply grows over \
        the first 7 days; it fades over the last 3 days; mean demand of class `elective` × 0.5 and \
        `trauma` × 4; capacity of all suppliers, where it is limited, is 50 % of what it is in peace; \
        lead times of all suppliers × 2.
        """))
  }
}
