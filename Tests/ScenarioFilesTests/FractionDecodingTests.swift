import RandomStreams
import ScenarioFiles
import SupplyModel
import Testing

@Suite("Parameters of drawn times that are fractions of a tick")
struct FractionDecodingTests {
  private func content(_ settings: String...) throws -> SupplyModel.Content {
    let outcome = MemoryFiles(ScenarioFolder.baseFiles()).read(settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  /// The importer's lead time, by day or with a tick of an hour.
  private func leadTime(_ text: String, tick: String = "1 day") throws -> Distribution {
    try content("horizon.tick=\(tick)", "suppliers.importer.leadTime=\(text)").suppliers[0].leadTime
  }

  @Test(
    "Each form but constant, whole numbers and values takes them as they stand",
    arguments: [
      ("{ exponential: { mean: '2.5 days' } }", Distribution.exponential(mean: 2.5)),
      ("{ exponential: { mean: '0.003 days' } }", .exponential(mean: 0.003)),
      (
        "{ gamma: { mean: '21.1684 days', cv: 0.4 } }",
        .gamma(mean: 21.1684, coefficientOfVariation: 0.4)
      ),
      (
        "{ lognormal: { median: '1.5 weeks', mean: '0.1 years' } }",
        .lognormal(median: 10.5, mean: 36.5)
      ),
      (
        "{ triangular: { low: '0 days', mode: '36 hours', high: '2.25 months' } }",
        .triangular(low: 0, mode: 1.5, high: 67.5)
      ),
      ("{ uniform: ['90 minutes', '0.25 days'] }", .uniform(low: 0.0625, high: 0.25)),
      // What is whole is as before.
      ("{ exponential: { mean: '2 weeks' } }", .exponential(mean: 14)),
      ("{ uniformInteger: ['48 hours', '1 week'] }", .uniformInteger(low: 2, high: 7)),
      ("{ empirical: ['3 days', '1 day'] }", .empirical([1, 3])),
      ("'9 days'", .constant(9)),
    ])
  func daily(_ text: String, _ expected: Distribution) throws {
    #expect(try leadTime(text) == expected)
  }

  @Test(
    "With a tick of an hour they are parts of an hour",
    arguments: [
      ("2.5 days", 60.0), ("21.1684 days", 508.0416), ("90 minutes", 1.5),
      ("0.5 minutes", 0.5 / 60), ("1.25 hours", 1.25), ("2 days", 48),
    ])
  func hourly(_ text: String, _ mean: Double) throws {
    #expect(
      try leadTime("{ exponential: { mean: '\(text)' } }", tick: "1 hour")
        == .exponential(mean: mean))
  }

  @Test("Remaining life, the time between shortages, their length and their notice too")
  func everywhere() throws {
    let shortage =
      "shortages=[{ id: 'all', upTime: '400.5 days', duration: { exponential: { mean: '7.19 days'"
      + " } }, announced: { notice: { uniform: ['1.5 days', '2.5 days'] } } }]"
    let life = "suppliers.importer.remainingLife={ days: { uniform: ['30.5 days', '60.75 days'] } }"
    for (tick, perDay) in [("1 day", 1.0), ("15 minutes", 96)] {
      let content = try content("horizon.tick=\(tick)", shortage, life)
      #expect(content.shortages[0].frequency == .meanUpTime(days: 400.5 * perDay))
      #expect(content.shortages[0].duration == .exponential(mean: 7.19 * perDay))
      #expect(
        content.shortages[0].announcement?.notice
          == .uniform(low: 1.5 * perDay, high: 2.5 * perDay))
      #expect(
        content.suppliers[0].remainingLife
          == .days(.uniform(low: 30.5 * perDay, high: 60.75 * perDay)))
    }
  }

  @Test("The effective scenario has them as they are written, and they read back the same")
  func explained() {
    let outcome = MemoryFiles(ScenarioFolder.baseFiles()).read(
      settings: ["suppliers.importer.leadTime={ exponential: { mean: '2.50 days' } }"])
    let value = outcome.effective.values.first {
      $0.path == "suppliers.importer.leadTime.exponential.mean"
    }
    #expect(value?.value.contains("2.50 days") == true)
  }
}
