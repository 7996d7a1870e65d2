import Quantities
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Rows of consumption that are read from their bytes")
struct PlainRowsTests {
  /// The valid scenario with another table of consumption.
  private func read(_ rows: [String], header: String = "location,product,perDay,dispersion")
    -> ScenarioReader.Outcome
  {
    var files = MemoryFiles(ScenarioFolder.baseFiles())
    files["consumption.csv"] = ([header] + rows).joined(separator: "\n") + "\n"
    return files.read()
  }

  private static let plain = [
    "ward,propofol,1.5,2.5", "icu,propofol,12.25,2.5", "ward,gloves,250,2.5",
    "icu,gloves,400.125,3", "home,gloves,120,", "home,gauze,0.000000001,",
  ]

  @Test(
    "However a row is written, it means the same",
    arguments: [
      ["ward,propofol,\"1.5\",2.5", "icu,propofol,12.250,2.50"],
      ["\"ward\",propofol,15e-1,2.5", "icu,\"propofol\",+12.25,2.5"],
      ["ward,propofol,001.5,\"2.5\"", "icu,propofol,12.2500000000000000,2.5"],
      ["ward,propofol,1.5,25e-1", "icu,propofol,1225e-2,2.5"],
    ])
  func spellings(rows: [String]) {
    let plain = read(Self.plain)
    #expect(plain.diagnostics.rendered() == "")
    let other = read(rows + Self.plain.dropFirst(2))
    #expect(other.diagnostics.rendered() == "")
    #expect(modelText(other.model) == modelText(plain.model))
  }

  @Test("Every row has its own dispersion, whatever the row before it said")
  func dispersions() throws {
    let content = try #require(read(Self.plain).model).content
    let found = content.consumption.map { use in
      "\(content.locations[use.location].id) \(content.products[use.product].id) \(use.family)"
    }
    #expect(
      found == [
        "home gauze poisson", "home gloves poisson",
        "icu gloves negativeBinomial(indexOfDispersion: 3.0)",
        "ward gloves negativeBinomial(indexOfDispersion: 2.5)",
        "icu propofol negativeBinomial(indexOfDispersion: 2.5)",
        "ward propofol negativeBinomial(indexOfDispersion: 2.5)",
      ])
  }

  @Test("The order of rows in the file changes nothing", arguments: 1...20)
  func order(seed: UInt64) {
    var random = TestRandom(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let shuffled = Self.plain.shuffled(using: &random)
    #expect(modelText(read(shuffled).model) == modelText(read(Self.plain).model))
  }

  @Test("Rates reach the model to the billionth, up to a million units a day")
  func rates() throws {
    let content = try #require(read(Self.plain).model).content
    let rates = content.consumption.map(\.normal.nanoUnits).sorted()
    #expect(
      rates == [
        1, 1_500_000_000, 12_250_000_000, 120_000_000_000, 250_000_000_000, 400_125_000_000,
      ])
    let most = read(["ward,propofol,1000000,"] + Self.plain.dropFirst()).model?.content
    #expect(most?.consumption.contains { $0.normal.nanoUnits == 1_000_000_000_000_000 } == true)
  }

  @Test(
    "What is wrong in a row is said, although the row before it was read at once",
    arguments: [
      ("icu,propofol,0,2.5", "perDay is 0"), ("icu,propofol,.,2.5", "perDay is the text"),
      ("icu,propofol,1000000.000000001,2.5", "perDay is 1000000.000000001"),
      ("icu,propofol,1.0000000001,2.5", "perDay is 1.0000000001"),
      ("icu,propofol,-1,2.5", "perDay is -1"), ("icu,propofol,1,,5", "has 5 cells"),
      ("icv,propofol,1,2.5", "unknown location \"icv\""),
      ("icu,propofool,1,2.5", "unknown product \"propofool\""),
      ("icu,propofol,1,0.5", "dispersion is 0.5"), ("ward,propofol,1,2.5", "has a row already"),
    ])
  func problems(row: String, problem: String) {
    var rows = Self.plain
    rows[1] = row
    let outcome = read(rows)
    #expect(outcome.model == nil)
    let text = outcome.diagnostics.rendered()
    #expect(text.contains("consumption.csv:3:"))
    #expect(text.contains(problem), "\(text)")
    #expect(outcome.diagnostics.sorted.count == 1)
  }

  @Test("A mistake that two rows share is said of both")
  func sharedMistake() {
    let rows = Self.plain.map { $0.split(separator: ",").prefix(3).joined(separator: ",") }
    let outcome = read(
      rows.map { $0 + ",nightly" }, header: "location,product,perDay,profile")
    #expect(outcome.diagnostics.sorted.count == rows.count)
  }

  @Test("Files have their bytes only where they are kept")
  func bytes() {
    let files = MemoryFiles(ScenarioFolder.baseFiles())
    func read(keeping keepsBytes: Bool) -> [ScenarioSource] {
      ScenarioReader(
        load: { path in
          files.files[path].map { .success($0) }
            ?? .failure(FileProblem(reason: "there is no such file"))
        }, keepsBytes: keepsBytes
      ).read("base.json5").files
    }
    #expect(read(keeping: true).allSatisfy { $0.bytes == files.files[$0.path] })
    #expect(read(keeping: false).allSatisfy { $0.bytes.isEmpty })
    #expect(read(keeping: false).map(\.path) == read(keeping: true).map(\.path))
  }
}
