import Estimators
import Replications
import ScenarioFiles
import Studies
import SupplyModel

extension ProgramCase {
  /// F5: what two policies gain by meeting the same demand, in a season that is over in a day.
  ///
  /// What is left over costs 1, what is missing 9. The scenario has forty places, and each is a pair of
  /// its own. It is run with a hundred seeds, whose spread gives the standard errors.
  static func commonRandomNumbers(
    load: @escaping @Sendable (String) -> Result<[UInt8], FileProblem>
  ) -> ProgramCase {
    ProgramCase(
      id: "F5", title: "Common random numbers: exact reduction of variance",
      source: "sums of the Poisson distribution", provenance: .exact, subject: "newsvendor"
    ) { effort in
      let batches = try (1...100).map { seed in
        try SeasonCosts(seed: seed, replications: effort == .full ? 1_200 : 10, load: load)
      }
      return pairs.flatMap { pair in
        comparisons(pair, batches.map { $0.moments(pair.first, pair.second) })
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

  private static func comparisons(_ pair: Pair, _ batches: [PairMoments]) -> [Comparison] {
    let all = batches.dropFirst().reduce(batches[0]) { $0.merged(with: $1) }
    let count = Double(batches.count)
    func error(_ value: (PairMoments) -> Double) -> Double {
      let values = batches.map(value)
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / (count - 1) / count).squareRoot()
    }
    let row = "\(pair.first) against \(pair.second)"
    return [
      Comparison(
        row: row, quantity: "mean difference in cost", reference: pair.difference,
        estimate: all.meanDifference, standardError: error(\.meanDifference)),
      Comparison(
        row: row, quantity: "correlation", reference: pair.correlation,
        estimate: all.correlation, standardError: error(\.correlation), isShare: true),
      Comparison(
        row: row, quantity: "variance of independent ÷ of paired differences",
        reference: pair.ratio, estimate: all.ratio, standardError: error(\.ratio)),
    ]
  }

  /// What a season has cost at each place in each replication, by policy. Costs are whole.
  private struct SeasonCosts {
    private var costs: [String: [Int64]] = [:]

    init(
      seed: Int, replications: Int,
      load: @escaping (String) -> Result<[UInt8], FileProblem>
    ) throws {
      let outcome = ScenarioReader(load: load).read(
        "scenarios/validation/f5/newsvendor.json5",
        settings: ["experiment.seed=\(seed)", "experiment.replications=\(replications)"])
      guard let model = outcome.model else {
        throw ValidationProblem(text: outcome.diagnostics.rendered())
      }
      let places = model.content.locations.map(\.id)
      let wanted = places.flatMap { place in
        ["averageStock", "unmet"].map {
          Study.Wanted(level: .location, key: place, measure: $0)
        }
      }
      let result = try Study(CompiledModel(model), keeping: .only(Set(wanted))).run(jobs: 2)
      for (number, policy) in result.policyNames.enumerated() {
        costs[policy] = places.flatMap { place -> [Int64] in
          let left = result.replicationValues(
            policy: number, measure: "averageStock", level: .location, key: place)
          let missing = result.replicationValues(
            policy: number, measure: "unmet", level: .location, key: place)
          return zip(left, missing).map { Int64((($0 ?? 0) + 9 * ($1 ?? 0)).rounded()) }
        }
      }
    }

    func moments(_ first: String, _ second: String) -> PairMoments {
      let (one, other) = (costs[first] ?? [], costs[second] ?? [])
      return PairMoments(
        first: ExactMoments(one), second: ExactMoments(other),
        difference: PairedDifference(one, minus: other))
    }
  }

  /// Moments of the costs of two policies in the same seasons, and of their differences.
  private struct PairMoments {
    var first: ExactMoments
    var second: ExactMoments
    var difference: PairedDifference

    func merged(with other: PairMoments) -> PairMoments {
      var result = self
      result.first.merge(other.first)
      result.second.merge(other.second)
      result.difference.merge(other.difference)
      return result
    }

    var meanDifference: Double { difference.moments.mean ?? .nan }
    var ratio: Double { apart / together }
    var correlation: Double {
      (apart - together) / 2
        / ((first.variance ?? .nan) * (second.variance ?? .nan)).squareRoot()
    }

    /// The variance of differences if the two had met different demand.
    private var apart: Double { (first.variance ?? .nan) + (second.variance ?? .nan) }
    private var together: Double { difference.moments.variance ?? .nan }
  }
}
