import Quantities
import SupplyModel
import Testing

@testable import Reports

@Suite("Horizon in words")
struct HorizonTextTests {
  @Test(
    "Whole years are told as years, and a tick only where it is no day",
    arguments: [
      (1440, 1, "1 day"), (1440, 90, "90 days"), (1440, 365, "1 year (365 days)"),
      (1440, 1095, "3 years (1095 days)"), (60, 48, "2 days in ticks of 1 hour"),
      (60, 24 * 365, "1 year (365 days) in ticks of 1 hour"),
      (60, 36, "36 hours in ticks of 1 hour"), (1, 90, "90 minutes in ticks of 1 minute"),
    ] as [(Int, Int, String)])
  func text(minutes: Int, length: Int, expected: String) throws {
    var experiment = TinyScenario.content().experiment
    experiment.tick = try #require(Tick(minutes: minutes))
    experiment.horizonDays = length
    #expect(HorizonText.text(experiment) == expected)
  }

  @Test("The summary's phases have dates and days, the manifest ticks and days")
  func inReports() throws {
    var content = TinyScenario.content(horizonDays: 48)
    content.experiment.tick = try #require(Tick(minutes: 60))
    content.timeline = [
      Phase(
        name: "surge", firstDay: 30, lengthDays: 100, rampUpDays: 0, rampDownDays: 0,
        demandMultipliers: content.demandClasses.map { _ in 2 }, supplyBasisPoints: 10_000,
        leadTimeMultiplier: 1)
    ]
    let (result, model) = try TinyScenario.result(of: content, replications: 0..<2)
    let text = RunSummary(of: result, model: model, version: "0.3.0").text
    #expect(text.contains("2 days in ticks of 1 hour from \(content.experiment.startDate)"))
    let date = content.experiment.startDate.adding(days: 1)
    #expect(text.contains("surge (\(date) to \(date), 1 days)"))
    let manifest = RunManifest(
      version: "0.3.0", command: "", content: content,
      effective: EffectiveScenario(values: [], provenance: []), result: result
    ).json
    #expect(manifest.contains("\"days\": 2,\n    \"tick\": \"1 hour\",\n    \"ticks\": 48\n"))
  }
}
