import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Patients with prescriptions who turn to public care")
struct SpillOverTests {
  private static func model(
    _ share: Int64, dose: Int64 = 250, home: Int = 90, from first: Int = 20, until end: Int = 80,
    own: Double = 3, prescribed: Double = 20
  ) -> SmallModel {
    var model = SmallModel(
      units: [
        .init(id: "a", level: .units(20), nanoRate: SmallModel.rate(own)),
        .init(id: "b", level: .units(20), nanoRate: SmallModel.rate(0.1)),
      ], store: .units(50), horizonDays: 100)
    model.units[0].nanoPrescribed = SmallModel.rate(prescribed)
    var phase = SmallModel.phase(named: "dry", first, end)
    phase.spillOver = SpillOver(
      products: .init(), shareBasisPoints: share, doseShareBasisPoints: dose, homeStockDays: home)
    model.timeline = [phase]
    return model
  }

  /// Demand of the first care unit day by day, all and what spills over, in a replication.
  private static func demand(
    _ model: SmallModel, replication: Int = 0
  ) throws -> (all: [Int64], spilledOver: [Int64]) {
    let compiled = try model.compiled()
    let program = compiled.products[0].demand
    var history = DemandHistory()
    var drawn = DrawnDemand()
    var world = World(compiled)
    world.draw(replication: replication, of: compiled.model)
    drawn.draw(program, product: 0, compiled.model.content.timeline, world)
    history.draw(program, drawn, key: DemandHistoryTests.key(replication))
    var spilledOver = [Int64](repeating: 0, count: program.totalDays)
    for index in 0..<history.spilledOver.count {
      #expect(history.spilledOver[index].node == 0)
      spilledOver[Int(history.spilledOver[index].day)] +=
        Int64(history.spilledOver[index].quantity)
    }
    for day in 0..<program.totalDays {
      let events = history.range(ofDay: day).map { history.event($0).node }
      #expect(Set(events).count == events.count, "one event for each care unit and day")
      #expect(events == events.sorted())
    }
    return (
      DemandHistoryTests.demand(of: 0, history, days: program.totalDays), spilledOver
    )
  }

  @Test("The chance of a day is the share × (dose + the others whose cabinet is empty)")
  func chance() {
    let rule = SpillOver(
      products: .init(), shareBasisPoints: 4_000, doseShareBasisPoints: 1_000, homeStockDays: 10)
    func expect(_ day: Int, _ chance: Double) {
      #expect(abs(rule.chance(onDay: day) - chance) < 1e-12)
    }
    // 0.4 × (0.1 + 0.9 × (d + ½) ÷ 10), at most 0.4.
    expect(0, 0.4 * (0.1 + 0.9 * 0.05))
    expect(4, 0.4 * (0.1 + 0.9 * 0.45))
    expect(9, 0.4 * (0.1 + 0.9 * 0.95))
    expect(10, 0.4)
    expect(50, 0.4)
  }

  @Test("It joins the care unit's own demand, which stays as it was")
  func joins() throws {
    let without = try Self.demand(Self.model(0))
    let with = try Self.demand(Self.model(6_000))
    #expect(without.spilledOver.allSatisfy { $0 == 0 })
    #expect(zip(with.all, with.spilledOver).map { $0.0 - $0.1 } == without.all)
    #expect(with.spilledOver[..<20].allSatisfy { $0 == 0 })
    #expect(with.spilledOver[80...].allSatisfy { $0 == 0 })
    #expect(with.spilledOver.contains { $0 > 0 })
    // Also where there are days without demand of its own.
    let slow = try Self.demand(Self.model(6_000, own: 0.05))
    #expect(slow.spilledOver == with.spilledOver)
    #expect(slow.all != with.all)
  }

  @Test("A day's units are thinned with the day's chance: mean and variance of a Poisson count")
  func moments() throws {
    // 1,000 replications, days 20, 50 and 79; limits of 4.5 standard errors.
    let model = Self.model(6_000, dose: 1_000, home: 50)
    guard let rule = model.timeline[0].spillOver else { return }
    let replications = 1_000
    var sums = [Double](repeating: 0, count: 100)
    var squares = sums
    for replication in 0..<replications {
      for (day, units) in try Self.demand(model, replication: replication).spilledOver.enumerated()
      {
        sums[day] += Double(units)
        squares[day] += Double(units * units)
      }
    }
    for day in [20, 50, 79] {
      let mean = 20 * rule.chance(onDay: day - 20)
      let found = sums[day] / Double(replications)
      #expect(abs(found - mean) < 4.5 * (mean / Double(replications)).squareRoot(), "day \(day)")
      let variance = squares[day] / Double(replications) - found * found
      let error = ((2 * mean * mean + mean) / Double(replications)).squareRoot()
      #expect(abs(variance - mean) < 4.5 * error, "day \(day)")
    }
  }

  @Test("With a greater share nobody stays away who came with a smaller")
  func isMonotone() throws {
    let shares: [Int64] = [1_000, 3_000, 7_000, 10_000]
    let rows = try shares.map { try Self.demand(Self.model($0)).spilledOver }
    for (fewer, more) in zip(rows, rows.dropFirst()) {
      #expect(zip(fewer, more).allSatisfy { $0 <= $1 })
      #expect(fewer != more)
    }
  }

  @Test("What is prescribed on a day is the same whenever the phase begins")
  func isExogenous() throws {
    // All who are prescribed anything come.
    let early = try Self.demand(Self.model(10_000, dose: 10_000, from: 10)).spilledOver
    let late = try Self.demand(Self.model(10_000, dose: 10_000, from: 40)).spilledOver
    #expect(Array(early[40...]) == Array(late[40...]))
    #expect(early[10] > 0 && late[10] == 0)
    // Multipliers of the timeline and of belief speak of the care unit's own patients.
    var model = Self.model(10_000, dose: 10_000, from: 10)
    model.timeline[0].demandMultipliers = [3]
    model.units[0].actualFactor = 2
    #expect(try Self.demand(model).spilledOver == early)
  }

  @Test("Phases that overlap: a unit comes if it turns to public care in any of them")
  func overlap() throws {
    var model = Self.model(5_000, dose: 10_000)
    var second = model.timeline[0]
    second.name = "second"
    model.timeline.append(second)
    let twice = try Self.demand(model).spilledOver
    #expect(try twice == Self.demand(Self.model(7_500, dose: 10_000)).spilledOver)
  }

  @Test("The tallies show it, as part of demand")
  func tallies() throws {
    let model = Self.model(6_000)
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    let with = try Replay(&worker, of: compiled)
    let without = try Self.model(0).replay()
    #expect(with.tallies[0].spilledOver > 0)
    #expect(
      with.tallies[0].demand - with.tallies[0].spilledOver == without.tallies[0].demand)
    #expect(with.tallies[1].spilledOver == 0)
    #expect(with.tallies[1].demand == without.tallies[1].demand)
    let events = try worker.trace(product: 0, replication: 0, policy: 0)
    let traced = events.reduce(Int64(0)) { sum, event in
      if case .spilledOver(let units) = event.what { sum + units } else { sum }
    }
    #expect(traced == with.tallies[0].spilledOver)
  }
}
