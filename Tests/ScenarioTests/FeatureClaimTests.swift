import Studies
import Testing

/// What the comments of the feature scenarios claim: its direction, with a wide margin.
///
/// Fixed seeds. The full runs, whose figures are in the comments, have five to ten times as many
/// replications; every margin here is several standard errors of these short runs wide.
@Suite("What feature scenarios show")
struct FeatureClaimTests {
  @Test("Uneven use empties a shelf that even use does not")
  func demandFamilies() throws {
    let run = try FeatureRun("demand-families")
    func unmet(_ product: String, _ policy: String) throws -> Double {
      try run.mean("unmetFraction", policy, .product, product)
    }
    for product in ["evenly", "by-chance", "as-last-year"] {
      #expect(try unmet(product, "today") < 0.001)
    }
    #expect(try unmet("in-bursts", "today") > 0.1)
    #expect(try unmet("by-patient", "today") > 0.35)
    #expect(try unmet("by-list", "today") == 0.5)
    for product in ["in-bursts", "by-patient", "by-list"] {
      #expect(try unmet(product, "thirty-days") < 0.01)
    }
  }

  @Test("A season outlasts the stock that weekdays do not")
  func demandProfiles() throws {
    let run = try FeatureRun("demand-profiles")
    func unmet(_ product: String) throws -> Double {
      try run.mean("unmetFraction", "today", .product, product)
    }
    #expect(try unmet("in-winter") > 0.05)
    for product in ["all-days", "working-days", "every-friday"] {
      #expect(try unmet(product) < 0.01)
    }
  }

  @Test("Three months of what is used a quarter as fast as believed expires, one month does not")
  func demandBelief() throws {
    let run = try FeatureRun("demand-belief")
    func discarded(_ product: String, _ policy: String) throws -> Double {
      try run.mean("discardedPerYear", policy, .product, product)
    }
    #expect(try discarded("a-quarter", "three-months") > 200)
    #expect(try discarded("a-quarter", "one-month") < 20)
    #expect(try discarded("as-planned", "three-months") == 0)
  }

  @Test("Who can wait for ever is served at last; who cannot wait is not")
  func demandWaiting() throws {
    let run = try FeatureRun(
      "demand-waiting", replications: 30, products: ["at-once", "whenever-it-comes"])
    #expect(try run.mean("unmetFraction", "today", .product, "whenever-it-comes") == 0)
    #expect(try run.mean("averageWaiting", "today", .product, "whenever-it-comes") > 1)
    #expect(try run.mean("unmetFraction", "today", .product, "at-once") > 0.01)
  }

  @Test("Last in first out discards what every other order uses up")
  func issueOrders() throws {
    let run = try FeatureRun("issue-orders", replications: 5, products: ["cefotaxime"])
    let last = try run.mean("discardedPerYear", "last-in-first-out")
    #expect(last > 1_000)
    for policy in ["today", "first-in-first-out", "one-pick-in-five-careless"] {
      #expect(try run.mean("discardedPerYear", policy) < 0.05 * last)
    }
  }

  @Test("A rule at issue moves discard to the central store; a rule at receipt lowers it")
  func minimumLife() throws {
    let run = try FeatureRun("minimum-life", replications: 20, products: ["antidote"])
    func discarded(_ policy: String, _ tier: String) throws -> Double {
      try run.mean("discardedSEKPerYear", policy, .tier, tier)
    }
    #expect(try discarded("today", "centralStore") == 0)
    #expect(try discarded("issue-only-over-a-year", "centralStore") > 20_000)
    #expect(
      try discarded("issue-only-over-a-year", "careUnit") < 0.8 * discarded("today", "careUnit"))
    let refusing = "refuse-under-sixteen-months"
    #expect(try run.mean("rejected", refusing, .product, "antidote") > 5)
    #expect(try discarded(refusing, "careUnit") < discarded("today", "careUnit"))
  }

  @Test("Longer use of old stock helps who has much of it")
  func shelfLifeExtension() throws {
    let run = try FeatureRun("shelf-life-extension")
    func value(_ measure: String, _ product: String, _ policy: String) throws -> Double {
      try run.mean(measure, policy, .product, product)
    }
    #expect(try value("unmetFraction", "extended", "six-months") == 0)
    #expect(try value("unmetFraction", "as-labelled", "six-months") > 0)
    #expect(
      try 2 * value("discarded", "extended", "six-months")
        < value("discarded", "as-labelled", "six-months"))
    #expect(try value("unmetFraction", "extended", "three-months") > 0.15)
  }

  @Test("Starts differ: a slow build-up holds less, old stock given is discarded")
  func starts() throws {
    let building = try FeatureRun(
      "start-build-up", replications: 4, products: ["morphine"])
    let atOnce = try building.mean("averageStockSEK", "three-months")
    #expect(try building.mean("averageStockSEK", "three-months-gently") < 0.9 * atOnce)
    #expect(try building.mean("averageStockSEK", "today") < 0.5 * atOnce)

    let given = try FeatureRun("start-given", replications: 5, products: ["paracetamol"])
    let rotated = try FeatureRun(
      "start-given", replications: 5, settings: ["horizon.begin=rotated"],
      products: ["paracetamol"])
    #expect(try given.mean("discarded", "today", .product, "paracetamol") > 1_000)
    #expect(try rotated.mean("discarded", "today", .product, "paracetamol") == 0)

    let lots = try FeatureRun("start-lots", replications: 5, products: ["antidote", "morphine"])
    #expect(try lots.mean("discarded", "today", .product, "antidote") > 4)
    #expect(try lots.mean("firstStockoutDay", "today", .product, "morphine") < 60)
  }
}
