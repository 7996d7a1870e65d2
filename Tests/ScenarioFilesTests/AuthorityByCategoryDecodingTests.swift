import ScenarioFiles
import SupplyModel
import Testing

/// The home is the town's; the region answers for some of what it holds.
@Suite("From scenario to authorities by category")
struct AuthorityByCategoryDecodingTests {
  private let base = MemoryFiles(ScenarioFolder.baseFiles())

  /// The scenario with a home whose authority, and authority for medicines, devices, food for
  /// special medical purposes and protective equipment are these.
  private func files(_ home: String) -> MemoryFiles {
    var files = base
    files["locations.csv"] = """
      id,name,kind,authority,authority.medicine,authority.device,authority.fsmp,authority.ppe,\
      rank,parent,leadTime
      store,Central store,centralStore,region-north,,,,,1,wholesaler,
      ward,Ward 1,careUnit,region-north,,,,,1,store,1 day
      icu,Intensive care,careUnit,region-north,,,,,2,store,1 day
      home,Nursing home,careUnit,\(home),3,store,2 days
      """
    return files
  }

  private func content(
    _ files: MemoryFiles, settings: [String] = []
  ) throws -> SupplyModel.Content {
    let outcome = files.read(settings: settings)
    #expect(outcome.diagnostics.rendered() == "")
    return try #require(outcome.model).content
  }

  /// The home's authorities by category; the region is 0, the town 1.
  private func authorities(_ home: String) throws -> [Int] {
    let locations = try content(files(home)).locations
    #expect(locations.map(\.id) == ["home", "icu", "store", "ward"])
    for location in locations.dropFirst() {
      #expect(location.authorities.map(\.index) == [0, 0, 0, 0])
    }
    let home = locations[0]
    #expect(Category.allCases.map { home.authority(of: $0) } == home.authorities)
    return home.authorities.map(\.index)
  }

  @Test("A category's own column goes before the column of all")
  func columns() throws {
    #expect(try authorities("town,region-north,,,") == [0, 1, 1, 1])
    #expect(try authorities("town,,region-north,,") == [1, 0, 1, 1])
    #expect(try authorities("town,,,region-north,") == [1, 1, 0, 1])
    #expect(try authorities("town,town,,,region-north") == [1, 1, 1, 0])
    #expect(try authorities("region-north,,,,") == [0, 0, 0, 0])
    // Nothing is left for the column of all to say.
    #expect(try authorities(",region-north,town,region-north,town") == [0, 1, 0, 1])
  }

  @Test("Without the columns one authority answers for everything, and nothing is said about it")
  func without() throws {
    let locations = try content(base).locations
    #expect(
      locations.map { $0.authorities.map(\.index) } == [1, 0, 0, 0].map { [$0, $0, $0, $0] })
    for files in [base, files("town,town,town,town,town")] {
      #expect(!files.read().effective.values.contains { $0.path.hasSuffix("authority") })
    }
  }

  @Test("The effective scenario says who answers for what")
  func explained() {
    let values = files("town,region-north,,,").read().effective.values
    let value = values.first { $0.path == "locations.home.authority" }
    #expect(value?.value == "medicine region-north, device town, fsmp town, ppe town")
    #expect(value?.origin != nil)
  }

  @Test("A rule for an authority holds for the categories that it answers for")
  func rules() throws {
    let content = try content(
      files("town,,,,region-north"),
      settings: ["policies.today.overrides=[{ locations: { authority: 'town' }, issue: 'lifo' }]"])
    let home = Position<Location>(0)
    let issues = content.products.positions.map {
      content.policies[0].settings(
        for: content.products[$0], at: $0, in: content.locations[home], at: home)?.issue
    }
    #expect(content.products.map(\.category) == [.device, .ppe, .medicine])
    #expect(issues == [.lifo, .fefo, .lifo])
  }

  @Test("Who answers for a category may exempt its products")
  func exemptions() throws {
    var files = files("town,,,,region-north")
    files["exemptions.csv"] =
      "authority,product,reason,held,mitigation,reviewDate\n"
      + "region-north,gloves,noRoom,50 %,borrowed,2027-12-31\n"
    // Only the home uses gloves.
    files["consumption.csv"] =
      "location,product,perDay\nhome,gloves,120\nward,propofol,2\nward,gauze,2\n"
    let content = try content(files, settings: ["duty={ exemptions: 'exemptions.csv' }"])
    #expect(content.duty?.exemptions.map(\.authority.index) == [0])
  }
}
