import Foundation
import Testing

@Suite("Counterfactuals on the command line")
struct CounterfactualCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("--without leaves a table and a section; the other tables are what they were")
  func run() throws {
    try Program.withFolder { folder in
      func bytes(_ run: String, _ file: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: run).appending(path: file))
      }
      let plain = try Program.run(
        "run", r1, "--replications=4", "--out", folder.appending(path: "plain").path)
      #expect(plain.code == 0)
      // The order and number of the options change nothing.
      for (name, words) in [
        ("one", ["--without", "shortages", "--without", "expiry", "--jobs=1"]),
        ("two", ["--without=expiry", "--without=shortages", "--without=expiry", "--jobs=2"]),
      ] {
        let outcome = try Program.run(
          ["run", r1, "--replications=4", "--out", folder.appending(path: name).path] + words)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("What is due to shortages, to expiry:"))
        #expect(outcome.output.contains(" counterfactuals.csv run.json"))
      }
      for file in ["counterfactuals.csv", "run.json"] {
        #expect(try bytes("one", file) == (try bytes("two", file)), "\(file)")
      }
      for file in ["summary.csv", "comparison.csv", "replications.csv", "targets.csv"] {
        #expect(try bytes("one", file) == (try bytes("plain", file)), "\(file)")
      }
      let manifest = String(decoding: try bytes("one", "run.json"), as: UTF8.self)
      #expect(manifest.contains("--without shortages --without expiry"))
      let digest = { (text: String) in
        text.split(separator: "\n").first { $0.contains("scenarioDigest") }
      }
      let actual = String(decoding: try bytes("plain", "run.json"), as: UTF8.self)
      #expect(digest(manifest) != nil && digest(manifest) == digest(actual))
      let rows = String(decoding: try bytes("one", "counterfactuals.csv"), as: UTF8.self)
      #expect(rows.contains("\nmonth-1,shortages,all,all,unmetFraction,1,"))
      // A run without the option removes the table that is not its own.
      let again = try Program.run(
        "run", r1, "--replications=1", "--quiet", "--out", folder.appending(path: "one").path)
      #expect(again.code == 0)
      let path = folder.appending(path: "one/counterfactuals.csv").path
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("What cannot be thought away is wrong usage, with what it may have been")
  func wrongUsage() throws {
    let misspelt = try Program.run("run", r1, "--without", "shortage")
    #expect(misspelt.code == 2)
    #expect(
      misspelt.errors.contains(
        "--without is shortage, but should be shortages, expiry or uncertainty"))
    #expect(misspelt.errors.contains("did you mean shortages?"))
    #expect(try Program.run("run", r1, "--without").code == 2)
  }
}
