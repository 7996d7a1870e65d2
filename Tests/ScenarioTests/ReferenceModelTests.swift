import Studies
import Testing

/// R1 and R1s against independent programs that simulate the same model, each at 1,000,000
/// replications. Tolerance: four standard errors of both sides together, so that each comparison
/// is a false alarm in about one of 16,000; the seed is fixed.
@Suite("Reference model R1")
struct ReferenceModelTests {
  /// A figure of the independent programs with its 95 % half-width.
  struct Reference: Sendable, CustomTestStringConvertible {
    let scenario: String
    let key: String
    let value: Double
    let halfWidth: Double
    var testDescription: String { "\(scenario) \(key)" }
  }

  static let references: [Reference] = [
    Reference(
      scenario: "r1", key: "month-1 all all unmetFraction", value: 0.05638, halfWidth: 0.00017),
    Reference(
      scenario: "r1", key: "month-3 all all unmetFraction", value: 0.02561, halfWidth: 0.00013),
    Reference(scenario: "r1", key: "month-1 all all stockoutDays", value: 389.3, halfWidth: 1.1),
    Reference(scenario: "r1", key: "month-3 all all stockoutDays", value: 144.7, halfWidth: 0.7),
    Reference(
      scenario: "r1", key: "month-1 tier centralStore averageStock", value: 1240.0, halfWidth: 0.2),
    Reference(
      scenario: "r1", key: "month-3 tier centralStore averageStock", value: 4587.5, halfWidth: 0.5),
    Reference(
      scenario: "r1", key: "month-1 all all firstStockoutDay", value: 438.3, halfWidth: 0.4),
    Reference(
      scenario: "r1", key: "month-3 all all firstStockoutDay", value: 565.2, halfWidth: 0.3),
    Reference(scenario: "r1", key: "month-1 all all demand", value: 57_610.5, halfWidth: 0),
    Reference(scenario: "r1s", key: "month-1 all all discarded", value: 1487.6, halfWidth: 0.7),
    Reference(scenario: "r1s", key: "month-1 all all stockoutDays", value: 408.1, halfWidth: 1.1),
    Reference(
      scenario: "r1s", key: "month-1 all all unmetFraction", value: 0.05753, halfWidth: 0.00017),
    Reference(
      scenario: "r1s", key: "month-1 all all firstStockoutDay", value: 172.7, halfWidth: 0.4),
  ]

  @Test("20,000 replications agree with the independent programs", arguments: references)
  func agrees(reference: Reference) throws {
    // The shipped results; .ci/run makes them anew and stops if a byte differs.
    let summary = try Shipped.summary("results/reference/\(reference.scenario)/summary.csv")
    let found = try #require(summary[reference.key])
    let theirError = reference.halfWidth / 1.96
    let error = (found.standardError * found.standardError + theirError * theirError).squareRoot()
    #expect(abs(found.mean - reference.value) <= 4 * error)
    // A comparison that could not see a one-per-cent error in level figures would be none.
    if reference.key.hasSuffix("averageStock") { #expect(error < 0.0025 * reference.value) }
  }
}
