import RandomStreams
import Testing

@Suite("Stream key")
struct StreamKeyTests {
  @Test("Starts in the Philox numbers of its parts, in the documented order")
  func documentedOrder() {
    let key = StreamKey(
      seed: 0x4528_21e6_38d0_1377, source: 0xbe54_66cf_34e9_0c6c,
      replication: 0x243f_6a88_85a3_08d3, product: 0x1319_8a2e_0370_7344,
      location: 0xa409_3822_299f_31d0, purpose: 0x082e_fa98_ec4e_6c89)
    let state = key.stream().state
    #expect(state.0 == 0xa528_f454_03e6_1d95)
    #expect(state.1 == 0x38c7_2dbd_566e_9788)
    #expect(state.2 == 0xa5a1_610e_72fd_18b5)
    #expect(state.3 == 0x57bd_43b5_e52b_7fe6)
  }

  @Test("Names the same stream each time, and another when any one part changes")
  func everyPartMatters() {
    let base = StreamKey(
      seed: 1, source: 2, replication: 3, product: 4, location: 5, purpose: 6)
    var keys = [base]
    let parts: [WritableKeyPath<StreamKey, UInt64>] = [
      \.seed, \.source, \.replication, \.product, \.location, \.purpose,
    ]
    for part in parts {
      var key = base
      key[keyPath: part] += 1
      keys.append(key)
    }
    for (index, key) in keys.enumerated() {
      #expect(key.stream() == key.stream())
      for other in keys[..<index] { #expect(key.stream() != other.stream()) }
    }
  }

  /// Ones among 64 bits of the exclusive or of neighbours' draws: mean 32, variance 16.
  @Test("Streams of neighbouring keys agree in half of their bits; seed 21, false alarms 10⁻⁶ each")
  func neighboursDiffer() {
    let parts: [WritableKeyPath<StreamKey, UInt64>] = [
      \.seed, \.source, \.replication, \.product, \.location, \.purpose,
    ]
    let draws = 2_000
    let limit = StatisticalLimit.standardDeviations * (16 * Double(draws)).squareRoot()
    for part in parts {
      let key = StreamKey(seed: 21, source: 0)
      var neighbour = key
      neighbour[keyPath: part] += 1
      var left = key.stream()
      var right = neighbour.stream()
      var different = 0
      for _ in 0..<draws { different += (left.next() ^ right.next()).nonzeroBitCount }
      #expect((Double(different) - 32 * Double(draws)).magnitude < limit)
    }
  }

  /// First draws along one counter, as an engine uses them: once per product.
  @Test("First units of consecutive keys are even and uncorrelated; seed 22, false alarms 10⁻⁶")
  func firstDraws() {
    let count = 5_000
    var counts = [Int](repeating: 0, count: 20)
    var products = 0.0
    var previous = 0.0
    for product in 0..<count {
      var stream = StreamKey(seed: 22, source: 0, product: UInt64(product)).stream()
      let unit = stream.nextUnit()
      counts[Int(unit * 20)] += 1
      products += (unit - 0.5) * previous
      previous = unit - 0.5
    }
    let statistic = chiSquare(
      counts: counts, probabilities: [Double](repeating: 0.05, count: 20))
    #expect(statistic < StatisticalLimit.chiSquare(degreesOfFreedom: 19))
    // A product of two independent centred units has variance (1/12)².
    let limit = StatisticalLimit.standardDeviations * Double(count).squareRoot() / 12
    #expect(products.magnitude < limit)
  }
}
