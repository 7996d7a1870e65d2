/// What earlier runs of a study have left in their chunks.
public struct ResumedStudy: Sendable {
  /// The sums, with the values of each replication that were found whole.
  var sums: StudySums
  /// Which replications are in the sums.
  public private(set) var finished = ReplicationSet()
  /// Which of them have lost their values: they are run again for those.
  var lost: [Int] = []
  /// The highest number of a chunk.
  var number = 0
  /// The chunks with sums, from older to newer, damaged ones first.
  var older: [String] = []
  /// How long they had worked. [ms]
  public private(set) var milliseconds: UInt64 = 0
  /// What the earlier program was told to run; empty unless it ran a shard.
  public private(set) var command: [String] = []
  /// What was damaged, in words.
  public private(set) var notices: [String] = []

  /// Nothing.
  public init(nothingOf study: Study) {
    sums = StudySums(study)
  }

  /// Reads what there is.
  ///
  /// Damaged chunks are told of and left out; what they had is run again.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - identity: its identity.
  ///   - store: where its chunks are.
  /// - Throws: why the chunks are not the study's, or cannot be read.
  public init(
    _ study: Study, _ identity: StudyIdentity, in store: any ChunkStore
  ) throws(ChunkRefusal) {
    self.init(nothingOf: study)
    do throws(ChunkProblem) {
      let names = try store.names().compactMap { ChunkName($0) }
        .filter { $0.branch == identity.branch }.sorted { $0.number < $1.number }
      number = names.last?.number ?? 0
      try readSums(names.filter { $0.kind == .sums }, of: study, identity, in: store)
      try readValues(names.filter { $0.kind == .values }, of: study, identity, in: store)
    } catch {
      throw .unreadable(error.reason)
    }
    if let differences { throw .foreign(differences) }
  }

  /// In what a chunk's identity differs from the study's.
  private var differences: [String]?

  /// The content of a chunk, unless it is damaged or another study's.
  private mutating func open(
    _ name: ChunkName, _ identity: StudyIdentity, in store: any ChunkStore
  ) throws(ChunkProblem) -> (ChunkHead, ChunkDecoder)? {
    let bytes = try store.read(name.text)
    do throws(ChunkDamage) {
      let (head, decoder) = try ChunkHead.open(bytes)
      guard head.kind == name.kind else { throw .impossible("the kind") }
      guard head.identity == identity else {
        if differences == nil { differences = identity.differences(of: head.identity) }
        return nil
      }
      return (head, decoder)
    } catch {
      note(name, error)
      return nil
    }
  }

  private mutating func note(_ name: ChunkName, _ damage: ChunkDamage) {
    notices.append("\(name.text) is damaged (\(damage)): what it had is computed again")
  }

  /// The newest sums that are whole.
  private mutating func readSums(
    _ names: [ChunkName], of study: Study, _ identity: StudyIdentity, in store: any ChunkStore
  ) throws(ChunkProblem) {
    var damaged: [String] = []
    for (place, name) in names.enumerated().reversed() {
      guard case (let head, var decoder)? = try open(name, identity, in: store) else {
        damaged.append(name.text)
        continue
      }
      do throws(ChunkDamage) {
        (sums, finished) = try StudySums.sums(of: study, from: &decoder)
        (milliseconds, command) = (head.milliseconds, head.command)
        older = names[..<place].map(\.text) + damaged + [name.text]
        return
      } catch {
        note(name, error)
        damaged.append(name.text)
      }
    }
    older = damaged
  }

  /// The values of the replications in the sums; those of others are run again.
  private mutating func readValues(
    _ names: [ChunkName], of study: Study, _ identity: StudyIdentity, in store: any ChunkStore
  ) throws(ChunkProblem) {
    var known: Set<Int> = []
    for name in names {
      guard case (_, var decoder)? = try open(name, identity, in: store) else { continue }
      do throws(ChunkDamage) {
        let kept = try StudySums.values(of: study, among: finished.count, from: &decoder)
        sums.keep(kept.filter { finished.contains($0.number) && known.insert($0.number).inserted })
      } catch {
        note(name, error)
      }
    }
    lost = finished.ranges.flatMap { $0.filter { !known.contains($0) } }
  }

  /// How many replications' worth there are, of which nothing is to be run again.
  public var count: Int { finished.count - lost.count }
}

/// Why chunks are not used.
public enum ChunkRefusal: Error, Sendable {
  /// They are another study's: in what that differs.
  case foreign([String])
  /// They cannot be read, in the system's words.
  case unreadable(String)
}
