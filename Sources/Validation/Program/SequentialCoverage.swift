import Estimators
import RandomStreams
import ScenarioFiles

extension ProgramCase {
  /// F6: how many values are drawn, and how often the mean is as precise as asked for, where drawing
  /// stops as soon as the interval is narrow enough. Values are normal with mean 10 and variance 9.
  static let sequentialCoverage = ProgramCase(
    id: "F6", title: "Stopping as soon as the interval is narrow enough",
    source: "Chow & Robbins 1965; Law & Kelton, relative precision; 4 × 10⁵ experiments",
    provenance: .simulated, subject: "Estimators"
  ) { effort in
    try stoppingRows.flatMap { row in
      let experiments = effort == .full ? 40_000 : 1_000
      return try row.comparisons(experiments)
    }
  }

  private struct StoppingRow {
    let name: String
    let rule: SequentialStopping
    let coverage: Double
    let count: Double
    let deviation: Double

    /// The known values have four digits and come from 4 × 10⁵ experiments themselves.
    func comparisons(_ experiments: Int) throws -> [Comparison] {
      let found = Stopped(rule, experiments)
      let because = "the known values are drawn too, in 4 × 10⁵ experiments, and rounded"
      return [
        Comparison(
          row: name, quantity: "coverage", reference: coverage, estimate: found.coverage,
          standardError: (coverage * (1 - coverage) / Double(experiments)).squareRoot(),
          allowance: 0.003, because: because, isShare: true),
        Comparison(
          row: name, quantity: "mean number of values", reference: count, estimate: found.count,
          standardError: found.deviation / Double(experiments).squareRoot(),
          allowance: 0.005 * count, because: because),
        Comparison(
          row: name, quantity: "standard deviation of their number", reference: deviation,
          estimate: found.deviation, standardError: found.deviationError,
          allowance: 0.01 * deviation, because: because),
      ]
    }
  }

  private static let stoppingRows = [
    StoppingRow(
      name: "absolute 0.5, from 10 values", rule: .init(.absolute(0.5 * nano), fewest: 10),
      coverage: 0.9491, count: 139.48, deviation: 16.92),
    StoppingRow(
      name: "absolute 0.5, from 30 values", rule: .init(.absolute(0.5 * nano), fewest: 30),
      coverage: 0.9491, count: 139.48, deviation: 16.91),
    StoppingRow(
      name: "absolute 1, from 5 values", rule: .init(.absolute(nano), fewest: 5),
      coverage: 0.9361, count: 35.04, deviation: 9.72),
    StoppingRow(
      name: "absolute 1, from 10 values", rule: .init(.absolute(nano), fewest: 10),
      coverage: 0.9419, count: 35.45, deviation: 9.03),
    StoppingRow(
      name: "absolute 0.25, from 10 values", rule: .init(.absolute(0.25 * nano), fewest: 10),
      coverage: 0.9498, count: 554.52, deviation: 33.39),
    StoppingRow(
      name: "relative 10 %, from 10 values", rule: .init(.relative(0.1), fewest: 10),
      coverage: 0.9615, count: 42.64, deviation: 10.71),
    StoppingRow(
      name: "relative 5 %, from 10 values", rule: .init(.relative(0.05), fewest: 10),
      coverage: 0.9591, count: 153.61, deviation: 19.29),
  ]

  /// Whole numbers are added exactly; these are so many to one.
  fileprivate static let nano = 1e9
  fileprivate static let mean = 10.0

  /// What became of experiments that stop by a rule.
  private struct Stopped {
    private(set) var coverage = 0.0
    private(set) var count = 0.0
    private(set) var deviation = 0.0
    private(set) var deviationError = 0.0

    init(_ rule: SequentialStopping, _ experiments: Int) {
      var stream = StreamKey(seed: 6, source: StableHash.of("F6")).stream()
      var counts: [Double] = []
      var covered = 0
      for _ in 0..<experiments {
        var moments = ExactMoments()
        while !rule.isReached(by: moments) {
          let value = ProgramCase.mean + 3 * NormalDistribution.quantile(stream.nextOpenUnit())
          moments.add(Int64((value * ProgramCase.nano).rounded()))
        }
        let found = (moments.mean ?? 0) / ProgramCase.nano
        let widest =
          switch rule.precision {
          case .absolute(let half): half / ProgramCase.nano
          case .relative(let share): share * ProgramCase.mean
          }
        if abs(found - ProgramCase.mean) <= widest { covered += 1 }
        counts.append(Double(moments.count))
      }
      let total = Double(experiments)
      coverage = Double(covered) / total
      let middle = counts.reduce(0, +) / total
      let second = counts.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / (total - 1)
      let fourth = counts.reduce(0) {
        let square = ($1 - middle) * ($1 - middle)
        return $0 + square * square
      }
      count = middle
      deviation = second.squareRoot()
      // The variance's standard error, carried over to its root.
      let varianceError = ((fourth / total - second * second) / total).squareRoot()
      deviationError = varianceError / (2 * deviation)
    }
  }
}
