/// Where a study of endurance keeps what is finished, so that a run that is stopped can be gone on with.
///
/// A replication's values depend on nothing but the study and its number, and there are few of them: so each chunk
/// has the values of the replications that came in since the one before, and no chunk speaks of another.
public struct EnduranceSaving: Sendable {
  let identity: StudyIdentity
  let store: any ChunkStore
  /// How often what is finished is kept, if it was said.
  let interval: Duration?
  /// What earlier runs have left, by replication.
  private(set) var found: [Int: EnduranceStudy.Values] = [:]
  /// The highest number of a chunk.
  private(set) var number = 0
  /// What was damaged, in words.
  public private(set) var notices: [String] = []

  /// How many of the study's replications need not be run again.
  public var count: Int { found.count }

  /// What a study keeps and where, and what earlier runs of it have left there.
  ///
  /// Damaged chunks are told of and left out; what they had is run again.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - identity: whose the chunks are.
  ///   - store: where they are kept.
  ///   - interval: how often; `nil` for every ten seconds, and less often where writing takes long.
  /// - Throws: why the chunks are not the study's, or cannot be read.
  public init(
    _ study: EnduranceStudy, _ identity: StudyIdentity, in store: any ChunkStore,
    every interval: Duration? = nil
  ) throws(ChunkRefusal) {
    self.identity = identity
    self.store = store
    self.interval = interval
    var differences: [String]?
    do throws(ChunkProblem) {
      let names = try store.names().compactMap { ChunkName($0) }
        .filter { $0.branch == identity.branch && $0.kind == .values }
        .sorted { $0.number < $1.number }
      number = names.last?.number ?? 0
      for name in names {
        let bytes = try store.read(name.text)
        do throws(ChunkDamage) {
          var (head, decoder) = try ChunkHead.open(bytes)
          guard head.kind == .values else { throw .impossible("the kind") }
          guard head.identity == identity else {
            if differences == nil { differences = identity.differences(of: head.identity) }
            continue
          }
          found.merge(try study.values(from: &decoder)) { first, _ in first }
        } catch {
          notices.append("\(name.text) is damaged (\(error)): what it had is computed again")
        }
      }
    } catch {
      throw .unreadable(error.reason)
    }
    if let differences { throw .foreign(differences) }
    found = found.filter { study.replications.contains($0.key) }
  }
}
