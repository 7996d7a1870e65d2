import Quantities
import Testing

@Suite("Numbers as text")
struct FixedPointTextTests {
  static let tenDigits: [(value: Double, text: String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.1, "0.1"), (0.1 + 0.2, "0.3"), (1200, "1200"),
    (1.0 / 3, "0.3333333333"), (-2.0 / 3, "-0.6666666667"), (99_999_999_999, "100000000000"),
    (9_999_999_999, "9999999999"), (0.99999999999, "1"), (1e15, "1000000000000000"),
    (9e15, "9000000000000000"), (1e16, "1e16"), (9.99999999999e15, "1e16"), (1e-9, "0.000000001"),
    (1.23456789e-5, "0.0000123456789"), (9.9e-10, "9.9e-10"), (1.5e-12, "1.5e-12"), (2e20, "2e20"),
    (-1.25e300, "-1.25e300"), (.leastNonzeroMagnitude, "5e-324"), (123_456.789, "123456.789"),
    (9_007_199_254_740_992, "9007199255000000"), (.greatestFiniteMagnitude, "1.797693135e308"),
  ]

  @Test("Ten significant digits, plain where people can read it", arguments: tenDigits)
  func significantDigits(value: Double, text: String) {
    #expect(FixedPointText.text(value) == text)
  }

  static let tiesAndDigits: [(value: Double, digits: Int, text: String)] = [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 3, "2.68"), (2.665, 3, "2.66"),
    (0.1251, 2, "0.13"), (0.5, 1, "0.5"), (15, 1, "20"), (25, 1, "20"), (95, 1, "100"),
    (-0.995, 2, "-1"), (0.1, 17, "0.1"), (1.0 / 3, 20, "0.3333333333333333"),
  ]

  @Test("Ties go to the even digit of the shortest decimal", arguments: tiesAndDigits)
  func ties(value: Double, digits: Int, text: String) {
    #expect(FixedPointText.text(value, significantDigits: digits) == text)
  }

  @Test("Seventeen digits read back as the same number")
  func readsBack() {
    var value = 1.234567890123e-30
    while value < 1e30 {
      #expect(Double(FixedPointText.text(value, significantDigits: 17)) == value)
      #expect(Double(FixedPointText.text(-value, significantDigits: 17)) == -value)
      value *= 7.3
    }
  }

  @Test("Numbers that are not finite stop")
  func notFinite() async {
    await #expect(processExitsWith: .failure) { _ = FixedPointText.text(Double.nan) }
    await #expect(processExitsWith: .failure) { _ = FixedPointText.text(-Double.infinity) }
  }

  @Test("Parts become decimals exactly")
  func scaled() {
    #expect(FixedPointText.text(scaled: 12_345, decimals: 2) == "123.45")
    #expect(FixedPointText.text(scaled: -5, decimals: 3) == "-0.005")
    #expect(FixedPointText.text(scaled: 0, decimals: 2) == "0.00")
    #expect(FixedPointText.text(scaled: -70, decimals: 0) == "-70")
    #expect(FixedPointText.text(scaled: Int64.min, decimals: 9) == "-9223372036.854775808")
    #expect(
      FixedPointText.text(scaled: Int128.max, decimals: 30)
        == "170141183.460469231731687303715884105727")
  }

  @Test("Zeros at the end go only when asked")
  func trimmed() {
    #expect(FixedPointText.text(scaled: 12_300, decimals: 3) == "12.300")
    #expect(FixedPointText.text(scaled: 12_300, decimals: 3, trimmingZeros: true) == "12.3")
    #expect(FixedPointText.text(scaled: 12_000, decimals: 3, trimmingZeros: true) == "12")
    #expect(FixedPointText.text(scaled: 0, decimals: 3, trimmingZeros: true) == "0")
    #expect(FixedPointText.text(scaled: 1_200, decimals: 0, trimmingZeros: true) == "1200")
  }

  @Test("Digits are grouped in threes from the right")
  func grouped() {
    #expect(FixedPointText.grouped(0) == "0")
    #expect(FixedPointText.grouped(999) == "999")
    #expect(FixedPointText.grouped(1_000) == "1\u{00A0}000")
    #expect(FixedPointText.grouped(-123_456, separator: ",") == "-123,456")
    #expect(FixedPointText.grouped(.min, separator: " ") == "-9 223 372 036 854 775 808")
  }
}
