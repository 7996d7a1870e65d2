import Estimators
import Replications

extension StudySums {
  /// Writes the sums and which replications they are over, without the values of each.
  func encodeSums(over finished: ReplicationSet, to encoder: inout ChunkEncoder) {
    encoder.count(finished.ranges.count)
    for range in finished.ranges {
      encoder.count(range.lowerBound)
      encoder.count(range.count)
    }
    for list in [moments, differences, duty.moments] {
      encoder.count(list.count)
      for moments in list {
        encoder.count(moments.count)
        guard moments.count > 0 else { continue }
        encoder.signed(moments.sum)
        encoder.wide(UInt128(moments.sumOfSquares))
      }
    }
  }

  /// Writes the values of some of the kept replications.
  func encodeValues(_ places: Range<Int>, to encoder: inout ChunkEncoder) {
    encoder.count(places.count)
    for replication in kept[places] {
      encoder.count(replication.number)
      for list in [replication.values, replication.fillRates, replication.timeline] {
        for value in list { encoder.value(value) }
      }
    }
  }

  /// The sums of a study that are written down, and which replications they are over.
  ///
  /// - Throws: why they cannot be those of the study.
  static func sums(
    of study: Study, from decoder: inout ChunkDecoder
  ) throws(ChunkDamage) -> (sums: StudySums, finished: ReplicationSet) {
    var ranges: [Range<Int>] = []
    for _ in 0..<(try decoder.length()) {
      let (first, count) = (try decoder.count(), try decoder.count())
      let (end, overflows) = first.addingReportingOverflow(count)
      guard !overflows else { throw .impossible("a number of replications") }
      ranges.append(first..<end)
    }
    guard let finished = ReplicationSet(ranges: ranges), finished.isWithin(0..<mostReplications)
    else { throw .impossible("the list of replications") }
    var sums = StudySums(study)
    let most = finished.count
    sums.moments = try moments(sums.moments.count, over: most, from: &decoder)
    sums.differences = try moments(sums.differences.count, over: most, from: &decoder)
    sums.duty = DutySums(try moments(sums.duty.moments.count, over: most, from: &decoder))
    guard decoder.remaining == 0 else { throw .impossible("the length") }
    guard sums.arePossible(of: study) else { throw .impossible("a sum") }
    return (sums, finished)
  }

  /// No study has more.
  private static let mostReplications = PrecisionGoal.most
  /// What is written down stays below this, so that two sums can be added without overflow.
  private static let mostInSum: UInt128 = 1 << 126

  private static func moments(
    _ expected: Int, over most: Int, from decoder: inout ChunkDecoder
  ) throws(ChunkDamage) -> [ExactMoments] {
    guard try decoder.length() == expected else { throw .impossible("the number of measures") }
    var list: [ExactMoments] = []
    list.reserveCapacity(expected)
    for _ in 0..<expected {
      let count = try decoder.count()
      guard count > 0 else {
        list.append(ExactMoments())
        continue
      }
      let (sum, squares) = (try decoder.signed(), try decoder.wide())
      guard count <= most, sum.magnitude < mostInSum, squares < mostInSum else {
        throw .impossible("a sum")
      }
      list.append(ExactMoments(count: count, sum: sum, sumOfSquares: Int128(squares)))
    }
    return list
  }

  /// The values of replications that are written down; `count` says of how many there are sums.
  ///
  /// - Throws: why they cannot be those of the study.
  static func values(
    of study: Study, among count: Int, from decoder: inout ChunkDecoder
  ) throws(ChunkDamage) -> [KeptReplication] {
    let policies = study.compiled.policies.count
    let widths = [
      policies * study.keptCells.count, policies * study.equityLedger.width,
      study.chronicle.width,
    ]
    var kept: [KeptReplication] = []
    for _ in 0..<(try decoder.length()) {
      let number = try decoder.count()
      guard decoder.remaining >= widths.reduce(0, +) else { throw .truncated }
      var lists: [[Int64]] = []
      for width in widths {
        var list: [Int64] = []
        list.reserveCapacity(width)
        for _ in 0..<width { list.append(try decoder.value()) }
        lists.append(list)
      }
      let replication = KeptReplication(
        number: number, values: lists[0], fillRates: lists[1], timeline: lists[2])
      guard replication.isPossible(in: study, among: count) else { throw .impossible("a value") }
      kept.append(replication)
    }
    guard decoder.remaining == 0 else { throw .impossible("the length") }
    return kept
  }
}
