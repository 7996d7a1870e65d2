import Estimators
import RandomStreams
import ScenarioFiles

extension ProgramCase {
  /// F2: how often 90 % intervals of skewed replications contain the mean: less often than they say.
  ///
  /// A replication is the mean delay in queue of the first 25 customers of a single server that
  /// starts empty (arrivals 1, service 10/9 per unit of time).
  static let intervalCoverage = ProgramCase(
    id: "F2", title: "Coverage of t intervals for skewed replications",
    source: "Law & Kelton, Simulation Modeling & Analysis, fixed sample size; recomputed",
    provenance: .simulated, subject: "Estimators"
  ) { effort in
    let experiments = effort == .full ? 100_000 : 2_000
    return queueRows.flatMap { row in
      let found = coverage(of: row.size, experiments)
      return [
        Comparison(
          row: "n=\(row.size)", quantity: "coverage of a 90 % interval", reference: row.coverage,
          estimate: found.coverage.mean, standardError: found.coverage.error,
          allowance: knownTo, because: drawnToo, isShare: true),
        Comparison(
          row: "n=\(row.size)", quantity: "half-width ÷ mean", reference: row.halfWidth,
          estimate: found.halfWidth.mean, standardError: found.halfWidth.error),
      ]
        + (row.size == 40
          ? [
            Comparison(
              row: "any n", quantity: "mean delay", reference: 2.124_489_347,
              estimate: found.delay.mean, standardError: found.delay.error)
          ] : [])
    }
  }

  /// The known coverages are means of 2 to 4 × 10⁵ experiments themselves.
  private static let knownTo = 0.003
  private static let drawnToo = "the known coverages are drawn too, and known to 0.003"
  private static let meanDelay = 2.124_489_347

  private static let queueRows = [
    (size: 5, coverage: 0.837_362_5, halfWidth: 0.669_669_371_3),
    (size: 10, coverage: 0.859_747_5, halfWidth: 0.436_525_562_8),
    (size: 20, coverage: 0.877_69, halfWidth: 0.301_740_933_5),
    (size: 40, coverage: 0.886_88, halfWidth: 0.211_637_928_2),
  ]

  /// Mean and standard error of something over experiments.
  private struct Average {
    var sum = 0.0
    var squares = 0.0
    var count = 0.0

    mutating func add(_ value: Double) {
      sum += value
      squares += value * value
      count += 1
    }

    var mean: Double { sum / count }
    var error: Double { ((squares / count - mean * mean) / (count - 1)).squareRoot() }
  }

  private static func coverage(
    of size: Int, _ experiments: Int
  ) -> (coverage: Average, halfWidth: Average, delay: Average) {
    var stream = StreamKey(
      seed: 2, source: StableHash.of("F2"), replication: UInt64(size)
    ).stream()
    let critical = StudentT.criticalValue(confidence: 0.9, degreesOfFreedom: size - 1)
    var (covered, halfWidth, delay) = (Average(), Average(), Average())
    for _ in 0..<experiments {
      var moments = ExactMoments()
      for _ in 0..<size { moments.add(nanoDelay(&stream)) }
      guard let interval = moments.meanInterval(criticalValue: critical) else { continue }
      let inUnits = interval.scaled(by: 1e-9)
      covered.add(inUnits.contains(meanDelay) ? 1 : 0)
      halfWidth.add((inUnits.high - inUnits.low) / 2 / inUnits.estimate)
      delay.add(inUnits.estimate)
    }
    return (covered, halfWidth, delay)
  }

  /// The mean delay of 25 customers. [10⁻⁹ units of time]
  private static func nanoDelay(_ stream: inout RandomStream) -> Int64 {
    let service = Distribution.exponential(mean: 0.9)
    let between = Distribution.exponential(mean: 1)
    var (wait, sum) = (0.0, 0.0)
    for _ in 1..<25 {
      wait = max(0, wait + service.sample(using: &stream) - between.sample(using: &stream))
      sum += wait
    }
    return Int64((sum / 25 * 1e9).rounded())
  }
}
