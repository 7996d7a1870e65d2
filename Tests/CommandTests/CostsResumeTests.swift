import Foundation
import Testing

@Suite("Costs that are interrupted")
struct CostsResumeTests {
  /// R1 with a cost file, each figure of which is 1 or so.
  private func writeScenario(_ path: URL) throws {
    let known = "status: 'assumption', source: 'by judgement'"
    let price = "{ value: '1 SEK', \(known) }"
    try Data(
      """
      {
        extends: "\(Program.root.path)/scenarios/reference/r1.json5",
        costs: {
          costFile: 1, priceYear: 2026, capitalRate: { value: '3 %', \(known) },
          discountRate: { value: '3 %', \(known) },
          storage: { room: \(price), cold: \(price), narcotic: \(price), flammable: \(price),
            gas: \(price), bulkyFluid: \(price) },
          palletVolume: { value: '1 m3', \(known) }, handlingPerOrderLine: \(price),
          transportPerDelivery: \(price), disposalPerLitre: \(price),
          items: { staff: { name: 'Staff', part: 'staff', amount: '5 SEK', unit: 'post',
            per: 'year', quantity: { 'month-1': 2 }, \(known) } },
        },
      }
      """.utf8
    ).write(to: path)
  }

  private func names(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test("What is finished is kept, and going on with it gives the tables of a run that was not")
  func goesOn() throws {
    try Program.withFolder { folder in
      let scenario = folder.appending(path: "scenario.json5")
      try writeScenario(scenario)
      let out = folder.appending(path: "out")
      let chunks = out.appending(path: "chunks-costs")
      func words(_ more: String..., into folder: URL) -> [String] {
        ["costs", scenario.path, "--replications=200", "--jobs=2", "--out", folder.path] + more
      }
      let stopped = try Program.interrupt(words("--save-every=0 s", into: out)) {
        names(chunks).contains { $0.hasPrefix("sums") }
      }
      #expect(stopped.code == 130, "\(stopped.code) \(stopped.errors)")
      #expect(stopped.errors.contains("of 200 replications; nothing was written"))
      #expect(stopped.output == "")
      #expect(names(out) == ["chunks-costs"])

      let again = try Program.run(words(into: out))
      #expect(again.code == 2 && again.errors.contains("--resume goes on with them"))
      let other = try Program.run(words("--resume", "--seed=9", into: out))
      #expect(other.code == 3 && other.errors.contains("of another study: seed"))

      let resumed = try Program.run(words("--resume", into: out))
      #expect(resumed.code == 0 && resumed.errors.contains("goes on after"), "\(resumed.errors)")
      let whole = folder.appending(path: "whole")
      let undisturbed = try Program.run(words(into: whole))
      #expect(undisturbed.code == 0, "\(undisturbed.errors)")
      #expect(
        resumed.output.replacing(out.path, with: "")
          == undisturbed.output.replacing(whole.path, with: ""))
      #expect(names(out) == names(whole) && names(out).contains("costs.csv"))
      for name in names(whole) {
        #expect(
          try Data(contentsOf: out.appending(path: name))
            == Data(contentsOf: whole.appending(path: name)), "\(name)")
      }
    }
  }

  @Test(
    "Options that only mean something where a scenario is simulated are not ignored elsewhere",
    arguments: [
      (
        ["--from-reported", "--replications=5"], "--replications is for scenarios: --from-reported"
      ),
      (["scenarios/municipal/example-1.json5", "--seed=4"], "--seed is for scenarios: scenarios/"),
      (["scenarios/municipal/example-1.json5", "--set", "a=b"], "--set is for scenarios"),
      (["scenarios/jonkoping-costs.json5", "--resume"], "keeps nothing unless --out names one"),
    ])
  func idle(words: [String], reason: String) throws {
    let outcome = try Program.run(["costs"] + words)
    #expect(outcome.code == 2 && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(outcome.output == "")
  }
}
