import RandomStreams
import Testing

@Suite("Stable hash")
struct StableHashTests {
  /// Made with an independent program in Python's whole numbers.
  @Test(
    "Gives the same number as an independent program",
    arguments: [
      ("", 0xf52a_15e9_a9b5_e89b), ("a", 0x02c0_bdbf_4814_20f8), ("foobar", 0x404d_a9e3_b740_78c2),
      ("J01CR02", 0xa420_bd94_35e6_b5f7), ("j01cr02", 0xc9f9_b340_b87d_2226),
      ("jonkoping", 0x2cb1_6f51_b324_57b2), ("Jönköping", 0x5de0_66eb_471b_ea00),
    ] as [(String, UInt64)])
  func knownNumbers(text: String, number: UInt64) {
    #expect(StableHash.of(text) == number)
  }

  /// Seedless: 3,000 identifiers, 64 bits each set in half of them, 4.75 standard deviations.
  @Test("Spreads identifiers that differ in the last letters over all bits, without repetition")
  func spreadsBits() {
    let count = 3_000
    var seen: Set<UInt64> = []
    var set = [Int](repeating: 0, count: 64)
    for number in 0..<count {
      let hash = StableHash.of("product-\(number)")
      seen.insert(hash)
      for bit in 0..<64 { set[bit] += Int(hash >> UInt64(bit) & 1) }
    }
    #expect(seen.count == count)
    let limit = StatisticalLimit.standardDeviations * (Double(count) / 4).squareRoot()
    #expect(set.allSatisfy { (Double($0) - Double(count) / 2).magnitude < limit })
  }
}
