import Replications
import ScenarioFiles
import Studies
import SupplyModel
import Testing

@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  @Test("Every shipped scenario reads without a word", arguments: Shipped.scenarios)
  func reads(path: String) {
    let outcome = Shipped.read(path)
    #expect(outcome.model != nil)
    #expect(outcome.diagnostics.rendered() == "")
  }

  @Test("There are scenarios to read")
  func isNotEmpty() {
    #expect(Shipped.scenarios.count >= 15)
    #expect(Shipped.scenarios.contains("scenarios/jonkoping.json5"))
    #expect(Shipped.scenarios.contains("scenarios/halland.json5"))
  }

  @Test("One core and two give the same numbers to the last bit")
  func coresDoNotMatter() throws {
    let products = ["propofol", "dantrolen", "undersokningshandskar"]
    let one = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<3, jobs: 1, products: products)
    let two = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<3, jobs: 2, products: products)
    for policy in one.policyNames.indices {
      let pairs = zip(one.estimates(policy: policy), two.estimates(policy: policy))
      #expect(
        pairs.allSatisfy { $0.mean == $1.mean && $0.standardDeviation == $1.standardDeviation })
      #expect(one.estimates(policy: policy).count > 100)
    }
  }

  @Test("Replication 2 alone equals replication 2 of four")
  func aloneEqualsAmongMany() throws {
    let products = ["propofol", "dantrolen"]
    let many = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<4, products: products)
    let alone = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 2..<3, products: products)
    for measure in ["unmetFraction", "discardedSEK", "averageStockSEK", "runningSEKPerYear"] {
      let among = many.replicationValues(policy: 1, measure: measure)
      #expect(among.count == 4)
      #expect(alone.replicationValues(policy: 1, measure: measure) == [among[2]])
    }
  }

  @Test("A product gives the same numbers alone and among others")
  func productsDoNotMeet() throws {
    let alone = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<2, products: ["dantrolen"])
    let among = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<2, products: ["dantrolen", "propofol"])
    for measure in ["demand", "unmet", "discarded", "averageStock", "stockoutDays"] {
      let one = alone.estimate(policy: 2, level: .product, key: "dantrolen", measure: measure)
      let other = among.estimate(policy: 2, level: .product, key: "dantrolen", measure: measure)
      #expect(one?.mean != nil)
      #expect(one?.mean == other?.mean)
    }
  }

  @Test("Another seed gives other numbers")
  func seedMatters() throws {
    let products = ["propofol"]
    let first = try Shipped.run(
      "scenarios/jonkoping.json5", replications: 0..<1, products: products)
    let second = try Shipped.run(
      "scenarios/jonkoping.json5", settings: ["experiment.seed=2"], replications: 0..<1,
      products: products)
    let demand = { (result: StudyResult) in
      result.replicationValues(policy: 0, measure: "demand")
    }
    #expect(demand(first) != demand(second))
  }
}
