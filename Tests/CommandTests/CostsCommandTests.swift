import Foundation
import Testing

@Suite("Costs on the command line")
struct CostsCommandTests {
  @Test(
    "Published figures give the four tables in the report's layout, and flag what does not follow")
  func reported() throws {
    let outcome = try Program.run("costs", "--from-reported")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    // Word by word as printed, with a mark at what is computed otherwise.
    for line in [
      "Större region 110–120 (37–40) 19–21 250–280 (83–93) 44–49",
      "Mellanstor region 370–400 (34–36) 102–110 290–320 (26–29) 80–88",
      "Mindre region 70–80 (10–11) 54–62 160–170 (23–24) 124–132¹",
      "Totalt offentlig vård 1 500–1 700 (71–81) 550–600 (26–29) 52–57 700–770 (33–37) 66–73",
      "Totalt inklusive privat vård** 1 500–1 700 (71–81) 550–600 (26–29) 52–57 795–875 (38–42²) 75–83",
      "¹ Rapporten trycker 14–132; av dess egna tal följer 124–132.",
      "² Rapporten trycker 37–42; av dess egna tal följer 38–42.",
      "Större region 3 0 2 0 1", "Mellanstor region 9 2 0 3 6", "Mindre region 4 3 0 3 2",
      "Total 16 5 2 6 9", "Större region 3 0 1", "Mellanstor region 10 2 8",
      "Mindre region 3 3 2", "Total 16 5 11", "Min 5,31 1,13", "Median 49,18 22,76",
      "Max 84,64 49,90",
      "38 av 40 genomsnitt och belopp per invånare i tabell 2 blir som de är tryckta, och 28 av 28 totaler.",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test("With a folder the tables are written for programs and for people, in either language")
  func folder() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run(
        "costs", "--from-reported", "--locale=en", "--quiet", "--out", folder.path)
      #expect(outcome.code == 0)
      #expect(outcome.output == "")
      func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
      let machine = try text("costs-table2.csv")
      #expect(machine.contains("\nreported,small,runningPerInhabitant,SEK/inhabitant,124,132,"))
      #expect(machine.contains(",differs,14,132,7,\n"))
      #expect(machine.contains(",differs,37,42,21,\n"))
      #expect(machine.split(separator: "\n").count == 1 + 34)
      let people = try text("costs-table2-en.csv")
      let bytes = try Data(contentsOf: folder.appending(path: "costs-table2-en.csv"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array("Region;".utf8)))
      #expect(people.contains("\nMiddle-sized region;;370–400 (34–36);102–110;"))
      #expect(try text("costs-table4.csv").contains("\nreported,median,49.18,22.76\n"))
      #expect(try text("costs-table4-en.csv").contains("\nMax;84.64;49.90\n"))
    }
  }

  @Test("What cannot be understood is said, with what is known")
  func usage() throws {
    let locale = try Program.run("costs", "--from-reported", "--locale=se")
    #expect(locale.code == 2)
    #expect(locale.errors.contains("--locale is se, but should be sv or en"))
    let nothing = try Program.run("costs")
    #expect(nothing.code == 2)
    #expect(nothing.errors.contains("costs needs a scenario, or --from-reported"))
    let file = try Program.run("costs", "--from-reported", "no-such-file.json5")
    #expect(file.code == 3)
    #expect(file.errors.contains("there is no such file"))
  }
}
