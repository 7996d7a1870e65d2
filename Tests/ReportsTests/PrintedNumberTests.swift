import Costs
import Quantities
import Testing

@testable import Reports

@Suite("Numbers as they are printed")
struct PrintedNumberTests {
  @Test(
    "Whole numbers have a space between groups of three digits",
    arguments: [
      (0, "0"), (999, "999"), (1_500, "1 500"), (10_587_710, "10 587 710"), (-1_200, "−1 200"),
    ] as [(Int64, String)])
  func whole(number: Int64, expected: String) {
    #expect(PrintedNumber.text(number) == expected)
  }

  @Test(
    "Ranges have an en dash, unless an end is negative or there is one end",
    arguments: [
      (1_500, 1_700, "1 500–1 700"), (37, 40, "37–40"), (5, 5, "5"), (-3, 4, "−3 till 4"),
    ] as [(Int64, Int64, String)])
  func ranges(low: Int64, high: Int64, expected: String) {
    #expect(PrintedNumber.text(.init(low: low, high: high), .swedish) == expected)
    #expect(
      PrintedNumber.text(.init(low: low, high: high), .english)
        == expected.replacing("till", with: "to"))
  }

  @Test(
    "Kronor have two decimals after a comma, in English after a point",
    arguments: [
      (8_464, "84,64"), (113, "1,13"), (4_990, "49,90"), (5, "0,05"), (123_456_700, "1 234 567,00"),
      (-250, "−2,50"),
    ] as [(Int64, String)])
  func kronor(ore: Int64, expected: String) {
    #expect(PrintedNumber.kronor(Money(ore: ore), .swedish) == expected)
    #expect(
      PrintedNumber.kronor(Money(ore: ore), .english) == expected.replacing(",", with: "."))
  }

  @Test("What people open has semicolons, and a name that looks like a formula is defused")
  func spreadsheet() {
    let table = PrintedTable(
      name: "t", title: "T", headings: ["a", "b"], rows: [["=cmd()", "1 500–1 700"]],
      notes: ["-note; with \"quotes\""])
    #expect(
      String(decoding: table.csv, as: UTF8.self)
        == "\u{FEFF}a;b\n'=cmd();1 500–1 700\n\"'-note; with \"\"quotes\"\"\";\n")
  }
}
