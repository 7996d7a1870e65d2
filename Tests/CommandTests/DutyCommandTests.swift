import Foundation
import Testing

@Suite("The duty on the command line")
struct DutyCommandTests {
  private static func lines(_ folder: URL, _ name: String) throws -> [String] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test("A scenario with a duty leaves its two tables; one without leaves none, not even old ones")
  func tables() throws {
    try Program.withFolder { folder in
      let out = folder.appending(path: "results")
      let duty = try Program.run(
        "run", "scenarios/features/duty.json5", "--replications=2", "--products",
        "serum,inhaler,drink", "--policy=one-month", "--out", out.path)
      #expect(duty.code == 0)
      #expect(duty.output.contains(" duty.csv exemptions.csv run.json"))
      let rows = try Self.lines(out, "duty.csv")
      // Three hold the drink, one the serum, nobody need hold the inhaler.
      #expect(rows.count == 5)
      #expect(rows.contains { $0.hasPrefix("one-month,region-north,serum,0.2,6,2,25 %,") })
      // The exemption of the gauze is not about what was run.
      let exemptions = try Self.lines(out, "exemptions.csv")
      #expect(exemptions.count == 2)
      #expect(
        exemptions[1].hasPrefix(
          "one-month,region-north,serum,shortShelfLife,25 %,2,6,"
            + "\"borrowed from the neighbouring region, a day away\",2028-01-01,"))

      let plain = try Program.run(
        "run", "scenarios/reference/r1.json5", "--replications=1", "--out", out.path)
      #expect(plain.code == 0)
      #expect(!plain.output.contains("duty"))
      for name in ["duty.csv", "exemptions.csv"] {
        let path = out.appending(path: name).path
        #expect(!FileManager.default.fileExists(atPath: path))
      }
    }
  }
}
