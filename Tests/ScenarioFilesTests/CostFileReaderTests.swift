import Costs
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Cost files without a scenario")
struct CostFileReaderTests {
  @Test(
    "The municipal examples add up to what is published, and all their parts are marked as fitted",
    arguments: [(1, 698, 295), (2, 11, 59), (3, 10, 8)] as [(Int, Double, Double)])
  func municipal(number: Int, initial: Double, running: Double) throws {
    let reader = CostFileReader(load: ScenarioFolder.loader(ScenarioFolder.shipped))
    let path = "municipal/example-\(number).json5"
    #expect(reader.isCostFile(path))
    let outcome = reader.read(path)
    #expect(outcome.diagnostics.rendered() == "")
    let plan = try #require(outcome.plan)
    let inhabitants = try #require(outcome.inhabitants)
    let statement = plan.statement(named: "example", inhabitants: inhabitants)
    let totals = CostLine.Kind.allCases.map { statement.total($0, policy: 1).increase ?? 0 }
    let people = Double(inhabitants)
    #expect(totals[1] / people == initial)
    #expect(abs(totals[0] / people - running) < 1e-9)
    #expect(totals[2] == 0)
    let parts = plan.parameters.filter { $0.name != "discountRate" }
    #expect(parts.count == plan.items.count)
    #expect(parts.allSatisfy { $0.status == .fitted })
  }

  @Test("A scenario is no cost file")
  func scenario() {
    let reader = CostFileReader(load: ScenarioFolder.loader(ScenarioFolder.shipped))
    #expect(!reader.isCostFile("jonkoping.json5"))
    #expect(!reader.isCostFile("no-such-file.json5"))
  }

  private static func read(_ text: String) -> CostFileReader.Outcome {
    CostFileReader { _ in .success(Array(text.utf8)) }.read("file.json5")
  }

  private static let known = "status: 'fitted', source: 'a total'"

  private static func file(_ more: String) -> String {
    "{ costFile: 1, priceYear: 2026, discountRate: { value: '3 %', \(known) }, \(more) }"
  }

  @Test(
    "What only makes sense with a scenario is refused",
    arguments: [
      ("quantity: { month: 1 }", "items.a.quantity is stated by policy"),
      ("quantity: 1, each: 'palletPlace'", "items.a.each needs a scenario"),
    ])
  func alone(quantity: String, message: String) {
    let item =
      "a: { name: 'A', part: 'it', amount: '1 SEK', unit: 'u', per: 'once', \(quantity), "
      + Self.known + " }"
    let outcome = Self.read(Self.file("inhabitants: 10, items: { \(item) }"))
    #expect(outcome.plan == nil)
    #expect(outcome.diagnostics.sorted.count == 1)
    #expect(outcome.diagnostics.rendered().contains(message))
  }

  @Test("Inhabitants must be stated, and rates are all stated or none")
  func missing() {
    #expect(
      Self.read(Self.file("")).diagnostics.rendered().contains("inhabitants is missing"))
    let one = Self.read(
      Self.file("inhabitants: 10, capitalRate: { value: '3 %', \(Self.known) }"))
    #expect(one.diagnostics.sorted.count == 5)
    #expect(one.diagnostics.rendered().contains("handlingPerOrderLine is missing"))
    let none = Self.read(Self.file("inhabitants: 10"))
    #expect(none.diagnostics.rendered() == "")
    #expect(none.plan?.items.isEmpty == true)
  }
}
