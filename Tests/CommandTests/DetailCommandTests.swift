import Foundation
import Testing

@Suite("Detail on the command line")
struct DetailCommandTests {
  private let r1 = "scenarios/reference/r1.json5"

  @Test("--detail fills the quantiles of locations and products, and changes no other cell")
  func run() throws {
    try Program.withFolder { folder in
      func rows(_ run: String, _ file: String) throws -> [[String]] {
        try String(contentsOf: folder.appending(path: run).appending(path: file), encoding: .utf8)
          .split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          }
      }
      for (name, words) in [
        ("plain", []), ("one", ["--detail", "--jobs=1"]), ("two", ["--jobs=2", "--detail"]),
      ] {
        let outcome = try Program.run(
          ["run", r1, "--replications=6", "--quiet", "--out", folder.appending(path: name).path]
            + words)
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      for file in ["summary.csv", "comparison.csv", "replications.csv", "run.json"] {
        #expect(try rows("one", file) == (try rows("two", file)), "\(file)")
      }
      for file in ["comparison.csv", "replications.csv", "targets.csv"] {
        #expect(try rows("one", file) == (try rows("plain", file)), "\(file)")
      }
      // Columns 9 to 13 are the quantiles.
      let (plain, detailed) = (try rows("plain", "summary.csv"), try rows("one", "summary.csv"))
      #expect(plain.count == detailed.count)
      var filled = 0
      for (row, other) in zip(plain, detailed) {
        let isSingle = row[1] == "location" || row[1] == "product"
        #expect(row[..<9] == other[..<9] && row[14] == other[14])
        #expect(isSingle || row[9..<14] == other[9..<14])
        #expect(other[9..<14].allSatisfy { !$0.isEmpty } || other[5].isEmpty, "\(other)")
        if isSingle {
          #expect(row[9..<14].allSatisfy { $0.isEmpty })
          filled += 1
        }
      }
      #expect(filled > 50)
      let manifest = try String(
        contentsOf: folder.appending(path: "one/run.json"), encoding: .utf8)
      #expect(manifest.contains("--detail"))
    }
  }

  @Test("It takes no value, and only run takes it")
  func wrongUsage() throws {
    let stated = try Program.run("run", r1, "--detail=yes")
    #expect(stated.code == 2 && stated.errors.contains("--detail takes no value"))
    #expect(try Program.run("trace", r1, "--detail").code == 2)
    let help = try Program.run("run", "--help")
    #expect(help.output.contains("--detail") && help.output.contains("memory"))
  }
}
