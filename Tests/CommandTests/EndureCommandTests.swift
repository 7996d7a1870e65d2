import Foundation
import Testing

@Suite("Command line: endure")
struct EndureCommandTests {
  private let scenario = "scenarios/features/endurance.json5"

  @Test("It leaves a table and what was run, the same bytes on one core and on two")
  func run() throws {
    try Program.withFolder { folder in
      func bytes(_ run: String, _ file: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: run).appending(path: file))
      }
      for (name, jobs) in [("one", "1"), ("two", "2")] {
        let outcome = try Program.run(
          "endure", scenario, "--replications=4", "--in", "war", "--jobs", jobs, "--policy=today",
          "--out", folder.appending(path: name).path)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("All inbound supply stops on 2027-01-01, in peace."))
        #expect(outcome.output.contains("as “war” begins"))
        #expect(outcome.output.contains("endurance.csv endurance.json"))
        #expect(outcome.errors.isEmpty)
      }
      for file in ["endurance.csv", "endurance.json"] {
        #expect(try bytes("one", file) == (try bytes("two", file)), "\(file)")
      }
      let rows = String(decoding: try bytes("one", "endurance.csv"), as: UTF8.self)
      #expect(
        rows.hasPrefix(
          "policy,condition,cutDate,level,key,measure,unit,mean,ciLow,ciHigh,min,p05,p25,p50,p75,p95,"
            + "censoredShare,n\n"))
      #expect(rows.contains("\ntoday,war,2027-09-01,region,region,enduranceDays,days,"))
      let manifest = String(decoding: try bytes("one", "endurance.json"), as: UTF8.self)
      #expect(
        manifest.contains(
          "buffert endure endurance.json5 --set experiment.replications=4 --policy today --in war"))
      // A run into the same folder leaves what endure has found; endure what a run has found.
      let ran = try Program.run(
        "run", scenario, "--replications=1", "--quiet", "--out", folder.appending(path: "one").path)
      #expect(ran.code == 0)
      #expect(try bytes("one", "endurance.csv").count > 200)
      let again = try Program.run(
        "endure", scenario, "--replications=1", "--quiet", "--on=2027-03-01", "--out",
        folder.appending(path: "one").path)
      #expect(again.code == 0 && again.output.isEmpty)
      #expect(try bytes("one", "summary.csv").count > 200)
      let later = String(decoding: try bytes("one", "endurance.csv"), as: UTF8.self)
      #expect(later.contains("\ntoday,peace,2027-03-01,all,all,enduranceDays,days,"))
      #expect(!later.contains(",war,"))
    }
  }

  @Test(
    "What is finished is kept, and going on with it gives the table of a run that was not stopped")
  func goesOn() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "out")
      let chunks = out.appending(path: "chunks-endure")
      func names(_ folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
      }
      func words(_ more: String..., into folder: URL) -> [String] {
        ["endure", scenario, "--replications=24", "--in", "war", "--out", folder.path] + more
      }
      let stopped = try Program.interrupt(words("--save-every=0 s", into: out)) {
        !names(chunks).isEmpty
      }
      #expect(stopped.code == 130, "\(stopped.code) \(stopped.errors)")
      #expect(stopped.errors.contains("nothing was written") && stopped.output == "")
      #expect(names(out) == ["chunks-endure"])
      let again = try Program.run(words(into: out))
      #expect(again.code == 2 && again.errors.contains("--resume goes on with them"))
      let other = try Program.run(words("--resume", "--on=2027-02-01", into: out))
      #expect(other.code == 3 && other.errors.contains("another scenario"), "\(other.errors)")

      let resumed = try Program.run(words("--resume", into: out))
      #expect(resumed.code == 0 && resumed.errors.contains("goes on after"), "\(resumed.errors)")
      let whole = folder.appending(path: "whole")
      #expect(try Program.run(words(into: whole)).code == 0)
      #expect(names(out) == names(whole))
      for name in names(whole) {
        #expect(
          try Data(contentsOf: out.appending(path: name))
            == Data(contentsOf: whole.appending(path: name)), "\(name)")
      }
    }
  }

  @Test(
    "What does not exist is wrong usage, with what it may have been",
    arguments: [
      (["--in", "wra"], "did you mean war?"),
      (["--on", "2027-13-01"], "--on is 2027-13-01, but should be a date such as 2027-01-31"),
      (["--on", "2031-01-01"], "but the horizon is from 2027-01-01 to"),
      (["--policy", "todya"], "did you mean today?"),
      (["--onn", "2027-01-01"], "did you mean --on?"),
      (["--without", "expiry"], "endure has no option --without"),
    ])
  func wrongUsage(words: [String], text: String) throws {
    let outcome = try Program.run(["endure", scenario] + words)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
  }
}
