import Estimators
import Testing

@Suite("Paired differences")
struct PairedDifferenceTests {
  @Test("Only replications that both series have count")
  func missing() {
    let paired = PairedDifference([5, nil, 9, 4, 1], minus: [2, 3, nil, 8])
    #expect(paired.moments == ExactMoments([3, -4]))
  }

  @Test("The interval is the t interval of the differences")
  func interval() {
    let paired = PairedDifference([10, 12, 15, 11], minus: [8, 13, 11, 6])
    #expect(paired.interval() == ExactMoments([2, -1, 4, 5]).meanInterval())
    #expect(PairedDifference([1], minus: [2]).interval() == nil)
  }

  @Test("Merged halves equal the whole")
  func merging() {
    var left = PairedDifference([1, 2], minus: [4, 4])
    left.merge(PairedDifference([9, nil], minus: [1, 1]))
    #expect(left == PairedDifference([1, 2, 9], minus: [4, 4, 1]))
  }

  /// Case F5 of the validation suite: the same Poisson(20) demand for both stock levels.
  @Test(
    "F5: common demand reduces variance by the exact ratio",
    arguments: [
      (26, 28, -0.6963250568, 4.401480435), (24, 30, -1.445231717, 1.029596922),
      (20, 26, 9.58063202, 1.334528897),
    ])
  func commonRandomNumbers(low: Int64, high: Int64, mean: Double, ratio: Double) throws {
    // Not drawn but laid out: each demand appears in proportion to its probability, rounded down
    // along the distribution function, so nothing is left to chance.
    let pairs = 100_000.0
    var mass = 2.061153622438558e-09  // e⁻²⁰
    var cumulative = 0.0
    var placed = 0
    var (first, second, paired) = (ExactMoments(), ExactMoments(), PairedDifference())
    for demand in Int64(0)...60 {
      cumulative += mass
      mass *= 20 / Double(demand + 1)
      while placed < Int(pairs * cumulative) {
        let (a, b) = (cost(low, demand), cost(high, demand))
        first.add(a)
        second.add(b)
        paired.add(a, minus: b)
        placed += 1
      }
    }
    let difference = try #require(paired.moments.mean)
    let independent = try #require(first.variance) + (try #require(second.variance))
    let common = try #require(paired.moments.variance)
    #expect(abs(difference - mean) < 2e-3)
    #expect(abs(independent / common / ratio - 1) < 0.003)
  }

  /// One krona per unit left over and nine per unit short.
  private func cost(_ stock: Int64, _ demand: Int64) -> Int64 {
    max(stock - demand, 0) + 9 * max(demand - stock, 0)
  }
}
