import Testing

@testable import ScenarioFiles

@Suite("Quantity problems")
struct QuantityProblemTests {
  /// A text that is no quantity, and the words for it.
  struct Case: CustomTestStringConvertible {
    let text: String
    let expected: QuantityProblem
    var testDescription: String { "\"" + TerminalText.escaped(text) + "\"" }

    init(_ text: String, _ problem: String, _ allowed: String?, _ remedy: String?) {
      self.text = text
      self.expected = QuantityProblem(problem, allowed: allowed, remedy: remedy)
    }
  }

  private func problem<Value>(_ result: Result<Value, QuantityProblem>) -> QuantityProblem? {
    if case .failure(let problem) = result { problem } else { nil }
  }

  private static let times = "a number of days, weeks, months or years"
  private static let point = "a point before decimals and a space between thousands"
  private static let groups =
    "digits with a decimal point, in groups of three if in groups: 1 200.50"
  private static let days = "write for example \"5 days\""

  @Test("Says why a text is no duration", arguments: durations)
  func duration(_ example: Case) {
    #expect(problem(QuantityText.duration(example.text)) == example.expected)
  }

  private static let durations: [Case] = [
    Case(
      "0.5 years", "is 182.5 days, which is not a whole number of days", "a whole number of days",
      "write \"182 days\" or \"183 days\""),
    Case(
      "1.5 weeks", "is 10.5 days, which is not a whole number of days", "a whole number of days",
      "write \"10 days\" or \"11 days\""),
    Case(
      "0.5 weeks", "is 3.5 days, which is not a whole number of days", "a whole number of days",
      "write \"3 days\" or \"4 days\""),
    Case(
      "0.1 days", "is 0.1 days, which is not a whole number of days", "a whole number of days",
      "write \"1 day\""),
    Case("5 dayz", "has the unknown unit \"dayz\"", times, "did you mean \"5 days\"?"),
    Case("5 Days", "has the unknown unit \"Days\"", times, "did you mean \"5 days\"?"),
    Case("1 dag", "has the unknown unit \"dag\"", times, "did you mean \"1 day\"?"),
    Case("5 dagar", "has the unknown unit \"dagar\"", times, "did you mean \"5 days\"?"),
    Case("5 månader", "has the unknown unit \"månader\"", times, "did you mean \"5 months\"?"),
    Case("5", "has no unit", times, days),
    Case("days", "has no number", times, days),
    Case("", "is empty", times, days),
    Case("  ", "is empty", times, days),
    Case("-5 days", "is negative", times, days),
    Case("\u{2212} 5 days", "is negative", times, days),
    Case("+5 days", "has no number", times, days),
    Case("Infinity days", "is not finite", times, days),
    Case("-NaN days", "is not finite", times, days),
    Case("\u{221E} days", "is not finite", times, days),
    Case("1,5 weeks", "has a comma in its number", point, "write \"1.5 weeks\""),
    Case(
      "1,500 days", "has a comma in its number", point, "write \"1.500 days\" or \"1 500 days\""),
    Case("1,500,000 days", "has a comma in its number", point, "write \"1 500 000 days\""),
    Case("1 00 days", "has the unreadable number \"1 00\"", groups, days),
    Case("1000 000 days", "has the unreadable number \"1000 000\"", groups, days),
    Case("1.2.3 days", "has the unreadable number \"1.2.3\"", groups, days),
    Case(".5 days", "has the unreadable number \".5\"", groups, days),
    Case("5. days", "has the unreadable number \"5.\"", groups, days),
    Case("10001 years", "is too large", "at most 10 000 years", nil),
    Case("99999999999999999999 days", "has too many digits", "at most 18 significant digits", nil),
    Case("100000000000000000 years", "is too large", "at most 10 000 years", nil),
    Case(
      "0.00000000000000001 years",
      "is 0.00000000000000365 days, which is not a whole number of days", "a whole number of days",
      "write \"1 day\""),
    Case("5 days 3 hours", "has the unknown unit \"days 3 hours\"", times, days),
    Case("1e3 days", "has the unknown unit \"e3 days\"", times, days),
    Case("5 \u{1B}[2Jdays", "has the unknown unit \"\u{1B}[2Jdays\"", times, days),
  ]

  @Test("Says why a text is no amount", arguments: amounts)
  func money(_ example: Case) {
    #expect(problem(QuantityText.money(example.text)) == example.expected)
  }

  private static let amounts: [Case] = [
    Case("10000000000001 SEK", "is too large", "at most 10 000 000 000 000 SEK", nil),
    Case("0.005 SEK", "has 3 decimals", "at most two decimals", "round it to whole öre"),
    Case("12.345 SEK", "has 3 decimals", "at most two decimals", "round it to whole öre"),
    Case(
      "1 200 kr", "has the unknown unit \"kr\"", "an amount in SEK", "did you mean \"1 200 SEK\"?"),
    Case(
      "1 200 sek", "has the unknown unit \"sek\"", "an amount in SEK", "did you mean \"1 200 SEK\"?"
    ),
    Case(
      "12 EUR", "has the unknown unit \"EUR\"", "an amount in SEK",
      "write for example \"1 200 SEK\""),
    Case("-1 SEK", "is negative", "an amount in SEK", "write for example \"1 200 SEK\""),
  ]

  @Test("Says why a text is no share", arguments: shares)
  func share(_ example: Case) {
    #expect(problem(QuantityText.share(example.text)) == example.expected)
  }

  private static let shares: [Case] = [
    Case(
      "2 percent", "has the unknown unit \"percent\"", "a number of per cent",
      "did you mean \"2 %\"?"),
    Case("2", "has no unit", "a number of per cent", "write for example \"2 %\""),
    Case("-2 %", "is negative", "a number of per cent", "write for example \"2 %\""),
    Case("2,5 %", "has a comma in its number", point, "write \"2.5 %\""),
  ]

  @Test("Says why a text is no stock level", arguments: stockLevels)
  func stockLevel(_ example: Case) {
    #expect(problem(QuantityText.stockLevel(example.text)) == example.expected)
  }

  private static let stockLevels: [Case] = [
    Case("2.5 units", "is not a whole number of units", "a whole number of units", nil),
    Case("0.5 packs", "is not a whole number of packs", "a whole number of packs", nil),
    Case(
      "3 boxes", "has the unknown unit \"boxes\"",
      "a number of days, weeks, months, years, units or packs", "write for example \"10 days\""),
    Case("1000000000001 units", "is too large", "at most 1 000 000 000 000 units", nil),
    Case(
      "0.5 weeks", "is 3.5 days, which is not a whole number of days", "a whole number of days",
      "write \"3 days\" or \"4 days\""),
  ]

  @Test("Says why a text is no volume", arguments: volumes)
  func volume(_ example: Case) {
    #expect(problem(QuantityText.volume(example.text)) == example.expected)
  }

  private static let volumes: [Case] = [
    Case(
      "1.2345 l", "is 1234.5 ml, which is not a whole number of millilitres",
      "a whole number of millilitres", nil),
    Case(
      "0.5 ml", "is 0.5 ml, which is not a whole number of millilitres",
      "a whole number of millilitres", nil),
    Case(
      "2 m\u{B3}", "has the unknown unit \"m³\"", "a volume in ml, l or m3",
      "did you mean \"2 m3\"?"),
    Case("2 L", "has the unknown unit \"L\"", "a volume in ml, l or m3", "did you mean \"2 l\"?"),
    Case(
      "3 litres", "has the unknown unit \"litres\"", "a volume in ml, l or m3",
      "did you mean \"3 l\"?"),
    Case(
      "3 cubits", "has the unknown unit \"cubits\"", "a volume in ml, l or m3",
      "write for example \"40 ml\""),
    Case("2000000000 m3", "is too large", "at most 1 000 000 000 m3", nil),
  ]
}
