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

  /// What sums are written down as that were found in one replication, after a change.
  private static func sums(
    of study: Study, over replications: Range<Int> = 0..<1, _ change: (inout StudySums) -> Void
  ) throws -> ChunkDecoder {
    var aggregator = ReplicationAggregator(study)
    try aggregator.run(replication: 0)
    var sums = StudySums(study)
    sums.add(0, aggregator)
    change(&sums)
    var finished = ReplicationSet()
    finished.add([replications])
    var encoder = ChunkEncoder()
    sums.encodeSums(over: finished, to: &encoder)
    return ChunkDecoder(encoder.bytes)
  }

  @Test("Sums that no values have are damage: an estimate of them would stop the program")
  func impossibleSums() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    var whole = try Self.sums(of: study) { _ in }
    #expect(try StudySums.sums(of: study, from: &whole).finished.count == 1)
    let probability = try #require(
      study.cells.firstIndex { Measure.all[$0.measure].isProbability })
    let changes: [(inout StudySums) -> Void] = [
      { $0.moments[0] = ExactMoments(count: 1, sum: 1 << 64, sumOfSquares: 1) },
      { $0.moments[probability] = ExactMoments(count: 1, sum: 2, sumOfSquares: 4) },
      { $0.moments[probability] = ExactMoments(count: 1, sum: -1, sumOfSquares: 1) },
    ]
    for change in changes {
      var decoder = try Self.sums(of: study, change)
      #expect(throws: ChunkDamage.impossible("a sum")) {
        _ = try StudySums.sums(of: study, from: &decoder)
      }
    }
    // As many numbers of replications would have to be written down.
    var decoder = try Self.sums(of: study, over: 0..<(1 << 40)) { _ in }
    #expect(throws: ChunkDamage.impossible("the list of replications")) {
      _ = try StudySums.sums(of: study, from: &decoder)
    }
  }

  @Test("Values that could not be counted with are damage")
  func impossibleValues() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    var aggregator = ReplicationAggregator(study)
    try aggregator.run(replication: 0)
    var sums = StudySums(study)
    sums.add(0, aggregator)
    let kept = sums.kept[0]
    #expect(kept.isPossible(in: study, among: 1) && kept.isPossible(in: study, among: 1_000_000))
    for place in kept.timeline.indices {
      var timeline = kept.timeline
      timeline[place] = .max
      let changed = StudySums.KeptReplication(
        number: 0, values: kept.values, fillRates: kept.fillRates, timeline: timeline)
      #expect(!changed.isPossible(in: study, among: 1), "\(place)")
    }
    for (rate, count) in [(Int64(1) << 61, 1), (1 << 45, 1_000_000), (.max, 1)] {
      let changed = StudySums.KeptReplication(
        number: 0, values: kept.values, fillRates: [Study.absent, rate], timeline: kept.timeline)
      #expect(!changed.isPossible(in: study, among: count), "\(rate)")
    }
  }

  @Test("Sums of shards that cannot be added are not, and what was added before stays")
  func mergeOverflow() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())), replications: 0..<2)
    var resumed = ResumedStudy(nothingOf: study)
    resumed.sums.moments[0] = ExactMoments(count: 2, sum: 0, sumOfSquares: (1 << 126) - 1)
    var merge = StudyMerge(study)
    let areAdded = (0..<3).map { _ in merge.add(resumed) }
    #expect(areAdded == [true, true, false])
  }

  @Test("A time and a number that could not be added to are no chunk's")
  func outOfRange() throws {
    let study = Study(CompiledModel(try SupplyModel(TwoProducts.content())))
    let identity = StudyIdentity(study, version: "1", scenario: "digest")
    let head = ChunkHead(.sums, identity, milliseconds: .max)
    #expect(throws: ChunkDamage.impossible("the time")) { try ChunkHead.open(head.file { _ in }) }
    #expect(ChunkName("sums-\(Int.max).chunk") == nil)
  }

  @Test("Missing shards are named, however many there should be")
  func missingShards() {
    #expect(StudyIdentity.Shard.missing(of: 3, having: [1, 2, 3]) == nil)
    #expect(StudyIdentity.Shard.missing(of: 3, having: [2]) == "shard 1/3, shard 3/3")
    let many = StudyIdentity.Shard.missing(of: Int.max, having: [1, 7])
    #expect(many?.hasPrefix("shard 2/9223372036854775807, shard 3/") == true)
    #expect(many?.hasSuffix(" and \(Int.max - 102) more") == true)
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
        #expect(throws: ChunkDamage.self) {
          try StudySums.values(of: study, among: 4, from: &decoder)
        }
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
