import Foundation
import Testing

@Suite("Command line: report")
struct ReportCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("It prints the statement, or writes the same bytes to a file")
  func printsOrWrites() throws {
    try Program.withFolder { folder in
      let printed = try Program.run("report", r1)
      #expect(printed.code == 0)
      #expect(printed.errors.isEmpty)
      #expect(printed.output.hasPrefix("# Model statement: R1: does the program compute"))
      #expect(printed.output.hasSuffix("cite as in `CITATION.cff`.\n"))
      #expect(printed.output.contains("| `r1/consumption.csv` | 20 | `"))
      let file = folder.appending(path: "r1.md")
      let written = try Program.run("report", r1, "--out", file.path)
      #expect(written.code == 0)
      #expect(written.output == "wrote \(file.path)\n")
      #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
    }
  }

  @Test("It is the same from wherever the scenario is named, and knows no path of the machine")
  func isPortable() throws {
    let here = try Program.run("report", r1)
    let absolute = Program.root.appending(path: r1).path
    let there = try Program.run("report", absolute)
    #expect(there.output == here.output)
    #expect(!there.output.contains(Program.root.path))
  }

  @Test("What is set on the command line changes the statement, and is named in it")
  func settings() throws {
    let usual = try Program.run("report", r1)
    let changed = try Program.run("report", r1, "--set", "experiment.replications=7")
    #expect(changed.output != usual.output)
    #expect(changed.output.contains("- 7 independent replications of each policy"))
    #expect(changed.output.contains("on the command line: `experiment.replications=7`."))
    #expect(
      changed.output.contains("Run it with `buffert run r1.json5 --set experiment.replications=7`"))
  }

  @Test("A scenario with errors and a file that cannot be written are told, and nothing is written")
  func failures() throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "r1.md").path
      let broken = try Program.run("report", r1, "--out", file, "--set", "experiment.seed=many")
      #expect(broken.code == 3)
      #expect(broken.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: file))
      let unwritable = try Program.run("report", r1, "--out", folder.path + "/none/r1.md")
      #expect(unwritable.code == 1)
      #expect(unwritable.errors.contains("the report cannot be written to"))
      #expect(try Program.run("report").code == 2)
      #expect(try Program.run("report", r1, "--replications", "3").code == 2)
    }
  }

  @Test("It is in Swedish where that is asked for, and no other language is known")
  func language() throws {
    let swedish = try Program.run("report", r1, "--locale", "sv")
    #expect(swedish.code == 0)
    #expect(swedish.output.hasPrefix("# Modellbeskrivning: R1: does the program compute"))
    #expect(swedish.output.hasSuffix("citera enligt `CITATION.cff`.\n"))
    #expect(
      try Program.run("report", r1, "--locale", "en").output == Program.run("report", r1).output)
    let unknown = try Program.run("report", r1, "--locale", "fi")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("--locale is fi"))
    #expect(try Program.run("report", r1, "--markdown").code == 2)
  }

  /// `BUFFERT_RECORD=1 swift test --filter ReportCommandTests` writes them anew.
  @Test(
    "The shipped statements are what the program gives",
    arguments: ["halland", "jonkoping", "sweden"], ["en", "sv"])
  func shipped(name: String, language: String) throws {
    let given = try Program.run("report", "scenarios/\(name).json5", "--locale", language)
    let file = Program.root.appending(
      path: "scenarios/\(name)/STRESS-DES\(language == "en" ? "" : ".sv").md")
    if ProcessInfo.processInfo.environment["BUFFERT_RECORD"] == "1" {
      try Data(given.output.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == given.output)
  }
}
