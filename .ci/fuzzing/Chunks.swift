#if WHOLE
  import Synchronization

  @testable import Replications
  @testable import Reports
  @testable import Studies

  extension FuzzTarget {
    /// What an interrupted run or a shard has kept, with changes and the right checksum, gone on with and
    /// joined: a result that can be shown, or the reason why there is none.
    ///
    /// The first byte says whether the rest is the content of a chunk as it stands, or which changes are
    /// made to the chunks of a small run.
    static let chunk = FuzzTarget(name: "chunk") { bytes in
      guard let first = bytes.first else { return }
      let kept = ShortRun.all[Int(first >> 1) % ShortRun.all.count]
      var files = kept.files
      if first & 1 == 0 {
        files["sums-9.chunk"] = kept.sums(bytes.dropFirst())
      } else {
        var choices = Choices(Array(bytes.dropFirst()))
        var changed: [String: [UInt8]] = [:]
        for _ in 0...choices.below(6) {
          let name = kept.names[choices.below(kept.names.count)]
          guard let content = changed[name] ?? files[name]?.dropLast(8).map(\.self) else {
            continue
          }
          changed[name] = ShortRun.changed(content, by: &choices)
        }
        // The checksum takes most of the time.
        for (name, content) in changed { files[name] = ShortRun.sealed(content) }
      }
      kept.goOn(with: ShortStore(files), inFull: bytes.isOne(of: 64))
    }.after { _ = ShortRun.all }
  }

  /// A small run that was stopped, with what it has kept.
  struct ShortRun: Sendable {
    private let study: Study
    /// Whether what is missing can be run again in a moment.
    private let isQuick: Bool
    private let identity: StudyIdentity
    let files: [String: [UInt8]]
    let names: [String]

    /// Runs of the valid scenario that the broken ones start from, of one with a timeline that is drawn,
    /// and of one with a duty.
    static let all = [
      ShortRun("Tests/ScenarioFilesTests/Broken/base/base.json5"),
      ShortRun("scenarios/features/random-crisis.json5", isQuick: false),
      ShortRun("scenarios/features/duty.json5", ["horizon.length=100 days"]),
    ]

    private init(_ path: String, _ settings: [String] = [], isQuick: Bool = true) {
      self.isQuick = isQuick
      guard let model = Scenarios.at(path)?.read(settings: settings).model else {
        fatalError("\(path) is not valid")
      }
      let compiled = CompiledModel(model)
      study = Study(compiled, replications: 0..<3)
      identity = StudyIdentity(study, version: "1", scenario: "digest")
      let store = ShortStore([:])
      // Two replications at a time, so that there are two files of values.
      for end in [2, 3] {
        let part = study.of(0..<end)
        guard let resumed = try? ResumedStudy(part, identity, in: store) else { fatalError(path) }
        var conduct = StudyConduct(jobs: 1)
        conduct.saving = StudySaving(identity, in: store, every: .zero, resuming: resumed)
        conduct.keepsAll = true
        _ = try? part.run(conduct)
      }
      files = store.files.withLock { $0 }
      names = files.keys.sorted()
      precondition(names.count > 2, "\(path): \(names)")
    }

    /// A file of sums whose content is some bytes.
    func sums(_ content: some Sequence<UInt8>) -> [UInt8] {
      ChunkHead(.sums, identity).file { $0.raw(content) }
    }

    /// A file with the checksum of its content.
    static func sealed(_ content: some Collection<UInt8>) -> [UInt8] {
      var checksum = ChunkChecksum()
      checksum.add(content)
      var encoder = ChunkEncoder()
      encoder.raw(content)
      encoder.checksum(checksum.value)
      return encoder.bytes
    }

    /// Numbers as they are written that are hard to digest: around the limits of 32, 53, 63, 64 and 127
    /// bits, and of a number of replications.
    private static let hostile: [[UInt8]] = {
      var numbers: [UInt128] = [0, 1, 2, 3, 127, 128, 1_000_000, 1_000_001]
      for bits in [31, 32, 40, 41, 53, 62, 63, 64, 125, 126, 127] as [UInt128] {
        numbers += [(1 << bits) - 1, 1 << bits, (1 << bits) + 1]
      }
      return (numbers + [.max]).map {
        var encoder = ChunkEncoder()
        encoder.wide($0)
        return encoder.bytes
      }
    }()

    /// A change to a file's bytes: of one, or of a number that is written there.
    static func changed(_ bytes: [UInt8], by choices: inout Choices) -> [UInt8] {
      guard !bytes.isEmpty else { return bytes }
      var bytes = bytes
      let place = choices.below(min(bytes.count, 65_536))
      let end = bytes[place...].firstIndex { $0 < 128 } ?? bytes.count - 1
      switch choices.below(8) {
      case 0: bytes[place] = UInt8(choices.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place...)
      case 3: bytes.insert(contentsOf: bytes[place...end], at: place)
      default: bytes.replaceSubrange(place...end, with: hostile[choices.below(hostile.count)])
      }
      return bytes
    }

    /// Goes on with what is kept, and joins it with itself as if it were shards. What is missing is run
    /// where that is wanted: it takes most of the time.
    func goOn(with store: ShortStore, inFull: Bool) {
      if inFull, let head = try? ChunkHead.newest(in: store) {
        _ = identity.differences(of: head.identity)
      }
      guard let resumed = try? ResumedStudy(study, identity, in: store) else { return }
      var merge = StudyMerge(study)
      if resumed.isWhole { for _ in 0..<3 { _ = merge.add(resumed) } }
      let isAll = resumed.isWhole && resumed.finished.ranges == [study.replications]
      guard isAll || inFull && isQuick else { return }
      var conduct = StudyConduct(jobs: 1)
      conduct.saving = StudySaving(identity, in: ShortStore([:]), resuming: resumed)
      guard let result = try? study.run(conduct) else { return }
      for policy in result.policyNames.indices {
        for estimate in result.estimates(policy: policy) { _ = estimate.interval }
        for estimate in result.differences(policy: policy) { _ = estimate.interval }
        _ = result.dutyFindings(policy: policy)
      }
      _ = (result.timeline, result.calendar, result.discards, result.phases)
      guard inFull else { return }
      let tables =
        [SummaryTable.table(of: result), ReplicationsTable.table(of: result)]
        + OverTimeTables.all(of: result)
        + (study.compiled.model.content.duty == nil
          ? [] : [DutyTable.table(of: result), ExemptionsTable.table(of: result)])
      for table in tables { _ = table.csv() }
    }
  }

  /// Chunks in memory.
  final class ShortStore: ChunkStore {
    let files: Mutex<[String: [UInt8]]>

    init(_ files: [String: [UInt8]]) { self.files = Mutex(files) }

    func names() -> [String] { files.withLock { Array($0.keys) } }
    func read(_ name: String) throws(ChunkProblem) -> [UInt8] {
      guard let bytes = files.withLock({ $0[name] }) else { throw ChunkProblem("no \(name)") }
      return bytes
    }
    func write(_ name: String, _ bytes: [UInt8]) { files.withLock { $0[name] = bytes } }
    func remove(_ name: String) { files.withLock { $0[name] = nil } }
  }
#endif
