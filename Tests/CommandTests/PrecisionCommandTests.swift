import Foundation
import Testing

@Suite("Precision on the command line")
struct PrecisionCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("--precision goes on, and leaves what as many replications leave")
  func run() throws {
    try Program.withFolder { folder in
      func text(_ run: String, _ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: run).appending(path: file), encoding: .utf8)
      }
      let precise = try Program.run(
        "run", r1, "--replications=4", "--precision=90%", "--policy=month-1", "--quiet", "--out",
        folder.appending(path: "precise").path)
      #expect(precise.code == 0, "\(precise.errors)")
      let replications = try text("precise", "replications.csv").split(separator: "\n").count - 1
      #expect(replications > 4)
      let plain = try Program.run(
        "run", r1, "--replications=\(replications)", "--policy=month-1", "--quiet", "--out",
        folder.appending(path: "plain").path)
      #expect(plain.code == 0)
      for file in ["summary.csv", "comparison.csv", "replications.csv"] {
        #expect(try text("precise", file) == text("plain", file), "\(file)")
      }
      #expect(try text("precise", "run.json").contains("--precision 0.9"))
    }
  }

  @Test(
    "What is no share is refused, and so is what it cannot be combined with",
    arguments: [
      (["--precision=0"], "should be a share"), (["--precision", "2"], "should be a share"),
      (["--precision=many"], "should be a share"), (["--precision"], "needs a value"),
      (["--precision=2%", "--without=expiry"], "cannot be combined with --without"),
    ])
  func wrong(words: [String], reason: String) throws {
    let outcome = try Program.run(["run", r1] + words)
    #expect(outcome.code == 2 && outcome.errors.contains(reason), "\(outcome.errors)")
  }
}
