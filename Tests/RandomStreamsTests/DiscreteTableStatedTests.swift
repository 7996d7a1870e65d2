import RandomStreams
import Testing

@Suite("Tables of stated counts")
struct DiscreteTableStatedTests {
  private static let allDraws = UInt128(1) << 64

  @Test("Each value has the number of draws nearest its share, and the likeliest takes the rest")
  func exactShares() {
    let table = DiscreteTable.stated(values: [1, 2, 3, 4], weights: [1, 2, 2, 1])
    // 2⁶⁴ = 6 · 3,074,457,345,618,258,602 + 4
    #expect(table.weight(of: 1) == 3_074_457_345_618_258_603)
    #expect(table.weight(of: 2) == 6_148_914_691_236_517_205)
    #expect(table.weight(of: 3) == 6_148_914_691_236_517_205)
    #expect(table.weight(of: 4) == 3_074_457_345_618_258_603)
    // 2⁶⁴ = 3 · 6,148,914,691,236,517,205 + 1
    let thirds = DiscreteTable.stated(values: [0, 7, 9], weights: [1, 1, 1])
    #expect(thirds.weight(of: 0) == 6_148_914_691_236_517_206)
    #expect(thirds.weight(of: 7) == 6_148_914_691_236_517_205)
    #expect(thirds.weight(of: 9) == 6_148_914_691_236_517_205)
    #expect(thirds.weight(of: 8) == 0)
  }

  @Test("Shares of large and of uneven weights are rounded to the nearest draw")
  func unevenShares() {
    // Exact in 128 bits: the weights are whole and 2⁶⁴ times each of them fits.
    let weights: [UInt64] = [999_999_999_989, 1, 7, 123_456_789]
    let total = UInt128(weights.reduce(0, +))
    let table = DiscreteTable.stated(values: [3, 0, 8, 5], weights: weights.map { Double($0) })
    var others: UInt128 = 0
    for (value, weight) in zip([0, 8, 5], weights.dropFirst()) {
      let nearest = (UInt128(weight) * Self.allDraws * 2 + total) / (2 * total)
      #expect(table.weight(of: value) == nearest)
      others += nearest
    }
    #expect(table.weight(of: 3) == Self.allDraws - others)
  }

  @Test("Order, scale and splitting of the weights change nothing")
  func duplicates() {
    let table = DiscreteTable.stated(values: [0, 5, 12], weights: [4, 3, 1])
    #expect(DiscreteTable.stated(values: [12, 0, 5], weights: [0.25, 1, 0.75]) == table)
    #expect(DiscreteTable.stated(values: [5, 0, 5, 12, 5], weights: [1, 4, 1, 1, 1]) == table)
    #expect(table.first == 0 && table.last == 12)
    #expect(table.mean == 3.375)
  }

  @Test("A multiplier of 1 changes nothing, and one of 0 gives a constant 0")
  func trivialMultipliers() {
    let values = [0, 1, 4, 10]
    let weights = [0.1, 0.5, 0.25, 0.15]
    #expect(
      DiscreteTable.stated(values: values, weights: weights, multiplier: 1)
        == .stated(values: values, weights: weights))
    #expect(
      DiscreteTable.stated(values: values, weights: weights, multiplier: 0)
        == DiscreteTable(constant: 0))
    #expect(
      DiscreteTable.stated(values: values, weights: weights, multiplier: 3)
        == .stated(values: values.map { $0 * 3 }, weights: weights))
  }

  @Test("Half a unit becomes one unit half of the time")
  func halves() {
    let table = DiscreteTable.stated(values: [5], weights: [2], multiplier: 1.5)
    #expect(table == .stated(values: [7, 8], weights: [1, 1]))
    let mixed = DiscreteTable.stated(values: [0, 1, 2], weights: [1, 1, 2], multiplier: 0.25)
    // 0 of 0; ¼ of 1; ½ of 2.
    #expect(mixed == .stated(values: [0, 1], weights: [2.75, 1.25]))
  }

  @Test(
    "Rounding at random has no bias and the right probabilities",
    arguments: [1e-6, 0.001, 0.3, 0.999, 1.2, 7.77, 150.003])
  func unbiased(multiplier: Double) {
    let values = [0, 1, 2, 9, 40, 1_000]
    let weights = [30.0, 20, 25, 15, 9, 1]
    let table = DiscreteTable.stated(values: values, weights: weights, multiplier: multiplier)
    var mean = 0.0
    var expected: [Int: Double] = [:]
    for (value, weight) in zip(values, weights) {
      let product = Double(value) * multiplier
      let fraction = product.truncatingRemainder(dividingBy: 1)
      mean += product * weight / 100
      expected[Int(product), default: 0] += weight / 100 * (1 - fraction)
      expected[Int(product) + 1, default: 0] += weight / 100 * fraction
    }
    #expect((table.mean / mean - 1).magnitude < 1e-12)
    for (value, probability) in expected {
      #expect((table.probability(of: value) - probability).magnitude < 1e-15)
    }
    for value in table.first...table.last where table.weight(of: value) > 0 {
      #expect(expected[value] != nil, "\(value)")
    }
    // Where demand is rare, the chance of any must keep its digits.
    if multiplier < 0.001 {
      #expect((table.probabilityOfPositive / mean - 1).magnitude < 1e-12)
      #expect(table.positivePart() == DiscreteTable(constant: 1))
    }
  }

  @Test("The positive part has the other values' weights")
  func positivePart() {
    let table = DiscreteTable.stated(values: [0, 10, 25], weights: [12, 1, 3])
    #expect(table.probabilityOfZero == 0.75)
    #expect(table.positivePart() == .stated(values: [10, 25], weights: [1, 3]))
  }

  @Test(
    "A geometric distribution has its closed form, mean and variance", arguments: [1, 1.5, 4, 250])
  func geometric(mean: Double) {
    let table = DiscreteTable.tabulated(.geometric(mean: mean))
    #expect(table.first == 1)
    #expect((table.mean / mean - 1).magnitude < 1e-12)
    #expect((table.variance - mean * (mean - 1)).magnitude <= mean * mean * 1e-12)
    var probability = 1 / mean
    for value in 1...table.last {
      let error = (table.probability(of: value) - probability).magnitude
      #expect(error <= probability * 1e-12 + 0x1p-63)
      probability *= 1 - 1 / mean
    }
    // The first count that is missing rounds to no draw.
    #expect(probability < 0x1p-64)
  }

  @Test("A geometric distribution times a multiplier keeps the mean")
  func geometricMultiplied() {
    let table = DiscreteTable.tabulated(.geometric(mean: 3.5), multiplier: 0.37)
    #expect(table.first == 0)
    #expect((table.mean / (3.5 * 0.37) - 1).magnitude < 1e-12)
  }

  @Test("Tables of thousands of units have exact moments")
  func largeValues() {
    let values = Array(2_000...4_000)
    let table = DiscreteTable.stated(
      values: values, weights: values.map { _ in 1 }, multiplier: 1.1)
    #expect((table.mean / 3_300 - 1).magnitude < 1e-13)
    let peak = DiscreteTable.stated(values: [10_000, 0], weights: [1, 3], multiplier: 4)
    #expect(peak.last == 40_000)
    #expect(peak.mean == 10_000)
  }

  @Test("What is no distribution of counts is named")
  func problems() {
    func problem(_ count: Int, _ weight: Double) -> String? {
      CountDistribution.stated([.init(count: 1, weight: 1), .init(count: count, weight: weight)])
        .problem
    }
    #expect(problem(0, 0.5) == nil)
    #expect(problem(-1, 1) == "a count is -1; allowed is 0 to 1,000,000")
    #expect(problem(1_000_001, 1) == "a count is 1000001; allowed is 0 to 1,000,000")
    #expect(problem(4, 0) == "the weight of 4 is 0.0; allowed is 1e-12 to 1000000000000.0")
    #expect(problem(4, .nan) != nil)
    #expect(CountDistribution.stated([]).problem == "it has 0 counts; allowed is 1 to 1,000,000")
    #expect(
      CountDistribution.geometric(mean: 0.9).problem == "the mean is 0.9; allowed is 1 to 10,000")
    #expect(CountDistribution.geometric(mean: .nan).problem != nil)
    let many = CountDistribution.stated((1...1_001).map { .init(count: $0, weight: 1) })
    #expect(many.problem == nil)
    #expect(many.problemAsSizes == "it has 1001 different sizes; allowed is 1 to 1,000")
    #expect(
      CountDistribution.stated([.init(count: 10_001, weight: 1)]).problemAsSizes
        == "a size is 10001; allowed is 1 to 10,000")
    let counts = CountDistribution.stated([.init(count: 1_000, weight: 1)])
    #expect(DiscreteTable.problem(counts, multiplier: 4_000) == nil)
    #expect(
      DiscreteTable.problem(counts, multiplier: 4_001)
        == "the largest count times the multiplier is 4001000.0; allowed is 0 to 4,000,000")
    #expect(
      DiscreteTable.problem(counts, multiplier: -1)
        == "the multiplier is -1.0; allowed is 0 or more")
    #expect(
      DiscreteTable.problem(.geometric(mean: 100), multiplier: 801)
        == "the mean times the multiplier is 80100.0; allowed is 0 to 80,000")
  }

  @Test("What is no distribution of counts stops the program")
  func wrongCounts() async {
    await #expect(processExitsWith: .failure) { _ = DiscreteTable.stated(values: [], weights: []) }
    await #expect(processExitsWith: .failure) {
      _ = DiscreteTable.stated(values: [1], weights: [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = DiscreteTable.stated(values: [1], weights: [1], multiplier: -1)
    }
  }
}
