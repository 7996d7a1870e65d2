import Quantities
import Testing

@Suite("Decimal numbers")
struct DecimalTests {
  private func decimal(_ text: String) throws -> Decimal {
    try #require(Decimal(text))
  }

  static let readable: [(text: String, significand: Int64, exponent: Int)] = [
    ("0", 0, 0), ("-0", 0, 0), ("0.000", 0, 0), ("0e7", 0, 0), ("7", 7, 0), ("+3", 3, 0),
    ("-12.5", -125, -1), (".5", 5, -1), ("5.", 5, 0), ("0.028", 28, -3), ("1e-4", 1, -4),
    ("1E+4", 1, 4), ("1200", 12, 2), ("12.500", 125, -1), ("0.1e1", 1, 0), ("007", 7, 0),
    ("999999999999999999", 999_999_999_999_999_999, 0), ("1e400", 1, 400), ("1e-400", 1, -400),
    ("0.000000000000000000000001", 1, -24), ("0.1e400", 1, 399), ("100e-400", 1, -398),
  ]

  @Test("Reads what it should, exactly", arguments: readable)
  func reading(text: String, significand: Int64, exponent: Int) throws {
    let number = try #require(Decimal(text))
    #expect(number.significand == significand)
    #expect(number.exponent == exponent)
  }

  @Test(
    "Refuses what is no finite decimal number",
    arguments: [
      "", " ", "-", "+", ".", "e5", "1e", "1e+", "1e1.5", "1..2", "1.2.3", "1,5", "1 200", "--1",
      "0x10", "nan", "inf", "٣", "1e401", "1e-401", "1e99999999999999999999",
      "1e-9223372036854775808", "1234567890123456789", "1000000000000000001",
      "12345678901234567890", " 1", "1 ", "10e400", "999999200000e400", "0.1e-400",
    ])
  func refusing(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("The description reads back as the same number", arguments: readable.map(\.text))
  func roundTrip(text: String) throws {
    let number = try #require(Decimal(text))
    #expect(Decimal(number.description) == number)
  }

  @Test("The description is plain for the numbers of a scenario")
  func description() throws {
    let texts = ["0", "-12.5", "0.028", "1200", "-0.5", "100000000000000000", "1e18", "-1e-25"]
    for text in texts { #expect(try decimal(text).description == text) }
  }

  @Test("Scaling to parts is exact or refused")
  func scaling() throws {
    let quarter = try decimal("0.25")
    #expect(quarter.scaled(places: 2) == 25)
    #expect(quarter.scaled(places: 9) == 250_000_000)
    #expect(quarter.scaled(places: 1) == nil)
    #expect(Decimal(significand: 0).scaled(places: 3) == 0)
    #expect(Decimal(significand: 12, exponent: 2).scaled(places: 0) == 1_200)
    #expect(Decimal(significand: 1, exponent: 18).scaled(places: 0) == 1_000_000_000_000_000_000)
    #expect(Decimal(significand: 1, exponent: 19).scaled(places: 0) == nil)
    #expect(Decimal(significand: -93, exponent: 17).scaled(places: 0) == nil)
  }

  @Test("Products are exact, and refused beyond 18 digits")
  func products() throws {
    let rate = try decimal("0.028")
    #expect(rate.multiplied(by: Decimal(significand: -365))?.description == "-10.22")
    let fives = Decimal(significand: 244_140_625)
    let twos = Decimal(significand: 1_099_511_627_776)
    // 5¹²·2⁴⁰ exceeds 64 bits before its zeros are removed.
    #expect(fives.multiplied(by: twos) == Decimal(significand: 268_435_456, exponent: 12))
    let long = Decimal(significand: 999_999_999)
    #expect(long.multiplied(by: long) == Decimal(significand: 999_999_998_000_000_001))
    #expect(long.multiplied(by: Decimal(significand: 9_999_999_999)) == nil)
    #expect(Decimal(significand: 0).multiplied(by: long) == Decimal(significand: 0))
  }

  @Test("Order is exact, also between very large, very small and nearly equal numbers")
  func order() throws {
    let ascending = try [
      "-1e400", "-1e399", "-999999999999999999", "-999999999999999998", "-1.5", "-1e-399",
      "-1e-400", "0", "1e-400", "1e-399", "0.1", "0.100000000000000001", "1", "999999999999999.998",
      "999999999999999.999", "1e18", "1e19", "1e399", "1e400",
    ].map(decimal)
    for (i, left) in ascending.enumerated() {
      for (j, right) in ascending.enumerated() {
        #expect((left < right) == (i < j), "\(left) < \(right)")
        #expect((left == right) == (i == j))
      }
    }
  }

  @Test("The floating-point value is the nearest one")
  func floatingPoint() throws {
    #expect(try decimal("0.1").doubleValue == 0.1)
    #expect(try decimal("-1.35e-30").doubleValue == -1.35e-30)
    #expect(try decimal("12e3").doubleValue == 12_000)
  }
}
