import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Reports

/// Demand is constant and every lot and lead time known, so that each sentence follows by hand.
@Suite("Why a location ran out, where products depend on each other")
struct CouplingExplanationTests {
  /// Two products at two wards, 2 and 1 units a day of each; wards aim at 7 days, the store at 14.
  /// The first product cannot be ordered from day 1 on.
  private func content(_ change: (inout SupplyModel.Content) -> Void) -> SupplyModel.Content {
    var content = TinyScenario.content(horizonDays: 60, replications: 1)
    content.experiment.startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
    content.experiment.start = .given(remainingLife: .days(.constant(300)))
    content.products.removeLast()
    content.suppliers[0].leadTime = .constant(3)
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.suppliers[0].capacity = nil
    content.shortages = [
      ShortageProcess(
        id: "outage", products: .init(products: [Position(0)]),
        frequency: .meanUpTime(days: 0.001), duration: .constant(90), startsUp: true)
    ]
    content.consumption = [(1, 2), (2, 1)].flatMap { location, perDay in
      [0, 1].map { product in
        Consumption(
          location: Position(location), product: Position(product),
          normal: DailyRate(nanoUnits: Int64(perDay) * 1_000_000_000), family: .constant)
      }
    }
    change(&content)
    return content
  }

  private func trace(
    _ content: SupplyModel.Content, of product: Int
  ) throws -> (events: [TraceEvent], why: String) {
    let model = try SupplyModel(content)
    var worker = ReplicationWorker(
      CompiledModel(model, policies: [Position(0)], products: [Position(product)]))
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    let lines = StockoutExplanation(
      of: events, product: Position(product), in: model, days: 0...59
    ).lines
    return (events, lines.joined(separator: "\n"))
  }

  @Test("A keyed product is traced to its partner, and its own orders are not blamed")
  func keyed() throws {
    let content = content { $0.products[1].keyedTo = Position(0) }
    let (first, second) = (content.products[0].id, content.products[1].id)
    let (events, why) = try trace(content, of: 1)
    let table = String(
      decoding: EventsTable.table(of: events, in: content).csv(), as: UTF8.self)
    #expect(table.contains("partner missing"))
    let lines = why.split(separator: "\n").map(String.init)
    try #require(lines.count == 4, "\(why)")
    #expect(lines[0].hasPrefix("The first stock-out of \(second) from"))
    #expect(lines[1].hasSuffix("patients asked for 2 units; 0 were there, 2 went unmet."))
    #expect(
      lines[2].contains(
        "ward-a: \(first), without which it is useless, was out, so nothing of 14 units on hand"))
    #expect(
      lines[3]
        == "Root cause: \(first), which \(second) is keyed to, was out at ward-a (trace --product "
        + "\(first) --why says why).")
  }

  @Test("What patients got instead is said, and so is what a substitute lost to others' patients")
  func substitutes() throws {
    var content = content {
      $0.substitutions = [
        Substitution(
          original: Position(0), substitutes: [.init(product: Position(1), unitsEach: 5)],
          permission: .always, extraCost: Money(ore: 0))
      ]
    }
    // Neither can be ordered, and patients ask for twice as much of the first as is expected.
    content.shortages[0].products = .init()
    for row in content.consumption.indices where content.consumption[row].product == Position(0) {
      content.consumption[row].actualFactor = 2
    }
    let (first, second) = (content.products[0].id, content.products[1].id)
    let original = try trace(content, of: 0)
    let table = String(
      decoding: EventsTable.table(of: original.events, in: content).csv(), as: UTF8.self)
    #expect(table.contains("substituted"))
    let substitute = try trace(content, of: 1)
    let given = String(
      decoding: EventsTable.table(of: substitute.events, in: content).csv(), as: UTF8.self)
    #expect(given.contains("issued as substitute"))
    #expect(given.contains("for patients of \(first)"))
    #expect(
      substitute.why.contains("went to patients of \(first), which was missing,"),
      "\(substitute.why)")
    #expect(substitute.why.contains("Root cause:"))
    #expect(
      original.why.contains("that were missing, patients got")
        && original.why.contains("of \(second) instead."), "\(original.why)")
  }
}
