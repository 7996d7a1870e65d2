import RandomStreams
import Testing

@Suite("Discrete table")
struct DiscreteTableTests {
  /// The number of draws that give each value, counted from the cells alone.
  private func drawsFromCells(_ table: DiscreteTable) -> [Int: UInt128] {
    let share = UInt128(1) << UInt128(64 - table.cellBits)
    var draws: [Int: UInt128] = [:]
    for cell in table.cells {
      let low = UInt128(cell.threshold >> UInt64(table.cellBits))
      draws[Int(cell.value), default: 0] += low
      draws[Int(cell.alias), default: 0] += share - low
    }
    return draws.filter { $0.value > 0 }
  }

  private static let tables: [DiscreteTable] = [
    DiscreteTable(constant: 7),
    DiscreteTable(weights: [1, 1], first: 0),
    DiscreteTable(weights: [1, 2, 3, 4, 5], first: 3),
    DiscreteTable(weights: [0, 0, 1, 0, 1e-15, 3, 0], first: 10),
    DiscreteTable(weights: [1e300, 1e-300, 1e300], first: 0),
    .poisson(mean: 0.0001), .poisson(mean: 5), .poisson(mean: 57.6),
    .negativeBinomial(mean: 3, dispersionIndex: 50),
    .stated(values: [0, 2, 100], weights: [5, 3, 1], multiplier: 1.25),
    .compoundPoisson(
      events: 0.8, sizes: .stated([.init(count: 4, weight: 1), .init(count: 10, weight: 2)])),
    .compoundPoisson(events: 1_000, sizes: .geometric(mean: 3)),
  ]

  @Test("The cells hold exactly the weights, which sum to 2⁶⁴", arguments: tables)
  func cellsAreExact(table: DiscreteTable) {
    let draws = drawsFromCells(table)
    var sum: UInt128 = 0
    for value in table.first...table.last {
      #expect(draws[value, default: 0] == table.weight(of: value))
      sum += table.weight(of: value)
    }
    #expect(sum == UInt128(1) << 64)
    #expect(draws.keys.allSatisfy { $0 >= table.first && $0 <= table.last })
    #expect(table.cells.count == 1 << table.cellBits)
    // The coin is compared with a multiple of its own step.
    let step = (UInt64(1) << UInt64(table.cellBits)) - 1
    #expect(table.cells.allSatisfy { $0.threshold & step == 0 })
  }

  @Test("Takes no more cells than the power of two that its values need")
  func fewestCells() {
    #expect(DiscreteTable(constant: 7).cells.count == 1)
    #expect(DiscreteTable(weights: [1, 1], first: 0).cells.count == 2)
    #expect(DiscreteTable(weights: [1, 1, 1], first: 0).cells.count == 4)
    #expect(DiscreteTable(weights: [1, 1, 1, 1], first: 0).cells.count == 4)
    #expect(DiscreteTable(weights: [1, 1, 1, 1, 1], first: 0).cells.count == 8)
    // What cannot be drawn takes no cell.
    #expect(DiscreteTable(weights: [1, 0, 0, 0, 1], first: 0).cells.count == 2)
    #expect(DiscreteTable.stated(values: [0, 1_000_000], weights: [1, 3]).cells.count == 2)
  }

  @Test("Every draw of a tiny table gives the value that its weights say")
  func everyDraw() {
    // The smallest and largest draws of each of 1,024 equal ranges; weights in eighths.
    let table = DiscreteTable(weights: [1, 5, 2], first: 4)
    var counts = [4: 0, 5: 0, 6: 0]
    for range in 0..<1_024 as Range<UInt64> {
      for draw in [range << 54, (range << 54) | ((1 << 54) - 1)] {
        let cell = table.cells[AliasCell.cellIndex(of: draw, cellBits: table.cellBits)]
        counts[cell.pick(AliasCell.coin(of: draw, cellBits: table.cellBits)), default: 0] += 1
      }
    }
    #expect(counts == [4: 256, 5: 1_280, 6: 512])
  }

  @Test("A constant gives its value for every draw, from one cell")
  func constant() {
    let table = DiscreteTable(constant: 7)
    for draw in [0, 1, 1 << 63, .max] as [UInt64] {
      #expect(AliasCell.cellIndex(of: draw, cellBits: table.cellBits) == 0)
      #expect(table.cells[0].pick(draw: draw, cellBits: table.cellBits) == 7)
    }
    #expect(table.mean == 7)
    #expect(table.variance == 0)
    #expect(table.probability(of: 7) == 1)
    #expect(table.probability(of: 6) == 0)
    #expect(table == DiscreteTable(weights: [0, 3, 0], first: 6))
  }

  @Test("Mean, variance and probabilities are those of the weights")
  func moments() {
    let table = DiscreteTable(weights: [1, 2, 1], first: 5)
    #expect(table.mean == 6)
    #expect(table.variance == 0.5)
    #expect(table.probability(of: 6) == 0.5)
    #expect(table.probabilityOfZero == 0)
    #expect(table.probabilityOfPositive == 1)
    #expect(table.first == 5 && table.last == 7)
  }

  @Test(
    "The positive part has the conditional probabilities of the table's own weights",
    arguments: [0.0001, 0.03, 5])
  func positivePart(mean: Double) throws {
    let table = DiscreteTable.poisson(mean: mean)
    let positive = try #require(table.positivePart())
    #expect(positive.first == 1)
    #expect(positive.probabilityOfZero == 0)
    for value in 1...table.last {
      let expected = table.probability(of: value) / table.probabilityOfPositive
      let error = (positive.probability(of: value) - expected).magnitude
      #expect(error <= expected * 1e-15 + 0x1p-64)
    }
  }

  @Test("The positive part of a table without 0 is the table, and of a constant 0 nothing")
  func trivialPositivePart() {
    #expect(DiscreteTable(constant: 0).positivePart() == nil)
    #expect(DiscreteTable(constant: 2).positivePart() == DiscreteTable(constant: 2))
    #expect(
      DiscreteTable(weights: [9, 0, 1], first: 0).positivePart() == DiscreteTable(constant: 2))
  }

  @Test("Samples follow the weights; seed 31, false alarms 10⁻⁶ each", arguments: tables)
  func samples(table: DiscreteTable) {
    var stream = StreamKey(seed: 31, source: 0).stream()
    let count = 10_000
    // Values expected fewer than ten times are counted together.
    var position: [Int: Int] = [:]
    var probabilities = [0.0]
    for value in table.first...table.last {
      let probability = table.probability(of: value)
      if probability * Double(count) >= 10 {
        position[value] = probabilities.count
        probabilities.append(probability)
      } else {
        probabilities[0] += probability
      }
    }
    var counts = [Int](repeating: 0, count: probabilities.count)
    for _ in 0..<count { counts[position[table.sample(using: &stream), default: 0]] += 1 }
    if probabilities[0] * Double(count) < 1 {
      // Too rare for the chi-square distribution: the chance of even seven is below 10⁻⁶ · 0.1.
      #expect(counts[0] < 7)
      counts.removeFirst()
      probabilities.removeFirst()
    }
    guard counts.count > 1 else { return }
    let statistic = chiSquare(counts: counts, probabilities: probabilities)
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: counts.count - 1))
  }

  @Test(
    "Weights that are not a distribution stop the program")
  func wrongWeights() async {
    await #expect(processExitsWith: .failure) { _ = DiscreteTable(weights: [], first: 0) }
    await #expect(processExitsWith: .failure) { _ = DiscreteTable(weights: [0, 0], first: 0) }
    await #expect(processExitsWith: .failure) { _ = DiscreteTable(weights: [1, -1], first: 0) }
    await #expect(processExitsWith: .failure) { _ = DiscreteTable(weights: [.nan], first: 0) }
    await #expect(processExitsWith: .failure) { _ = DiscreteTable(weights: [1], first: -1) }
  }
}
