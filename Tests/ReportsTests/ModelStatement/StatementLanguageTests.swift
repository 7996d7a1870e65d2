import Foundation
import Reports
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Model statement in Swedish")
struct StatementLanguageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The scenarios that are shipped for themselves or to show a feature; not the one whose table has to
  /// be made, nor those that the program is checked with.
  private static var scenarios: [String] {
    ["scenarios", "scenarios/features"].flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: folder).path)
      return (names ?? []).filter { $0.hasSuffix(".json5") && $0 != "sweden-893.json5" }
        .map { "\(folder)/\($0)" }
    }.sorted()
  }

  @Test("Says of every scenario what the English one says, and nothing in English")
  func scenarios() throws {
    #expect(Self.scenarios.count > 50)
    var known: Set<[String]> = []
    for path in Self.scenarios {
      let outcome = ScenarioReader { name in
        guard let data = try? Data(contentsOf: Self.root.appending(path: name)) else {
          return .failure(FileProblem(reason: "there is no such file"))
        }
        return .success([UInt8](data))
      }.read(path)
      let model = try #require(outcome.model, "\(path)")
      let problems = StatementPair(of: model, effective: outcome.effective)
        .problems(apartFrom: &known)
      #expect(problems.isEmpty, "\(path)")
    }
  }

  @Test("Says of every setting what the English one says, and nothing in English")
  func settings() throws {
    var count = 0
    var known: Set<[String]> = []
    for perturbation in ScenarioDigestTests.influencing {
      var content = ScenarioDigestTests.withPhase
      perturbation.change(&content)
      guard let model = try? SupplyModel(content) else { continue }
      count += 1
      let provenance = EffectiveScenario.Provenance(
        column: "products.unitPrice", status: .memory, count: 12_345)
      let problems = StatementPair(
        of: model, effective: EffectiveScenario(values: [], provenance: [provenance])
      ).problems(apartFrom: &known)
      #expect(problems.isEmpty, "\(perturbation.testDescription)")
    }
    #expect(count > 150)
  }

  @Test("What is compared finds what is not Swedish, and what is said in one language only")
  func comparison() {
    func problem(_ english: String, _ swedish: String) -> String? {
      StatementPair(english: english, swedish: swedish).problems.first
        .map { String($0.prefix { $0 != ":" }) }
    }
    #expect(problem("- 2 units of `a`.", "- 2 enheter av `a`.") == nil)
    #expect(problem("- 1 800.5 of `a`.", "- 1\u{A0}800,5 av `a`.") == nil)
    #expect(problem("- 2 units", "- 2 units") == "“units”")
    #expect(problem("- Orders wait.", "- Orders wait.") == "the same")
    #expect(problem("- 2 units", "- 3 enheter") == "other figures")
    #expect(problem("- 2 units of `a`", "- 2 enheter av `b`") == "other names")
    #expect(problem("- 2 units", "2 enheter") == "another structure")
    #expect(problem("| a | b |", "| c |") == "another structure")
    #expect(problem("- 2.5", "- 2.5") == "a decimal point")
    #expect(problem("- 12000 so", "- 12000 så") == "no spaces between thousands")
    #expect(problem("- a\n- b", "- c") == "2 lines in English, 1 in Swedish")
  }

  @Test("Every measure has a meaning in Swedish, and every unit a name")
  func measures() throws {
    let pair = try StatementText(of: ScenarioDigestTests.withPhase, in: .swedish).text("1.2")
    #expect(pair.contains("| `fillRate` | andel | fyllnadsgrad: tillgodosett ÷ behov"))
    #expect(pair.contains("| `averageStockM3` | m³ |"))
  }
}
