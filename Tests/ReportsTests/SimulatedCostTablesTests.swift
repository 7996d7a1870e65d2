import Costs
import Quantities
import SupplyModel
import Testing

@testable import Reports

/// Two regions whose costs are stated here, in millions of kronor, as if they had been simulated.
@Suite("Cost tables of what was simulated")
struct SimulatedCostTablesTests {
  private static func line(
    _ part: CostPart, _ kind: CostLine.Kind, millions: Int64, range: CostRange = .none
  ) -> CostLine {
    CostLine(
      part, kind: kind, ore: [[0], [millions * 100_000_000]], range: range, status: .assumption,
      source: "")
  }

  private static func statement(
    _ key: String, _ inhabitants: Int64?, running: Int64, invested: Int64, once: Int64,
    range: CostRange = .none, baseline: Int? = 0
  ) -> CostStatement {
    CostStatement(
      key: key, inhabitants: inhabitants, policies: ["today", "month"], baseline: baseline,
      lines: [
        line(.storage, .running, millions: running, range: range),
        line(.it, .investment, millions: invested), line(.extraStock, .oneOff, millions: once),
      ], replications: 5)
  }

  private static let statements = [
    statement("all", 1_100_000, running: 13, invested: 6, once: 5),
    statement(
      "north", 1_000_000, running: 10, invested: 6, once: 4,
      range: CostRange(low: .init(1, over: 2), high: .init(2, over: 1))),
    statement("south", 100_000, running: 3, invested: 0, once: 1),
  ]

  private static var plan: CostPlan {
    var plan = TinyScenario.costPlan
    plan.sizes = nil
    return plan
  }

  @Test("Regions are grouped by the published limits, and each range is low to high inputs")
  func regional() throws {
    let simulated = SimulatedRegionalCosts(Self.statements, Self.plan)
    #expect(simulated.tables.map(\.policy) == [1])
    let table = try #require(simulated.tables.first?.table)
    #expect(table.rows.map(\.name) == [.large, .small, .publicCare, .includingPrivate])
    func range(
      _ row: RegionalCostTable.RowName, _ column: RegionalCostTable.ColumnName
    ) -> [Int64] {
      table.row(row)?.printed(column).map { [$0.low, $0.high] } ?? []
    }
    #expect(range(.large, .running) == [5, 20])
    #expect(range(.large, .runningPerInhabitant) == [5, 20])
    #expect(range(.small, .running) == [3, 3])
    #expect(range(.small, .runningPerInhabitant) == [30, 30])
    #expect(range(.publicCare, .running) == [8, 23])
    // 8 ÷ 0.88 = 9.09, 23 ÷ 0.88 = 26.14; only running cost.
    #expect(range(.includingPrivate, .running) == [9, 26])
    #expect(range(.includingPrivate, .oneOff) == [5, 5])
    #expect(range(.includingPrivate, .initial) == [6, 6])
    #expect(range(.publicCare, .oneOffPerRegion) == [3, 3])
  }

  @Test("In the report's layout small amounts have a decimal, and groups no initial expenditure")
  func printed() throws {
    let simulated = SimulatedRegionalCosts(Self.statements, Self.plan)
    let table = try #require(simulated.tables.first?.table)
    let printed = simulated.printed(policy: "month", table, .swedish)
    #expect(
      printed.rows == [
        ["Större region", "", "4,0 (4,0)", "4,0", "5–20 (5–20)", "5–20"],
        ["Mindre region", "", "1,0 (1,0)", "10", "3,0 (3,0)", "30"],
        ["Totalt offentlig vård", "6,0 (3,0)", "5,0 (2,5)", "4,5", "8–23 (4–12)", "7–21"],
        [
          "Totalt inklusive privat vård", "6,0 (3,0)", "5,0 (2,5)", "4,5", "9–26 (5–13)", "8–24",
        ],
      ])
  }

  @Test("Statistics are of the regions' own costs per inhabitant, not weighted")
  func statistics() {
    let table = RegionalStatistics.table(Self.statements)
    let rows = (0..<table.rowCount).map { Array(table.row($0)) }
    #expect(
      rows == [
        [.text("month"), .text("min"), .number(10), .number(10)],
        [.text("month"), .text("median"), .number(10), .number(20)],
        [.text("month"), .text("max"), .number(10), .number(30)],
        [.text("month"), .text("mean"), .number(10), .number(20)],
      ])
    let odd = RegionalStatistics.value(.median, of: [5, 1, 9])
    #expect(odd == 5)
  }

  @Test("Where inhabitants are unknown or the baseline was not run there is no regional table")
  func nothing() {
    let unknown = Self.statement("all", nil, running: 1, invested: 1, once: 1)
    #expect(SimulatedRegionalCosts([unknown], Self.plan).tables.isEmpty)
    #expect(RegionalStatistics.table([unknown]).rowCount == 0)
    let alone = Self.statement("all", 10, running: 1, invested: 1, once: 1, baseline: nil)
    #expect(SimulatedRegionalCosts([alone], Self.plan).tables.isEmpty)
  }

  @Test(
    "A total for all care divides running cost alone; the sum of investment and build-up is cash")
  func totals() {
    let rows = CostRows(Self.statements[0], policy: 1, Self.plan).all
    func increase(_ kind: String, _ part: String) -> Double? {
      rows.first { $0.kind == kind && $0.part == part }?.estimate.increase
    }
    #expect(increase("running", "total") == 13_000_000)
    #expect(abs((increase("running", "totalIncludingPrivate") ?? 0) - 13_000_000 / 0.88) < 1e-6)
    #expect(increase("oneOff", "totalIncludingPrivate") == nil)
    #expect(increase("investment", "totalIncludingPrivate") == nil)
    #expect(increase("cash", "total") == 11_000_000)
    #expect(rows.filter { $0.kind == "presentValue" }.count == 1)
    #expect(
      CostRows(Self.statements[0], policy: 0, Self.plan).all.allSatisfy {
        $0.kind != "presentValue"
      })
  }
}
