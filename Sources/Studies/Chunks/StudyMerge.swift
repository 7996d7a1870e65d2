/// The shards of a study, added up: what comes of it is the result of the study that was not divided.
public struct StudyMerge: Sendable {
  private let study: Study
  private var total: StudySums

  /// The sums of no shard yet.
  ///
  /// - Parameter study: the study that is not divided.
  public init(_ study: Study) {
    self.study = study
    total = StudySums(study)
  }

  /// Adds a shard, of which nothing may be lost.
  ///
  /// - Returns: whether it could be: sums that no program has written might not fit.
  public mutating func add(_ shard: ResumedStudy) -> Bool {
    precondition(shard.isWhole, "a shard should be whole, but lacks values of \(shard.lost)")
    guard total.canMerge(shard.sums) else { return false }
    total.merge(shard.sums)
    return true
  }

  /// What all shards have found.
  public consuming func result() -> StudyResult {
    precondition(
      ReplicationSet(total.kept.map(\.number)) == ReplicationSet(study.replications)
        && total.kept.count == study.replications.count,
      "shards should have each replication once")
    return StudyResult(study, total)
  }
}

extension StudyIdentity.Shard {
  /// Which shards of so many are missing, in words, a hundred of them named at most; `nil` if none is.
  ///
  /// However many there should be, which only a file may say: it takes as long as what is there.
  public static func missing(of count: Int, having numbers: Set<Int>) -> String? {
    let missing = count - numbers.count { (1...count).contains($0) }
    guard missing > 0 else { return nil }
    let named = (1...count).lazy.filter { !numbers.contains($0) }.prefix(100)
      .map { "shard \($0)/\(count)" }
    let rest = missing - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension ResumedStudy {
  /// Whether nothing of it is to be run again.
  public var isWhole: Bool { lost.isEmpty }
}

extension ChunkHead {
  /// The head of the newest sums in a store that can be read; `nil` where there are none.
  public static func newest(in store: any ChunkStore) throws(ChunkProblem) -> ChunkHead? {
    let names = try store.names().compactMap { ChunkName($0) }
      .filter { $0.kind == .sums && $0.branch.isEmpty }.sorted { $0.number > $1.number }
    for name in names {
      let bytes = try store.read(name.text)
      // Why one cannot be read is told when all of it is.
      if let (head, _) = try? open(bytes) { return head }
    }
    return nil
  }
}
