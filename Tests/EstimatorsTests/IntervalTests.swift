import Estimators
import Testing

/// How often these intervals cover is case F3 of `buffert validate`.
@Suite("Confidence intervals")
struct IntervalTests {
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
