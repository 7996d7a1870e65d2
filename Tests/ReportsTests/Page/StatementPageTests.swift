import SupplyModel
import Testing

@testable import Reports

@Suite("The statement of the model on the page")
struct StatementPageTests {
  private func statement(_ folder: TinyFolder, _ language: ReportLanguage) throws -> String {
    PageText(try folder.report(language).html).between(
      "<section aria-labelledby=\"model\">", "</section>")
  }

  @Test("Is in the language of the page, and marked as such")
  func language() throws {
    let folder = try TinyFolder()
    let english = try statement(folder, .english)
    #expect(english.contains("<div lang=\"en\">\n<h3>Model statement: "))
    #expect(!english.contains("lang=\"sv\"") && english.contains("<h5>2.2 Base model logic</h5>"))
    let swedish = try statement(folder, .swedish)
    #expect(swedish.contains("<div lang=\"sv\">\n<h3>Modellbeskrivning: "))
    #expect(
      !swedish.contains("lang=\"en\"") && swedish.contains("<h5>2.2 Grundmodellens logik</h5>"))
    #expect(!swedish.contains("på engelska"))
    let markdown = try folder.report(.swedish).markdown
    #expect(markdown.contains("\n###### 2.2 Grundmodellens logik\n"))
    #expect(!markdown.contains("Base model logic"))
  }

  @Test("Is in English where the folder has no other, and the page says so")
  func fallback() throws {
    var folder = try TinyFolder()
    folder.files["STRESS-DES.sv.md"] = nil
    let page = try statement(folder, .swedish)
    #expect(page.contains("<div lang=\"en\">\n<h3>Model statement: "))
    #expect(page.contains("(på engelska)"))
  }

  @Test("Of another scenario, left by an earlier run, is not shown")
  func stale() throws {
    var folder = try TinyFolder()
    folder.files["STRESS-DES.sv.md"] = try TinyFolder { $0.experiment.seed += 1 }
      .files["STRESS-DES.sv.md"]
    #expect(try statement(folder, .swedish).contains("<div lang=\"en\">\n<h3>Model statement: "))
  }
}
