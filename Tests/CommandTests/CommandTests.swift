import Foundation
import Testing

@Suite("Command line")
struct CommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("Without a command the help is printed and the exit code says wrong usage")
  func noCommand() throws {
    let outcome = try Program.run()
    #expect(outcome.code == 2)
    #expect(outcome.output.hasPrefix("buffert simulates preparedness stock"))
  }

  @Test(
    "Every command has a help of its own",
    arguments: ["run", "endure", "check", "report", "trace", "fields"])
  func help(command: String) throws {
    let outcome = try Program.run(command, "--help")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("usage: buffert \(command)"))
    #expect(outcome.errors.isEmpty)
  }

  @Test("A misspelt command or option gets the nearest name")
  func suggestions() throws {
    let command = try Program.run("chek", r1)
    #expect(command.code == 2)
    #expect(command.errors.contains("did you mean check?"))
    let option = try Program.run("run", r1, "--replicatons", "3")
    #expect(option.code == 2)
    #expect(option.errors.contains("did you mean --replications?"))
    let policy = try Program.run("run", r1, "--policy", "month-2")
    #expect(policy.code == 2)
    #expect(policy.errors.contains("did you mean month-"))
  }

  @Test("Options that cannot be are wrong usage and write nothing")
  func wrongOptions() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "results").path
      for words in [
        ["--replications", "0"], ["--replications", "many"], ["--jobs=0"], ["--seed", "-1"],
        ["--out"], ["--quiet=yes"], ["--seed", "1", "--seed", "2"], ["--products", "colour=red"],
        ["--products", "prodct"],
      ] {
        var all = ["run", r1, "--out", out] + words
        if words == ["--out"] { all = ["run", r1, "--out"] }
        let outcome = try Program.run(all)
        #expect(outcome.code == 2, "\(words)")
        #expect(outcome.errors.hasPrefix("buffert: "), "\(words)")
      }
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test("A scenario with errors ends with code 3, names the place and writes nothing")
  func brokenScenario() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "results").path
      let outcome = try Program.run(
        "run", r1, "--out", out, "--set", "experiment.replcations=3", "--set",
        "horizon.length=two years")
      #expect(outcome.code == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("experiment.replcations is unknown"))
      #expect(outcome.errors.contains("did you mean replications?"))
      #expect(outcome.errors.contains("horizon.length"))
      #expect(outcome.errors.contains("has 2 errors"))
      #expect(!FileManager.default.fileExists(atPath: out))
      let missing = try Program.run("check", "scenarios/no-such.json5")
      #expect(missing.code == 3)
      #expect(missing.errors.contains("there is no such file"))
    }
  }

  @Test("A run leaves its tables, the same bytes on one core and on two")
  func run() throws {
    try Program.withFolder { folder in
      let one = folder.appending(path: "one").path
      let two = folder.appending(path: "two").path
      let first = try Program.run("run", r1, "--replications=6", "--jobs=1", "--out", one)
      let second = try Program.run(
        "run", r1, "--replications", "6", "--jobs", "2", "--out", two, "--quiet")
      #expect(first.code == 0)
      #expect(second.code == 0)
      #expect(first.output.contains("R1: does the program compute what others compute?"))
      #expect(first.output.contains("simulation error only"))
      #expect(first.errors.isEmpty)
      #expect(second.output.isEmpty)
      for file in ["summary.csv", "comparison.csv", "replications.csv", "run.json"] {
        let a = try Data(contentsOf: URL(filePath: one).appending(path: file))
        let b = try Data(contentsOf: URL(filePath: two).appending(path: file))
        #expect(a == b, "\(file)")
        #expect(a.count > 200, "\(file)")
      }
      #expect(FileManager.default.fileExists(atPath: one + "/timing.json"))
      let summary = try String(
        contentsOf: URL(filePath: one).appending(path: "summary.csv"), encoding: .utf8)
      #expect(
        summary.hasPrefix(
          "policy,level,key,measure,unit,mean,sd,ciLow,ciHigh,p05,p25,p50,p75,p95,n\n"))
      let rows = try String(
        contentsOf: URL(filePath: one).appending(path: "replications.csv"), encoding: .utf8)
      #expect(rows.split(separator: "\n").count == 1 + 2 * 6)
    }
  }

  @Test("A folder that cannot be made is a failed run, said plainly")
  func unwritable() throws {
    let outcome = try Program.run(
      "run", r1, "--replications", "1", "--out", "/dev/null/results")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("cannot be written"))
  }

  @Test("check prints what the scenario is, and with --explain every value and its origin")
  func check() throws {
    let plain = try Program.run("check", r1)
    #expect(plain.code == 0)
    #expect(plain.output.contains("has no errors: 1 products, 21 locations"))
    let explained = try Program.run("check", r1, "--explain", "--set", "experiment.seed=7")
    #expect(explained.output.contains("(default)"))
    #expect(explained.output.contains("r1.json5:"))
    #expect(explained.output.contains("--set experiment.seed=7"))
    #expect(explained.output.contains("policies.month-1.allocation"))
  }

  @Test("fields lists the fields with their meaning, default and an example")
  func fields() throws {
    let outcome = try Program.run("fields")
    #expect(outcome.code == 0)
    for name in ["replications:", "remainingLife:", "perYear:", "unitPrice:", "reserve:"] {
      #expect(outcome.output.contains(name), "\(name)")
    }
  }
}
