import Reports
import SupplyModel
import Testing

@Suite("Model statement and what influences results")
struct StatementPerturbationTests {
  /// Changes that a statement sums up in its tables, or that mean the same: they show in the digests
  /// of the files and the scenario only.
  static let summedUp: Set<String> = [
    // Cells of tables: names, places and ranks of single rows.
    "product id", "region id", "location id", "authority id", "authority's population",
    "place of consumption", "rank", "care priority",
    // The tiny scenario has no food for special medical purposes, for which these hold.
    "no source", "direct supply", "transport time", "drawn transport time",
    "another drawn transport time", "constant drawn transport time",
    // It has no duty, no substitutes and no flammable goods.
    "outside the duty", "no substitution", "storage",
    // A difference in the thirteenth digit.
    "dispersion",
  ]

  private static func text(
    in language: ReportLanguage, _ change: (inout SupplyModel.Content) -> Void
  ) -> String? {
    var content = ScenarioDigestTests.withPhase
    change(&content)
    return try? StatementText(of: content, in: language).withoutDigest
  }

  @Test(
    "Changes in words with every setting that can influence a result",
    arguments: ReportLanguage.allCases)
  func changes(language: ReportLanguage) throws {
    let unchanged = try #require(Self.text(in: language) { _ in })
    var same: Set<String> = []
    var count = 0
    for perturbation in ScenarioDigestTests.influencing {
      guard let changed = Self.text(in: language, perturbation.change) else { continue }
      count += 1
      if changed == unchanged { same.insert(perturbation.testDescription) }
    }
    #expect(same == Self.summedUp)
    #expect(count > 150)
  }
}
