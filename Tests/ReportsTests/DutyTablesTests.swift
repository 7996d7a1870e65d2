import Estimators
import Quantities
import RandomStreams
import Reports
import Studies
import SupplyModel
import Testing

@Suite("Tables of the duty")
struct DutyTablesTests {
  /// Gauze lies outside the duty; of the fluid 12.5 % are held, for a reason that looks like a
  /// formula. A provider with ward b has its stock held by the region.
  private static func content() -> SupplyModel.Content {
    var content = TinyScenario.content(replications: 8)
    content.products[1].isUnderDuty = false
    content.authorities.append(
      Authority(
        id: "provider", name: "", kind: .private, region: Position(0), dutyHeldBy: Position(0)))
    content.locations[2].authorities = Category.allCases.map { _ in Position(1) }
    content.duty = Duty(exemptions: [
      Exemption(
        authority: Position(0), product: Position(0), reason: "noRoom",
        held: .share(basisPoints: 1_250), mitigation: "=HYPERLINK(\"a\"), borrowed",
        reviewDate: CalendarDate("2028-02-29") ?? CalendarDate(dayNumber: 0))
    ])
    return content
  }

  private static func lines(_ table: Table) -> [String] {
    String(decoding: table.csv(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let result = Result { try TinyScenario.result(of: content()).result }

  @Test("duty.csv has a row for each policy, holder and product under duty")
  func duty() throws {
    let result = try Self.result.get()
    let lines = Self.lines(DutyTable.table(of: result))
    #expect(
      lines[0]
        == "policy,authority,product,normalPerDay,fullUnits,requiredUnits,held,daysWithinDuty,"
        + "daysWithinDutyLow,daysWithinDutyHigh,averageMissing,anyDayBelow,anyDayBelowLow,"
        + "anyDayBelowHigh,daysWithinDutyByCover,daysWithinDutyByCoverLow,"
        + "daysWithinDutyByCoverHigh,averageCoverDays,n")
    // Both wards use 4 fluids a day: 120 in 30 days, an eighth of that is 15; 0.03 serums: 0.9.
    let starts = lines.dropFirst().map { $0.split(separator: ",").prefix(7).joined(separator: ",") }
    for (policy, rows) in zip(["today", "one-month", "three-months"], [0, 2, 4]) {
      #expect(starts[rows] == "\(policy),region-north,fluid,4,120,15,12.5 %")
      #expect(starts[rows + 1].hasPrefix("\(policy),region-north,serum,0.03,1,1,"))
    }
    #expect(lines.count == 7)
    // Not exempted: an empty cell. Cover was not asked for: empty cells before n.
    #expect(lines[2].hasPrefix("today,region-north,serum,0.03,1,1,,"))
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",,,,,8") })
    let finding = try #require(result.dutyFindings(policy: 0).first)
    let cells = Array(DutyTable.table(of: result).row(0))
    #expect(cells[7] == Table.Cell(finding.daysWithin.mean))
    #expect(cells[9] == Table.Cell(finding.daysWithin.interval?.high))
    #expect(cells[10] == Table.Cell(finding.missing.mean))
    #expect(cells[12] == Table.Cell(finding.anyDayBelow.interval?.low))
  }

  @Test("exemptions.csv has the register with the risk; its texts cannot run in a spreadsheet")
  func exemptions() throws {
    let result = try Self.result.get()
    let lines = Self.lines(ExemptionsTable.table(of: result))
    #expect(
      lines[0]
        == "policy,authority,product,reason,held,requiredUnits,fullUnits,mitigation,reviewDate,"
        + "droppingSEK,droppingSEKPerYear,unmetFraction,unmetFractionLow,unmetFractionHigh,stockoutDays,stockoutDaysLow,"
        + "stockoutDaysHigh,anyStockout,anyStockoutLow,anyStockoutHigh,nWithDemand,n")
    #expect(lines.count == 4)
    #expect(
      lines[1].hasPrefix(
        "today,region-north,fluid,noRoom,12.5 %,15,120,\"'=HYPERLINK(\"\"a\"\"), borrowed\","
          + "2028-02-29,"))
    #expect(lines[1].hasSuffix(",8,8"))
    let cells = Array(ExemptionsTable.table(of: result).row(0))
    let finding = try #require(result.exemptionFindings(policy: 0).first)
    #expect(finding.anyStockout.mean ?? 0 > 0)
    // 105 of 120 are missing, at 45 SEK; 3.5 % of that a year.
    #expect(cells[9] == .number(4_725))
    #expect(cells[10] == .number(165.375))
    #expect(cells[11] == Table.Cell(finding.unmetFraction.mean))
    #expect(cells[14] == Table.Cell(finding.stockoutDays.mean))
    #expect(cells[17] == Table.Cell(finding.anyStockout.mean))
    #expect(cells[19] == Table.Cell(finding.anyStockout.interval?.high))
  }

  @Test("The summary names the products held least, and the exemption that risks most")
  func summary() throws {
    let (result, model) = try TinyScenario.result(of: Self.content())
    let text = RunSummary(of: result, model: model, version: "0").text
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Duty to hold 30 days of normal consumption: share of days within it"))
    #expect(words.contains("1 exemption from it; highest probability of a stock-out: fluid at"))
    let findings = result.dutyFindings(policy: 0).map { $0.daysWithin.mean ?? 0 }
    #expect(findings[0] < 1)
    #expect(words.contains("today: region-north "))
    #expect(words.contains("(fluid ") || words.contains("(serum "))
    let plain = try TinyScenario.result(of: TinyScenario.content(replications: 2))
    let without = RunSummary(of: plain.result, model: plain.model, version: "0").text
    #expect(!without.contains("Duty"))
    #expect(DutyTable.table(of: plain.result).rowCount == 0)
    #expect(ExemptionsTable.table(of: plain.result).rowCount == 0)
  }

  @Test("What is on hand but expires before it can be used is spoken of where cover is measured")
  func tooOld() throws {
    // Goods that last 20 days: 104 days of them are on hand, but never 30 days of cover.
    var content = Self.content()
    content.duty?.exemptions = []
    content.suppliers[0].remainingLife = .days(.constant(20))
    content.experiment.start = .given(remainingLife: .days(.constant(20)))
    content.shortages = []
    let sentence = "Counting only what can be used before it expires, most is lost by:"
    for measuresCover in [true, false] {
      content.experiment.measuresCover = measuresCover
      let (result, model) = try TinyScenario.result(of: content, replications: 0..<2)
      let text = RunSummary(of: result, model: model, version: "0").text
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains(sentence) == measuresCover)
      #expect(words.contains("0.00 % instead of") == measuresCover)
    }
  }

  @Test("A requirement of which only a part is exempted says whose")
  func partly() throws {
    var content = Self.content()
    content.duty?.exemptions[0].authority = Position(1)
    content.duty?.exemptions[0].held = .days(10)
    let result = try TinyScenario.result(of: content, policies: [0]).result
    // 3 a day for 30 days and 1 a day for 10.
    #expect(
      Self.lines(DutyTable.table(of: result))[1].hasPrefix(
        "today,region-north,fluid,4,120,100,10 days for provider,"))
    #expect(
      Self.lines(ExemptionsTable.table(of: result))[1].hasPrefix(
        "today,provider,fluid,noRoom,10 days,10,30,"))
  }
}
