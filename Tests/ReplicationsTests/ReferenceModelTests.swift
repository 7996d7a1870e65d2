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
