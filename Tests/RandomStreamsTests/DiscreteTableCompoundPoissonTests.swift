import RandomStreams
import Testing

@Suite("Compound Poisson tables")
struct DiscreteTableCompoundPoissonTests {
  /// Customers' demands in A. M. Law and W. D. Kelton's inventory system.
  private static let lawKelton = sizes([1: 1, 2: 2, 3: 2, 4: 1])

  private static func sizes(_ weights: KeyValuePairs<Int, Double>) -> CountDistribution {
    .stated(weights.map { CountDistribution.WeightedCount(count: $0.key, weight: $0.value) })
  }

  /// Events with sizes, and what the tests make of them without the recursion.
  struct Case: Sendable, CustomTestStringConvertible {
    let events: Double
    let sizes: KeyValuePairs<Int, Double>

    var testDescription: String { "\(events) events of \(sizes)" }

    var table: DiscreteTable {
      .compoundPoisson(events: events, sizes: DiscreteTableCompoundPoissonTests.sizes(sizes))
    }

    func momentOfSizes(_ power: (Double) -> Double) -> Double {
      let weights = sizes.reduce(0) { $0 + $1.value }
      return sizes.reduce(0) { $0 + power(Double($1.key)) * $1.value } / weights
    }

    /// The events of each size are independent Poisson numbers; a sum of their multiples.
    func sumOfPoissonNumbers() -> [Double] {
      let weights = sizes.reduce(0) { $0 + $1.value }
      var sum = [1.0]
      for (size, weight) in sizes {
        let number = DiscreteTable.poisson(mean: events * weight / weights)
        var multiples = [Double](repeating: 0, count: number.last * size + 1)
        for value in number.first...number.last {
          multiples[value * size] = number.probability(of: value)
        }
        sum = convolved(sum, multiples)
      }
      return sum
    }
  }

  static let cases: [Case] = [
    Case(events: 1e-6, sizes: [1: 1, 2: 2, 3: 2, 4: 1]),
    Case(events: 0.05, sizes: [100: 3, 30: 1]),
    Case(events: 7.5, sizes: [1: 1, 2: 2, 3: 2, 4: 1]),
    Case(events: 3, sizes: [5: 0.25, 5: 0.25, 12: 0.5]),
    Case(events: 40, sizes: [10: 1]),
    // The probability of 0 is below the smallest double from here on.
    Case(events: 1_200, sizes: [1: 1, 2: 2, 3: 2, 4: 1]),
    // Rare large sizes: what leaves the range lies far below what later totals are made of.
    Case(events: 3_000, sizes: [1_000: 0.001, 1: 0.999]),
    Case(events: 2_000, sizes: [3: 1, 7: 1e-9]),
  ]

  @Test("Sizes that are stated give the sum of independent Poisson numbers", arguments: cases)
  func probabilities(of expected: Case) {
    let table = expected.table
    let reference = expected.sumOfPoissonNumbers()
    for (value, probability) in reference.enumerated() {
      // The reference itself has Poisson tables, whose probabilities are multiples of 2⁻⁶⁴.
      let error = (table.probability(of: value) - probability).magnitude
      #expect(error <= probability * 2e-13 + 0x1p-62, "of \(value)")
    }
    #expect(table.last < reference.count)
  }

  @Test(
    "A few events give the mixture of the sums of 0, 1, 2, … sizes", arguments: [0.001, 0.7, 5])
  func mixture(events: Double) {
    let sizes = [0.0, 1.0 / 6, 2.0 / 6, 2.0 / 6, 1.0 / 6]
    var expected = [Double](repeating: 0, count: 4 * 60 + 1)
    var sum = [1.0]
    var probability = Elementary.exp(-events)
    for number in 0...60 {
      for (value, share) in sum.enumerated() { expected[value] += probability * share }
      sum = convolved(sum, sizes)
      probability *= events / Double(number + 1)
    }
    let table = DiscreteTable.compoundPoisson(events: events, sizes: Self.lawKelton)
    for (value, probability) in expected.enumerated() {
      let error = (table.probability(of: value) - probability).magnitude
      #expect(error <= probability * 1e-13 + 0x1p-64, "of \(value)")
    }
  }

  @Test(
    "Geometric sizes give the closed form, and no value is missing",
    arguments: CompoundPoissonReference.all)
  func geometric(reference: CompoundPoissonReference) {
    let table = DiscreteTable.compoundPoisson(
      events: reference.events, sizes: .geometric(mean: reference.meanSize))
    #expect(table.first == reference.first)
    #expect(table.last == reference.last)
    for (value, probability) in reference.probabilities {
      let error = (table.probability(of: value) - probability).magnitude
      #expect(error <= probability * 2e-13 + 0x1p-64, "of \(value)")
    }
  }

  @Test("Mean and variance are λ E[S] and λ E[S²]", arguments: cases)
  func moments(of expected: Case) {
    let table = expected.table
    let mean = expected.events * expected.momentOfSizes { $0 }
    let variance = expected.events * expected.momentOfSizes { $0 * $0 }
    // Beside rounding, a rare event has a probability that is a multiple of 2⁻⁶⁴ only.
    #expect((table.mean / mean - 1).magnitude < 1e-12 + 0x1p-60 / expected.events)
    #expect((table.variance / variance - 1).magnitude < 1e-11 + 0x1p-58 / expected.events)
  }

  /// What is above the last total of a table, and what rounds to no draw, is lost: where events are
  /// rare and their sizes vary much, that is more in proportion to the mean.
  @Test(
    "Mean and variance are right far out",
    arguments: [
      (20, .geometric(mean: 1_000), 1_999, 1e-12),
      (100_000, .geometric(mean: 1), 1, 1e-12),
      (10, sizes([10_000: 1]), 10_000, 1e-12),
      (0.001, .geometric(mean: 100), 199, 1e-12),
      (1e-6, .geometric(mean: 10_000), 19_999, 1e-7),
    ] as [(Double, CountDistribution, Double, Double)])
  func extremes(
    events: Double, sizes: CountDistribution, dispersionIndex: Double, tolerance: Double
  ) {
    let table = DiscreteTable.compoundPoisson(events: events, sizes: sizes)
    let mean = events * sizes.mean
    #expect((table.mean / mean - 1).magnitude < tolerance)
    #expect((table.variance / (mean * dispersionIndex) - 1).magnitude < tolerance * 10)
  }

  @Test("Events of one unit make the Poisson distribution", arguments: [0.2, 5, 57.6, 4_000])
  func unitSizes(mean: Double) {
    let poisson = DiscreteTable.poisson(mean: mean)
    for sizes in [Self.sizes([1: 3]), .geometric(mean: 1)] {
      let table = DiscreteTable.compoundPoisson(events: mean, sizes: sizes)
      #expect((table.first - poisson.first).magnitude <= 1)
      #expect((table.last - poisson.last).magnitude <= 1)
      for value in poisson.first...poisson.last {
        let expected = poisson.probability(of: value)
        #expect((table.probability(of: value) - expected).magnitude <= expected * 2e-13 + 0x1p-63)
      }
    }
  }

  /// Units on order over a lead time against a base stock; the values are those that Palm's theorem
  /// gives for a compound Poisson demand (G. J. Feeney and C. C. Sherbrooke, 1966).
  @Test(
    "Stock under one-for-one ordering has the published expectations",
    arguments: [
      (7.5, lawKelton, 30, 11.54315472, 0.29315472, 0.91958431),
      (6, .geometric(mean: 2), 18, 6.65228189, 0.65228189, 0.82756562),
      (6, .geometric(mean: 2), 24, 12.13856079, 0.13856079, 0.95634610),
    ] as [(Double, CountDistribution, Int, Double, Double, Double)])
  func baseStock(
    events: Double, sizes: CountDistribution, stock: Int,
    onHand: Double, backorders: Double, available: Double
  ) {
    let table = DiscreteTable.compoundPoisson(events: events, sizes: sizes)
    var (held, owed, positive) = (0.0, 0.0, 0.0)
    for value in table.first...table.last {
      let probability = table.probability(of: value)
      held += probability * Double(max(0, stock - value))
      owed += probability * Double(max(0, value - stock))
      positive += value < stock ? probability : 0
    }
    #expect((held - onHand).magnitude < 1e-8)
    #expect((owed - backorders).magnitude < 1e-8)
    #expect((positive - available).magnitude < 1e-8)
  }

  @Test("Where events are rare, the positive part is one event and now and then two")
  func positivePart() throws {
    let events = 1e-6
    let table = DiscreteTable.compoundPoisson(events: events, sizes: Self.lawKelton)
    // 1 − exp(−x) without losing digits.
    let likely = events - events * events / 2 + events * events * events / 6
    #expect((table.probabilityOfPositive / likely - 1).magnitude < 1e-13)
    let positive = try #require(table.positivePart())
    #expect(positive.first == 1)
    #expect((positive.probability(of: 1) - (1 - events) * events / 6 / likely).magnitude < 1e-12)
    #expect((positive.mean / (events * 2.5 / likely) - 1).magnitude < 1e-12)
    let boxes = DiscreteTable.compoundPoisson(events: 0.01, sizes: Self.sizes([100: 1]))
    #expect(try #require(boxes.positivePart()).first == 100)
  }

  @Test("The order and the scale of the sizes change nothing")
  func order() {
    let table = DiscreteTable.compoundPoisson(events: 2.7, sizes: Self.lawKelton)
    let other = Self.sizes([4: 0.5, 2: 1, 1: 0.5, 3: 1])
    #expect(DiscreteTable.compoundPoisson(events: 2.7, sizes: other) == table)
    #expect(other.mean == 2.5)
  }

  @Test("No events give a constant 0")
  func noEvents() {
    let table = DiscreteTable.compoundPoisson(events: 0, sizes: .geometric(mean: 4))
    #expect(table == DiscreteTable(constant: 0))
  }

  @Test("Parameters that make no table are named")
  func problems() {
    #expect(DiscreteTable.problem(events: 5, sizes: Self.lawKelton) == nil)
    #expect(
      DiscreteTable.problem(events: -1, sizes: Self.lawKelton)
        == "the number of events is -1.0; allowed is 0 or more")
    #expect(DiscreteTable.problem(events: .nan, sizes: Self.lawKelton) != nil)
    #expect(DiscreteTable.problem(events: .infinity, sizes: Self.lawKelton) != nil)
    #expect(
      DiscreteTable.problem(events: 1e6, sizes: Self.lawKelton)
        == "the mean is 2500000.0; allowed is 0 to 1,000,000")
    #expect(
      DiscreteTable.problem(events: 1, sizes: Self.sizes([0: 1, 1: 1]))
        == "a size is 0; allowed is 1 to 10,000")
  }

  @Test("Parameters that make no table stop the program")
  func wrongParameters() async {
    await #expect(processExitsWith: .failure) {
      _ = DiscreteTable.compoundPoisson(events: -1, sizes: .geometric(mean: 2))
    }
    await #expect(processExitsWith: .failure) {
      _ = DiscreteTable.compoundPoisson(events: 1, sizes: .geometric(mean: 0.5))
    }
  }
}
