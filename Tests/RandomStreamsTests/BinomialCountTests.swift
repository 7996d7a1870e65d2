import RandomStreams
import Testing

/// Reference: the distribution function, term by term in exact whole numbers where there are few.
@Suite("Binomial counts")
struct BinomialCountTests {
  /// C(n, k) p^k (1 − p)^(n − k).
  private func probability(_ count: Int, of units: Int, _ probability: Double) -> Double {
    var value = 1.0
    for index in 0..<count { value *= Double(units - index) / Double(index + 1) * probability }
    for _ in 0..<(units - count) { value *= 1 - probability }
    return value
  }

  @Test("The count is the smallest that is not exceeded with the probability")
  func inverts() {
    for units in [1, 2, 3, 7, 10, 25] {
      for chance in [0.001, 0.03, 0.3, 0.5, 0.77, 0.999] {
        var sum = 0.0
        for count in 0..<units {
          let step = probability(count, of: units, chance)
          sum += step
          // Where a step is too small, the numbers around it don't part it from the next.
          guard step > 1e-9, sum < 1 - 1e-9 else { continue }
          let next = probability(count + 1, of: units, chance)
          #expect(
            BinomialCount.quantile(sum - 4e-10, units: units, probability: chance) == count,
            "\(count) of \(units), \(chance)")
          guard next > 1e-9 else { continue }
          #expect(
            BinomialCount.quantile(sum + 4e-10, units: units, probability: chance) == count + 1,
            "\(count) of \(units), \(chance)")
        }
      }
    }
  }

  @Test("All or nothing where the probability or the number says so")
  func ends() {
    for u in [0, 0.3, 1] {
      #expect(BinomialCount.quantile(u, units: 0, probability: 0.5) == 0)
      #expect(BinomialCount.quantile(u, units: 9, probability: 0) == 0)
      #expect(BinomialCount.quantile(u, units: 9, probability: 1) == 9)
    }
    #expect(BinomialCount.quantile(0, units: 9, probability: 0.5) == 0)
    #expect(BinomialCount.quantile(1, units: 9, probability: 0.5) == 9)
  }

  @Test(
    "Mean and variance are n p and n p (1 − p), also where there are many",
    arguments: [(40, 0.4), (1_000, 0.003), (100_000, 0.37), (5_000_000, 0.9)])
  func moments(units: Int, chance: Double) {
    // Evenly spread numbers, not random ones: the error is that of the rule of midpoints.
    let steps = 20_000
    var sum = 0.0
    var squares = 0.0
    let mean = Double(units) * chance
    for step in 0..<steps {
      let count = BinomialCount.quantile(
        (Double(step) + 0.5) / Double(steps), units: units, probability: chance)
      let deviation = Double(count) - mean
      sum += deviation
      squares += deviation * deviation
    }
    let variance = mean * (1 - chance)
    #expect(abs(sum / Double(steps)) < 0.001 * variance.squareRoot() + 0.001)
    #expect(abs(squares / Double(steps) / variance - 1) < 0.003)
  }

  @Test("With the same number more units or a higher probability never give fewer")
  func isMonotone() {
    for step in 0...40 {
      let u = Double(step) / 40
      var previous = 0
      for units in 0...60 {
        let count = BinomialCount.quantile(u, units: units, probability: 0.35)
        #expect(count >= previous && count <= units)
        previous = count
      }
      previous = 0
      for chance in 0...100 {
        let count = BinomialCount.quantile(u, units: 60, probability: Double(chance) / 100)
        #expect(count >= previous)
        previous = count
      }
    }
  }
}
