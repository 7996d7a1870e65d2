import Quantities
import Testing

@Suite("Daily rates")
struct DailyRateTests {
  private func rate(_ text: String) throws -> DailyRate {
    let decimal = try #require(Decimal(text))
    return try #require(DailyRate(unitsPerDay: decimal))
  }

  @Test("The targets of the reference model are 1,729 and 5,185 units")
  func referenceModel() throws {
    // 0.05·1.35^j for j = 0…19, rounded to nine decimals.
    let total = try [
      "0.05", "0.0675", "0.091125", "0.12301875", "0.166075313", "0.224201672", "0.302672257",
      "0.408607547", "0.551620188", "0.744687254", "1.005327793", "1.357192521", "1.832209904",
      "2.47348337", "3.339202549", "4.507923441", "6.085696646", "8.21569047", "11.091182137",
      "14.973095885",
    ].reduce(DailyRate.zero) { $0 + (try rate($1)) }
    #expect(total.unitsRoundedUp(overDays: 30) == 1_729)
    #expect(total.unitsRoundedUp(overDays: 90) == 5_185)
  }

  static let wholeResults: [(text: String, days: Int, expected: Int64)] = [
    ("0.1", 30, 3), ("1.1", 90, 99), ("2.2", 90, 198), ("8.3", 30, 249),
    ("9.8", 365, 3_577),
  ]

  @Test("Whole results are not rounded up where binary fractions would be", arguments: wholeResults)
  func noSpuriousUnit(text: String, days: Int, expected: Int64) throws {
    #expect(try rate(text).unitsRoundedUp(overDays: days) == expected)
  }

  @Test("Any part of a unit becomes a whole one, and negative rates round towards zero")
  func roundingUp() throws {
    #expect(try rate("0.000000001").unitsRoundedUp(overDays: 1) == 1)
    #expect(try rate("3.000000001").unitsRoundedUp(overDays: 1) == 4)
    #expect(try rate("0").unitsRoundedUp(overDays: 90) == 0)
    #expect(try rate("0.7").unitsRoundedUp(overDays: 0) == 0)
    #expect(try rate("-0.7").unitsRoundedUp(overDays: 1) == 0)
    #expect(try rate("-1.7").unitsRoundedUp(overDays: 1) == -1)
    #expect(try rate("9000000000").unitsRoundedUp(overDays: 3_650) == 32_850_000_000_000)
  }

  @Test("More than nine decimals or nine billion units per day have no rate")
  func range() throws {
    #expect(Decimal("0.0000000001").map { DailyRate(unitsPerDay: $0) } == .some(nil))
    #expect(Decimal("10000000000").map { DailyRate(unitsPerDay: $0) } == .some(nil))
  }

  @Test("Sums, differences and order are exact")
  func arithmetic() throws {
    #expect(try rate("0.1") + rate("0.2") == rate("0.3"))
    #expect(try rate("0.3") - rate("0.1") == rate("0.2"))
    #expect(try rate("0.299999999") < rate("0.3"))
    #expect(try rate("2.5").unitsPerDay == 2.5)
  }
}
