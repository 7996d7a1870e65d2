/// The head of a chunk file, which says what the rest is and whose.
///
/// A file is: `buffert chunk` and a line feed, the number of the format, the head, the content, and a
/// checksum of all of that. Numbers are written as `ChunkEncoder` says, so that a file is the same bytes on
/// every machine.
public struct ChunkHead: Sendable, Equatable {
  /// What a chunk may contain.
  enum Kind: UInt64, Sendable {
    /// Sums over replications.
    case sums = 1
    /// The values of each of some replications.
    case values = 2
  }

  let kind: Kind
  /// Whose it is.
  public let identity: StudyIdentity
  /// How long the program had worked for it, earlier attempts included. [ms]
  public let milliseconds: UInt64
  /// What the program was told to run, for whoever joins shards; empty where nothing is divided.
  public let command: [String]

  private static let mark = Array("buffert chunk\n".utf8)
  private static let format: UInt64 = 1
  /// Longer than any program has run, and short enough to be added to. [ms]
  private static let longest: UInt64 = 1 << 53

  init(
    _ kind: Kind, _ identity: StudyIdentity, milliseconds: UInt64 = 0, command: [String] = []
  ) {
    self.kind = kind
    self.identity = identity
    self.milliseconds = milliseconds
    self.command = command
  }

  /// A whole file with some content.
  func file(_ content: (inout ChunkEncoder) -> Void) -> [UInt8] {
    var encoder = ChunkEncoder()
    encoder.raw(Self.mark)
    encoder.whole(Self.format)
    encoder.whole(kind.rawValue)
    identity.encode(to: &encoder)
    encoder.whole(milliseconds)
    encoder.texts(command)
    content(&encoder)
    var checksum = ChunkChecksum()
    checksum.add(encoder.bytes)
    encoder.checksum(checksum.value)
    return encoder.bytes
  }

  /// The head of a file, and the content that is left to read.
  ///
  /// - Throws: why it is no whole chunk.
  static func open(_ bytes: [UInt8]) throws(ChunkDamage) -> (ChunkHead, ChunkDecoder) {
    guard bytes.starts(with: mark) else { throw .noChunk }
    guard bytes.count >= mark.count + 8 else { throw .truncated }
    let end = bytes.count - 8
    var last = ChunkDecoder(bytes, from: end)
    let stated = try last.checksum()
    var checksum = ChunkChecksum()
    checksum.add(bytes[..<end])
    guard stated == checksum.value else { throw .checksum }
    var decoder = ChunkDecoder(bytes, from: mark.count, to: end)
    return (try ChunkHead(from: &decoder), decoder)
  }

  private init(from decoder: inout ChunkDecoder) throws(ChunkDamage) {
    guard try decoder.whole() == Self.format else { throw .impossible("the format") }
    guard let kind = Kind(rawValue: try decoder.whole()) else { throw .impossible("the kind") }
    self.kind = kind
    identity = try StudyIdentity(from: &decoder)
    milliseconds = try decoder.whole()
    guard milliseconds <= Self.longest else { throw .impossible("the time") }
    command = try decoder.texts()
  }
}

/// Why chunks could not be written or read, in the system's words.
public struct ChunkProblem: Error, Sendable {
  /// What went wrong.
  public let reason: String

  /// A problem.
  public init(_ reason: String) { self.reason = reason }
}

/// Where chunks are kept: a folder, or memory in tests.
public protocol ChunkStore: Sendable {
  /// The names of all chunks there, in any order.
  func names() throws(ChunkProblem) -> [String]
  /// The bytes of one.
  func read(_ name: String) throws(ChunkProblem) -> [UInt8]
  /// Keeps one, whole and for good when the call returns, or not at all.
  func write(_ name: String, _ bytes: [UInt8]) throws(ChunkProblem)
  /// Lets go of one.
  func remove(_ name: String) throws(ChunkProblem)
}
