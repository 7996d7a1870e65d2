import Foundation
import ScenarioFiles
import Testing

/// A folder with one broken scenario and the messages that it must give.
///
/// Each folder below `Broken` puts one fault into the valid scenario in `Broken/base`, unless its
/// name ends with the number of errors. `settings.txt` holds `--set` options, one a line.
/// To record the messages anew, run the tests with BUFFERT_RECORD=1 in the environment, then read
/// every changed `expected.txt` as a planner would.
struct BrokenScenario: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let all: [BrokenScenario] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: ScenarioFolder.broken.path())
    return (names ?? []).filter { $0 != "base" }.sorted().map { BrokenScenario(name: $0) }
  }()

  var folder: URL { ScenarioFolder.broken.appending(path: name) }

  /// How many errors the scenario has: one, or what the name says.
  var errorCount: Int {
    let parts = name.split(separator: "-")
    return parts.last == "errors" ? Int(parts[parts.count - 2]) ?? 1 : 1
  }

  var settings: [String] {
    let text = try? String(contentsOf: folder.appending(path: "settings.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  func read() -> ScenarioReader.Outcome {
    // They share the tables of the scenario that they start from, in the folder beside their own.
    ScenarioReader(
      load: ScenarioFolder.loader(ScenarioFolder.broken),
      mayRead: { file, _ in FilePath.lies(file, in: "") }
    )
    .read(name + "/scenario.json5", settings: settings)
  }
}

@Suite("Broken scenarios")
struct BrokenScenarioTests {
  @Test("Every fault gives its message to the letter, and no model", arguments: BrokenScenario.all)
  func messages(_ scenario: BrokenScenario) throws {
    let outcome = scenario.read()
    #expect(outcome.model == nil)
    let errors = outcome.diagnostics.sorted.filter { $0.severity == .error }
    #expect(errors.count == scenario.errorCount)
    let rendered = outcome.diagnostics.rendered() + "\n"
    let file = scenario.folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["BUFFERT_RECORD"] == "1" {
      try Data(rendered.utf8).write(to: file)
    }
    #expect(try rendered == String(contentsOf: file, encoding: .utf8))
  }

  @Test("There are at least fifty broken scenarios, and the one they start from is valid")
  func base() {
    #expect(BrokenScenario.all.count >= 50)
    let outcome = MemoryFiles(ScenarioFolder.baseFiles()).read()
    #expect(outcome.model != nil)
    #expect(outcome.diagnostics.rendered() == "")
  }

  @Test("Several faults are reported together, in the order of files and lines")
  func order() {
    let outcome = BrokenScenario(name: "several-faults-6-errors").read()
    let places = outcome.diagnostics.sorted.compactMap { diagnostic -> (String, Int)? in
      guard case .source(let range) = diagnostic.place else { return nil }
      return (range.source.name, range.start)
    }
    #expect(places.count == 6)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }
}
