import RandomStreams
import Testing

@Suite("Distribution")
struct DistributionTests {
  private static let all: [Distribution] =
    DistributionReference.all.map(\.distribution) + [
      .lognormal(median: 3, mean: 3), .triangular(low: 0.3, mode: 0.3, high: 1e12),
      .uniform(low: 0.2, high: 0.9), .empirical([4]),
    ]

  @Test("Means and variances are the known formulas")
  func moments() {
    func check(_ distribution: Distribution, mean: Double, variance: Double) {
      #expect((distribution.mean - mean).magnitude <= 1e-14 * mean)
      #expect((distribution.variance - variance).magnitude <= 1e-13 * variance)
    }
    check(.constant(4), mean: 4, variance: 0)
    check(.uniform(low: 2, high: 5), mean: 3.5, variance: 0.75)
    check(.uniformInteger(low: 2, high: 6), mean: 4, variance: 2)
    check(.exponential(mean: 3), mean: 3, variance: 9)
    check(.gamma(mean: 10, coefficientOfVariation: 0.5), mean: 10, variance: 25)
    // 81 (e^σ² − 1) with e^σ² = (9/7)².
    check(.lognormal(median: 7, mean: 9), mean: 9, variance: 81 * 32 / 49.0)
    check(.triangular(low: 1, mode: 2, high: 7), mean: 10 / 3.0, variance: 31 / 18.0)
    check(.empirical([2, 5, 5, 9]), mean: 21 / 4.0, variance: 99 / 16.0)
  }

  @Test("Quantiles are the inverse of the distribution function; gamma has none")
  func quantiles() throws {
    for reference in DistributionReference.all {
      for (value, probability) in reference.points {
        guard let quantile = reference.distribution.quantile(probability) else { continue }
        // The reference probabilities have twelve digits.
        #expect((quantile / value - 1).magnitude < 2e-8, "\(reference.distribution) at \(value)")
      }
    }
    #expect(Distribution.gamma(mean: 1, coefficientOfVariation: 1).quantile(0.5) == nil)
    let whole = Distribution.uniformInteger(low: 2, high: 5)
    #expect(
      [0, 0.25, 0.26, 0.5, 0.51, 0.75, 0.76, 1].map { whole.quantile($0) ?? -1 } == [
        2, 2, 3, 3, 4, 4, 5, 5,
      ])
    let seen = Distribution.empirical([2, 5, 5, 9])
    #expect(
      [0, 0.25, 0.26, 0.5, 0.75, 0.76, 1].map { seen.quantile($0) ?? -1 } == [2, 2, 5, 5, 5, 9, 9])
    let tiny = try #require(Distribution.exponential(mean: 2).quantile(1e-20))
    #expect((tiny / 2e-20 - 1).magnitude < 1e-15)
  }

  @Test("Quantiles of 0 and 1 are the bounds", arguments: all)
  func bounds(distribution: Distribution) {
    guard let lowest = distribution.quantile(0), let highest = distribution.quantile(1) else {
      return
    }
    #expect(lowest == distribution.lowerBound)
    #expect(highest == distribution.upperBound)
  }

  @Test("Samples are quantiles of an open unit, where the distribution has quantiles")
  func samplesAreQuantiles() {
    let inverted = Self.all.filter { $0.quantile(0.5) != nil }
    for distribution in inverted {
      if case .uniformInteger = distribution { continue }
      var stream = StreamKey(seed: 41, source: 0).stream()
      var units = stream
      for _ in 0..<10 {
        let sample = distribution.sample(using: &stream)
        #expect(sample == distribution.quantile(units.nextOpenUnit()))
      }
    }
  }

  @Test("Valid parameters have no problem", arguments: all)
  func valid(distribution: Distribution) {
    #expect(distribution.problem == nil)
  }

  @Test(
    "Wrong parameters are named with what is allowed",
    arguments: [
      (.constant(-1), "value is -1.0; allowed is 0 to 1000000000000.0"),
      (.constant(.infinity), "value is inf; allowed is 0 to 1000000000000.0"),
      (.uniform(low: 2, high: 2), "low is 2.0 and high is 2.0; low must be below high"),
      (.uniformInteger(low: 3, high: 2), "low is 3 and high is 2; low must not exceed high"),
      (.uniformInteger(low: -1, high: 2), "low is -1.0; allowed is 0 to 1000000000000.0"),
      (.exponential(mean: 0), "the mean is 0.0; allowed is 1e-12 to 1000000000000.0"),
      (.exponential(mean: .nan), "the mean is nan; allowed is 1e-12 to 1000000000000.0"),
      (
        .gamma(mean: 1, coefficientOfVariation: 0),
        "the coefficient of variation is 0.0; allowed is 0.0001 to 100"
      ),
      (
        .lognormal(median: 3, mean: 2),
        "the median is 3.0 and the mean 2.0; the median must not exceed the mean"
      ),
      (
        .triangular(low: 1, mode: 5, high: 4),
        "the mode is 5.0; allowed is from low, 1.0, to high, 4.0"
      ),
      (
        .triangular(low: 4, mode: 4, high: 4), "low is 4.0 and high is 4.0; low must be below high"
      ),
      (.empirical([]), "there is no value; at least one is needed"),
      (.empirical([1, -2]), "a value is -2.0; allowed is 0 to 1000000000000.0"),
      (.empirical([2, 1]), "the values must be in ascending order"),
    ] as [(Distribution, String)])
  func wrong(distribution: Distribution, problem: String) {
    #expect(distribution.problem == problem)
  }

  @Test("A probability outside 0 to 1 stops the program")
  func wrongProbability() async {
    await #expect(processExitsWith: .failure) { _ = Distribution.constant(1).quantile(1.5) }
  }
}
