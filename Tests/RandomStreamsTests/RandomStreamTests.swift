import RandomStreams
import Testing

@Suite("Random stream")
struct RandomStreamTests {
  /// From the authors' xoshiro256plusplus.c, as in the tests of the Rust crate rand_xoshiro.
  @Test("Gives the published numbers from the state 1, 2, 3, 4")
  func knownNumbers() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    #expect(expected.map { _ in stream.next() } == expected)
  }

  @Test("Makes units from the upper 53 bits")
  func knownUnits() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    let expected = [
      2.2737367544323206e-12, 3.183231456205249e-12, 0.00019454956373010646,
      0.00019466914206134334, 0.5002843145291684,
    ]
    #expect(expected.map { _ in stream.nextUnit() } == expected)
  }

  @Test("Units reach 0 but not 1, open units neither")
  func extremes() {
    // The first number is rotated(word0 + word3, 23) + word0, which these states make 0 and all ones.
    var zeros = RandomStream(state: (0, 1, 0, 0))
    var ones = RandomStream(state: (0, 0, 0, .max))
    var zerosAgain = zeros
    var onesAgain = ones
    #expect(zeros.nextUnit() == 0)
    #expect(zerosAgain.nextOpenUnit() == 0x1p-53)
    #expect(ones.nextUnit() == 1 - 0x1p-53)
    #expect(onesAgain.nextOpenUnit() == 1 - 0x1p-53)
  }

  @Test("Whole numbers below 1 are 0, and whole numbers below 2⁶³ the upper bits")
  func simpleBounds() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    var bits = stream
    for _ in 0..<100 {
      #expect(stream.nextBelow(1) == 0)
      _ = bits.next()
      #expect(stream.nextBelow(1 << 63) == bits.next() >> 1)
    }
  }

  /// For a bound of 3·2⁶² one draw in four is repeated. Without rejection, the numbers 0 modulo 3
  /// come twice as often as the others: the test then fails by far.
  @Test("Whole numbers below a bound near 2⁶⁴ are equally likely; seed 11, false alarms 10⁻⁶")
  func rejection() {
    var stream = StreamKey(seed: 11, source: 0).stream()
    var counts = [0, 0, 0]
    for _ in 0..<6_000 { counts[Int(stream.nextBelow(3 << 62) % 3)] += 1 }
    let statistic = chiSquare(counts: counts, probabilities: [1 / 3.0, 1 / 3.0, 1 / 3.0])
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: 2))
  }

  @Test("Whole numbers below 7 are equally likely; seed 12, false alarms 10⁻⁶")
  func smallBound() {
    var stream = StreamKey(seed: 12, source: 0).stream()
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<14_000 { counts[Int(stream.nextBelow(7))] += 1 }
    let statistic = chiSquare(
      counts: counts, probabilities: [Double](repeating: 1 / 7.0, count: 7))
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: 6))
  }

  @Test("A bound of 0 stops the program")
  func noBound() async {
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(state: (1, 2, 3, 4))
      _ = stream.nextBelow(0)
    }
  }

  @Test("A state of zeros stops the program")
  func noState() async {
    await #expect(processExitsWith: .failure) { _ = RandomStream(state: (0, 0, 0, 0)) }
  }
}
