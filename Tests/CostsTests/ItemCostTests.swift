import Costs
import Estimators
import Quantities
import SupplyModel
import Testing

@Suite("Items of a cost file")
struct ItemCostTests {
  private static func item(
    _ payment: CostItem.Payment, kronor: Int64 = 365_000,
    quantity: CostItem.Quantity = .byPolicy([.init(policy: "month", parts: 15_000)])
  ) -> CostItem {
    CostItem(
      id: "item", name: "", part: .staff,
      amounts: .init(
        value: Money(ore: kronor * 100), low: Money(ore: kronor * 50),
        high: Money(ore: kronor * 200)), unit: "piece", payment: payment, quantity: quantity,
      followsSize: true, status: .assumption, source: "")
  }

  private static func kronor(_ amount: ExactAmount) -> Int64 { amount.rounded(toParts: 100) }

  @Test("What is paid every year is running cost and nothing else")
  func yearly() {
    let cost = Self.item(.yearly).cost(count: 15_000)
    #expect(Self.kronor(cost.running) == 547_500)
    #expect(cost.oneOff == .zero)
    #expect(cost.investment == .zero)
  }

  @Test("An investment is paid once, and each year bears its part")
  func investment() {
    let cost = Self.item(.investment(lastsDays: 3650)).cost(count: 20_000)
    #expect(Self.kronor(cost.investment) == 730_000)
    #expect(Self.kronor(cost.running) == 73_000)
    #expect(cost.oneOff == .zero)
    // Ten years of depreciation are the investment, exactly.
    #expect(cost.running.scaled(by: 10) == cost.investment)
    // 7 years leave parts of an öre that no rounding has lost.
    let seven = Self.item(.investment(lastsDays: 7 * 365)).cost(count: 10_000)
    #expect(seven.running.scaled(by: 7) == seven.investment)
  }

  @Test("Two stores at once for 90 days cost 90 days of a year, once")
  func during() {
    let cost = Self.item(.during(days: 90)).cost(count: 10_000)
    #expect(Self.kronor(cost.oneOff) == 90_000)
    #expect(cost.running == .zero)
    #expect(Self.kronor(Self.item(.once).cost(count: 10_000).oneOff) == 365_000)
  }

  @Test("Low and high amounts take the place of the value")
  func bounds() {
    let item = Self.item(.yearly)
    #expect(Self.kronor(item.cost(count: 10_000, .low).running) == 182_500)
    #expect(Self.kronor(item.cost(count: 10_000, .high).running) == 730_000)
  }

  @Test("A policy that is not named has none of it")
  func counts() {
    let item = Self.item(.yearly)
    #expect(item.count(under: "month") == 15_000)
    #expect(item.count(under: "today") == 0)
    #expect(Self.item(.yearly, quantity: .eachPalletPlace(1)).count(under: "month") == nil)
  }

  @Test("A region pays by inhabitants and by what its group pays per inhabitant")
  func sizes() {
    let scale = SizeScale(
      referenceInhabitants: 300_000, from: [952_500, 264_500, 0], factors: [5_500, 10_000, 15_000])
    func cost(_ inhabitants: Int64) -> Int64 {
      Self.kronor(
        Self.item(.yearly, kronor: 300_000).cost(
          count: 10_000, size: scale.quotient(ofInhabitants: inhabitants)
        ).running)
    }
    #expect(cost(300_000) == 300_000)
    #expect(cost(400_000) == 400_000)
    // Small regions are half as dear again, large ones cost 55 %.
    #expect(cost(100_000) == 150_000)
    #expect(cost(2_000_000) == 1_100_000)
    #expect(cost(264_499) == 396_749)
    #expect(cost(264_500) == 264_500)
    #expect(SizeScale.group(ofInhabitants: 1_428_626, from: SizeScale.publishedLimits) == .large)
    #expect(SizeScale.group(ofInhabitants: 280_000, from: SizeScale.publishedLimits) == .mid)
    #expect(SizeScale.group(ofInhabitants: 249_000, from: SizeScale.publishedLimits) == .small)
  }
}

@Suite("Present value")
struct PresentValueTests {
  @Test("Of nothing but yearly payments it is the annuity's formula")
  func annuity() {
    let value = PresentValue.total(
      once: 0, yearly: 100, investments: [], rate: 0.05, years: 10)
    // 100 × (1 − 1.05⁻¹⁰) ÷ 0.05
    #expect(abs(value - 772.173_492_918) < 1e-8)
    #expect(
      PresentValue.total(once: 7, yearly: 100, investments: [], rate: 0, years: 10) == 1007)
  }

  @Test("An investment is paid again when it has worn out, but not at the end of the last year")
  func renewal() {
    func value(lasts years: Int, rate: Double = 0) -> Double {
      PresentValue.total(
        once: 0, yearly: 0, investments: [.init(amount: 1, lastsDays: years * 365)],
        rate: rate, years: 10)
    }
    #expect(value(lasts: 20) == 1)
    #expect(value(lasts: 10) == 1)
    #expect(value(lasts: 5) == 2)
    #expect(value(lasts: 3) == 4)
    #expect(value(lasts: 1) == 10)
    // 1 + 1.1⁻⁵
    #expect(abs(value(lasts: 5, rate: 0.1) - 1.620_921_323_06) < 1e-9)
  }
}

@Suite("Cost statements")
struct CostStatementTests {
  private static func line(
    _ part: CostPart, _ ore: [[Int64]], range: CostRange = .none, kind: CostLine.Kind = .running
  ) -> CostLine {
    CostLine(part, kind: kind, ore: ore, range: range, status: .assumption, source: "")
  }

  private static func statement(_ lines: [CostLine], baseline: Int? = 0) -> CostStatement {
    CostStatement(
      key: "all", inhabitants: 100, policies: ["today", "month"], baseline: baseline,
      lines: lines, replications: 3)
  }

  @Test("Lines are added in each replication before anything is averaged")
  func sums() throws {
    // Two lines that move against each other: their sum does not move at all.
    let statement = Self.statement([
      Self.line(.discard, [[0, 0, 0], [100, 300, 200]]),
      Self.line(.storage, [[100, 100, 100], [400, 200, 300]]),
      Self.line(.staff, [[0], [1_000]]),
    ])
    let total = statement.total(.running, policy: 1)
    #expect(total.mean == 15)
    #expect(total.interval?.halfWidth == 0)
    #expect(total.increase == 14)
    #expect(total.increaseInterval?.halfWidth == 0)
    let discard = statement.estimate([statement.lines[0]], policy: 1)
    #expect(discard.mean == 2)
    #expect(try #require(discard.interval).halfWidth > 1)
    let baseline = statement.total(.running, policy: 0)
    #expect(baseline.mean == 1)
    #expect(baseline.increase == nil)
  }

  @Test("What is the same in all replications has no interval")
  func certain() {
    let statement = Self.statement([Self.line(.staff, [[0], [1_000]])])
    #expect(statement.total(.running, policy: 1).interval == nil)
    #expect(statement.total(.running, policy: 1).increaseInterval == nil)
    #expect(statement.total(.running, policy: 1).increase == 10)
  }

  @Test("Low and high values multiply the increase of their line")
  func ranges() {
    let range = CostRange(low: .init(1, over: 2), high: .init(3, over: 1))
    let statement = Self.statement([
      Self.line(.storage, [[100, 100, 100], [500, 300, 400]], range: range),
      Self.line(.staff, [[0], [1_000]]),
    ])
    let total = statement.total(.running, policy: 1)
    #expect(total.increase == 13)
    #expect(total.increaseAtLow == 11.5)
    #expect(total.increaseAtHigh == 19)
  }

  @Test("Without the baseline there is no increase; lines of nothing are left out")
  func edges() {
    let statement = Self.statement(
      [Self.line(.staff, [[0], [1_000]]), Self.line(.losses, [[0], [0, 0, 0]])], baseline: nil)
    #expect(statement.total(.running, policy: 1).increase == nil)
    #expect(statement.lines.map(\.part) == [.staff])
    #expect(statement.total(.oneOff, policy: 1).mean == 0)
  }
}
