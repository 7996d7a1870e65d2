import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

@testable import Reports

/// Demand is constant and every lot and lead time known, so that each sentence follows by hand.
@Suite("Why a location ran out")
struct StockoutExplanationTests {
  /// Gauze at two wards, 2 and 1 units a day; wards aim at 7 days, the store at 14.
  private func content(
    remainingLife: Int = 300, leadTime: Double = 3, allocation: AllocationRule = .firstCome
  ) -> SupplyModel.Content {
    var content = TinyScenario.content(horizonDays: 60, replications: 1)
    content.experiment.startDate = CalendarDate("2027-01-01") ?? CalendarDate(dayNumber: 0)
    content.experiment.start = .given(remainingLife: .days(.constant(Double(remainingLife))))
    content.shortages = []
    content.suppliers[0].leadTime = .constant(leadTime)
    content.suppliers[0].remainingLife = .days(.constant(300))
    content.suppliers[0].capacity = nil
    content.consumption = [(1, 2), (2, 1)].map { location, perDay in
      Consumption(
        location: Position(location), product: Position(1),
        normal: DailyRate(nanoUnits: perDay * 1_000_000_000), family: .constant)
    }
    content.policies[0].allocation = allocation
    return content
  }

  private func why(_ content: SupplyModel.Content) throws -> [String] {
    let model = try SupplyModel(content)
    var worker = ReplicationWorker(
      CompiledModel(model, policies: [Position(0)], products: [Position(1)]))
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    return StockoutExplanation(of: events, product: Position(1), in: model, days: 0...59).lines
  }

  private func phase(_ first: Int, _ length: Int, demand: Double) -> Phase {
    Phase(
      name: "surge", firstDay: first, lengthDays: length, rampUpDays: 0, rampDownDays: 0,
      demandMultipliers: [demand, demand], supplyBasisPoints: 10_000, leadTimeMultiplier: 1)
  }

  @Test("Where nothing is missing it says so")
  func noStockout() throws {
    #expect(try why(content()) == ["No stock-out of gauze from 2027-01-01 to 2027-03-01."])
  }

  @Test("A shortage is named with its first and last day, where refused orders came too late")
  func shortage() throws {
    var content = content()
    // Down almost at once, for 40 days.
    content.shortages = [
      ShortageProcess(
        id: "outage", products: .init(), frequency: .meanUpTime(days: 0.001),
        duration: .constant(40), startsUp: true)
    ]
    #expect(try why(content) == ["shortage"])
  }

  @Test("Goods kept for more urgent care are named with the rule that keeps them")
  func allocation() throws {
    var content = content(
      allocation: .priority(criticalLevels: [.init(carePriority: 2, level: .units(100))]))
    content.locations[2].carePriority = 2
    #expect(try why(content) == ["allocation"])
  }

  @Test("Lots that expired are named, and no supplier is blamed whose goods were not yet due")
  func expiry() throws {
    #expect(try why(content(remainingLife: 5, leadTime: 20)) == ["expiry"])
  }

  @Test("Demand above normal is named alone where everything asked for was granted in time")
  func surge() throws {
    var content = content()
    content.timeline = [phase(10, 5, demand: 9)]
    #expect(try why(content) == ["surge"])
  }

  @Test("Where nothing explains it but the stock's size, nothing else is said")
  func tooSmall() throws {
    var content = content()
    content.policies[0].rules[1].operating = .units(1)
    #expect(try why(content) == ["small"])
  }
}
