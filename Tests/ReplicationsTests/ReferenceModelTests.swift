import Quantities
import RandomStreams
import Replications
import SupplyModel
import Testing

/// R1 and R1s: a supplier, a central store and 20 care units over two years with a surge and
/// shortages. Independent programs have computed the same numbers.
@Suite("Reference models R1 and R1s")
struct ReferenceModelTests {
  #if DEBUG
    static let replications = 40
  #else
    static let replications = 2_000
  #endif

  static func model(remainingLife: ClosedRange<Int>) throws -> CompiledModel {
    let life = RemainingLife.days(
      .uniformInteger(low: remainingLife.lowerBound, high: remainingLife.upperBound))
    var rate = 0.05
    let units = (0..<20).map { index in
      let week = 7 * rate
      let level = Int64((week + 2 * week.squareRoot()).rounded(.up))
      let unit = SmallModel.Unit(
        id: "unit-\(index / 10)\(index % 10)", level: .units(level),
        nanoRate: SmallModel.rate(rate), rank: index)
      rate *= 1.35
      return unit
    }
    var small = SmallModel(
      units: units, store: .days(30), shelfLifeDays: 540, horizonDays: 730,
      start: .given(remainingLife: life), leadTime: .constant(5), remainingLife: life)
    small.shortages = [
      ShortageProcess(
        id: "shortage", products: .init(), frequency: .meanUpTime(days: 365),
        duration: .exponential(mean: 40), startsUp: true)
    ]
    small.timeline = [SmallModel.phase(500, 590, demand: 4)]
    var content = small.content
    var threeMonths = content.policies[0]
    threeMonths.name = "three months"
    threeMonths.rules[20].operating = .days(90)
    content.policies.append(threeMonths)
    return CompiledModel(try SupplyModel(content))
  }

  /// What one policy gives, by replication.
  struct Outputs {
    var unmetFraction = Sample()
    var stockoutDays = Sample()
    var centralStock = Sample()
    var firstStockout = Sample()
    var demand = Sample()
    var discarded = Sample()
  }

  static func run(_ compiled: CompiledModel) throws -> [Outputs] {
    var worker = ReplicationWorker(compiled)
    var outputs = [Outputs(), Outputs()]
    for replication in 0..<replications {
      for policy in 0..<2 {
        let replay = try Replay(&worker, of: compiled, policy: policy, replication: replication)
        let total = replay.total
        outputs[policy].unmetFraction.add(Double(total.unmet) / Double(total.demand))
        outputs[policy].stockoutDays.add(Double(total.stockoutDays))
        outputs[policy].centralStock.add(Double(replay.storeStock.reduce(0, +)) / 730)
        outputs[policy].firstStockout.add(Double(total.firstStockoutDay))
        outputs[policy].demand.add(Double(total.demand))
        outputs[policy].discarded.add(Double(total.discarded))
      }
    }
    return outputs
  }

  /// Whether a mean is within 4.4 standard errors, a false alarm in 100,000, of a reference; its
  /// standard deviation over replications is stated, since that of few replications is uncertain.
  static func expect(
    _ sample: Sample, _ reference: Double, deviation: Double, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let limit = 4.4 * deviation / Double(replications).squareRoot()
    #expect(
      abs(sample.mean - reference) < limit, "\(what): \(sample.mean), expected \(reference)",
      sourceLocation: sourceLocation)
  }

  @Test("R1: one month and three months of a product that hardly expires")
  func r1() throws {
    let compiled = try Self.model(remainingLife: 180...540)
    var worker = ReplicationWorker(compiled)
    worker.begin(product: 0, replication: 0)
    try worker.simulate(policy: 0)
    #expect(worker.target(20) == 1_729)
    try worker.simulate(policy: 1)
    #expect(worker.target(20) == 5_185)
    let outputs = try Self.run(compiled)
    Self.expect(outputs[0].unmetFraction, 0.05638, deviation: 0.0885, "unmet fraction, 1")
    Self.expect(outputs[1].unmetFraction, 0.02561, deviation: 0.0641, "unmet fraction, 3")
    Self.expect(outputs[0].stockoutDays, 389.3, deviation: 561, "stock-out days, 1")
    Self.expect(outputs[1].stockoutDays, 144.7, deviation: 353, "stock-out days, 3")
    Self.expect(outputs[0].centralStock, 1_240.0, deviation: 106, "central stock, 1")
    Self.expect(outputs[1].centralStock, 4_587.5, deviation: 278, "central stock, 3")
    Self.expect(outputs[0].firstStockout, 438.3, deviation: 211, "first stock-out, 1")
    Self.expect(outputs[1].firstStockout, 565.2, deviation: 151, "first stock-out, 3")
    Self.expect(outputs[0].demand, 57_610.5, deviation: 240, "demand")
    #expect(outputs[0].demand.values == outputs[1].demand.values)
  }

  @Test("R1s: the same with lives of 20 to 60 days, so that much expires")
  func r1s() throws {
    let outputs = try Self.run(try Self.model(remainingLife: 20...60))[0]
    Self.expect(outputs.discarded, 1_487.6, deviation: 376, "discarded")
    Self.expect(outputs.stockoutDays, 408.1, deviation: 573, "stock-out days")
    Self.expect(outputs.unmetFraction, 0.05753, deviation: 0.0890, "unmet fraction")
    Self.expect(outputs.firstStockout, 172.7, deviation: 185, "first stock-out")
  }
}

/// Case E1 of the validation suite: one lot, no replenishment, Poisson demand until it expires;
/// exact values from the Poisson distribution.
@Suite("Outdating of a lot that is not replenished")
struct SingleLotTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let quantity: Int64
    let rate: Double
    let life: Int
    var steps: [Phase] = []
    let outdated: Double
    let varianceOutdated: Double
    let anyOutdated: Double
    let unmet: Double
    let anyUnmet: Double
    var testDescription: String {
      "Q = \(quantity), rate \(rate), \(life) days, \(steps.count) steps"
    }
  }

  static let cases = [
    Case(
      quantity: 100, rate: 2, life: 45, outdated: 10.7498727, varianceOutdated: 67.6990755,
      anyOutdated: 0.841779011, unmet: 0.749872651, anyUnmet: 0.134900164),
    Case(
      quantity: 100, rate: 2.2, life: 50, outdated: 0.911072049, varianceOutdated: 7.46988094,
      anyOutdated: 0.15827867, unmet: 10.911072, anyUnmet: 0.816782742),
    Case(
      quantity: 20, rate: 0.5, life: 30, outdated: 5.21230002, varianceOutdated: 12.0217103,
      anyOutdated: 0.875218785, unmet: 0.212300025, anyUnmet: 0.08297091),
    Case(
      quantity: 120, rate: 2, life: 45,
      steps: [SmallModel.phase(20, 30, demand: 3), SmallModel.phase(30, 45, demand: 0.5)],
      outdated: 7.25975984, varianceOutdated: 60.3309138, anyOutdated: 0.667271543,
      unmet: 2.25975984, anyUnmet: 0.300033439),
  ]

  @Test(
    "E1: what expires and what is missing are as the Poisson distribution says", arguments: cases)
  func e1(row: Case) throws {
    // Seed 1; limits of 4.4 standard errors, a false alarm in 100,000 for each value; those of the
    // variance, which is skewed, are wider by half.
    #if DEBUG
      let replications = 4_000
    #else
      let replications = 100_000
    #endif
    // Supply is cut off; demand ends when the lot expires, so that what is missing is its lack.
    var model = SmallModel(
      units: [.init(id: "unit", level: .units(row.quantity), nanoRate: SmallModel.rate(row.rate))],
      horizonDays: row.life + 1, start: .given(remainingLife: .days(.constant(Double(row.life)))),
      capacity: .init(slackBasisPoints: 0, windowDays: 30))
    model.timeline =
      row.steps + [
        SmallModel.phase(0, row.life + 1, supply: 0),
        SmallModel.phase(row.life, row.life + 1, demand: 0),
      ]
    let compiled = try model.compiled()
    var worker = ReplicationWorker(compiled)
    var (outdated, anyOutdated, unmet, anyUnmet) = (Sample(), Sample(), Sample(), Sample())
    for replication in 0..<replications {
      worker.begin(product: 0, replication: replication)
      try worker.simulate(policy: 0)
      let tally = worker.tally(0)
      outdated.add(Double(tally.discarded))
      anyOutdated.add(tally.discarded > 0 ? 1 : 0)
      unmet.add(Double(tally.unmet))
      anyUnmet.add(tally.unmet > 0 ? 1 : 0)
    }
    for (sample, reference) in [
      (outdated, row.outdated), (anyOutdated, row.anyOutdated), (unmet, row.unmet),
      (anyUnmet, row.anyUnmet),
    ] {
      #expect(abs(sample.mean - reference) < 4.4 * sample.standardError)
    }
    let limit = 6.6 * outdated.standardErrorOfVariance
    #expect(abs(outdated.variance - row.varianceOutdated) < limit)
  }
}
