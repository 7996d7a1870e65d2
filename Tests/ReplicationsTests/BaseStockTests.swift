import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

/// Base stock with periodic review, Poisson demand and backlogging: exact in the literature.
///
/// In each period: receive what was ordered L periods ago, order up to S, then demand, then measure.
/// The net stock at the end is S − Poisson((L + 1)·μ). Here the review stands at the end of the day
/// before, so the lead time is L + 1 days. Sources: G. Hadley and T. M. Whitin, "Analysis of
/// Inventory Systems" (1963), chapter 5.
@Suite("Base stock with backlogging against its exact law")
struct BaseStockTests {
  /// A case and its exact values.
  struct Case: Sendable, CustomTestStringConvertible {
    let level: Int64
    let delay: Double
    let backlog: Double
    let onHand: Double
    /// Share of demand served at once. [1]
    let fill: Double
    /// Probability that nobody waits at the end of a day. [1]
    let nobodyWaits: Double
    var testDescription: String { "S = \(level), L = \(delay)" }
  }

  static let mean = 6.0
  static let cases = [
    Case(
      level: 25, delay: 2, backlog: 0.1134763393, onHand: 7.1134763393, fill: 0.9811762301,
      nobodyWaits: 0.9553917005),
    Case(
      level: 30, delay: 2, backlog: 0.0070722034, onHand: 12.0070722034, fill: 0.9988221815,
      nobodyWaits: 0.9966691734),
    Case(
      level: 20, delay: 2, backlog: 0.8979128108, onHand: 2.8979128108, fill: 0.8542482796,
      nobodyWaits: 0.7307201557),
    Case(
      level: 8, delay: 0, backlog: 0.3140213892, onHand: 2.3140213892, fill: 0.9476631018,
      nobodyWaits: 0.8472374940),
    Case(
      level: 10, delay: 0, backlog: 0.0773348661, onHand: 4.0773348661, fill: 0.9871108556,
      nobodyWaits: 0.9573790764),
  ]

  static func model(_ row: Case, horizon: Int) -> SmallModel {
    SmallModel(
      units: [.init(id: "unit", level: .units(row.level), nanoRate: SmallModel.rate(mean))],
      shelfLifeDays: 100_000, shortfall: .backlogged, horizonDays: horizon,
      start: .rotated(warmUpDays: 10), leadTime: .constant(row.delay + 1),
      remainingLife: .days(.constant(100_000)))
  }

  @Test(
    "What waits, what is on hand and what is served at once are as the law says", arguments: cases)
  func averages(row: Case) throws {
    // Seed 1; 4 standard errors of independent replications, a false alarm in 16,000 for each of
    // fifteen values.
    #if DEBUG
      let (replications, horizon) = (60, 1_000)
    #else
      let (replications, horizon) = (400, 10_000)
    #endif
    let compiled = try Self.model(row, horizon: horizon).compiled()
    var worker = ReplicationWorker(compiled)
    var (backlog, onHand, late) = (Sample(), Sample(), Sample())
    for replication in 0..<replications {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      let tally = worker.tally(0)
      let days = Double(horizon)
      backlog.add(Double(tally.waitingUnitDays) / days)
      onHand.add(Double(tally.stockUnitDays) / days)
      // The share of the mean, whose expectation is exact, not of what happened to come.
      late.add(Double(tally.demand - tally.servedAtOnce) / (days * Self.mean))
    }
    #expect(abs(backlog.mean - row.backlog) < 4 * backlog.standardError)
    #expect(abs(onHand.mean - row.onHand) < 4 * onHand.standardError)
    #expect(abs(late.mean - (1 - row.fill)) < 4 * late.standardError)
  }

  @Test(
    "The probability that nobody waits at the end of a day is as the law says", arguments: cases)
  func nobodyWaits(row: Case) throws {
    // Seed 1, the one day after the warm-up; 4 standard errors.
    #if DEBUG
      let replications = 4_000
    #else
      let replications = 100_000
    #endif
    let compiled = try Self.model(row, horizon: 1).compiled()
    var worker = ReplicationWorker(compiled)
    var count = 0
    for replication in 0..<replications {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      if worker.tally(0).waiting == 0 { count += 1 }
    }
    let share = Double(count) / Double(replications)
    let error = (row.nobodyWaits * (1 - row.nobodyWaits) / Double(replications)).squareRoot()
    #expect(abs(share - row.nobodyWaits) < 4 * error)
  }
}
