import Estimators
import Testing

@testable import Reports

@Suite("Numbers for people")
struct ReadableNumberTests {
  @Test(
    "Keeps three significant digits, parts thousands from five digits on, and has no negative nothing",
    arguments: [
      (0, "0"), (9.94, "9.94"), (9.996, "10.0"), (99.96, "100"), (1234, "1230"),
      (12_345, "12\u{A0}300"), (1_234_567, "1\u{A0}230\u{A0}000"), (0.012_345, "0.0123"),
      (-4.2, "−4.20"), (1e-9, "0.000000"), (-1e-9, "0.000000"), (-0.0, "0"), (.nan, "–"),
      (.infinity, "–"),
    ])
  func threeDigits(value: Double, expected: String) {
    #expect(ReadableNumber.text(value) == expected)
  }

  @Test("Rounds a number and its interval at the same place, and cuts it at its limits")
  func intervals() {
    func parts(_ mean: Double, _ low: Double, _ high: Double) -> String {
      let parts = ReadableNumber.parts(
        mean, ConfidenceInterval(estimate: mean, low: low, high: high), limits: -50...100)
      return "\(parts.mean) (\(parts.interval ?? ""))"
    }
    #expect(parts(9.9, 9.123, 10.66) == "9.9 (9.1–10.7)")
    #expect(parts(0.5, -1.25, 2.25) == "0.50 (−1.25 to 2.25)")
    #expect(parts(90, 70, 110) == "90 (70–100)")
    #expect(parts(0, 0, 0) == "0 (0–0)")
    #expect(ReadableNumber.parts(0.004, nil, decimals: 1).mean == "<0.1")
    #expect(ReadableNumber.parts(0.4, nil, decimals: 0).mean == "<1")
    #expect(ReadableNumber.parts(0, nil, decimals: 1).mean == "0.0")
  }

  @Test("Shows amounts in the unit that leaves the largest at 1 or more")
  func money() {
    #expect(MoneyScale(largestOf: [-1_000_000, 3]).unit == "MSEK")
    #expect(MoneyScale(largestOf: [999_999]).unit == "kSEK")
    #expect(MoneyScale(largestOf: []).unit == "SEK")
  }

  @Test("A table that is too wide goes on below, with its names repeated")
  func wideTable() {
    var table = AlignedColumns(names: ["a", "bb"])
    for column in 1...3 {
      table.add(["head \(column)"], [.init(value: "\(column)"), .init(value: "10", detail: "(x)")])
    }
    #expect(
      table.lines(width: 20) == [
        "     head 1   head 2", "a     1        2", "bb   10 (x)   10 (x)", "", "     head 3",
        "a     3", "bb   10 (x)",
      ])
  }

  @Test("Breaks text at blanks, cuts words that fit nowhere, and drops control characters")
  func wrapping() {
    #expect(PlainText.wrapped("one two three", width: 8) == ["one two", "  three"])
    #expect(PlainText.wrapped("abcdefghijkl", width: 8) == ["abcde…"])
    #expect(PlainText.wrapped("a\u{1B}[31m\tb") == ["a [31m b"])
    #expect(PlainText.wrapped("").isEmpty)
  }
}
