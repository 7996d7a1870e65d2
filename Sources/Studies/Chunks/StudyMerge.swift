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
  public mutating func add(_ shard: ResumedStudy) {
    precondition(shard.isWhole, "a shard should be whole, but lacks values of \(shard.lost)")
    total.merge(shard.sums)
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
