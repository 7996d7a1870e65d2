import Quantities
import RandomStreams
import SupplyModel
import Testing

@testable import Replications

@Suite("Demand as it is drawn")
struct DemandHistoryTests {
  /// A rate, a family and a multiplier, and what they should give.
  struct Case: Sendable, CustomTestStringConvertible {
    let rate: Double
    var index = 1.0
    var multiplier = 1.0
    var testDescription: String { "mean \(rate) × \(multiplier), index of dispersion \(index)" }
  }

  static let cases = [
    Case(rate: 0.004), Case(rate: 0.02), Case(rate: 0.1), Case(rate: 0.2), Case(rate: 3),
    Case(rate: 60), Case(rate: 0.05, index: 3), Case(rate: 2, index: 3), Case(rate: 20, index: 1.5),
    Case(rate: 0.02, multiplier: 5), Case(rate: 3, multiplier: 0.01),
    Case(rate: 2, index: 4, multiplier: 0.5),
  ]

  static func key(_ replication: Int) -> StreamKey {
    StreamKey(
      seed: 5, source: 0, replication: UInt64(replication), product: StableHash.of("product"))
  }

  static func model(_ rate: Double, _ family: DemandFamily = .poisson, horizon: Int) -> SmallModel {
    SmallModel(
      units: [
        .init(id: "unit", level: .units(1), nanoRate: SmallModel.rate(rate), family: family)
      ], horizonDays: horizon)
  }

  /// Demand of a node, day by day.
  static func demand(
    of node: Int, _ history: borrowing DemandHistory, days: Int
  ) -> [Int64] {
    var units = [Int64](repeating: 0, count: days)
    for day in 0..<days {
      for place in history.range(ofDay: day) where Int(history.event(place).node) == node {
        units[day] += Int64(history.event(place).quantity)
      }
    }
    return units
  }

  @Test(
    "Mean and variance of a day's demand are those of its family, multiplied and drawn by gaps or not",
    arguments: cases)
  func moments(row: Case) throws {
    // Seed 5, 10,000 days. Limits of 4.4 standard errors: a false alarm in 100,000 for each mean;
    // those of the variances, which are skewed, are wider by half.
    let family =
      row.index > 1 ? DemandFamily.negativeBinomial(indexOfDispersion: row.index) : .poisson
    var model = Self.model(row.rate, family, horizon: 10_000)
    if row.multiplier != 1 {
      model.timeline = [SmallModel.phase(0, 10_000, demand: row.multiplier)]
    }
    var history = DemandHistory()
    history.draw(try model.compiled().products[0].demand, key: Self.key(0))
    var sample = Sample()
    for units in Self.demand(of: 0, history, days: 10_000) { sample.add(Double(units)) }
    let mean = row.rate * row.multiplier
    let variance = mean * row.index
    #expect(abs(sample.mean - mean) < 4.4 * (variance / 10_000).squareRoot())
    #expect(abs(sample.variance - variance) < 6.6 * sample.standardErrorOfVariance)
  }

  @Test("Every day of a stretch has the same mean, the first and the last too, when gaps are drawn")
  func daysOfGaps() throws {
    // Seed 5, 2,000 replications, 30 days, 4.4 standard errors: a false alarm in 3,000.
    var model = Self.model(0.05, horizon: 30)
    model.timeline = [SmallModel.phase(10, 20, demand: 2), SmallModel.phase(20, 25, demand: 0)]
    let program = try model.compiled().products[0].demand
    var history = DemandHistory()
    var sums = [Int64](repeating: 0, count: 30)
    for replication in 0..<2_000 {
      history.draw(program, key: Self.key(replication))
      for day in 0..<30 {
        for place in history.range(ofDay: day) { sums[day] += Int64(history.event(place).quantity) }
      }
    }
    for day in 0..<30 {
      let mean = day < 10 || day >= 25 ? 0.05 : day < 20 ? 0.1 : 0
      let limit = 4.4 * (mean / 2_000).squareRoot()
      #expect(abs(Double(sums[day]) / 2_000 - mean) <= limit, "day \(day)")
    }
  }

  @Test("Where gaps are drawn, demand on one day says nothing about the next")
  func adjacentDays() throws {
    // Seed 5, 100,000 days with demand on a share p = 1 − e^(−0.1) of them. Limits of 4.4 standard
    // errors, a false alarm in 100,000 each; pairs that share a day add 2·p³·(1 − p) to the variance.
    let count = 100_000
    var history = DemandHistory()
    history.draw(
      try Self.model(0.1, horizon: count).compiled().products[0].demand, key: Self.key(0))
    var busy = 0
    var pairs = 0
    var wasBusy = false
    for day in 0..<count {
      let isBusy = !history.range(ofDay: day).isEmpty
      if isBusy { busy += 1 }
      if isBusy, wasBusy { pairs += 1 }
      wasBusy = isBusy
    }
    let (share, n) = (0.095_162_582, Double(count))
    let both = share * share
    let variance = both * (1 - both) + 2 * share * both * (1 - share)
    #expect(abs(Double(busy) - n * share) < 4.4 * (n * share * (1 - share)).squareRoot())
    #expect(abs(Double(pairs) - (n - 1) * both) < 4.4 * (n * variance).squareRoot())
  }

  @Test("Events stand in order of day and of location, one for each")
  func order() throws {
    let units = (0..<30).map {
      SmallModel.Unit(
        id: "u\($0)", level: .units(1), nanoRate: SmallModel.rate(0.02 * Double($0 + 1)))
    }
    let model = SmallModel(units: units, horizonDays: 200)
    var history = DemandHistory()
    history.draw(try model.compiled().products[0].demand, key: Self.key(0))
    for day in 0..<200 {
      var previous = -1
      for place in history.range(ofDay: day) {
        let event = history.event(place)
        #expect(Int(event.node) > previous && event.quantity > 0)
        previous = Int(event.node)
      }
    }
  }

  @Test("A care unit's demand doesn't depend on which other care units there are")
  func independence() throws {
    let one = SmallModel.Unit(id: "one", level: .units(1), nanoRate: SmallModel.rate(0.8))
    let other = SmallModel.Unit(id: "other", level: .units(1), nanoRate: SmallModel.rate(0.03))
    var alone = DemandHistory()
    var together = DemandHistory()
    alone.draw(
      try SmallModel(units: [one], horizonDays: 300).compiled().products[0].demand,
      key: Self.key(0))
    // Nodes stand in order of id: "one" first.
    together.draw(
      try SmallModel(units: [other, one], horizonDays: 300).compiled().products[0].demand,
      key: Self.key(0))
    let first = Self.demand(of: 0, alone, days: 300)
    let accompanied = Self.demand(of: 0, together, days: 300)
    let others = Self.demand(of: 1, together, days: 300).reduce(0, +)
    #expect(accompanied == first)
    #expect(others > 0)
  }

  @Test("Patients are the same under every policy")
  func samePatients() throws {
    var content = SmallModel(
      units: [
        .init(id: "a", level: .units(3)), .init(id: "b", level: .units(4), nanoRate: 30_000_000),
      ], store: .units(20), horizonDays: 200
    ).content
    var rich = PolicyRule()
    rich.operating = .units(1_000)
    content.policies.append(Policy(name: "rich", rules: [rich], allocation: .firstCome))
    let compiled = CompiledModel(try SupplyModel(content))
    var worker = ReplicationWorker(compiled)
    for replication in 0..<5 {
      let poor = try Replay(&worker, of: compiled, replication: replication)
      let rich = try Replay(&worker, of: compiled, policy: 1, replication: replication)
      #expect(poor.tallies.map(\.demand) == rich.tallies.map(\.demand))
      #expect(poor.total.unmet > rich.total.unmet)
    }
  }
}
