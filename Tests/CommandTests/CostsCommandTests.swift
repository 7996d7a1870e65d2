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
      let package = try text("datapackage.json")
      for name in ["table1", "table2", "table3", "table4", "derived"] {
        #expect(package.contains("\"costs-\(name).csv\""), "\(name)")
      }
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

@Suite("Costs of scenarios and cost files on the command line")
struct ScenarioCostsCommandTests {
  @Test("A scenario with a cost file says what each policy costs beyond the baseline")
  func scenario() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run(
        "costs", "scenarios/jonkoping-costs.json5", "--replications=2", "--out", folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("One-month kostar "))
      #expect(outcome.output.contains("Totalt inklusive privat vård"))
      #expect(outcome.output.contains("kostnadsfilens 23 uppgifter"))
      func rows(_ name: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
          .split(separator: "\n").map(String.init)
      }
      let costs = try rows("costs.csv")
      // 1.5 posts at 560 000 SEK, whatever is simulated.
      #expect(
        costs.contains {
          $0.hasPrefix(
            "one-month,all,all,running,staff,warehouse-staff,SEK/year,840000,,,840000,,,")
        })
      #expect(costs.contains { $0.hasPrefix("today,all,all,running,total,,SEK/year,") })
      // Totals are the sums of their lines, to the digits that are written.
      for kind in ["running", "investment", "oneOff"] {
        let lines = costs.filter { $0.hasPrefix("three-months,all,all,\(kind),") }
          .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let parts = lines.filter { !$0[4].hasPrefix("total") }
        let total = lines.first { $0[4] == "total" }
        for column in [7, 10] {
          let sum = parts.reduce(0) { $0 + (Double($1[column]) ?? .nan) }
          let stated = Double(total?[column] ?? "") ?? .nan
          #expect(abs(sum - stated) < 1e-6 * stated, "\(kind) \(column)")
        }
      }
      let parameters = try rows("costs-parameters.csv")
      #expect(parameters.count == 24)
      #expect(
        parameters.contains {
          $0.hasPrefix(
            "storage.cold,3 000 SEK,SEK per pallet place and year,2 000 SEK,4 000 SEK,assumption,")
        })
      #expect(try rows("costs-table2-one-month-sv.csv")[0].contains("Engångskostnad"))
    }
  }

  @Test("A run with a cost file leaves its tables, one without leaves none, not even old ones")
  func run() throws {
    try Program.withFolder { folder in
      let names = ["costs.csv", "costs-parameters.csv", "costs-table2.csv", "costs-table4.csv"]
      func exist() -> [Bool] {
        names.map { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
      }
      for (scenario, isThere) in [("jonkoping-costs", true), ("jonkoping", false)] {
        let outcome = try Program.run(
          "run", "scenarios/\(scenario).json5", "--replications=1", "--products=propofol",
          "--quiet", "--out", folder.path)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(exist() == names.map { _ in isThere })
      }
    }
  }

  @Test("A scenario with rates alone says what is missing")
  func ratesOnly() throws {
    let outcome = try Program.run("costs", "scenarios/jonkoping.json5")
    #expect(outcome.code == 3)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("has no cost file"))
  }

  @Test("A cost file without scenario says what it costs per inhabitant")
  func municipal() throws {
    let outcome = try Program.run("costs", "scenarios/municipal/example-1.json5")
    #expect(outcome.code == 0)
    let words = outcome.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      words.contains(
        "Example-1 kostar 295 kr per invånare och år mer än today, avskrivning på investeringar för 698 kr per invånare inräknad."
      ))
    #expect(outcome.output.contains("1 assumption, 8 fitted"))
    #expect(!outcome.output.contains("Tabell 2"))
  }

  @Test("Names of policies lead out of no folder and run as no formula")
  func hostileNames() throws {
    try Program.withFolder { folder in
      let known = "status: 'assumption', source: '=cmd()'"
      let price = "{ value: '1 SEK', \(known) }"
      let scenario = folder.appending(path: "hostile.json5")
      try Data(
        """
        {
          extends: "\(Program.root.path)/scenarios/reference/r1.json5",
          experiment: { replications: 1, baseline: "=a/../b" },
          policies: {
            "=a/../b": { extends: "month-1" }, "../<b>": { extends: "month-3" },
            ".. <b>": { extends: "month-3" },
          },
          costs: {
            costFile: 1, priceYear: 2026, capitalRate: { value: '3 %', \(known) },
            discountRate: { value: '3 %', \(known) },
            storage: { room: \(price), cold: \(price), narcotic: \(price), flammable: \(price),
              gas: \(price), bulkyFluid: \(price) },
            palletVolume: { value: '1 m3', \(known) }, handlingPerOrderLine: \(price),
            transportPerDelivery: \(price), disposalPerLitre: \(price),
            items: { '=item': { name: '@name', part: 'staff', amount: '5 SEK', unit: '+unit',
              per: 'year', quantity: { '../<b>': 2 }, \(known) } },
          },
        }
        """.utf8
      ).write(to: scenario)
      let out = folder.appending(path: "out")
      let outcome = try Program.run(
        "costs", scenario.path, "--policy", "=a/../b", "--policy", "../<b>", "--policy", ".. <b>",
        "--out", out.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
          "hostile.json5", "out",
        ])
      let files = try FileManager.default.contentsOfDirectory(atPath: out.path)
      #expect(files.contains("costs-----b--sv.csv"))
      #expect(files.contains("costs-----b--2-sv.csv"))
      let text = try String(contentsOf: out.appending(path: "costs.csv"), encoding: .utf8)
      #expect(text.contains("\n'=a/../b,all,all,running,"))
      #expect(text.contains(",staff,'=item,SEK/year,10,,,10,"))
      #expect(text.contains(",assumption,'=cmd(),1\n"))
    }
  }
}
