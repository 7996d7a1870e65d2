import Estimators
import Quantities
import Studies
import Testing

@testable import Reports

@Suite("Figures of a report")
struct ReportFiguresTests {
  /// Numbers have ten digits in the tables that a report is made from.
  private static func asWritten(_ value: Double?) -> String? {
    value.map { FixedPointText.text($0) }
  }

  /// A table of the report by its name, as the page has its numbers.
  private static func table(_ id: String, _ report: Report) throws -> ReportTable {
    try #require(tables(report.sections.flatMap(\.blocks)).first { $0.id == id })
  }

  private static func tables(_ blocks: [ReportBlock]) -> [ReportTable] {
    blocks.flatMap { block -> [ReportTable] in
      switch block {
      case .table(let table), .chart(_, let table): [table]
      case .details(_, let blocks): tables(blocks)
      default: []
      }
    }
  }

  @Test("Every policy's figures are the study's own")
  func policies() throws {
    let folder = try TinyFolder()
    let report = try folder.report()
    let names = try ReportInput { folder.files[$0] }.policies
    for (id, measures) in [
      ("policies-table", ["unmetFraction", "stockoutDaysPerCareUnitYear", "discardedSEKPerYear"]),
      (
        "differences-table",
        ["unmetFraction", "stockoutDaysPerCareUnitYear", "discardedSEKPerYear"]
      ),
    ] {
      let table = try Self.table(id, report)
      let isDifference = id == "differences-table"
      let shown = isDifference ? names.filter { $0 != "today" } : names
      #expect(table.columns.count == 2 + shown.count)
      for (row, measure) in zip(table.rows, measures) {
        for (cell, name) in zip(row.dropFirst(2), shown) {
          let policy = try #require(folder.result.policyNames.firstIndex(of: name))
          let own =
            isDifference
            ? folder.result.difference(policy: policy, level: .all, key: "all", measure: measure)
            : folder.result.estimate(policy: policy, level: .all, key: "all", measure: measure)
          #expect(
            Self.asWritten(cell.value) == Self.asWritten(own?.mean), "\(id) \(measure) \(name)")
          #expect(cell.value != nil)
        }
      }
    }
  }

  @Test("What products discard and hold adds up to what policies do")
  func totals() throws {
    let folder = try TinyFolder()
    let report = try folder.report()
    let table = try Self.table("products-table", report)
    let policies = try ReportInput { folder.files[$0] }.policies
    #expect(table.rows.count == 3)
    for (name, measure) in [("discarded, ", "discardedSEKPerYear"), ("stock, ", "averageStockSEK")]
    {
      for policy in policies {
        let column = try #require(table.columns.firstIndex { $0.name == name + policy })
        let sum = table.rows.reduce(0.0) { $0 + ($1[column].value ?? .nan) }
        let place = try #require(folder.result.policyNames.firstIndex(of: policy))
        let all = folder.result.estimate(policy: place, level: .all, key: "all", measure: measure)
        let total = try #require(all?.mean)
        #expect(abs(sum - total) <= 1e-8 * total, "\(measure) \(policy) \(sum) \(total)")
        #expect(total > 0)
      }
    }
  }

  @Test(
    "How long stock lasts is the endurance of the same scenario, in weeks; another's is not told")
  func endurance() throws {
    var folder = try TinyFolder()
    let table = try Self.table("endurance-table", try folder.report())
    let policies = try ReportInput { folder.files[$0] }.policies
    let row = try #require(table.rows.first { $0[0].text == "trauma" })
    #expect(table.rows.map { $0[0].text }.contains("all"))
    for (cell, name) in zip(row.dropFirst(3), policies) {
      let place = try #require(folder.endurance.policyNames.firstIndex(of: name))
      let own = folder.endurance.estimates(policy: place).first {
        $0.row.level == .demandClass && $0.row.key == "trauma" && $0.row.measure == .enduranceDays
      }
      let mean = try #require(own?.mean)
      #expect(Self.asWritten(cell.value) == Self.asWritten(mean))
      #expect(cell.text.hasPrefix(ReadableNumber.text(mean / 7, decimals: 1) + " ("))
    }
    let record = String(decoding: try #require(folder.files["endurance.json"]), as: UTF8.self)
    folder.files["endurance.json"] = Array(
      record.replacing("\"scenarioDigest\": \"", with: "\"scenarioDigest\": \"0").utf8)
    #expect(!(try folder.report().sections.map(\.id).contains("endurance")))
  }

  @Test("Costs are those of everything in the table of costs, and how many are assumed is said")
  func costs() throws {
    var folder = try TinyFolder()
    #expect(!(try folder.report().sections.map(\.id).contains("costs")))
    let policies = try ReportInput { folder.files[$0] }.policies
    var table = try Table(#require(TableDeclaration.all.first { $0.name == "costs" }))
    for (level, key, times) in [("all", "all", 1.0), ("region", "north", 2)] {
      for (place, policy) in policies.enumerated() {
        let mean = times * 1_234_567 * Double(place + 1)
        let isBaseline = policy == "today"
        var row: [Table.Cell] = [policy, level, key, "running", "storage", "", "SEK/year"].map {
          .text($0)
        }
        row += [.number(mean), .number(mean - 1_000), .number(mean + 1_000)]
        row += isBaseline ? [.empty, .empty, .empty] : [.number(mean / 2), .empty, .empty]
        row += [.empty, .empty, .text("fitted"), .text("a source"), .integer(6)]
        table.append(row)
      }
    }
    folder.files["costs.csv"] = table.csv()
    var parameters = try Table(
      #require(TableDeclaration.all.first { $0.name == "costs-parameters" }))
    for status in ["assumption", "sourced", "assumption"] {
      parameters.append(
        ["storage.room", "1 080 SEK", "SEK per litre", "", "", status, "x"].map { .text($0) }
          + [.integer(2026), .text("kr per liter")])
    }
    folder.files["costs-parameters.csv"] = parameters.csv()
    let report = try folder.report()
    let shown = try Self.table("costs-table", report)
    #expect(shown.rows.count == 1)
    #expect(
      shown.rows[0].map(\.text).prefix(4)
        == ["Pallet places", "running", "kSEK a year", "1235 (1234–1236)"])
    let values = shown.rows[0].dropFirst(3).map(\.value)
    let means = policies.indices.map { 1_234_567 * Double($0 + 1) as Double? }
    let increases = policies.indices.filter { policies[$0] != "today" }.map {
      means[$0].map { $0 / 2 }
    }
    #expect(Array(values) == means + increases + [nil])
    #expect(report.html.contains("2 of the 3 figures of the cost file are assumptions"))
    #expect(try folder.report(.swedish).html.contains("anpassat"))
    #expect(
      try Self.costFigures(folder, .english)
        == ["storage.room", "1 080 SEK", "SEK per litre", "–", "–", "assumption", "x", "2026"])
    let inSwedish = [
      "storage.room", "1 080 SEK", "kr per liter", "–", "–", "antagande", "x", "2026",
    ]
    #expect(try Self.costFigures(folder, .swedish) == inSwedish)
    // As a program that knew no Swedish units has left it.
    folder.files["costs-parameters.csv"] = Array(
      String(decoding: parameters.csv(), as: UTF8.self).replacing("unitSwedish", with: "x").utf8)
    let ofOld = try Self.costFigures(folder, .swedish)
    #expect(ofOld == inSwedish.map { $0 == "kr per liter" ? "SEK per litre" : $0 })
  }

  /// The first figure of the cost file as the page shows it.
  private static func costFigures(
    _ folder: TinyFolder, _ language: ReportLanguage
  ) throws -> [String]? {
    try table("costs-parameters-table", try folder.report(language)).rows.first?.map(\.text)
  }

  @Test("The share without a stock-out so far is counted over replications")
  func firstStockout() throws {
    let folder = try TinyFolder()
    let table = try Self.table("first-stockout-table", try folder.report())
    let policies = try ReportInput { folder.files[$0] }.policies
    let unit = table.columns[0].name == "days" ? 1.0 : 7
    for (row, cells) in table.rows.enumerated() {
      let time = try #require(cells[0].value)
      for (cell, name) in zip(cells.dropFirst(), policies) {
        let place = try #require(folder.result.policyNames.firstIndex(of: name))
        let days = folder.result.replicationValues(policy: place, measure: "firstStockoutDay")
        let share = Double(days.count { ($0 ?? 0) >= unit * time }) / Double(days.count)
        #expect(cell.value == share, "\(row) \(name)")
      }
    }
    #expect(table.rows[0].dropFirst().allSatisfy { $0.value == 1 })
  }

  @Test(
    "Numbers are rounded to what matters, an estimate and its ends at the same place",
    arguments: [
      (0.007_862_86, 0.007_2, 0.008_5, true, "0.79 (0.72–0.85)", "0,79 (0,72–0,85)"),
      (
        -0.000_757_6, -0.000_830_4, -0.000_684_7, true, "−0.076 (−0.083 to −0.068)",
        "−0,076 (−0,083 till −0,068)"
      ),
      (1_003.4, 997.2, 1_009.6, false, "1003 (997–1010)", "1003 (997–1010)"),
      (0.134, 0.1, 0.17, true, "13.4 (10.0–17.0)", "13,4 (10,0–17,0)"),
    ])
  func rounding(
    mean: Double, low: Double, high: Double, percent: Bool, english: String, swedish: String
  ) {
    let estimate = ReportEstimate(
      unit: "1", mean: mean, low: low, high: high, p05: nil, median: nil, p95: nil)
    for (language, expected) in [(ReportLanguage.english, english), (.swedish, swedish)] {
      let words = ReportWords(language: language)
      #expect(words.cell(estimate, percent: percent).text == expected)
    }
  }

  @Test(
    "An axis holds its values and has few, round ticks",
    arguments: [
      [0.0, 0.0], [0.0079, 0.0085], [13.9, 46.6], [-0.4, 0.2], [5.0, 5.0], [1e6, 3e7],
      [45.1, 51.9],
    ])
  func axis(values: [Double]) {
    let axis = Axis(values, from: 10, to: 110)
    #expect(axis.ticks.count >= 2 && axis.ticks.count <= 8)
    for value in values {
      #expect(axis.low <= value + 1e-9 && axis.high >= value - 1e-9)
      #expect((10...110).contains(axis.place(value)))
    }
    #expect(axis.place(axis.low) == 10 && axis.place(axis.high) == 110)
  }
}
