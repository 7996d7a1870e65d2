import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  static let amounts: [(text: String, ore: Int64?)] = [
    ("1200.50", 120_050), ("0", 0), ("-0.01", -1), ("1e3", 100_000), ("0.005", nil),
    ("1e17", nil), ("92233720368547758", 9_223_372_036_854_775_800),
  ]

  @Test("Decimal kronor become whole öre or are refused", arguments: amounts)
  func reading(text: String, ore: Int64?) throws {
    let decimal = try #require(Decimal(text))
    #expect(Money(sek: decimal)?.ore == ore)
  }

  static let descriptions: [(ore: Int64, text: String)] = [
    (120_050, "1 200.50 SEK"), (120_000, "1 200 SEK"), (0, "0 SEK"), (5, "0.05 SEK"),
    (-5, "-0.05 SEK"), (-123_456_789, "-1 234 567.89 SEK"),
    (.min, "-92 233 720 368 547 758.08 SEK"),
  ]

  @Test("The description groups kronor and shows öre when there are any", arguments: descriptions)
  func description(ore: Int64, text: String) {
    #expect(Money(ore: ore).description == text)
  }

  @Test("Sums, differences, multiples and order are those of öre")
  func arithmetic() {
    let price = Money(ore: 1_250)
    #expect(price + price == 2 * price)
    #expect(3 * price - price == Money(ore: 2_500))
    #expect(Money.zero < price)
    #expect([price, price, price].reduce(.zero, +) == Money(ore: 3_750))
    #expect(price.sek == 12.5)
  }
}
