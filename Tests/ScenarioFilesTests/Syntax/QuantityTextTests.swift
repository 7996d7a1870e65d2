import Quantities
import Testing

@testable import ScenarioFiles

@Suite("Quantity text")
struct QuantityTextTests {
  @Test(
    "Durations become whole days",
    arguments: [
      ("5 days", 5),
      ("1 day", 1),
      ("2 weeks", 14),
      ("1 month", 30),
      ("18 months", 540),
      ("3 years", 1095),
      ("1 years", 365),
      ("0 days", 0),
      ("2.0 days", 2),
      ("1 000 days", 1000),
      ("1\u{A0}000\u{202F}000 days", 1_000_000),
      ("  5days ", 5),
      ("10000 years", 3_650_000),
    ] as [(String, Int)])
  func duration(text: String, expected: Int) throws {
    #expect(try QuantityText.duration(text).get() == expected)
  }

  @Test(
    "Amounts become whole öre",
    arguments: [
      ("1 200 SEK", 120000),
      ("1200.50 SEK", 120050),
      ("0.5 SEK", 50),
      ("0 SEK", 0),
      ("1 SEK", 100),
      ("10000000000000 SEK", 1_000_000_000_000_000),
      ("1.500 SEK", 150),
    ] as [(String, Int64)])
  func money(text: String, expected: Int64) throws {
    #expect(try QuantityText.money(text).get() == expected)
  }

  @Test(
    "Shares become exact fractions",
    arguments: [
      ("2 %", "0.02"),
      ("0.4 %", "0.004"),
      ("100 %", "1"),
      ("150%", "1.5"),
      ("0 %", "0"),
      ("33.333333333333333 %", "0.33333333333333333"),
    ] as [(String, String)])
  func share(text: String, expected: String) throws {
    let exact = try #require(Decimal(expected))
    #expect(try QuantityText.share(text).get() == exact)
  }

  @Test(
    "Stock levels are times, units or packs",
    arguments: [
      ("10 days", .days(10)),
      ("1 month", .days(30)),
      ("12 units", .units(12)),
      ("1 unit", .units(1)),
      ("3 packs", .packs(3)),
      ("1 pack", .packs(1)),
      ("1 500 units", .units(1500)),
      ("12 unit", .units(12)),
    ] as [(String, QuantityText.StockLevel)])
  func stockLevel(text: String, expected: QuantityText.StockLevel) throws {
    #expect(try QuantityText.stockLevel(text).get() == expected)
  }

  @Test(
    "Volumes become whole millilitres",
    arguments: [
      ("40 ml", 40),
      ("1.2 l", 1200),
      ("0.96 m3", 960000),
      ("0 ml", 0),
      ("1 000 m3", 1_000_000_000),
    ] as [(String, Int64)])
  func volume(text: String, expected: Int64) throws {
    #expect(try QuantityText.volume(text).get() == expected)
  }
}
