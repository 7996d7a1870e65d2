import Estimators
import Replications
import ScenarioFiles
import Studies
import SupplyModel

extension ProgramCase {
  /// F5: what two policies gain by meeting the same demand, in a season that is over in a day.
  ///
  /// The scenario is run once; what is left over costs 1, what is missing 9.
  static func commonRandomNumbers(
    load: @escaping @Sendable (String) -> Result<[UInt8], FileProblem>
  ) -> ProgramCase {
    ProgramCase(
      id: "F5", title: "Common random numbers: exact reduction of variance",
      source: "sums of the Poisson distribution", provenance: .exact, subject: "newsvendor"
    ) { effort in
      let path = "scenarios/validation/f5/newsvendor.json5"
      let count = effort == .full ? 400_000 : 20_000
      let outcome = ScenarioReader(load: load).read(
        path, settings: ["experiment.replications=\(count)"])
      guard let model = outcome.model else {
        throw ValidationProblem(text: outcome.diagnostics.rendered())
      }
      let result = try Study(CompiledModel(model)).run(jobs: 1)
      func costs(_ policy: String) throws -> [Double] {
        guard let number = result.policyNames.firstIndex(of: policy) else {
          throw ValidationProblem(text: "\(path): there is no policy \(policy)")
        }
        let left = result.replicationValues(policy: number, measure: "averageStock")
        let missing = result.replicationValues(policy: number, measure: "unmet")
        return zip(left, missing).map { ($0 ?? .nan) + 9 * ($1 ?? .nan) }
      }
      return try pairs.flatMap { pair in
        PairedCosts(try costs(pair.first), try costs(pair.second)).comparisons(pair)
      }
    }
  }

  private struct Pair {
    let first: String
    let second: String
    let difference: Double
    let correlation: Double
    let ratio: Double
  }

  private static let pairs = [
    Pair(
      first: "s26", second: "s28", difference: -0.696_325_056_8, correlation: 0.816_328_960_2,
      ratio: 4.401_480_435),
    Pair(
      first: "s24", second: "s30", difference: -1.445_231_717, correlation: 0.041_621_481_49,
      ratio: 1.029_596_922),
    Pair(
      first: "s20", second: "s26", difference: 9.580_632_02, correlation: 0.411_947_633_1,
      ratio: 1.334_528_897),
  ]

  /// Costs of two policies in the same replications.
  private struct PairedCosts {
    private let first: [Double]
    private let second: [Double]

    init(_ first: [Double], _ second: [Double]) {
      self.first = first
      self.second = second
    }

    func comparisons(_ pair: Pair) -> [Comparison] {
      let all = Moments(first[...], second[...])
      // Of batches, since neither has a simple formula; the estimates are those of all together.
      let size = first.count / 100
      let batches = (0..<100).map {
        Moments(first[$0 * size..<($0 + 1) * size], second[$0 * size..<($0 + 1) * size])
      }
      func error(_ value: (Moments) -> Double) -> Double {
        let values = batches.map(value)
        let mean = values.reduce(0, +) / 100
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 99 / 100).squareRoot()
      }
      let row = "\(pair.first) against \(pair.second)"
      return [
        Comparison(
          row: row, quantity: "mean difference in cost", reference: pair.difference,
          estimate: all.difference, standardError: error(\.difference)),
        Comparison(
          row: row, quantity: "correlation", reference: pair.correlation,
          estimate: all.correlation, standardError: error(\.correlation), isShare: true),
        Comparison(
          row: row, quantity: "variance of independent ÷ of paired differences",
          reference: pair.ratio, estimate: all.ratio, standardError: error(\.ratio)),
      ]
    }
  }

  private struct Moments {
    let difference: Double
    let correlation: Double
    let ratio: Double

    init(_ first: ArraySlice<Double>, _ second: ArraySlice<Double>) {
      // Costs are whole, so differences add up exactly.
      func moments(_ values: some Sequence<Double>) -> ExactMoments {
        ExactMoments(values.map { Int64($0.rounded()) })
      }
      let (one, other) = (moments(first), moments(second))
      let paired = PairedDifference(
        first.map { Int64($0.rounded()) }, minus: second.map { Int64($0.rounded()) })
      let apart = (one.variance ?? .nan) + (other.variance ?? .nan)
      let together = paired.moments.variance ?? .nan
      difference = paired.moments.mean ?? .nan
      ratio = apart / together
      correlation =
        (apart - together) / 2
        / ((one.variance ?? .nan) * (other.variance ?? .nan)).squareRoot()
    }
  }
}
