import Replications
import SupplyModel
import Synchronization
import Testing

@testable import Studies

@Suite("Going on with a study of endurance")
struct EnduranceResumeTests {
  private static func study(_ replications: Int, cutOn day: Int = 0) throws -> EnduranceStudy {
    let model = try SupplyModel(TwoProducts.content(replications: replications))
    return EnduranceStudy(
      CompiledModel(try model.cuttingInbound(.inPeace(day: day))), condition: "peace")
  }

  /// Everything that a result says.
  private static func text(_ result: EnduranceResult) -> [String] {
    result.policyNames.indices.flatMap { policy in
      result.estimates(policy: policy).map { "\($0)" }
        + ["\(result.replicationDays(policy: policy, level: .all, key: "all"))"]
    }
  }

  private static func saving(
    _ study: EnduranceStudy, _ store: MemoryStore, digest: String = "digest"
  ) throws -> EnduranceSaving {
    let identity = StudyIdentity(study, version: "1", scenario: digest, branch: "cut-1")
    return try EnduranceSaving(study, identity, in: store, every: .zero)
  }

  /// What a run finds that goes on with what is in a store, and is stopped when it has asked so often.
  private static func run(
    _ study: EnduranceStudy, _ store: MemoryStore, asks: Int = .max, jobs: Int = 2
  ) throws -> EnduranceResult? {
    let asked = Atomic<Int>(0)
    return try study.run(
      jobs: jobs, saving: try saving(study, store),
      isInterrupted: { asked.wrappingAdd(1, ordering: .relaxed).newValue > asks },
      progress: { _ in })
  }

  @Test("However often it is stopped, the result is that of one run", arguments: [1, 2, 3])
  func stopped(jobs: Int) throws {
    let study = try Self.study(17)
    let expected = Self.text(try study.run(jobs: 1))
    var generator = SplitMix(state: UInt64(jobs))
    for _ in 0..<4 {
      let store = MemoryStore()
      var stops = 0
      var result: EnduranceResult?
      var before = 0
      while true {
        result = try Self.run(study, store, asks: Int(generator.next() % 20), jobs: jobs)
        guard result == nil else { break }
        stops += 1
        // What was finished is there, and never less than before.
        let kept = try Self.saving(study, store).count
        #expect(kept >= before && kept < 17)
        before = kept
      }
      #expect(stops > 0)
      #expect(Self.text(try #require(result)) == expected)
      #expect(Self.text(try #require(try Self.run(study, store, asks: 0))) == expected)
    }
  }

  @Test("What fails to be kept stops the run, and what was kept before is gone on with")
  func failing() throws {
    let study = try Self.study(5)
    let expected = Self.text(try study.run(jobs: 1))
    for write in 1...7 {
      let store = MemoryStore(failing: write)
      var problem: String?
      do {
        _ = try Self.run(study, store, jobs: 1)
      } catch StudyFailure.chunks(let why) {
        problem = why.reason
      }
      #expect((problem == "full") == (write <= 5), "\(write)")
      #expect(try Self.saving(study, store).count == min(write - 1, 5))
      let again = MemoryStore()
      again.files.withLock { $0 = store.files.withLock { $0 } }
      #expect(Self.text(try #require(try Self.run(study, again))) == expected)
    }
  }

  @Test("A damaged chunk is told of and computed again; no byte that is changed is taken for right")
  func damaged() throws {
    let study = try Self.study(4)
    let expected = Self.text(try study.run(jobs: 1))
    let store = MemoryStore()
    _ = try Self.run(study, store)
    store.damage("cut-1-values")
    let saving = try Self.saving(study, store)
    #expect(saving.count == 3 && saving.notices.count == 1)
    #expect(saving.notices[0].contains("is damaged"))
    #expect(Self.text(try #require(try Self.run(study, store))) == expected)

    let bytes = try #require(store.files.withLock { $0["cut-1-values-1.chunk"] })
    for place in bytes.indices {
      let one = MemoryStore()
      var changed = bytes
      changed[place] ^= 1
      one.files.withLock { $0 = ["cut-1-values-1.chunk": changed] }
      #expect(try Self.saving(study, one).count == 0, "\(place)")
      one.files.withLock { $0 = ["cut-1-values-1.chunk": Array(bytes[..<place])] }
      #expect(try Self.saving(study, one).count == 0, "\(place)")
    }
  }

  @Test("Values that no replication can have are damage, whatever the checksum says")
  func impossible() throws {
    let study = try Self.study(2)
    let width = study.ledger.rows.count * study.compiled.policies.count
    func read(_ numbers: [UInt64]) throws(ChunkDamage) -> [Int: EnduranceStudy.Values] {
      var encoder = ChunkEncoder()
      for number in numbers { encoder.whole(number) }
      var decoder = ChunkDecoder(encoder.bytes)
      return try study.values(from: &decoder)
    }
    let values = [UInt64](repeating: 3, count: width)
    #expect(try read([1, 0] + values) == [0: [Int32](repeating: 2, count: width)])
    #expect(try read([1, 0] + values.map { _ in 0 })[0]?.allSatisfy { $0 == .max } == true)
    #expect(throws: ChunkDamage.self) { try read([2, 0] + values) }
    #expect(throws: ChunkDamage.self) { try read([2, 0] + values + [0] + values) }
    #expect(throws: ChunkDamage.self) { try read([1, 0] + values + [1]) }
    // Not censored at the end of 60 days, censored then, and later than that.
    #expect(try read([1, 0] + values.dropLast() + [121])[0]?.last == 120)
    #expect(try read([1, 0] + values.dropLast() + [122])[0]?.last == 121)
    #expect(throws: ChunkDamage.self) { try read([1, 0] + values.dropLast() + [123]) }
    #expect(throws: ChunkDamage.self) { try read([1, 0] + values.dropLast() + [1 << 31]) }
    #expect(throws: ChunkDamage.self) { try read([1 << 40, 0] + values) }
  }

  @Test("Fewer replications take what they need, more go on, another study is refused")
  func others() throws {
    let store = MemoryStore()
    _ = try Self.run(try Self.study(6), store)
    let more = try Self.study(9)
    #expect(Self.text(try #require(try Self.run(more, store))) == Self.text(try more.run(jobs: 1)))
    let fewer = try Self.study(3)
    #expect(
      Self.text(try #require(try Self.run(fewer, store))) == Self.text(try fewer.run(jobs: 1)))
    do {
      _ = try Self.saving(fewer, store, digest: "another")
      Issue.record("chunks of another scenario were taken")
    } catch ChunkRefusal.foreign(let differences) {
      #expect(differences.count == 1 && differences[0].hasPrefix("another scenario"))
    }
  }
}
