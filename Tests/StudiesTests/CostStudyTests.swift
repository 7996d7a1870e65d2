import Costs
import Estimators
import Quantities
import RandomStreams
import Replications
import Studies
import SupplyModel
import Testing

/// One product that is used at a constant rate and never runs out: every cost can be worked out by hand.
///
/// Two units a day at 3 SEK and 0.1 l. The store holds 5 days under `lean` and 40 under `rich`: 70 units
/// more, always.
@Suite("Costs of a study")
struct CostStudyTests {
  private static func content(_ plan: CostPlan) throws -> SupplyModel.Content {
    var content = try TwoProducts.content(replications: 3, horizonDays: 365)
    content.experiment.start = .rotated(warmUpDays: 60)
    content.shortages = []
    content.products = [content.products[0]]
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.consumption = [
      Consumption(
        location: Position(1), product: Position(0), normal: DailyRate(nanoUnits: 2_000_000_000),
        family: .constant)
    ]
    content.costPlan = plan
    return content
  }

  private static func item(
    _ id: String, _ part: CostPart, kronor: Int64, _ payment: CostItem.Payment,
    _ quantity: CostItem.Quantity, low: Int64? = nil, high: Int64? = nil, followsSize: Bool = true
  ) -> CostItem {
    CostItem(
      id: id, name: id, part: part,
      amounts: .init(
        value: Money(ore: kronor * 100), low: Money(ore: (low ?? kronor) * 100),
        high: Money(ore: (high ?? kronor) * 100)), unit: "piece", payment: payment,
      quantity: quantity, followsSize: followsSize, status: .assumption, source: "judgement")
  }

  private static func plan(sizes: SizeScale? = nil) -> CostPlan {
    CostPlan(
      parameters: [
        CostParameter(
          name: "capitalRate", value: "4 %", unit: "", swedishUnit: "", low: "2 %", high: "5 %",
          status: .memory,
          source: "recalled")
      ],
      ranges: [.capital: CostRange(low: .init(200, over: 400), high: .init(500, over: 400))],
      discountBasisPoints: 500, periodYears: 10, privateShareBasisPoints: 1200, sizes: sizes,
      items: [
        item(
          "post", .staff, kronor: 560_000, .yearly,
          .byPolicy([.init(policy: "rich", parts: 15_000)]),
          low: 500_000, high: 600_000),
        item(
          "rack", .equipment, kronor: 10_000, .investment(lastsDays: 3650),
          .eachPalletPlace(20_000)),
        item(
          "twice", .buildUp, kronor: 365_000, .during(days: 180),
          .byPolicy([.init(policy: "rich", parts: 10_000)]), followsSize: false),
      ])
  }

  private static func statements(_ content: SupplyModel.Content) throws -> [CostStatement] {
    let study = Study(CompiledModel(try SupplyModel(content)))
    return try study.run(jobs: 2).costStatements
  }

  @Test("Seventy units more cost what they cost on paper")
  func closedForm() throws {
    let statement = try #require(try Self.statements(Self.content(Self.plan())).first)
    func increase(_ kind: CostLine.Kind, _ part: CostPart) -> CostEstimate {
      statement.estimate(statement.lines(kind).filter { $0.part == part }, policy: 1)
    }
    // 210 SEK of stock at 4 %; at low 2 %, at high 5 %.
    let capital = increase(.running, .capital)
    #expect(capital.increase == 8.4)
    #expect(capital.increaseInterval?.halfWidth == 0)
    #expect(capital.increaseAtLow == 4.2)
    #expect(capital.increaseAtHigh == 10.5)
    // 7 l of 1000 at 3650 SEK a pallet place.
    #expect(increase(.running, .storage).increase == 25.55)
    // As many orders and deliveries as before.
    #expect(increase(.running, .handling).increase == 0)
    #expect(increase(.running, .transport).increase == 0)
    // Nothing expires: the line is left out.
    #expect(!statement.lines.contains { $0.part == .discard })
    #expect(increase(.running, .staff).increase == 840_000)
    #expect(increase(.running, .staff).increaseAtLow == 750_000)
    #expect(increase(.running, .staff).increaseAtHigh == 900_000)
    // Two racks for each of 0.007 pallet places.
    #expect(increase(.investment, .equipment).increase == 140)
    #expect(increase(.running, .equipment).increase == 14)
    #expect(increase(.oneOff, .buildUp).increase == 180_000)
    #expect(increase(.oneOff, .extraStock).increase == 210)
    // Everything together, and nothing twice: the racks are in running cost as depreciation only.
    let running = try #require(statement.total(.running, policy: 1).increase)
    #expect(abs(running - (8.4 + 25.55 + 840_000 + 14)) < 1e-6)
    #expect(statement.total(.oneOff, policy: 1).increase == 180_210)
    #expect(statement.total(.investment, policy: 1).increase == 140)
    #expect(statement.inhabitants == 1000)
  }

  @Test("The present value has purchases once and yearly payments discounted, no interest twice")
  func presentValue() throws {
    let plan = Self.plan()
    let statement = try #require(try Self.statements(Self.content(plan)).first)
    let value = try #require(statement.presentValue(policy: 1, plan))
    // Ten years at 5 %: yearly 25.55 + 840 000, without depreciation and interest on stock.
    let expected = 180_210 + 140 + (25.55 + 840_000) * 7.721_734_929_18
    #expect(abs(value - expected) < 1e-2)
    #expect(statement.presentValue(policy: 0, plan) == nil)
  }

  @Test("What regions pay adds up to what everybody pays")
  func regions() throws {
    let sizes = SizeScale(
      referenceInhabitants: 1000, from: [3000, 800, 0], factors: [5_000, 10_000, 15_000])
    var content = try Self.content(Self.plan(sizes: sizes))
    content.regions.append(Region(id: "small", name: "", population: 500))
    content.authorities.append(
      Authority(id: "other", name: "", kind: .region, region: Position(1)))
    content.locations[2] = Location(
      id: "ward-b", name: "", tier: Position(0), authority: Position(1), rank: 2,
      sources: Category.allCases.map { _ in .location(Position(0), leadTimeDays: 1) })
    content.consumption.append(
      Consumption(
        location: Position(2), product: Position(0), normal: DailyRate(nanoUnits: 1_000_000_000),
        family: .constant))
    let statements = try Self.statements(content)
    #expect(statements.map(\.key) == ["all", "region", "small"])
    for (index, line) in statements[0].lines.enumerated() {
      let all = try #require(statements[0].estimate([line], policy: 1).mean)
      let parts = statements.dropFirst().reduce(0) { sum, statement in
        sum
          + (statement.estimate(
            statement.lines.filter { $0.part == line.part && $0.kind == line.kind }, policy: 1
          ).mean ?? 0)
      }
      #expect(abs(parts - all) < 0.02, "\(index) \(line.part)")
    }
    func staff(_ statement: CostStatement) -> Double? {
      statement.estimate(statement.lines.filter { $0.part == .staff }, policy: 1).increase
    }
    // 1000 inhabitants as stated; 500 pay half of it, half as dear again.
    #expect(staff(statements[1]) == 840_000)
    #expect(staff(statements[2]) == 630_000)
    #expect(staff(statements[0]) == 1_470_000)
    // What does not follow the size is paid by each as it is stated.
    func buildUp(_ statement: CostStatement) -> Double? {
      statement.estimate(statement.lines.filter { $0.part == .buildUp }, policy: 1).increase
    }
    #expect(statements.map(buildUp) == [360_000, 180_000, 180_000])
    // The store that holds 35 days more of both regions' three units a day is the first one's.
    func extraStock(_ statement: CostStatement) -> Double? {
      statement.estimate(statement.lines.filter { $0.part == .extraStock }, policy: 1).increase
    }
    #expect(statements.map(extraStock) == [315, 315, 0])
  }

  @Test("Rates alone give no statement")
  func ratesOnly() throws {
    var content = try Self.content(Self.plan())
    content.costPlan = nil
    #expect(try Self.statements(content).isEmpty)
  }
}
