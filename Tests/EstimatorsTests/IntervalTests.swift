import Estimators
import Testing

@Suite("Confidence intervals")
struct IntervalTests {
  /// Case F3 of the validation suite: exact coverage of nominal 95 % intervals for a probability;
  /// Brown, Cai and DasGupta, Statistical Science 16 (2001) 101–133, and sums of the mass function.
  struct Coverage: Sendable, CustomTestStringConvertible {
    let trials: Int
    let probability: Double
    let t: Double
    let wilson: Double
    var testDescription: String { "n = \(trials), p = \(probability)" }
  }

  static let coverages = [
    Coverage(trials: 100, probability: 0.106, t: 0.952195, wilson: 0.950881),
    Coverage(trials: 100, probability: 0.107, t: 0.953819, wilson: 0.949273),
    Coverage(trials: 100, probability: 0.05, t: 0.877463, wilson: 0.965891),
    Coverage(trials: 100, probability: 0.01, t: 0.633433, wilson: 0.920627),
    Coverage(trials: 1_000, probability: 0.01, t: 0.926955, wilson: 0.963536),
    Coverage(trials: 1_000, probability: 0.001, t: 0.631717, wilson: 0.919791),
    Coverage(trials: 50, probability: 0.5, t: 0.935091, wilson: 0.935091),
    Coverage(trials: 30, probability: 0.9, t: 0.955589, wilson: 0.974173),
  ]

  @Test("F3: t and Wilson intervals cover as often as theory says", arguments: coverages)
  func exactCoverage(of row: Coverage) throws {
    let odds = row.probability / (1 - row.probability)
    var mass = (0..<row.trials).reduce(1.0) { power, _ in power * (1 - row.probability) }
    var (byT, byWilson) = (0.0, 0.0)
    for hits in 0...row.trials {
      let moments = ExactMoments(
        count: row.trials, sum: Int128(hits), sumOfSquares: Int128(hits))
      let t = try #require(moments.meanInterval())
      let wilson = try #require(WilsonInterval.interval(successes: hits, trials: row.trials))
      if t.contains(row.probability) { byT += mass }
      if wilson.contains(row.probability) { byWilson += mass }
      mass *= odds * Double(row.trials - hits) / Double(hits + 1)
    }
    #expect(abs(byT - row.t) <= 1e-6)
    #expect(abs(byWilson - row.wilson) <= 1e-6)
  }

  @Test("Wilson ends agree with the published form and stay inside 0 to 1")
  func wilson() throws {
    // scipy.stats.binomtest(10, 100).proportion_ci(method="wilson").
    let interval = try #require(WilsonInterval.interval(successes: 10, trials: 100))
    #expect(interval.estimate == 0.1)
    #expect(abs(interval.low - 0.055229137060675094) < 1e-12)
    #expect(abs(interval.high - 0.17436566150491345) < 1e-12)
    let none = try #require(WilsonInterval.interval(successes: 0, trials: 20))
    #expect(none.low == 0)
    #expect(none.high > 0.1 && none.high < 0.2)
    let all = try #require(WilsonInterval.interval(successes: 20, trials: 20))
    #expect(all.high == 1)
    #expect(abs(all.low - (1 - none.high)) < 1e-12)
    #expect(WilsonInterval.interval(successes: 0, trials: 0) == nil)
  }

  @Test("The t interval of a mean agrees with the reference")
  func meanInterval() throws {
    let moments = ExactMoments([12, 15, 9, 22, 17, 14])
    // scipy.stats.t.interval(0.95, 5, mean, sem) and the same at 0.99.
    let interval = try #require(moments.meanInterval())
    #expect(abs(interval.low - 10.16757190481905) < 1e-9)
    #expect(abs(interval.high - 19.499094761847616) < 1e-9)
    let wide = try #require(moments.meanInterval(confidence: 0.99))
    #expect(abs(wide.low - 7.51475006703963) < 1e-9)
    #expect(abs(wide.high - 22.151916599627036) < 1e-9)
    let critical = StudentT.criticalValue(confidence: 0.95, degreesOfFreedom: 5)
    #expect(moments.meanInterval(criticalValue: critical) == interval)
    #expect(ExactMoments([12]).meanInterval() == nil)
  }

  @Test("Another unit scales all three numbers, and a negative one exchanges the ends")
  func scaling() {
    let interval = ConfidenceInterval(estimate: 3, low: 2, high: 5)
    #expect(interval.scaled(by: 2) == ConfidenceInterval(estimate: 6, low: 4, high: 10))
    #expect(interval.scaled(by: -1) == ConfidenceInterval(estimate: -3, low: -5, high: -2))
    #expect(interval.halfWidth == 1.5)
    #expect(interval.contains(2) && interval.contains(5) && !interval.contains(5.1))
  }

  @Test("Ends in the wrong order and more successes than trials stop")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(estimate: 1, low: 2, high: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = WilsonInterval.interval(successes: 3, trials: 2)
    }
  }

  @Test("The interval of a share ends at 0 and 1")
  func ofShare() {
    let rare = ConfidenceInterval(estimate: 0.001, low: -0.001, high: 0.003).ofShare
    #expect(rare == ConfidenceInterval(estimate: 0.001, low: 0, high: 0.003))
    let nearlyAll = ConfidenceInterval(estimate: 0.999, low: 0.99, high: 1.008).ofShare
    #expect(nearlyAll == ConfidenceInterval(estimate: 0.999, low: 0.99, high: 1))
    let inside = ConfidenceInterval(estimate: 0.5, low: 0.4, high: 0.6)
    #expect(inside.ofShare == inside)
  }
}
