import Foundation
import Testing

@Suite("What happens over time, on the command line")
struct OverTimeCommandTests {
  private func text(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("A build-up leaves discard by year, and the report shows it")
  func buildUp() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run(
        "run", "scenarios/features/start-build-up.json5", "--replications=3", "--quiet", "--out",
        folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let rows = try text(folder, "discard-by-year.csv").split(separator: "\n")
      // Three policies, three years with four quarters each.
      #expect(rows.count == 1 + 3 * 15)
      #expect(rows[1].hasPrefix("today,year,1,2027-01-01,365,discardedSEK,SEK,"))
      #expect(try text(folder, "timeline.csv").contains(",coverDays,days,"))
      #expect(try text(folder, "names.csv").hasPrefix("level,key,name\n"))
      let page = try text(folder, "report.html")
      #expect(page.contains("Discard year by year"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "phases.csv").path))
    }
  }

  @Test("A scenario with a war leaves figures of peace and of war, each with its interval")
  func phases() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run(
        "run", "scenarios/features/random-crisis.json5", "--replications=40", "--quiet",
        "--out", folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let phases = try text(folder, "phases.csv")
      for place in ["before,,", "during,crisis,", "after,,"] {
        #expect(phases.contains("\ntoday,\(place)all,all,unmetFraction,1,"), "\(place)")
      }
      #expect(phases.contains(",during,crisis,demandClass,"))
      #expect(try text(folder, "calendar.csv").contains("\nphase,war,"))
      #expect(try text(folder, "report.html").contains("Peace and each phase apart"))
      #expect(!(try text(folder, "report.html").contains("id=\"classes\"")))
    }
  }

  @Test("--assumptions runs the scenarios that the register names, beside the scenario's own")
  func assumptions() throws {
    try Program.withFolder { folder in
      let outcome = try Program.run(
        "run", "scenarios/jonkoping.json5", "--replications=3",
        "--products=propofol,paracetamol-infusion",
        "--assumptions", "--quiet", "--out", folder.path)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let rows = try text(folder, "sensitivity.csv").split(separator: "\n")
      func mean(_ start: String) throws -> Double {
        let row = try #require(rows.first { $0.hasPrefix(start) }, "\(start)")
        return try #require(
          Double(row.dropFirst(start.count).prefix { $0 != "," }), "\(row)")
      }
      // The first rows are the run itself.
      let summary = try text(folder, "summary.csv").split(separator: "\n")
      let own = try #require(
        summary.first { $0.hasPrefix("today,all,all,averageStockSEK,SEK,") })
      let value = own.split(separator: ",")[5]
      #expect(rows.contains { $0.hasPrefix(",stated,,today,averageStockSEK,SEK,\(value),") })
      let (low, stated, high) = (
        try mean("consumption-level,low,factor 0.5,today,averageStockSEK,SEK,"),
        try mean(",stated,,today,averageStockSEK,SEK,"),
        try mean("consumption-level,high,factor 2,today,averageStockSEK,SEK,")
      )
      #expect(low < stated && stated < high)
      #expect(try text(folder, "run.json").contains(" --assumptions\""))
      #expect(try text(folder, "report.html").contains("What they are worth"))
    }
    let none = try Program.run("run", "scenarios/reference/r1.json5", "--assumptions")
    #expect(none.code == 3)
    #expect(none.errors.contains("--assumptions has nothing to run"))
  }

  @Test("report --csv excel-sv gives the bytes that the run would have given")
  func copies() throws {
    try Program.withFolder { root in
      let (one, two) = (root.appending(path: "one"), root.appending(path: "two"))
      for (folder, words) in [(one, ["--csv=excel-sv"]), (two, [])] {
        let outcome = try Program.run(
          [
            "run", "scenarios/features/duty.json5", "--replications=3", "--quiet", "--out",
            folder.path,
          ] + words)
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      let report = try Program.run("report", two.path, "--csv", "excel-sv")
      #expect(report.code == 0, "\(report.errors)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: one.appending(path: "excel-sv").path)
      #expect(names.count >= 7)
      for name in names {
        #expect(try text(one, "excel-sv/\(name)") == text(two, "excel-sv/\(name)"), "\(name)")
      }
      #expect(try text(one, "datapackage.json") == text(two, "datapackage.json"))
      let wrong = try Program.run("report", two.path, "--csv=excel")
      #expect(wrong.code == 2)
    }
  }

  @Test("Costs written into a run's folder stand in its page; printed tables are described")
  func costs() throws {
    try Program.withFolder { folder in
      let scenario = "scenarios/jonkoping-costs.json5"
      let words = ["--replications=2", "--quiet", "--out", folder.path]
      #expect(
        try Program.run(
          ["run", "scenarios/jonkoping.json5", "--products=propofol", "--locale=sv"] + words
        ).code == 0)
      #expect(!(try text(folder, "report.html").contains("id=\"costs\"")))
      let outcome = try Program.run(["costs", scenario, "--csv=excel-sv"] + words)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let page = try text(folder, "report.html")
      #expect(page.contains("id=\"costs\"") && page.contains("<html lang=\"sv\">"))
      let package = try text(folder, "datapackage.json")
      for path in [
        "costs-table2-one-month-sv.csv", "costs-one-month-sv.csv", "excel-sv/costs.csv",
      ] {
        #expect(package.contains("\"path\": \"\(path)\""), "\(path)")
      }
      #expect(try text(folder, "excel-sv/costs.csv").contains(";"))
    }
  }
}
