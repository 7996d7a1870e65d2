import Estimators
import Replications
import SupplyModel
import Testing

@testable import Studies

@Suite("Chunks")
struct ChunkTests {
  @Test("What is written is read again, from the smallest to the largest numbers")
  func numbers() throws {
    var encoder = ChunkEncoder()
    let whole: [UInt64] = [0, 1, 127, 128, 1 << 63, .max]
    let signed: [Int128] = [0, -1, 1, 63, -64, 64, Int128(Int64.min), .max, .min]
    let values: [Int64] = [0, -1, 1, 12_345, .max, .min + 1, Study.absent]
    let texts = ["", "utan gräns", "two\nlines"]
    for number in whole { encoder.whole(number) }
    for number in signed { encoder.signed(number) }
    for number in values { encoder.value(number) }
    encoder.texts(texts)
    var decoder = ChunkDecoder(encoder.bytes)
    for number in whole { #expect(try decoder.whole() == number) }
    for number in signed { #expect(try decoder.signed() == number) }
    for number in values { #expect(try decoder.value() == number) }
    #expect(try decoder.texts() == texts)
    #expect(decoder.remaining == 0)
    #expect(throws: ChunkDamage.truncated) { try decoder.whole() }
  }

  @Test("Numbers that are too large, and texts that are longer than the file, are damage")
  func impossible() {
    var wide = ChunkDecoder([UInt8](repeating: 255, count: 11))
    #expect(throws: ChunkDamage.self) { try wide.whole() }
    var long = ChunkDecoder([255, 255, 255, 255, 15, 65])
    #expect(throws: ChunkDamage.truncated) { try long.text() }
    var wrong = ChunkDecoder([1, 0xC0])
    #expect(throws: ChunkDamage.self) { try wrong.text() }
  }

  @Test("Sums that could not be added to are damage, whatever the checksum says")
  func overflow() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    for (sum, squares) in [(Int128.max, Int128(1)), (.min, 1), (0, .max)] {
      var sums = StudySums(study)
      sums.moments[0] = ExactMoments(count: 1, sum: sum, sumOfSquares: squares)
      var finished = ReplicationSet()
      finished.add([0..<1])
      var encoder = ChunkEncoder()
      sums.encodeSums(over: finished, to: &encoder)
      var decoder = ChunkDecoder(encoder.bytes)
      #expect(throws: ChunkDamage.impossible("a sum")) {
        _ = try StudySums.sums(of: study, from: &decoder)
      }
    }
  }

  @Test("The checksum is CRC-64/XZ")
  func checksum() {
    var checksum = ChunkChecksum()
    checksum.add(Array("12345".utf8))
    checksum.add(Array("6789".utf8))
    // The check value of the catalogue of parametrised CRC algorithms.
    #expect(checksum.value == 0x995D_C9BB_DF19_39FA)
  }

  @Test("Every byte that is changed and every byte that is missing is noticed")
  func damage() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    let head = ChunkHead(
      .sums, StudyIdentity(study, version: "1", scenario: "digest"), milliseconds: 7)
    let bytes = head.file { $0.text("content") }
    var (read, decoder) = try ChunkHead.open(bytes)
    #expect(read == head)
    #expect(try decoder.text() == "content")
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: ChunkDamage.self) { try ChunkHead.open(changed) }
      #expect(throws: ChunkDamage.self) { try ChunkHead.open(Array(bytes[..<place])) }
    }
  }

  @Test("Content that no run has written is told of, whatever it is")
  func nonsense() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    var generator = SplitMix(state: 20_270_101)
    for _ in 0..<2_000 {
      let length = Int(generator.next() % 40)
      // Small numbers are more often something.
      let bytes = (0..<length).map { _ in UInt8(generator.next() % (generator.next() % 256 + 1)) }
      for _ in 0..<1 {
        var decoder = ChunkDecoder(bytes)
        #expect(throws: ChunkDamage.self) { try StudySums.sums(of: study, from: &decoder) }
        decoder = ChunkDecoder([1] + bytes)
        #expect(throws: ChunkDamage.self) { try StudySums.values(of: study, from: &decoder) }
      }
    }
  }

  @Test(
    "The name of a chunk is read as it is written",
    arguments: ["sums-1.chunk", "values-12.chunk", "without-expiry-sums-3.chunk"])
  func names(name: String) {
    #expect(ChunkName(name)?.text == name)
    #expect(ChunkName("x" + name) != ChunkName(name))
    #expect(ChunkName(name + ".unfinished") == nil)
  }

  @Test("Sets of replications keep order and gaps, however they are added")
  func sets() {
    var set = ReplicationSet([5, 1, 2, 9, 3])
    #expect(set.ranges == [1..<4, 5..<6, 9..<10])
    #expect(set.description == "1–3, 5, 9" && set.count == 5 && set.upperBound == 10)
    set.add([4..<5, 6..<8])
    #expect(set.ranges == [1..<8, 9..<10])
    #expect(set.missing(of: 0..<11) == [0, 8, 10])
    #expect(set.isWithin(1..<10) && !set.isWithin(1..<9) && !set.isWithin(2..<10))
    #expect(ReplicationSet(ranges: [0..<2, 1..<3]) == nil)
    #expect(ReplicationSet(ranges: [0..<2, 2..<3]) == nil)
  }

  @Test(
    "Shards have each replication once, and differ by one at most", arguments: [1, 2, 3, 7, 10])
  func shards(count: Int) throws {
    let shards = try (1...count).map {
      try #require(StudyIdentity.Shard(number: $0, of: count, replications: 10))
    }
    #expect(shards.flatMap { Array($0.range) } == Array(0..<10))
    let sizes = shards.map(\.range.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(StudyIdentity.Shard(number: count + 1, of: count, replications: 10) == nil)
    #expect(StudyIdentity.Shard(number: 1, of: 11, replications: 10) == nil)
  }
}

/// Sebastiano Vigna's SplitMix64: numbers for tests, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
