import Costs
import ScenarioFiles
import SupplyModel
import Testing

/// Published figures with something changed in one of their files.
struct ReportedChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let old: String
  let new: String
  /// What must be said, without the excerpt.
  let message: String

  init(
    _ name: String, _ file: String, _ old: String, _ new: String, _ message: String
  ) {
    (testDescription, self.file, self.old, self.new) = (name, file, old, new)
    self.message = message
  }

  static let all = [
    ReportedChange(
      "unknown key", "reported.json5", "printed:", "print:",
      "reported.json5:11:3: error: print is unknown"),
    ReportedChange(
      "share without source", "reported.json5",
      ", source: \"Privat vårdfakta 2024, as cited below Table 2\"", "",
      "reported.json5:8:17: error: privateShare.source is missing"),
    ReportedChange(
      "everything private", "reported.json5", "\"12 %\"", "\"100 %\"",
      "reported.json5:8:26: error: privateShare.value is 100 %"),
    ReportedChange(
      "no such file", "reported.json5", "\"table3.csv\"", "\"table5.csv\"",
      "reported.json5:12:11: error: table3 cannot be read: there is no such file"),
    ReportedChange(
      "ends exchanged", "table2.csv", "large,,,110,120", "large,,,120,110",
      "table2.csv:4:9: error: table2.csv row 1, oneOffLow is above oneOffHigh"),
    ReportedChange(
      "an end missing", "table2.csv", "370,400,290,320", "370,400,290,",
      "table2.csv:5:19: error: table2.csv row 2, runningHigh states no runningHigh"),
    ReportedChange(
      "a group missing", "table2.csv",
      "mid,,,370,400,290,320,sourced,\"Socialstyrelsen 2026-4-10144, Table 2\"\n", "",
      "table2.csv:3:1: error: table2.csv has no row mid"),
    ReportedChange(
      "decimal comma", "table4.csv", "min,5.31,1.13", "min,\"5,31\",1.13",
      "table4.csv:4:5: error: table4.csv row 1, initial has a comma in its number"),
    ReportedChange(
      "more included than answered", "table3.csv", "small,3,3,2", "small,3,3,4",
      "table3.csv:6:11: error: table3.csv row 3, included is 4, more than the 3 that answered"),
    ReportedChange(
      "a region twice", "regions.csv", "\n03,", "\n01,",
      "regions.csv:5:1: error: regions.csv row 2, code repeats the code \"01\""),
    ReportedChange(
      "a group that is none", "regions.csv", "Uppsala,mid", "Uppsala,middle",
      "regions.csv:5:19: error: regions.csv row 2, group is \"middle\""),
    ReportedChange(
      "a cell twice", "table2-printed.csv", "large,oneOffPerRegion", "large,oneOff",
      "table2-printed.csv:5:7: error: table2-printed.csv row 2, column repeats a cell"),
  ]
}

@Suite("Reading published costs")
struct ReportedCostsReaderTests {
  private static func read(_ files: [String: String]) -> ReportedCostsReader.Outcome {
    ReportedCostsReader { name in
      files[name].map { .success(Array($0.utf8)) }
        ?? .failure(FileProblem(reason: "there is no such file"))
    }.read("reported.json5")
  }

  private static var published: [String: String] {
    ReportedCostsReader.publishedFiles.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("The files in the program say what the report says")
  func shipped() throws {
    let outcome = ReportedCostsReader.published()
    #expect(outcome.diagnostics.rendered() == "")
    let costs = try #require(outcome.costs)
    #expect(costs.regions.count == 21)
    #expect(costs.inhabitants() == 10_587_710)
    #expect(costs.inhabitants(of: .large) == 5_674_754)
    #expect(costs.inhabitants(of: .mid) == 3_621_333)
    #expect(costs.inhabitants(of: .small) == 1_291_623)
    #expect(
      SizeGroup.allCases.map { group in costs.regions.count { $0.group == group } } == [3, 11, 7])
    #expect(costs.printed.count == 34)
    #expect(costs.privateShare.basisPoints == 1200)
    // Every region is counted once as having answered or not.
    for (group, count) in zip(SizeGroup.allCases, [3, 11, 7] as [Int64]) {
      let answers = try #require(costs.answers[group])
      #expect(answers.submitted + answers.notSubmitted == count)
    }
  }

  @Test("38 of the 40 printed averages follow from the rest; 14–132 and 37–42 do not")
  func comparison() throws {
    let costs = try #require(ReportedCostsReader.published().costs)
    let comparison = PrintedComparison(RegionalCostTable(costs), with: costs.printed)
    #expect(comparison.derivedCount == 40)
    #expect(comparison.derivedAgreeing == 38)
    #expect(comparison.otherCount == comparison.otherAgreeing)
    #expect(comparison.otherCount == 28)
    #expect(
      comparison.differences.map(\.cell) == [
        .init(.small, .runningPerInhabitant), .init(.includingPrivate, .runningPerRegion),
      ])
    #expect(
      comparison.differences.map(\.printed) == [
        .init(low: 14, high: 132), .init(low: 37, high: 42),
      ])
    #expect(
      comparison.differences.map(\.computed) == [
        .init(low: 124, high: 132), .init(low: 38, high: 42),
      ])
  }

  @Test("The figures of the text follow from the tables")
  func derived() throws {
    let costs = try #require(ReportedCostsReader.published().costs)
    let figures = DerivedFigures(costs).figures
    func rounded(_ name: DerivedFigures.Name) -> [Int64] {
      figures.first { $0.name == name }.map { [$0.rounded.low, $0.rounded.high] } ?? []
    }
    #expect(figures.count == DerivedFigures.Name.allCases.count)
    #expect(rounded(.privateRunning) == [95, 105])
    #expect(figures.first { $0.name == .privateRunning }?.printed == .init(low: 95, high: 105))
    #expect(rounded(.firstYearCash) == [2050, 2300])
    #expect(rounded(.medicineInitialMean) == [504, 504])
    #expect(rounded(.medicineRunningMean) == [254, 254])
    #expect(rounded(.medicineInitialMedian) == [521, 521])
    #expect(rounded(.medicineRunningMedian) == [241, 241])
    #expect(rounded(.medicineInitialMin) == [56, 56])
    #expect(rounded(.medicineInitialMax) == [896, 896])
    #expect(rounded(.medicineRunningMin) == [12, 12])
    #expect(rounded(.medicineRunningMax) == [528, 528])
    #expect(rounded(.allProductsRunning) == [954, 1024])
  }

  @Test(
    "What is wrong is said with file, line and column, and nothing is computed",
    arguments: ReportedChange.all)
  func broken(_ change: ReportedChange) throws {
    var files = Self.published
    let text = try #require(files[change.file])
    #expect(text.contains(change.old))
    files[change.file] = text.replacing(change.old, with: change.new, maxReplacements: 1)
    let outcome = Self.read(files)
    #expect(outcome.costs == nil)
    let rendered = outcome.diagnostics.rendered()
    #expect(rendered.contains(change.message), "\(rendered)")
    #expect(outcome.diagnostics.sorted.count == 1, "\(rendered)")
  }

  @Test("Answers of single regions stand for those of their size that have not answered")
  func regionAnswers() throws {
    var files = Self.published
    let root = try #require(files["reported.json5"])
    files["reported.json5"] = root.replacing(
      "table2: ", with: "regionCosts: \"region-costs.csv\", table2: ")
    files["table2.csv"] =
      "row,initialLow,initialHigh,oneOffLow,oneOffHigh,runningLow,runningHigh\n"
      + "total,1500,1700,,,,\n"
    files["region-costs.csv"] = """
      region,oneOffLow,oneOffHigh,runningLow,runningHigh
      01,50,60,100,110
      12,20,25.5,70,80
      06,30,31,25,26
      09,2,3,8,9
      25,11,12,24,25
      """
    let outcome = Self.read(files)
    #expect(outcome.diagnostics.rendered() == "")
    let table = RegionalCostTable(try #require(outcome.costs))
    func range(_ name: RegionalCostTable.RowName) -> [Int64] {
      ([.oneOff, .running] as [RegionalCostTable.ColumnName]).flatMap {
        column -> [Int64] in
        table.row(name)?.printed(column).map { [$0.low, $0.high] } ?? []
      }
    }
    // Västra Götaland, 1.77 million, is nearer to Skåne than to Stockholm: 50 + 2 × 20; 60 + 51.
    #expect(range(.large) == [90, 111, 240, 270])
    // All eleven as Jönköping.
    #expect(range(.mid) == [330, 341, 275, 286])
    // Jämtland, 132 592, is nearer to Gotland (71 554) than to Norrbotten (115 925); the others are not.
    let small: [Int64] = [4 + 55, 6 + 60, 16 + 120, 18 + 125]
    #expect(range(.small) == small)
  }

  @Test("Where nobody of a group has answered, or groups are stated twice, it is said")
  func regionAnswersWrong() throws {
    var files = Self.published
    let root = try #require(files["reported.json5"])
    files["reported.json5"] = root.replacing(
      "table2: ", with: "regionCosts: \"region-costs.csv\", table2: ")
    files["region-costs.csv"] = """
      region,oneOffLow,oneOffHigh,runningLow,runningHigh
      01,50,60,100,110
      6,30,31,25,26
      """
    let both = Self.read(files).diagnostics.rendered()
    #expect(both.contains("regionCosts is stated beside the groups of table 2"))
    #expect(both.contains("region names the unknown region \"6\""))
    files["region-costs.csv"] = "region,oneOffLow,oneOffHigh,runningLow,runningHigh\n01,5,6,1,2\n"
    files["table2.csv"] =
      "row,initialLow,initialHigh,oneOffLow,oneOffHigh,runningLow,runningHigh\ntotal,1,2,,,,\n"
    let nobody = Self.read(files).diagnostics.rendered()
    #expect(nobody.contains("regionCosts leaves a size group without any answer"))
  }
}
