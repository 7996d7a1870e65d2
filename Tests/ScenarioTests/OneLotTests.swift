import Studies
import Testing

/// VALIDATION case E1, Poisson rows: outdating of a lot that is not renewed. Exact values from the
/// Poisson distribution. Tolerance 4.4 standard errors, a false alarm in about 10⁵ each; fixed seed.
@Suite("E1: one lot that is not renewed")
struct OneLotTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let scenario: String
    let discarded: Double
    let discardedVariance: Double
    let unmet: Double
    let anyUnmet: Double
    var testDescription: String { scenario }
  }

  static let cases: [Case] = [
    Case(
      scenario: "e1-q100-m90", discarded: 10.7498727, discardedVariance: 67.6990755,
      unmet: 0.749872651, anyUnmet: 0.134900164),
    Case(
      scenario: "e1-q100-m110", discarded: 0.911072049, discardedVariance: 7.46988094,
      unmet: 10.911072, anyUnmet: 0.816782742),
    Case(
      scenario: "e1-q20-m15", discarded: 5.21230002, discardedVariance: 12.0217103,
      unmet: 0.212300025, anyUnmet: 0.08297091),
    Case(
      scenario: "e1-surge", discarded: 7.25975984, discardedVariance: 60.3309138,
      unmet: 2.25975984, anyUnmet: 0.300033439),
  ]

  @Test("Discard and unmet demand are those of the Poisson distribution", arguments: cases)
  func agrees(row: Case) throws {
    let count = 3000
    let result = try Shipped.run(
      "scenarios/validation/\(row.scenario).json5", replications: 0..<count)
    let all = { (measure: String) in
      result.estimate(policy: 0, level: .all, key: "all", measure: measure)
    }
    let discarded = try #require(all("discarded"))
    let n = Double(count).squareRoot()
    #expect(
      abs(try #require(discarded.mean) - row.discarded)
        <= 4.4 * row.discardedVariance.squareRoot() / n)
    let variance = try #require(discarded.standardDeviation) * discarded.standardDeviation!
    // The discard is far from normal, so its variance is known less well: a quarter is about 4.4
    // standard errors in the most skewed case.
    #expect(abs(variance / row.discardedVariance - 1) < 0.25)
    let unmet = try #require(all("unmet"))
    #expect(
      abs(try #require(unmet.mean) - row.unmet)
        <= 4.4 * (try #require(unmet.standardDeviation)) / n)
    let any = try #require(all("anyStockout")?.mean)
    #expect(
      abs(any - row.anyUnmet) <= 4.4 * (row.anyUnmet * (1 - row.anyUnmet)).squareRoot() / n)
  }
}
