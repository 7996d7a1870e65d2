import Reports
import ScenarioFiles
import Testing

@testable import Validation

@Suite("Scenarios that state what they are known to give")
struct ScenarioCaseTests {
  /// A scenario over a shipped one, which is not in the repository.
  static let path = "scenarios/validation/in-memory.json5"
  static let text = """
    {
      buffert: 1,
      extends: "e6-mean-5.json5",
      title: "Base stock of 6 units, five used a day",
      source: "a Markov chain",
      expected: {
        case: "E6", title: "Base stock", provenance: "numeric",
        quantities: { filled: "servedAtOnce / demand", gone: "discarded / days" },
        rows: [
          { row: "first", policy: "fifo-6", of: { product: "two-days" },
            values: { filled: 0.901340499266, gone: 0.088298614207 } },
          { row: "second", policy: "fifo-6", of: { product: "two-days" },
            settings: ["horizon.length=2 years"], values: { filled: 0.901340499266 } },
        ],
        quick: { replications: 20, settings: ["horizon.length=1 year"] },
      },
    }
    """

  /// The scenario with a text in it replaced.
  static func changed(_ part: String = "", to other: String = "") throws -> ScenarioCase {
    let written = part.isEmpty ? text : text.replacing(part, with: other)
    try #require(part.isEmpty || written != text)
    return try ScenarioCase(path) { name in
      name == path ? .success(Array(written.utf8)) : Repository.read(name)
    }
  }

  static func problem(_ part: String, to other: String) -> String {
    do {
      _ = try changed(part, to: other).findings(.quick, jobs: 1)
      return "nothing"
    } catch {
      return (error as? ValidationProblem)?.text ?? "\(error)"
    }
  }

  @Test("Each known value has its finding, in the order stated")
  func findings() throws {
    let findings = try Self.changed().findings(.quick, jobs: 1)
    #expect(findings.map(\.row) == ["first", "first", "second"])
    #expect(findings.map(\.quantity) == ["filled", "gone", "filled"])
    #expect(findings.map(\.verdict) == [.agrees, .agrees, .agrees])
    #expect(findings[0].reference == 0.901340499266)
    // The second row runs twice as long.
    #expect(findings[0].estimate != findings[2].estimate)
    #expect(findings[0].standardError > findings[2].standardError)
  }

  @Test("The full run has the scenario's own replications, the quick one its own")
  func effort() throws {
    let scenario = try Self.changed(
      "buffert: 1,", to: "buffert: 1, experiment: { replications: 40 },")
    let quick = try scenario.findings(.quick, jobs: 1)
    let full = try scenario.findings(.full, jobs: 2)
    // Ten years forty times against one year twenty times.
    #expect(full[0].standardError < 0.4 * quick[0].standardError)
    #expect(quick[0].largestError > full[0].largestError)
  }

  @Test(
    "What is missing or malformed is said, and nothing passes",
    arguments: [
      ("expected: {", "exspected: {", "did you mean expected?"),
      ("source:", "sauce:", "sauce is unknown"),
      ("filled: 0.901340499266, gone: 0.088298614207", "", "values is empty"),
      ("filled: 0.901340499266, gone: 0.088298614207", "felled: 1", "did you mean filled?"),
      ("filled: 0.901340499266, gone: 0.088298614207", "filled: \"0.9\"", "is the text"),
      (
        "provenance: \"numeric\"", "provenance: \"guessed\"",
        "published, exact, numeric or simulated"
      ),
      ("rows: [", "ruws: [", "did you mean rows?"),
      ("replications: 20", "replications: 1", "a whole number from 2"),
      ("policy: \"fifo-6\"", "policy: \"fifo-7\"", "no policy fifo-7"),
      ("servedAtOnce / demand", "servedAtOnce / ", "ends where a value should stand"),
      ("servedAtOnce / demand", "servedLater / demand", "no measure servedLater"),
      ("servedAtOnce / demand", "regionFillRateSpread", "no regionFillRateSpread"),
      ("servedAtOnce / demand", "demand[nowhere]", "location nowhere"),
      ("product: \"two-days\"", "product: \"no-days\"", "no-days"),
      ("product: \"two-days\"", "ward: \"two-days\"", "an object with one of tier, region"),
      ("horizon.length=2 years", "horizon.length=2 jears", "its settings make no scenario"),
      ("values: {", "within: { filled: \"1 %\" }, values: {", "because is missing"),
    ])
  func malformed(part: String, other: String, reason: String) {
    let problem = Self.problem(part, to: other)
    #expect(problem.contains(reason), "\(problem)")
  }

  @Test("A known value that is wrong by a tenth is seen")
  func wrongValue() throws {
    let wrong = try Self.changed("filled: 0.901340499266, gone", to: "filled: 0.82, gone")
    #expect(try wrong.findings(.quick, jobs: 1)[0].verdict == .differs)
  }

  @Test("What is allowed for is explained, with its reason")
  func allowance() throws {
    let stated = try Self.changed(
      "values: { filled: 0.901340499266, gone",
      to: "within: { filled: \"10 %\" }, because: \"of this\", values: { filled: 0.84, gone")
    let finding = try stated.findings(.quick, jobs: 1)[0]
    #expect(finding.verdict == .explained)
    #expect(finding.because == "of this")
    #expect(abs(finding.allowance - 0.084) < 1e-12)
  }

  @Test("A scenario without anything known is refused")
  func nothingKnown() {
    #expect(throws: ValidationProblem.self) {
      try ScenarioCase("scenarios/jonkoping.json5", load: Repository.read)
    }
  }

  @Test("The table and the page have every finding, and the sentence counts them")
  func reports() throws {
    let findings = try Self.changed().findings(.quick, jobs: 1)
    let table = ValidationTable.table(of: findings)
    #expect(table.rowCount == 3)
    let page = ValidationPage.markdown(of: findings, version: "9.9.9")
    #expect(page.contains("version 9.9.9"))
    #expect(page.split(separator: "\n").count { $0.contains("| in-memory |") } == 3)
    let sentence = ValidationPage.sentence(of: findings)
    #expect(sentence.hasPrefix("Buffert gives 3 of 3 known values in 1 case, 0 more"))
  }
}
