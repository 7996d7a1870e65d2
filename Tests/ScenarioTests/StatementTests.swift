import Reports
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Model statements of the shipped scenarios")
struct StatementTests {
  @Test(
    "Every shipped scenario has one, with every section and every policy",
    arguments: Shipped.scenarios)
  func isComplete(path: String) throws {
    let outcome = Shipped.read(path)
    let model = try #require(outcome.model)
    let text = ModelStatement(
      of: model, effective: outcome.effective, files: [], command: "buffert run", settings: [],
      version: "0"
    ).markdown
    let lines = text.split(separator: "\n")
    let headings = lines.filter { $0.hasPrefix("### ") }.map {
      $0.dropFirst(4).prefix { $0 != " " }
    }
    #expect(
      headings == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4",
        "2.5.5",
        "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
      ])
    for policy in model.content.policies {
      #expect(lines.contains { $0.hasPrefix("Policy `\(policy.name)`") }, "\(policy.name)")
    }
    for supplier in model.content.suppliers {
      #expect(text.contains("- Supplier `\(supplier.id)`: "))
    }
    for phase in model.content.timeline { #expect(text.contains("- Phase `\(phase.name)`: ")) }
    for shortage in model.content.shortages {
      #expect(text.contains("- Shortage `\(shortage.id)`: "))
    }
    // Readable: no table of hundreds of rows, no word for what was not there.
    #expect(lines.count < 420)
    for word in ["nil", "Optional", "Position", "  -", " ;", "..", ": ;", " . "] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("The files are those that were read, each once, tables with their rows")
  func files() {
    let files = Shipped.read("scenarios/jonkoping-war.json5").files
    let names = files.map { $0.path }
    #expect(Set(names).count == names.count)
    #expect(names.first == "scenarios/jonkoping-war.json5")
    #expect(names.contains("scenarios/jonkoping.json5"))
    let rows = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.rows) })
    #expect(rows["scenarios/jonkoping.json5"] == .some(nil))
    #expect(rows["scenarios/jonkoping/consumption.csv"] == 3193)
    #expect(files.allSatisfy { !$0.bytes.isEmpty })
  }
}
