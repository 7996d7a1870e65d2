import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Reports

/// Gauze at two wards, 2 and 1 units a day, in a shortage from the second day on.
@Suite("Traces of hoarding, national reserves and transshipment")
struct LateralTraceTests {
  private func content() -> SupplyModel.Content {
    var content = TinyScenario.content(horizonDays: 60, replications: 1)
    content.experiment.startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
    content.experiment.start = .given(remainingLife: .days(.constant(300)))
    content.products = [content.products[1]]
    content.shortages = [
      ShortageProcess(
        id: "outage", products: .init(), frequency: .meanUpTime(days: 0.001),
        duration: .constant(40), startsUp: true)
    ]
    content.suppliers[0].leadTime = .constant(3)
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.suppliers[0].capacity = nil
    content.consumption = [(1, 2), (2, 1)].map { location, perDay in
      Consumption(
        location: Position(location), product: Position(0),
        normal: DailyRate(nanoUnits: perDay * 1_000_000_000), family: .constant)
    }
    return content
  }

  private func trace(_ model: SupplyModel) throws -> [TraceEvent] {
    var worker = ReplicationWorker(
      CompiledModel(model, policies: [Position(0)], products: [Position(0)]))
    return try worker.trace(product: 0, replication: 0, policy: 0)
  }

  /// The rows of one event: date, location, other party, units, due, detail.
  private func rows(_ name: String, _ events: [TraceEvent], _ model: SupplyModel) -> [[Table.Cell]]
  {
    let table = EventsTable.table(of: events, in: model.content)
    let width = table.columns.count
    return stride(from: 0, to: table.cells.count, by: width).compactMap { first in
      let row = Array(table.cells[first..<first + width])
      return row[2] == .text(name) ? [0, 3, 4, 5, 7, 8].map { row[$0] } : nil
    }
  }

  @Test("Targets that are raised are events, and the explanation says who has hoarded since when")
  func hoarding() throws {
    var content = content()
    var rule = PolicyRule(locations: .init(tiers: [Position(1)]))
    rule.hoardingBasisPoints = 20_000
    content.policies[0].rules.append(rule)
    let model = try SupplyModel(content)
    let events = try trace(model)
    let changes = rows("target changed", events, model)
    #expect(
      changes.first == [
        .text("2027-01-02"), .text("ward-a"), .empty, .integer(28), .empty,
        .text("before 14; hoarding: a shortage is known of"),
      ])
    #expect(
      changes.last == [
        .text("2027-01-02"), .text("ward-b"), .empty, .integer(14), .empty,
        .text("before 7; hoarding: a shortage is known of"),
      ])
    // One shortage follows upon the other, so that the hoarding does not end.
    #expect(changes.count == 2)
    let why = StockoutExplanation(of: events, product: Position(0), in: model, days: 0...59)
    #expect(
      why.lines.contains(
        "Since 2027-01-02, when a shortage became known, ward-a, ward-b had asked central for more: "
          + "targets were raised (hoarding)."))
    // Without it, nothing is said.
    content.policies[0].rules.removeLast()
    let calm = try SupplyModel(content)
    let reason = StockoutExplanation(
      of: try trace(calm), product: Position(0), in: calm, days: 0...59)
    #expect(!reason.lines.contains { $0.contains("hoarding") })
  }

  @Test("What a national reserve gives is an event, and makes good what was refused")
  func nationalReserve() throws {
    var content = content()
    var reserve = content.locations[0]
    reserve.id = "reserve"
    reserve.rank = 9
    content.locations.append(reserve)
    content.nationalReserves = [
      NationalReserve(
        location: Position(3), products: .init(), serves: .init(locations: [Position(0)]),
        release: Decision(occasion: .shortage, delayDays: 10), leadTimeDays: 2)
    ]
    let model = try SupplyModel(content)
    let events = try trace(model)
    #expect(
      rows("reserve released", events, model) == [
        [
          .text("2027-01-12"), .text("reserve"), .empty, .empty, .text("2027-01-12"), .empty,
        ]
      ])
    let given = try #require(rows("given", events, model).first)
    #expect(given[..<3] == [.text("2027-01-12"), .text("reserve"), .text("central")])
    #expect(given[4...] == [.text("2027-01-14"), .text("from the national reserve")])
    let orders = TraceBook(events).replenishments(of: Position(0))
    let helped = try #require(orders.first { $0.day == 11 })
    #expect(helped.isFull && helped.due == 13 && given[3] == .integer(helped.asked))
    #expect(try #require(orders.first { $0.day == 10 }).granted == 0)
  }

  @Test("What leaves for another region is an event, and a loss where it leads to a stock-out")
  func transshipment() throws {
    var content = content()
    content.shortages = []
    content.regions.append(Region(id: "south", name: "South", population: nil))
    content.authorities.append(
      Authority(id: "region-south", name: "Region South", kind: .region, region: Position(1)))
    // Ward b orders for itself, and has next to nothing.
    content.locations[2].authorities = content.locations[2].authorities.map { _ in Position(1) }
    content.locations[2].sources = content.locations[0].sources
    var crisis = Phase(
      name: "crisis", firstDay: 0, lengthDays: 60, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [1, 1], supplyBasisPoints: 0, leadTimeMultiplier: 1)
    crisis.name = "crisis"
    content.timeline = [crisis]
    content.policies[0].transshipment = .mandated(
      .init(
        decision: Decision(occasion: .phases(["crisis"]), delayDays: 4), everyDays: 100,
        leadTimeDays: 1))
    let model = try SupplyModel(content)
    let events = try trace(model)
    let sent = try #require(rows("transshipped", events, model).first)
    #expect(sent[..<3] == [.text("2027-01-05"), .text("central"), .text("ward-b")])
    #expect(sent[4...] == [.text("2027-01-06"), .text("to another region")])
    let why = StockoutExplanation(
      of: events, product: Position(0), in: model, at: Position(1), days: 0...59)
    guard case .integer(let quantity) = sent[3] else {
      Issue.record("no quantity")
      return
    }
    #expect(
      why.lines.contains("\(quantity) units left central for other regions on 2027-01-05."))
    #expect(why.lines.last?.contains("left central for other regions on 2027-01-05") == true)
  }
}
