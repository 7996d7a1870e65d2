import Studies
import Testing

/// VALIDATION case E1: outdating of a lot that is not renewed. Exact values from the Poisson, compound
/// Poisson and negative binomial distributions. Tolerance 4.4 standard errors, a false alarm in about 10⁵ each; fixed seed.
@Suite("E1: one lot that is not renewed")
struct OneLotTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let scenario: String
    let discarded: Double
    /// `nil` where the source has none.
    let discardedVariance: Double?
    let unmet: Double
    /// `nil` where the source has none.
    let anyUnmet: Double?
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
    Case(
      scenario: "e1-compound", discarded: 11.9247246, discardedVariance: nil, unmet: 1.92472458,
      anyUnmet: nil),
    Case(
      scenario: "e1-mixed", discarded: 17.3929354, discardedVariance: nil, unmet: 7.39293542,
      anyUnmet: nil),
  ]

  @Test("Discard and unmet demand are those of the exact distribution", arguments: cases)
  func agrees(row: Case) throws {
    let count = 3000
    let result = try Shipped.run(
      "scenarios/validation/\(row.scenario).json5", replications: 0..<count)
    let all = { (measure: String) in
      result.estimate(policy: 0, level: .all, key: "all", measure: measure)
    }
    let discarded = try #require(all("discarded"))
    let n = Double(count).squareRoot()
    let deviation = try #require(discarded.standardDeviation)
    let exactDeviation = row.discardedVariance?.squareRoot() ?? deviation
    #expect(abs(try #require(discarded.mean) - row.discarded) <= 4.4 * exactDeviation / n)
    if let variance = row.discardedVariance {
      // The discard is far from normal, so its variance is known less well: a quarter is about 4.4
      // standard errors in the most skewed case.
      #expect(abs(deviation * deviation / variance - 1) < 0.25)
    }
    let unmet = try #require(all("unmet"))
    #expect(
      abs(try #require(unmet.mean) - row.unmet)
        <= 4.4 * (try #require(unmet.standardDeviation)) / n)
    if let anyUnmet = row.anyUnmet {
      let any = try #require(all("anyStockout")?.mean)
      #expect(abs(any - anyUnmet) <= 4.4 * (anyUnmet * (1 - anyUnmet)).squareRoot() / n)
    }
  }
}
