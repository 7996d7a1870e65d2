import Quantities
import Reports
import Studies
import SupplyModel
import Testing

@Suite("Tables of a study")
struct EstimateTablesTests {
  private static func lines(_ table: Table) -> [String] {
    String(decoding: table.csv(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("The summary has the promised columns and a row for each policy, group and measure")
  func summary() throws {
    let (result, _) = try TinyScenario.result(of: TinyScenario.content(replications: 3))
    let table = SummaryTable.table(of: result)
    #expect(
      Self.lines(table)[0]
        == "policy,level,key,measure,unit,mean,sd,ciLow,ciHigh,p05,p25,p50,p75,p95,n")
    let counts = (0..<3).map { result.estimates(policy: $0).count }
    #expect(table.rowCount == counts.reduce(0, +))
    var row = 0
    for (policy, name) in result.policyNames.enumerated() {
      for estimate in result.estimates(policy: policy) {
        let cells = Array(table.row(row))
        row += 1
        #expect(
          cells.prefix(5).elementsEqual([
            .text(name), .text(estimate.group.level.rawValue), .text(estimate.group.key),
            .text(estimate.measure.name), .text(estimate.measure.unit),
          ]))
        #expect(cells[5] == Table.Cell(estimate.mean))
        #expect(cells[14] == .integer(Int64(estimate.count)))
        #expect((cells[9] == .empty) == (estimate.quantiles.isEmpty))
      }
    }
  }

  @Test("A measure that no replication has keeps its row, without numbers")
  func noDemand() throws {
    var content = TinyScenario.content(replications: 2)
    for row in content.consumption.indices where content.consumption[row].product == Position(2) {
      content.consumption[row].normal = DailyRate(nanoUnits: 1)
    }
    let (result, _) = try TinyScenario.result(of: content)
    let rows = Self.lines(SummaryTable.table(of: result))
    #expect(rows.contains("today,product,serum,unmetFraction,1,,,,,,,,,,0"))
    #expect(rows.contains("today,demandClass,trauma,unmetFraction,1,,,,,,,,,,0"))
    let replications = ReplicationsTable.table(
      of: try TinyScenario.result(of: content, replications: 0..<1).result)
    #expect(replications.rowCount == 3)
  }

  @Test("The comparison has the promised columns and the paired differences")
  func comparison() throws {
    let (result, _) = try TinyScenario.result(of: TinyScenario.content(replications: 3))
    let table = ComparisonTable.table(of: result)
    #expect(
      Self.lines(table)[0]
        == "policy,baseline,level,key,measure,unit,meanDifference,ciLow,ciHigh,n")
    let differences = [1, 2].flatMap { result.differences(policy: $0) }
    #expect(table.rowCount == differences.count)
    for (index, difference) in differences.enumerated() {
      let cells = Array(table.row(index))
      #expect(cells[1] == .text("today"))
      #expect(cells[3] == .text(difference.group.key))
      #expect(cells[4] == .text(difference.measure.name))
      #expect(cells[6] == Table.Cell(difference.mean))
    }
    let alone = try TinyScenario.result(of: TinyScenario.content(replications: 2), policies: [1])
    #expect(ComparisonTable.table(of: alone.result).rowCount == 0)
  }

  @Test("Replications carry their real numbers and only measures that exist")
  func replications() throws {
    let (result, _) = try TinyScenario.result(of: TinyScenario.content(), replications: 7..<9)
    let lines = Self.lines(ReplicationsTable.table(of: result))
    #expect(
      lines[0]
        == "policy,replication,unmetFraction,stockoutDays,firstStockoutDay,discardedSEK,"
        + "averageStockSEK,averagePallets,runningSEKPerYear,runningSEKPerInhabitantYear")
    #expect(
      lines.dropFirst().map { $0.split(separator: ",").prefix(2).joined(separator: ",") } == [
        "today,7", "today,8", "one-month,7", "one-month,8", "three-months,7", "three-months,8",
      ])
    let values = result.replicationValues(policy: 1, measure: "stockoutDays")
    let stockouts = lines[3...4].map { Double($0.split(separator: ",")[3]) }
    #expect(stockouts == values)
  }

  @Test("A study of one product shows units")
  func singleProduct() throws {
    var content = TinyScenario.content(replications: 2)
    content.products.removeLast(2)
    content.consumption.removeAll { $0.product != Position(0) }
    content.costs = nil
    let (result, _) = try TinyScenario.result(of: content)
    #expect(
      Self.lines(ReplicationsTable.table(of: result))[0]
        == "policy,replication,demand,unmet,unmetFraction,stockoutDays,firstStockoutDay,discarded,"
        + "discardedSEK,averageStockSEK")
  }
}
