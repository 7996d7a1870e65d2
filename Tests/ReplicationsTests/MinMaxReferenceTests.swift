import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// VALIDATION B7: (s, S), Poisson demand, backlog; order frequency and mean cost per day.
///
/// "Zero lead time, review before demand" is this model's review at the end of the day before with a
/// lead time of a day. Reference: Snyder & Shen, Fundamentals of Supply Chain Theory, example 4.7;
/// Zheng & Federgruen, Operations Research 39 (1991) 654; order frequencies by the renewal equation
/// of the same paper, recomputed for these tests.
@Suite("B7: reorder points and targets against exact values")
struct MinMaxReferenceTests {
  struct Row: Sendable {
    var mean: Double
    var reorderAt: Int64
    var target: Int64
    var shortageCost: Double
    var orderCost: Double
    var cost: Double
    var orderFrequency: Double
  }

  static let rows = [
    Row(
      mean: 6, reorderAt: 4, target: 10, shortageCost: 4, orderCost: 5, cost: 8.034_111_561_5,
      orderFrequency: 0.681_966_441_7),
    Row(
      mean: 10, reorderAt: 6, target: 40, shortageCost: 9, orderCost: 64, cost: 35.021_555_27,
      orderFrequency: 0.256_394_025_2),
    Row(
      mean: 21, reorderAt: 15, target: 65, shortageCost: 9, orderCost: 64, cost: 50.406_019_89,
      orderFrequency: 0.343_004_108_3),
  ]

  @Test(
    "Order frequency and mean cost lie within 4 standard errors of the exact values",
    arguments: rows)
  func row(_ row: Row) throws {
    var model = SmallModel(
      units: [
        .init(id: "unit", level: .units(row.target), nanoRate: SmallModel.rate(row.mean))
      ], horizonDays: 400, start: .rotated(warmUpDays: 60), seed: 7, leadTime: .constant(1),
      remainingLife: .days(.constant(100_000)))
    model.unitSettings.ordering = .minMax(reorderAt: .units(row.reorderAt))
    var content = model.content
    content.products[0].shortfall = .backlogged
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    let count = 300
    var costs: [Double] = []
    var frequencies: [Double] = []
    for replication in 0..<count {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      let tally = worker.tally(0)
      let held = Double(tally.stockUnitDays) + row.shortageCost * Double(tally.waitingUnitDays)
      costs.append((held + row.orderCost * Double(tally.orderLines)) / 400)
      frequencies.append(Double(tally.orderLines) / 400)
    }
    for (values, reference) in [(costs, row.cost), (frequencies, row.orderFrequency)] {
      let mean = values.reduce(0, +) / Double(count)
      let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      let error = (squares / Double(count - 1) / Double(count)).squareRoot()
      #expect(abs(mean - reference) < 4 * error, "\(mean) ± \(error), exact \(reference)")
      #expect(4 * error < 0.01 * reference)
    }
  }
}
