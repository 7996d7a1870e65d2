import Foundation
import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// VALIDATION cases D1, D2, D3, D4, D6 and D8, through the public types: the hazards of D2 and D3 and the
/// rates of D1 are no whole numbers of ticks, which a scenario file asks for. Tolerance 4 standard errors
/// over replications; the largest standard error allowed is stated, so that no test passes for being
/// blunt. Seeds 1.
///
/// No measure gives the probability that a period ends with a backlog (D2, D3).
@Suite("D: supply disruptions against exact values")
struct DisruptionReferenceTests {
  /// Quantities of each replication, and their means against exact values.
  struct Runs {
    var tallies: [Tally] = []
    /// [ticks]
    let horizon: Double

    init(
      _ model: SmallModel, replications: Int,
      _ change: (inout SupplyModel.Content) -> Void = { _ in }
    )
      throws
    {
      var content = model.content
      change(&content)
      let compiled = CompiledModel(try SupplyModel(content))
      var worker = ReplicationWorker(compiled)
      horizon = Double(model.horizonDays)
      for replication in 0..<replications {
        worker.begin(product: 0, replication: replication)
        try worker.simulate(policy: 0)
        tallies.append(worker.tally(0))
      }
    }

    func check(
      _ label: String, _ exact: Double, atMost largestError: Double, slack: Double = 0,
      _ quantity: (Tally, Double) -> Double
    ) {
      var sample = Sample()
      for tally in tallies { sample.add(quantity(tally, horizon)) }
      let difference = abs(sample.mean - exact)
      #expect(
        difference <= 4 * sample.standardError + slack * exact,
        "\(label): \(sample.mean) ± \(sample.standardError), exact \(exact)")
      #expect(
        sample.standardError <= largestError * exact,
        "\(label): standard error \(sample.standardError) of \(exact)")
    }
  }

  /// One care unit without a store whose demand waits, or is lost.
  static func model(
    level: Int64, rate: Double, family: DemandFamily = .poisson, tick: Tick = .day,
    ticks: Int, leadTime: Double, up: Double, down: Double
  ) -> SmallModel {
    var model = SmallModel(
      units: [
        .init(id: "unit", level: .units(level), nanoRate: SmallModel.rate(rate), family: family)
      ], shelfLifeDays: 1_000_000, tick: tick, horizonDays: ticks,
      start: .given(remainingLife: .days(.constant(100_000_000))), leadTime: .constant(leadTime),
      remainingLife: .days(.constant(100_000_000)))
    model.shortfall = .backlogged
    model.shortages = [
      ShortageProcess(
        id: "disruption", products: .init(), frequency: .meanUpTime(days: up),
        duration: .exponential(mean: down), startsUp: false)
    ]
    return model
  }

  /// Means of exponential times whose periods form the chain of D2 and D3: up to down 0.04, down to up
  /// 0.25. [periods]
  static let up = 0.29 / (-log(0.71) * 0.04)
  static let down = 0.29 / (-log(0.71) * 0.25)

  @Test(
    "D2: base stock, certain demand",
    arguments: [
      (2_000, 3310.344828, 1103.448276), (8_000, 2737.068966, 465.517241),
      (12_000, 3075.161638, 261.853448),
    ] as [(Int64, Double, Double)])
  func certainDemand(level: Int64, cost: Double, waiting: Double) throws {
    let runs = try Runs(
      Self.model(
        level: level, rate: 2_000, family: .constant, ticks: 20_000, leadTime: 1, up: Self.up,
        down: Self.down), replications: 20)
    runs.check("cost", cost, atMost: 0.025) {
      (0.25 * Double($0.stockUnitDays) + 3 * Double($0.waitingUnitDays)) / $1
    }
    runs.check("waiting", waiting, atMost: 0.05) { Double($0.waitingUnitDays) / $1 }
  }

  @Test(
    "D3: base stock, Poisson demand",
    arguments: [
      (24, 112.90169929, 10.90328928, 3.86880652), (60, 98.12631983, 6.28734569, 35.25286293),
      (100, 108.03442557, 3.55171894, 72.51723618),
    ] as [(Int64, Double, Double, Double)])
  func poissonDemand(level: Int64, cost: Double, waiting: Double, onHand: Double) throws {
    let runs = try Runs(
      Self.model(
        level: level, rate: 20, ticks: 20_000, leadTime: 1, up: Self.up, down: Self.down),
      replications: 20)
    runs.check("cost", cost, atMost: 0.025) {
      (Double($0.stockUnitDays) + 10 * Double($0.waitingUnitDays)) / $1
    }
    runs.check("waiting", waiting, atMost: 0.05) { Double($0.waitingUnitDays) / $1 }
    runs.check("on hand", onHand, atMost: 0.01) { Double($0.stockUnitDays) / $1 }
  }

  @Test(
    "D4: base stock in continuous time, orders queue while the supplier is down",
    arguments: [
      (10, 0.8638871843, 1.0118211467, 3.8266359615),
      (20, 0.9679363667, 0.5129433679, 13.3277581827),
    ] as [(Int64, Double, Double, Double)])
  func ordersQueue(level: Int64, fill: Double, waiting: Double, onHand: Double) throws {
    // Steps of 20 minutes, 72 a day. A customer meets half a step less of what is outstanding, and a
    // spell counts from the next step on: well below half a percent.
    var model = Self.model(
      level: level, rate: 2, tick: Tick(minutes: 20) ?? .day, ticks: 72 * 2_000, leadTime: 3 * 72,
      up: 100 * 72, down: 8 * 72)
    model.shortages[0].orders = .held
    let runs = try Runs(model, replications: 20)
    runs.check("fill", fill, atMost: 0.02, slack: 0.002) {
      tally, _ in Double(tally.servedAtOnce) / Double(tally.demand)
    }
    runs.check("waiting", waiting, atMost: 0.15) { Double($0.waitingUnitDays) / $1 }
    runs.check("on hand", onHand, atMost: 0.02) { Double($0.stockUnitDays) / $1 }
    runs.check("outstanding", 7.1851851852, atMost: 0.05) { Double($0.onOrderUnitDays) / $1 }
  }

  @Test(
    "D1: a fixed quantity when nothing is left, held while the supplier is down; demand is lost")
  func fixedQuantity() throws {
    // The case's year is 10 days of 720 steps of two minutes: 30 units, one onset, a twelfth of it down.
    let stepsPerYear = 7_200.0
    let years = 40
    var model = Self.model(
      level: 24, rate: 3, tick: Tick(minutes: 2) ?? .day, ticks: years * 7_200, leadTime: 0,
      up: stepsPerYear, down: stepsPerYear / 12)
    model.shortfall = .lost
    model.shortages[0].orders = .held
    model.unitSettings.ordering = .reorderPoint(reorderAt: .units(0), quantity: .units(24))
    let runs = try Runs(model, replications: 50)
    runs.check("lost", 0.0079477308, atMost: 0.13, slack: 0.01) { tally, _ in
      Double(tally.unmet) / Double(tally.demand)
    }
    runs.check("orders", 1.24006534, atMost: 0.005) { Double($0.orderLines) * stepsPerYear / $1 }
    runs.check("cost", 98.25040255, atMost: 0.01) { tally, ticks in
      let perYear = stepsPerYear / ticks
      return 35 * Double(tally.orderLines) * perYear + 4 * Double(tally.stockUnitDays) / ticks
        + 22 * Double(tally.unmet) * perYear
    }
  }

  @Test(
    "D6: time to the first stock-out with some days of cover",
    arguments: [(6, 90, 10, 30, 365, 0.8433060831), (2, 30, 3, 7, 90, 0.7775955569)]
      as [(Int, Int, Int, Int, Int, Double)])
  func survival(
    hours: Int, up: Int, down: Int, cover: Int, horizon: Int, survives: Double
  ) throws {
    // One unit is used in each step; a spell that touches as many steps as there are units is one too
    // many. That is half a step too soon on average, which `slack` allows for.
    let perDay = 24 / hours
    var model = Self.model(
      level: Int64(cover * perDay), rate: Double(perDay), family: .constant,
      tick: Tick(minutes: 60 * hours) ?? .day, ticks: horizon * perDay, leadTime: 0,
      up: Double(up * perDay), down: Double(down * perDay))
    model.shortfall = .lost
    model.shortages[0].startsUp = true
    let runs = try Runs(model, replications: 2_500)
    runs.check("no stock-out", survives, atMost: 0.012, slack: 0.005) { tally, _ in
      tally.stockoutDays == 0 ? 1 : 0
    }
  }

  @Test("D8: one disruption of random length, and whether the stock lasts")
  func oneDisruption() throws {
    // A phase without supply from the first hour on; what is exhausted by 20 units is what a level of 19
    // does not serve. The last hour counts whole: 0.4 % of the mean length.
    let cases: [(Distribution, Double)] = [
      (.exponential(mean: 240), 0.1486436280),
      (.gamma(mean: 240, coefficientOfVariation: 0.5.squareRoot()), 0.1130308977),
      (.lognormal(median: 240 / 2.0.squareRoot(), mean: 240), 0.1198732208),
    ]
    for (length, exhausted) in cases {
      for level in [19, 20] as [Int64] where level == 19 || exhausted > 0.14 {
        var model = Self.model(
          level: level, rate: 1, tick: Tick(minutes: 60) ?? .day, ticks: 24 * 60, leadTime: 0,
          up: 1,
          down: 1)
        model.shortfall = .lost
        model.shortages = []
        var phase = SmallModel.phase(0, 24 * 60, supply: 0)
        phase.timing = PhaseTiming(
          begin: .day(0), length: length, probabilityBasisPoints: 10_000)
        model.timeline = [phase]
        let runs = try Runs(model, replications: 1_500)
        if level == 19 {
          runs.check("exhausted, \(length)", exhausted, atMost: 0.08, slack: 0.01) { tally, _ in
            tally.stockoutDays > 0 ? 1 : 0
          }
        } else {
          runs.check("unmet", 1.4864362802, atMost: 0.13, slack: 0.01) { tally, _ in
            Double(tally.unmet)
          }
        }
      }
    }
  }
}
