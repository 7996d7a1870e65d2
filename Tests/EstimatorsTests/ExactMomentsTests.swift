import Estimators
import Testing

@Suite("Exact moments")
struct ExactMomentsTests {
  /// Numbers from −2⁴⁰ to 2⁴⁰ by a linear congruence with a written seed.
  static func numbers(_ count: Int, seed: UInt64) -> [Int64] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 23) - (1 << 40)
    }
  }

  @Test("Mean and variance are those of a textbook example")
  func textbook() {
    let moments = ExactMoments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.count == 8)
    #expect(moments.sum == 40)
    #expect(moments.sumOfSquares == 232)
    #expect(moments.mean == 5)
    #expect(moments.variance == 32.0 / 7)
    #expect(moments.standardDeviation == (32.0 / 7).squareRoot())
  }

  @Test("Negative values count with their sign")
  func negative() throws {
    let moments = ExactMoments([-7, -2, 3, -11])
    #expect(moments.mean == -4.25)
    // (4·183 − 17²) / 12.
    #expect(moments.variance == 443.0 / 12)
  }

  @Test("Values have possible moments, and what no values have is told")
  func possible() {
    for values in [
      [], [0], [-7, -2, 3, -11], [5, 5, 5], [.min, .max], Self.numbers(50, seed: 1),
    ] {
      #expect(ExactMoments(values).arePossible, "\(values)")
    }
    for (count, sum, squares) in [
      (0, 1, 0), (1, 2, 3), (3, 15, 74), (2, Int128(1) << 64, Int128(1) << 126),
      (1, .min, .max), (0, 0, 0),
    ] as [(Int, Int128, Int128)] {
      let moments = ExactMoments(count: count, sum: sum, sumOfSquares: squares)
      #expect(moments.arePossible == (sum == 0), "\(moments)")
    }
    #expect(ExactMoments(count: 3, sum: 15, sumOfSquares: 75).variance == 0)
    #expect(
      ExactMoments(count: 2, sum: Int128(1) << 63, sumOfSquares: Int128(1) << 125).arePossible)
  }

  @Test("Sums that do not fit together are told beforehand")
  func canMerge() {
    let large = ExactMoments(count: 1, sum: 0, sumOfSquares: .max)
    let one = ExactMoments([1])
    #expect(one.canMerge(one) && large.canMerge(ExactMoments()) && !large.canMerge(one))
    let negative = ExactMoments(count: 1, sum: .min, sumOfSquares: 0)
    #expect(negative.canMerge(one) && !negative.canMerge(ExactMoments([-1])))
  }

  @Test("No values have no mean and one value has no variance")
  func tooFew() {
    #expect(ExactMoments().mean == nil)
    #expect(ExactMoments().variance == nil)
    #expect(ExactMoments([4]).mean == 4)
    #expect(ExactMoments([4]).variance == nil)
    #expect(ExactMoments([4]).standardDeviation == nil)
  }

  @Test("Any order and any division into chunks gives the same bits")
  func orderIndependence() {
    let values = Self.numbers(5_000, seed: 1)
    let onePass = ExactMoments(values)
    let keyed = zip(Self.numbers(5_000, seed: 2), values).sorted { $0.0 < $1.0 }
    let shuffled = keyed.map(\.1)
    #expect(shuffled != values)
    var merged = ExactMoments()
    for start in stride(from: 4_900, through: 0, by: -100) {
      merged.merge(ExactMoments(Array(shuffled[start..<start + 100])))
    }
    #expect(merged == onePass)
    #expect(merged.variance?.bitPattern == onePass.variance?.bitPattern)
  }

  @Test("A large mean costs no digits of the variance")
  func largeMean() {
    let offset: Int64 = (1 << 53) - 10
    let moments = ExactMoments([1, 2, 3, 4, 5, 6, 7].map { offset + $0 })
    #expect(moments.variance == 28.0 / 6)
    let equal = ExactMoments(Array(repeatElement(offset, count: 1_001)))
    #expect(equal.variance == 0)
  }

  @Test("A mean between whole numbers leaves the small variance exact")
  func smallVariance() {
    let values = repeatElement(Int64(1_000_000_007), count: 999) + [1_000_000_008]
    // Σ(x − mean)² = 999/1000.
    #expect(ExactMoments(values).variance == 0.001)
  }

  @Test("The documented range of values and counts never overflows")
  func documentedRange() throws {
    let n = 1 << 20
    let largest = Int128(1) << 53
    let equal = ExactMoments(
      count: n, sum: -largest * Int128(n), sumOfSquares: largest * largest * Int128(n))
    #expect(equal.mean == -0x1p53)
    #expect(equal.variance == 0)
    let opposite = ExactMoments(count: n, sum: 0, sumOfSquares: largest * largest * Int128(n))
    #expect(opposite.mean == 0)
    let variance = try #require(opposite.variance)
    #expect(abs(variance / (0x1p126 / 1_048_575) - 1) < 1e-15)
  }

  @Test("A sum that does not fit stops and says what it was adding")
  func overflow() async {
    await #expect(processExitsWith: .failure) {
      var moments = ExactMoments(count: 2, sum: 0, sumOfSquares: .max)
      moments.add(3)
    }
  }
}
