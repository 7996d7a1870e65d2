import Foundation
import Testing

@Suite("Memory on the command line")
struct MemoryCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("What needs more than it may is refused with what it needs and what to change")
  func refused() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "results").path
      let outcome = try Program.run(
        "run", r1, "--out", out, "--memory", "60 MiB", "--jobs", "2", "--detail")
      #expect(outcome.code == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("\(r1): error: the run would need about "))
      #expect(outcome.errors.contains("the values of each replication"))
      #expect(outcome.errors.contains("expected at most the 60 MiB of --memory"))
      #expect(outcome.errors.contains("--replications "))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test("What --assumptions and --without need is counted, each by itself")
  func severalStudies() throws {
    func refusal(_ words: String...) throws -> String {
      let outcome = try Program.run(
        ["run", "scenarios/jonkoping.json5", "--memory=1MiB", "--jobs=1", "--replications=4"]
          + words)
      #expect(outcome.code == 3)
      return outcome.errors
    }
    func mebibytes(_ refusal: String) throws -> Double {
      let words = refusal.split(separator: " ")
      let place = try #require(words.firstIndex(of: "about"))
      return try #require(Double(words[place + 1]))
    }
    let (alone, varied) = (try refusal(), try refusal("--assumptions"))
    let both = try refusal("--assumptions", "--without=expiry")
    #expect(!alone.contains("leave out"))
    #expect(varied.contains("leave out --assumptions;"))
    #expect(!varied.contains("leave out --without"))
    #expect(both.contains("leave out --assumptions; leave out --without;"))
    // Plans and distributions of every variant stand beside the scenario's own.
    let (one, seven, eight) = (try mebibytes(alone), try mebibytes(varied), try mebibytes(both))
    #expect(seven > 2 * one)
    #expect(eight > seven + 10)
  }

  @Test("As many replications as it says do fit")
  func advice() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "results").path
      func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(["run", r1, "--out", out, "--memory=26MiB", "--quiet", "--jobs=1"] + words)
      }
      let refused = try run("--replications=20000")
      #expect(refused.code == 3)
      let parts = refused.errors.split(separator: " ")
      let place = try #require(parts.firstIndex(of: "--replications"))
      let count = try #require(Int(parts[place + 1]))
      #expect(count > 5 && count < 5_000)
      #expect(try run("--replications=\(count)").code == 0)
      #expect(try run("--replications=\(count + count / 10 + 2)").code == 3)
    }
  }

  @Test("A size that is none is wrong usage, and only run takes one")
  func wrongUsage() throws {
    for size in ["2", "0 GiB", "much"] {
      let outcome = try Program.run("run", r1, "--memory", size)
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("--memory is \(size), but should be a size such as 2 GiB"))
    }
    #expect(try Program.run("check", r1, "--memory", "2 GiB").code == 2)
    #expect(try Program.run("run", "--help").output.contains("--memory SIZE"))
  }

  @Test("Check says how much memory a run needs")
  func check() throws {
    let lines = try Program.run("check", r1).output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("a run needs about ") == true)
    #expect(lines.last?.contains("MiB of memory with ") == true)
  }
}
