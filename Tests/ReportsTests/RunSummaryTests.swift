import Reports
import SupplyModel
import Testing

@Suite("Summary of a run")
struct RunSummaryTests {
  @Test("Says the answer first, then its reasons and limits")
  func tellsWholeStory() throws {
    let (result, model) = try TinyScenario.result(of: TinyScenario.content())
    print(RunSummary(of: result, model: model, version: "0.3.0").text)
  }
}
