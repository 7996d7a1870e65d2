#if WHOLE
  @testable import Replications
  @testable import Reports
  @testable import Studies
  @testable import SupplyModel

  extension FuzzTarget {
    /// What an interrupted `endure` has kept, with changes and the right checksum, gone on with: a table, or the
    /// reason why there is none.
    ///
    /// The first byte says whether the rest is the content of a chunk as it stands, or which changes are made to that
    /// of a small run.
    static let endurance = FuzzTarget(name: "endurance") { bytes in
      guard let first = bytes.first else { return }
      let kept = ShortEndurance.only
      if first & 1 == 0 {
        kept.goOn(with: ChunkHead(.values, kept.identity).file { $0.raw(bytes.dropFirst()) })
      } else {
        var choices = Choices(Array(bytes.dropFirst()))
        var content = Array(kept.file.dropLast(8))
        for _ in 0...choices.below(6) { content = ShortRun.changed(content, by: &choices) }
        kept.goOn(with: ShortRun.sealed(content))
      }
    }.after { _ = ShortEndurance.only }
  }

  /// A small study of endurance, with what it has kept of its two replications.
  struct ShortEndurance: Sendable {
    private let study: EnduranceStudy
    let identity: StudyIdentity
    /// The first chunk, with one replication.
    let file: [UInt8]
    private let files: [String: [UInt8]]
    private static let name = "cut-1-values-1.chunk"

    static let only = ShortEndurance()

    private init() {
      let path = "scenarios/features/duty.json5"
      guard let model = Scenarios.at(path)?.read(settings: ["horizon.length=100 days"]).model,
        let cut = try? model.cuttingInbound(.inPeace(day: 20))
      else { fatalError("\(path) is not valid") }
      study = EnduranceStudy(CompiledModel(cut), condition: "peace", replications: 0..<2)
      identity = StudyIdentity(study, version: "1", scenario: "digest", branch: "cut-1")
      let store = ShortStore([:])
      guard let saving = try? EnduranceSaving(study, identity, in: store, every: .zero),
        (try? study.run(jobs: 1, saving: saving, isInterrupted: { false }, progress: { _ in }))
          != nil
      else { fatalError("\(path) does not run") }
      files = store.files.withLock { $0 }
      guard let file = files[Self.name], files.count == 2 else { fatalError("\(files.keys)") }
      self.file = file
    }

    /// Goes on with a chunk in the stead of the first; what is missing is not run, which takes most of the time.
    func goOn(with bytes: [UInt8]) {
      var files = files
      files[Self.name] = bytes
      let store = ShortStore(files)
      guard let saving = try? EnduranceSaving(study, identity, in: store), saving.count == 2,
        let result = try? study.run(
          jobs: 1, saving: saving, isInterrupted: { false }, progress: { _ in })
      else { return }
      _ = EnduranceTable.table(of: [result]).csv()
      _ = EnduranceSummary(of: [result], version: "1").text
    }
  }
#endif
