import Estimators
import ScenarioFiles

extension ProgramCase {
  /// F3: how often 95 % intervals for a probability contain it, summed over all outcomes.
  ///
  /// Buffert has Student's t for means and Wilson's for probabilities. Wald's and Clopper and
  /// Pearson's, which the list has too, it does not offer.
  static let probabilityIntervals = ProgramCase(
    id: "F3", title: "Coverage of intervals for a probability",
    source: "Brown, Cai & DasGupta 2001; sums of the binomial distribution", provenance: .exact,
    subject: "Estimators"
  ) { _ in
    coverages.flatMap { coverage -> [Comparison] in
      let found = coverage.found
      return [
        Comparison(
          row: coverage.name, quantity: "coverage of Student's t", reference: coverage.t,
          estimate: found.t, rounding: printed),
        Comparison(
          row: coverage.name, quantity: "coverage of Wilson's", reference: coverage.wilson,
          estimate: found.wilson, rounding: printed),
      ]
    }
  }

  /// The known values have six decimals.
  private static let printed = 5.1e-7

  private struct Coverage {
    let trials: Int
    let probability: Double
    let t: Double
    let wilson: Double

    var name: String { "n=\(trials) p=\(probability)" }

    var found: (t: Double, wilson: Double) {
      let odds = probability / (1 - probability)
      var mass = (0..<trials).reduce(1.0) { power, _ in power * (1 - probability) }
      var (byT, byWilson) = (0.0, 0.0)
      for hits in 0...trials {
        let moments = ExactMoments(count: trials, sum: Int128(hits), sumOfSquares: Int128(hits))
        if moments.meanInterval()?.contains(probability) == true { byT += mass }
        let wilson = WilsonInterval.interval(successes: hits, trials: trials)
        if wilson?.contains(probability) == true { byWilson += mass }
        mass *= odds * Double(trials - hits) / Double(hits + 1)
      }
      return (byT, byWilson)
    }
  }

  private static let coverages = [
    Coverage(trials: 100, probability: 0.106, t: 0.952195, wilson: 0.950881),
    Coverage(trials: 100, probability: 0.107, t: 0.953819, wilson: 0.949273),
    Coverage(trials: 100, probability: 0.05, t: 0.877463, wilson: 0.965891),
    Coverage(trials: 100, probability: 0.01, t: 0.633433, wilson: 0.920627),
    Coverage(trials: 1_000, probability: 0.01, t: 0.926955, wilson: 0.963536),
    Coverage(trials: 1_000, probability: 0.001, t: 0.631717, wilson: 0.919791),
    Coverage(trials: 50, probability: 0.5, t: 0.935091, wilson: 0.935091),
    Coverage(trials: 30, probability: 0.9, t: 0.955589, wilson: 0.974173),
  ]
}
