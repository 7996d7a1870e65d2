import Replications
import ScenarioFiles
import Studies
import Testing

/// VALIDATION case C1: a central store and care units that order one for one, with demand that waits.
/// Exact values from Graves' and Axsäter's distribution of what the store owes. Tolerance 4 standard
/// errors; seeds 11 to 13.
///
/// No measure gives the share of requests that the store ships at once, nor variances.
@Suite("C1: a central store and care units, one for one")
struct TwoEchelonTests {
  /// What the case states: of the store, and of care units by id, or of all together as one.
  struct Row: Sendable {
    let scenario: String
    let policy: String
    let owed: Double
    let held: Double
    let units: [Unit]
  }

  struct Unit: Sendable {
    /// The care unit; `nil` for the sum over equal ones.
    let id: String?
    let count: Double
    let waiting: Double
    let stock: Double
    let fill: Double
  }

  static let rows = [
    Row(
      scenario: "c1-four-units", policy: "s0-5", owed: 5.04290293, held: 0.04290293,
      units: [Unit(id: nil, count: 4, waiting: 0.45031215, stock: 0.68958642, fill: 0.48974835)]),
    Row(
      scenario: "c1-four-units", policy: "s0-0", owed: 10, held: 0,
      units: [Unit(id: nil, count: 4, waiting: 0.31935731, stock: 1.31935731, fill: 0.64723189)]),
    Row(
      scenario: "c1-four-units", policy: "s0-12", owed: 0.53091625, held: 2.53091625,
      units: [Unit(id: nil, count: 4, waiting: 0.04376494, stock: 1.41103588, fill: 0.86387285)]),
    Row(
      scenario: "c1-three-units", policy: "s0-8", owed: 2.46035096, held: 0.46035096,
      units: [
        Unit(id: "unit-1", count: 1, waiting: 0.05574246, stock: 1.30970737, fill: 0.82568274),
        Unit(id: "unit-2", count: 1, waiting: 0.13389711, stock: 1.64579182, fill: 0.79733189),
        Unit(id: "unit-3", count: 1, waiting: 0.45474257, stock: 1.72853199, fill: 0.67397725),
      ]),
    Row(
      scenario: "c1-ten-units", policy: "s0-20", owed: 8.11622147, held: 0.11622147,
      units: [Unit(id: nil, count: 10, waiting: 0.19879946, stock: 0.98717731, fill: 0.66191756)]),
  ]

  @Test("What the store owes and holds, and how care units fare", arguments: rows)
  func agrees(row: Row) throws {
    let model = try #require(
      Shipped.read(
        "scenarios/validation/\(row.scenario).json5", settings: ["horizon.length=4 years", "horizon.tick=30 minutes"]
      ).model)
    #if DEBUG
      let replications = 12
    #else
      let replications = 100
    #endif
    let result = try Study(CompiledModel(model), replications: 0..<replications).run(jobs: 2)
    let policy = try #require(result.policyNames.firstIndex(of: row.policy))
    func check(_ measure: String, _ level: Level, _ key: String, _ exact: Double) throws {
      let estimate = try #require(
        result.estimate(policy: policy, level: level, key: key, measure: measure))
      let mean = try #require(estimate.mean)
      let error = try #require(estimate.standardDeviation) / Double(replications).squareRoot()
      #expect(
        abs(mean - exact) <= 4 * error, "\(measure) of \(key) is \(mean) ± \(error), not \(exact)")
      #expect(error <= max(0.08 * exact, 0.02), "\(measure) of \(key) is too uncertain: ±\(error)")
    }
    try check("averageOwed", .tier, "careUnit", row.owed)
    try check("averageStock", .tier, "centralStore", row.held)
    for unit in row.units {
      let (level, key) = unit.id.map { (Level.location, $0) } ?? (.tier, "careUnit")
      try check("averageWaiting", level, key, unit.count * unit.waiting)
      try check("averageStock", level, key, unit.count * unit.stock)
      let demand = try #require(
        result.estimate(policy: policy, level: level, key: key, measure: "demand")?.mean)
      let atOnce = try #require(
        result.estimate(policy: policy, level: level, key: key, measure: "servedAtOnce")?.mean)
      #expect(abs(atOnce / demand - unit.fill) <= 0.04 * unit.fill)
    }
  }
}
