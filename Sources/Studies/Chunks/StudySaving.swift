/// Where a study keeps what is finished, so that a run that is stopped can be gone on with.
public struct StudySaving: Sendable {
  /// Whose the chunks are.
  public let identity: StudyIdentity
  let store: any ChunkStore
  /// How often what is finished is kept, if it was said.
  let interval: Duration?
  /// What the program was told to run, for whoever joins shards.
  let command: [String]
  /// What an earlier run has left.
  let resumed: ResumedStudy

  /// How often it is kept otherwise.
  static let usual = Duration.seconds(10)

  /// What a study keeps and where.
  ///
  /// - Parameters:
  ///   - identity: whose the chunks are.
  ///   - store: where they are kept.
  ///   - interval: how often; `nil` for every ten seconds, and less often where writing takes long.
  ///   - command: what the program was told to run.
  ///   - resumed: what an earlier run has left, or nothing.
  public init(
    _ identity: StudyIdentity, in store: any ChunkStore, every interval: Duration? = nil,
    command: [String] = [], resuming resumed: ResumedStudy
  ) {
    self.identity = identity
    self.store = store
    self.interval = interval
    self.command = command
    self.resumed = resumed
  }

  func name(_ kind: ChunkHead.Kind, _ number: Int) -> String {
    ChunkName(kind, number, branch: identity.branch).text
  }
}

/// What a chunk is called: `sums-3.chunk`, `values-3.chunk`; `without-expiry-sums-1.chunk`.
struct ChunkName: Equatable {
  let kind: ChunkHead.Kind
  /// From 1 up, in the order in which they were written.
  let number: Int
  /// Which study of a run it is of, see `StudyIdentity.branch`.
  let branch: String

  /// More than are ever written, and few enough to be followed by another.
  private static let highest = 1 << 53

  init(_ kind: ChunkHead.Kind, _ number: Int, branch: String) {
    (self.kind, self.number, self.branch) = (kind, number, branch)
  }

  /// The parts of a name; `nil` where it is none of a chunk.
  init?(_ text: String) {
    let ending = ".chunk"
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.hasSuffix(ending), words.count >= 2,
      let number = Int(words[words.count - 1].dropLast(ending.count)),
      (1...Self.highest).contains(number)
    else { return nil }
    switch words[words.count - 2] {
    case "sums": kind = .sums
    case "values": kind = .values
    default: return nil
    }
    self.number = number
    branch = words.dropLast(2).joined(separator: "-")
  }

  var text: String {
    (branch.isEmpty ? "" : branch + "-") + "\(kind == .sums ? "sums" : "values")-\(number).chunk"
  }
}
