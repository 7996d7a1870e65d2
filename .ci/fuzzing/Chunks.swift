#if WHOLE
  @testable import Replications
  @testable import Studies

  extension FuzzTarget {
    /// What an interrupted run has kept: a file with the right checksum, whatever else it says, as the
    /// sums and as the values of a study. What can be read can be added to.
    static let chunk = FuzzTarget(name: "chunk") { bytes in
      var checksum = ChunkChecksum()
      checksum.add(bytes)
      var encoder = ChunkEncoder()
      encoder.raw(bytes)
      encoder.checksum(checksum.value)
      if let (head, rest) = try? ChunkHead.open(encoder.bytes) {
        _ = head.identity.differences(of: head.identity)
        read(rest)
      }
      read(ChunkDecoder(bytes))
    }

    private static let study = Scenarios.small.map { Study(CompiledModel($0), replications: 0..<2) }

    private static func read(_ content: ChunkDecoder) {
      guard let study else { return }
      var decoder = content
      if var (sums, _) = try? StudySums.sums(of: study, from: &decoder) { sums.merge(sums) }
      decoder = content
      _ = try? StudySums.values(of: study, from: &decoder)
    }
  }
#endif
