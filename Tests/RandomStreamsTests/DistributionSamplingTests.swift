import RandomStreams
import Testing

@Suite("Samples of distributions")
struct DistributionSamplingTests {
  private static let count = 8_000

  @Test(
    "Samples follow the exact distribution function; seed 51, false alarms 10⁻⁶ each",
    arguments: DistributionReference.all)
  func samples(reference: DistributionReference) {
    guard !reference.points.isEmpty else { return }
    var stream = StreamKey(seed: 51, source: 0).stream()
    let sample = (0..<Self.count).map { _ in reference.distribution.sample(using: &stream) }
    let distance = largestDistance(sample: sample, points: reference.points)
    #expect(distance < StatisticalLimit.distance(count: Self.count))
    let lowest = reference.distribution.lowerBound
    let highest = reference.distribution.upperBound
    #expect(sample.allSatisfy { $0 >= lowest && $0 <= highest })
  }

  @Test(
    "What is left of an interval has density (1 − F)/mean; seed 52, false alarms 10⁻⁶ each",
    arguments: DistributionReference.all)
  func residuals(reference: DistributionReference) {
    var stream = StreamKey(seed: 52, source: 0).stream()
    let sample = (0..<Self.count).map { _ in
      reference.distribution.sampleEquilibriumResidual(using: &stream)
    }
    let distance = largestDistance(sample: sample, points: reference.residualPoints)
    #expect(distance < StatisticalLimit.distance(count: Self.count))
  }

  /// The limit uses the sample's own standard deviation: the third moment is not needed.
  @Test(
    "What is left of an interval has mean E[X²]/(2 E[X]); seed 53, false alarms 2·10⁻⁶ each",
    arguments: DistributionReference.all)
  func residualMeans(reference: DistributionReference) {
    let distribution = reference.distribution
    var stream = StreamKey(seed: 53, source: 0).stream()
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<Self.count {
      let value = distribution.sampleEquilibriumResidual(using: &stream)
      sum += value
      squares += value * value
    }
    let mean = sum / Double(Self.count)
    let deviation = (squares / Double(Self.count) - mean * mean).squareRoot()
    let expected =
      (distribution.variance + distribution.mean * distribution.mean) / (2 * distribution.mean)
    let limit = StatisticalLimit.standardDeviations * deviation / Double(Self.count).squareRoot()
    #expect((mean - expected).magnitude < limit)
  }

  @Test("Whole numbers are equally likely; seed 54, false alarms 10⁻⁶")
  func wholeNumbers() {
    var stream = StreamKey(seed: 54, source: 0).stream()
    let distribution = Distribution.uniformInteger(low: 2, high: 6)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<10_000 {
      let value = distribution.sample(using: &stream)
      #expect(value == value.rounded(.down))
      counts[Int(value)] += 1
    }
    #expect(counts[0] == 0 && counts[1] == 0)
    let statistic = chiSquare(
      counts: Array(counts[2...]), probabilities: [Double](repeating: 0.2, count: 5))
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: 4))
  }

  @Test("Values that were seen are equally likely, each time seen; seed 57, false alarms 10⁻⁶")
  func empirical() {
    var stream = StreamKey(seed: 57, source: 0).stream()
    let distribution = Distribution.empirical([2, 5, 5, 9])
    var counts: [Double: Int] = [:]
    for _ in 0..<10_000 { counts[distribution.sample(using: &stream), default: 0] += 1 }
    #expect(counts.keys.sorted() == [2, 5, 9])
    let statistic = chiSquare(
      counts: [2, 5, 9].map { counts[$0, default: 0] }, probabilities: [0.25, 0.5, 0.25])
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: 2))
  }

  @Test("Constants take no number; a constant 0 leaves 0")
  func constants() {
    var stream = StreamKey(seed: 55, source: 0).stream()
    let before = stream
    #expect(Distribution.constant(4).sample(using: &stream) == 4)
    #expect(stream == before)
    #expect(Distribution.constant(0).sampleEquilibriumResidual(using: &stream) == 0)
    #expect(
      Distribution.uniformInteger(low: 0, high: 0).sampleEquilibriumResidual(using: &stream) == 0)
    #expect(Distribution.empirical([0, 0]).sampleEquilibriumResidual(using: &stream) == 0)
  }

  @Test("An interval of length 0 is never in progress")
  func noEmptyInterval() {
    var stream = StreamKey(seed: 56, source: 0).stream()
    for _ in 0..<100 {
      #expect(
        Distribution.uniformInteger(low: 0, high: 1).sampleEquilibriumResidual(using: &stream) > 0)
    }
  }

  /// Guards against a change of results; made with this code, whose parts are tested above.
  @Test("The first samples of a stream never change")
  func pinned() {
    func first(_ distribution: Distribution) -> Double {
      var stream = RandomStream(state: (1, 2, 3, 4))
      for _ in 0..<4 { _ = stream.next() }
      return distribution.sample(using: &stream)
    }
    #expect(first(.exponential(mean: 3)) == 2.081147914047295)
    #expect(first(.lognormal(median: 7, mean: 9)) == 7.003537695863566)
    #expect(first(.gamma(mean: 2, coefficientOfVariation: 2)) == 2.4424317555949546)
    #expect(first(.gamma(mean: 10, coefficientOfVariation: 0.5)) == 9.170078742117422)
    #expect(first(.triangular(low: 1, mode: 2, high: 7)) == 3.128117955809482)
  }
}
