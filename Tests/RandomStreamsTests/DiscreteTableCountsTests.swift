import RandomStreams
import Testing

@Suite("Tables of counts")
struct DiscreteTableCountsTests {
  private func table(_ reference: CountReference) -> DiscreteTable {
    reference.dispersionIndex == 1
      ? .poisson(mean: reference.mean)
      : .negativeBinomial(
        mean: reference.mean, dispersionIndex: reference.dispersionIndex)
  }

  @Test(
    "Probabilities are exact to 2⁻⁶⁴ plus the rounding of doubles, and no value is missing",
    arguments: CountReference.all)
  func probabilities(reference: CountReference) {
    let table = table(reference)
    #expect(table.first == reference.first)
    #expect(table.last == reference.last)
    for (value, probability) in reference.probabilities {
      let error = (table.probability(of: value) - probability).magnitude
      #expect(error <= probability * 2e-13 + 0x1p-64, "of \(value)")
    }
  }

  @Test(
    "Mean and variance are those asked for",
    arguments: CountReference.all.filter { $0.last - $0.first < 10_000 })
  func moments(reference: CountReference) {
    let table = table(reference)
    let variance = reference.mean * reference.dispersionIndex
    #expect((table.mean / reference.mean - 1).magnitude < 1e-13)
    #expect((table.variance / variance - 1).magnitude < 1e-12)
  }

  @Test("A mean of 0 is a constant 0")
  func zero() {
    #expect(DiscreteTable.poisson(mean: 0) == DiscreteTable(constant: 0))
    #expect(
      DiscreteTable.negativeBinomial(mean: 0, dispersionIndex: 3) == DiscreteTable(constant: 0))
  }

  @Test("A negative binomial of index 1 is the Poisson distribution")
  func indexOne() {
    #expect(
      DiscreteTable.negativeBinomial(mean: 5, dispersionIndex: 1) == .poisson(mean: 5))
  }

  @Test("Parameters that make no table of counts are named")
  func problems() {
    #expect(DiscreteTable.problem(mean: 5, dispersionIndex: 2) == nil)
    #expect(
      DiscreteTable.problem(mean: -1, dispersionIndex: 2)
        == "the mean is -1.0; allowed is 0 to 10,000,000")
    #expect(DiscreteTable.problem(mean: .nan, dispersionIndex: 2) != nil)
    #expect(
      DiscreteTable.problem(mean: 1, dispersionIndex: 0.5)
        == "the variance over the mean is 0.5; allowed is 1 to 10,000")
    #expect(DiscreteTable.problem(mean: 1, dispersionIndex: .nan) != nil)
    #expect(
      DiscreteTable.problem(mean: 1e7, dispersionIndex: 1e4)
        == "the variance is 100000000000.0; allowed is at most 10,000,000,000")
  }

  @Test("A negative mean stops the program")
  func negativeMean() async {
    await #expect(processExitsWith: .failure) { _ = DiscreteTable.poisson(mean: -1) }
  }
}
