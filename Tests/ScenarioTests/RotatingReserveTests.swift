import Foundation
import Studies
import Testing

/// VALIDATION case E4: a reserve that is always full and issued oldest first. Exact values for
/// Poisson demand in continuous time: what expires per day is λ·pmf(S−1; λm) ÷ P(Poisson(λm) ≥ S).
///
/// Tolerance 4 standard errors; fixed seed. Time goes in steps of 10 minutes: what is used in one is
/// replaced at its end, half a step late on average. How much that matters is in case E3, the same
/// reserve with a lead time.
@Suite("E4: a rotating reserve")
struct RotatingReserveTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let scenario: String
    let reserve: Int
    let usePerDay: Double
    let lifeDays: Double
    let expiredPerDay: Double
    let expiredFraction: Double
    var testDescription: String { scenario }
  }

  static let cases: [Case] = [
    Case(
      scenario: "e4-s100", reserve: 100, usePerDay: 10, lifeDays: 12, expiredPerDay: 0.0583276841,
      expiredFraction: 0.0057989445),
    Case(
      scenario: "e4-s120", reserve: 120, usePerDay: 10, lifeDays: 12, expiredPerDay: 0.7106064925,
      expiredFraction: 0.0663460555),
    Case(
      scenario: "e4-s140", reserve: 140, usePerDay: 10, lifeDays: 12, expiredPerDay: 2.0179781471,
      expiredFraction: 0.1679132815),
    Case(
      scenario: "e4-s20", reserve: 20, usePerDay: 1, lifeDays: 24, expiredPerDay: 0.0634125986,
      expiredFraction: 0.0596312275),
  ]

  /// Half a step. [days]
  static let delayDays = 5.0 / 1440

  @Test("What expires is what theory says", arguments: cases)
  func agrees(row: Case) throws {
    let count = 40
    let result = try Shipped.run(
      "scenarios/validation/\(row.scenario).json5", replications: 0..<count)
    func estimate(_ measure: String) throws -> Estimate {
      try #require(result.estimate(policy: 0, level: .all, key: "all", measure: measure))
    }
    let expired = try estimate("discarded")
    let mean = try #require(expired.mean)
    let standardError = try #require(expired.standardDeviation) / Double(count).squareRoot()
    #expect(abs(mean - row.expiredPerDay * 365) <= 4 * standardError)
    let steps = abs(
      Self.expiredPerDay(row, delay: Self.delayDays) / Self.expiredPerDay(row, delay: 0) - 1)
    #expect(steps < 0.25 * standardError / mean)
    #expect(steps < 0.007)

    // What is bought varies far less than what is used or expires, so it is the sharper test: where
    // much expires, of 0.3 % of that.
    let bought = try estimate("purchased")
    let purchased = try #require(bought.mean)
    let boughtError = try #require(bought.standardDeviation) / Double(count).squareRoot()
    #expect(abs(purchased - (row.usePerDay + row.expiredPerDay) * 365) <= 4 * boughtError)
    #expect(
      abs(mean / purchased - row.expiredFraction) <= 4 * standardError / mean * row.expiredFraction)
    // The reserve is always full, but for what was used within a step; and nobody goes without.
    #expect(abs(purchased - mean - (try #require(estimate("served").mean))) < 1)
    #expect(try estimate("unmet").mean == 0)
    let stock = try #require(estimate("averageStock").mean)
    #expect(stock >= Double(row.reserve) && stock < Double(row.reserve) * 1.001)
  }

  @Test("The exact values are those of the density of the oldest unit's age", arguments: cases)
  func exactValues(row: Case) {
    #expect(abs(Self.expiredPerDay(row, delay: 0) / row.expiredPerDay - 1) < 1e-7)
  }

  /// What expires per day where what leaves is replaced after a delay (E3): the density of the
  /// oldest unit's age, proportional to y^(S−1)·exp(−λ·max(0, y − L)) up to L + m, at its end.
  static func expiredPerDay(_ row: Case, delay: Double) -> Double {
    let end = delay + row.lifeDays
    func logDensity(_ age: Double) -> Double {
      Double(row.reserve - 1) * log(age) - row.usePerDay * max(0, age - delay)
    }
    let steps = 20_000
    let width = end / Double(steps)
    let sum = (0..<steps).reduce(0.0) { sum, step in
      sum + exp(logDensity((Double(step) + 0.5) * width) - logDensity(end))
    }
    return 1 / (sum * width)
  }
}
