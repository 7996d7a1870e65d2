import Estimators
import Quantities
import Studies
import SupplyModel
import Testing

@testable import Reports

@Suite("What happens over time, in a report")
struct ReportOverTimeTests {
  private static func tables(_ report: Report) -> [String: ReportTable] {
    var tables: [String: ReportTable] = [:]
    for block in report.sections.flatMap(\.blocks) {
      switch block {
      case .table(let table), .chart(_, let table): tables[table.id] = table
      default: break
      }
    }
    return tables
  }

  private static func asWritten(_ value: Double?) -> String? {
    value.map { FixedPointText.text($0) }
  }

  @Test("Discard by year is the study's own, and a run shorter than a life says so")
  func discards() throws {
    let folder = try TinyFolder {
      $0.experiment.horizonDays = 500
      $0.experiment.start = .buildUp(warmUpDays: 300)
    }
    let report = try folder.report()
    let table = try #require(Self.tables(report)["discards-table"])
    let names = try ReportInput { folder.files[$0] }.policies
    #expect(table.rows.count == 2 && table.columns.count == 3 + names.count)
    for (year, row) in table.rows.enumerated() {
      for (place, name) in names.enumerated() {
        let policy = try #require(folder.result.policyNames.firstIndex(of: name))
        let own = folder.result.discards.first {
          $0.policy == policy && $0.period == .year && $0.number == year + 1
        }
        #expect(Self.asWritten(row[2 + place].value) == Self.asWritten(own?.mean))
      }
    }
    // Of three products with lives of 300 to 900 days, at most nine tenths left, one lives longer.
    #expect(table.rows[1].last?.value == 1)
    #expect(report.html.contains("shorter than the longest remaining life at receipt of 1 of 3"))
    #expect(try folder.report(.swedish).html.contains("Kassation år för år"))
    let long = try TinyFolder { $0.experiment.horizonDays = 900 }
    #expect(try long.report().html.contains("longer than anything lives"))
  }

  @Test("Peace and war stand apart, nothing by demand class is averaged over them")
  func phases() throws {
    let folder = try TinyFolder { $0.timeline = [TinyScenario.war(from: 31, days: 21)] }
    let report = try folder.report()
    let tables = Self.tables(report)
    #expect(report.sections.contains { $0.id == "phases" })
    #expect(!report.sections.contains { $0.id == "classes" })
    let table = try #require(tables["phases-table"])
    #expect(
      table.rows.map { $0[0].text } == [
        "peace, before any phase", "war", "the time after, outside all phases",
      ])
    #expect(table.rows.map { $0[2].value } == [31, 21, 68])
    let names = try ReportInput { folder.files[$0] }.policies
    let periods: [PhaseEstimate.Period] = [.before, .during("war"), .after]
    for (row, period) in zip(table.rows, periods) {
      for (place, name) in names.enumerated() {
        let policy = try #require(folder.result.policyNames.firstIndex(of: name))
        func own(_ measure: String, _ level: Level = .all, _ key: String = "all") -> PhaseEstimate?
        {
          folder.result.phases.first {
            $0.policy == policy && $0.period == period && $0.measure == measure
              && $0.group.level == level && $0.group.key == key
          }
        }
        #expect(Self.asWritten(row[3 + place].value) == Self.asWritten(own("unmetFraction")?.mean))
        #expect(
          Self.asWritten(row[3 + names.count + place].value)
            == Self.asWritten(own("unmetDays")?.mean))
      }
    }
    #expect(tables["phase-2-table"]?.rows.map { $0[0].text } == ["Elective", "Trauma"])
    let page = PageText(report.html)
    #expect(page.html.contains("Peace and each phase apart"))
    #expect(page.html.contains("Unmet demand in war: "))
    #expect(page.between("id=\"timeline\"", "</section>").contains("<rect class=\"span\""))
  }

  @Test("Cover is drawn with its shortages, whose shares the table has")
  func cover() throws {
    let folder = try TinyFolder()
    let report = try folder.report()
    let tables = Self.tables(report)
    let cover = try #require(tables["cover-table"])
    #expect(tables["cover-low-table"] != nil && tables["timeline-table"] != nil)
    let column = try #require(
      cover.columns.firstIndex { $0.name == "products in shortage" }, "\(cover.columns)")
    let own = folder.result.calendar.filter { $0.kind == .shortage }
    #expect(cover.rows.map { $0[column].value } == own.map { Double(FixedPointText.text($0.mean)) })
    #expect(own.contains { $0.mean > 0 })
    #expect(PageText(report.html).html.contains("class=\"strip\""))
    // Nothing is announced in the scenario: one strip tells both.
    #expect(!cover.columns.contains { $0.name.contains("announced") })
  }

  @Test("Products and classes go by their names, with the id where two share one")
  func names() throws {
    let folder = try TinyFolder {
      $0.products[0].name = "Ringer-Acetat"
      $0.products[1].name = "Twin"
      $0.products[2].name = "Twin"
    }
    let table = try #require(Self.tables(try folder.report())["products-table"])
    #expect(
      table.rows.map { $0[0].text } == ["Ringer-Acetat", "Twin (gauze)", "Twin (serum)"])
    #expect(table.rows.map { $0[1].text } == ["fluid", "gauze", "serum"])
  }

  @Test("Twelve policies look different from each other")
  func looks() {
    #expect(Chart.looks == 12)
    var marks: Set<String> = []
    for series in 0..<Chart.looks {
      var canvas = Canvas()
      canvas.mark(series, 10, 10)
      marks.insert(canvas.svg)
      #expect(
        Stylesheet.text.contains(".l.s\(series) {") && Stylesheet.text.contains("--s\(series):"))
      #expect(Stylesheet.text.contains(".band.s\(series) {"))
    }
    #expect(marks.count == Chart.looks)
  }
}
