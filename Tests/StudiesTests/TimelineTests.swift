import Estimators
import Quantities
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Stock over time")
struct TimelineTests {
  @Test(
    "Points are weekly from the first day on, and end with the last",
    arguments: [
      (1, [0]), (7, [0, 6]), (8, [0, 7]), (15, [0, 7, 14]), (17, [0, 7, 14, 16]),
    ])
  func points(length: Int, days: [Int]) {
    #expect(TimelinePoints(horizonTicks: length, ticksPerDay: 1).days == days)
  }

  @Test("Four years are told weekly, longer horizons in steps of whole weeks")
  func longHorizons() {
    let fourYears = TimelinePoints(horizonTicks: 1_460, ticksPerDay: 1).days
    #expect(fourYears.count == 210 && fourYears[1] == 7 && fourYears.last == 1_459)
    let century = TimelinePoints(horizonTicks: 36_500, ticksPerDay: 1).days
    #expect(century[1] % 7 == 0 && century.count <= 211 && century.last == 36_499)
  }

  @Test("With ticks shorter than a day, a day's stock is that of its last tick")
  func ticks() {
    let points = TimelinePoints(horizonTicks: 9 * 24, ticksPerDay: 24)
    #expect(points.days == [0, 7, 8] && points.ticks == [23, 191, 215])
  }

  /// The stock of all products on a day of each replication, counted by replaying each on its own.
  private static func replayed(_ model: SupplyModel, policy: Int, day: Int) throws -> [Int64] {
    let compiled = CompiledModel(model)
    let tiers = model.content.tiers.count
    var worker = ReplicationWorker(compiled)
    return try (0..<model.content.experiment.replications).map { replication in
      var ore: Int64 = 0
      for job in compiled.jobs.indices {
        worker.begin(job: job, replication: replication)
        for other in 0...policy { try worker.simulate(policy: other) }
        for product in compiled.jobs[job] {
          worker.read(product: product)
          let price = model.content.products[compiled.products[product].position].unitPrice.ore
          for tier in 0..<tiers {
            var stock = [Int64](
              repeating: 0, count: model.content.experiment.horizonDays)
            worker.readStock(tier: Position(tier), into: &stock)
            ore += stock[day] * price
          }
        }
      }
      return ore
    }
  }

  @Test("The value of stock is that of every replication replayed, on any number of cores")
  func value() throws {
    let model = try SupplyModel(try TwoProducts.content())
    let study = Study(CompiledModel(model))
    let timeline = try study.run(jobs: 1).timeline
    let (day, policy) = (study.timelinePoints.days[2], 1)
    let row = try #require(timeline.first { $0.policy == policy && $0.day == day })
    let values = try Self.replayed(model, policy: policy, day: day)
    #expect(values.contains { $0 != values[0] }, "the test should see a mean of different values")
    #expect(row.measure == "stockSEK" && row.unit == "SEK")
    #expect(row.mean == Double(values.reduce(0, +)) / Double(values.count) / 100)
    let levels = [5, 50, 95].map { Quantile.Level.percent($0) }
    #expect(row.quantiles == Quantile.type7(of: values, levels).map { $0 / 100 })
    #expect(timeline.count == 2 * 3 * study.timelinePoints.days.count)
    let shared = try study.run(jobs: 3).timeline
    #expect(shared.map(\.mean) == timeline.map(\.mean))
    #expect(shared.map(\.quantiles) == timeline.map(\.quantiles))
  }

  @Test("Of one product, units are told besides, of which its value is the price's multiple")
  func oneProduct() throws {
    let model = try SupplyModel(try TwoProducts.content())
    let compiled = CompiledModel(model, products: [Position(0)])
    let timeline = try Study(compiled).run(jobs: 2).timeline
    let units = timeline.filter { $0.measure == "stock" }
    let value = timeline.filter { $0.measure == "stockSEK" }
    let price = Double(model.content.products[0].unitPrice.ore) / 100
    #expect(units.count == value.count && !units.isEmpty)
    for (own, worth) in zip(units, value) {
      #expect(own.day == worth.day && abs(own.mean * price - worth.mean) < 1e-6 * worth.mean + 1e-9)
    }
  }

  @Test("A study that wants few numbers keeps no stock over time")
  func few() throws {
    let study = Study(
      CompiledModel(try SupplyModel(try TwoProducts.content())),
      keeping: .only([.init(level: .all, key: "all", measure: "unmetFraction")]))
    #expect(try study.run(jobs: 1).timeline.isEmpty)
  }
}
