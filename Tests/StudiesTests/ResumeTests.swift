import Replications
import SupplyModel
import Synchronization
import Testing

@testable import Studies

@Suite("Going on with a study")
struct ResumeTests {
  private static func study(_ replications: Range<Int>) throws -> Study {
    Study(CompiledModel(try SupplyModel(TwoProducts.content())), replications: replications)
  }

  /// Everything that a result says.
  private static func text(_ result: StudyResult) -> [String] {
    result.policyNames.indices.flatMap { policy in
      result.estimates(policy: policy).map { "\($0)" }
        + result.differences(policy: policy).map { "\($0)" }
        + ["\(result.replicationValues(policy: policy, measure: "peakStockSEK"))"]
    } + ["\(result.replications) \(result.planned ?? -1)"]
  }

  /// What a run finds that goes on with what is in a store, and is stopped when it has asked so often.
  private static func run(
    _ study: Study, _ store: MemoryStore, asks: Int = .max, jobs: Int = 2,
    goal: PrecisionGoal? = nil, notices: (([String]) -> Void)? = nil
  ) throws -> StudyResult? {
    let identity = StudyIdentity(study, version: "1", scenario: "digest")
    let resumed = try ResumedStudy(study, identity, in: store)
    notices?(resumed.notices)
    var conduct = StudyConduct(jobs: jobs)
    conduct.saving = StudySaving(identity, in: store, every: .zero, resuming: resumed)
    conduct.goal = goal
    let asked = Atomic<Int>(0)
    conduct.isInterrupted = { asked.wrappingAdd(1, ordering: .relaxed).newValue > asks }
    return try study.run(conduct)
  }

  @Test("However often it is stopped, the result is that of one run", arguments: [1, 2, 3])
  func stopped(jobs: Int) throws {
    let study = try Self.study(0..<23)
    let expected = Self.text(try study.run(jobs: 1))
    var generator = SplitMix(state: UInt64(jobs))
    for _ in 0..<4 {
      let store = MemoryStore()
      var isPartial = false
      var result: StudyResult?
      repeat {
        let asks = Int(generator.next() % 25)
        result = try Self.run(study, store, asks: asks, jobs: jobs)
        if let result, result.planned != nil {
          isPartial = true
          #expect(result.replications.count < 23 && result.planned == 23)
        }
      } while result == nil || result?.planned != nil
      #expect(isPartial)
      #expect(Self.text(try #require(result)) == expected)
      // It goes on with all of it, and finds the same again.
      #expect(Self.text(try #require(try Self.run(study, store))) == expected)
    }
  }

  @Test("What fails to be kept stops the run, and what was kept before is gone on with")
  func failing() throws {
    let study = try Self.study(0..<6)
    let expected = Self.text(try study.run(jobs: 1))
    for write in 1...14 {
      let store = MemoryStore(failing: write)
      var problem: String?
      do {
        _ = try Self.run(study, store, jobs: 1)
      } catch StudyFailure.chunks(let why) {
        problem = why.reason
      }
      // Six replications, and each twice: values and sums.
      #expect((problem == "full") == (write <= 12), "\(write)")
      let again = MemoryStore()
      again.files.withLock { $0 = store.files.withLock { $0 } }
      #expect(Self.text(try #require(try Self.run(study, again))) == expected)
    }
  }

  @Test("A damaged chunk is told of and computed again", arguments: ["sums", "values"])
  func damaged(kind: String) throws {
    let study = try Self.study(0..<12)
    let expected = Self.text(try study.run(jobs: 1))
    let store = MemoryStore()
    _ = try Self.run(study, store, asks: 20)
    store.damage(kind)
    var told: [String] = []
    let result = try #require(try Self.run(study, store) { told = $0 })
    #expect(Self.text(result) == expected)
    #expect(told.count == 1 && told[0].hasPrefix(kind) && told[0].contains("is damaged"), "\(told)")
    // All of them, and nothing is left but to begin anew.
    for _ in 0..<3 { store.files.withLock { for name in $0.keys { $0[name] = [1, 2, 3] } } }
    #expect(Self.text(try #require(try Self.run(study, store) { told = $0 })) == expected)
    #expect(told.count > 1)
  }

  @Test("More replications go on, fewer are refused")
  func more() throws {
    let store = MemoryStore()
    _ = try Self.run(try Self.study(0..<9), store)
    let expected = Self.text(try Self.study(0..<14).run(jobs: 1))
    #expect(Self.text(try #require(try Self.run(try Self.study(0..<14), store))) == expected)
    #expect(throws: StudyFailure.self) { _ = try Self.run(try Self.study(0..<9), store) }
  }

  @Test("A precision is reached after as many replications, with chunks or without")
  func precision() throws {
    let goal = PrecisionGoal(share: 0.6, fewest: 5)
    let expected = try Self.study(0..<5).run(until: goal, jobs: 1)
    var generator = SplitMix(state: 5)
    let store = MemoryStore()
    var result: StudyResult?
    repeat {
      let asks = Int(generator.next() % 60)
      result = try Self.run(try Self.study(0..<5), store, asks: asks, goal: goal)
    } while result == nil || result?.planned != nil
    #expect(Self.text(try #require(result)) == Self.text(expected))
    // With later replications there already it decides as if it had none.
    let later = MemoryStore()
    let count = expected.replications.count
    _ = try Self.run(try Self.study(0..<count), later)
    let again = try Self.run(try Self.study(0..<5), later, goal: goal)
    #expect(Self.text(try #require(again)) == Self.text(expected))
  }

  @Test("Shards, however many, add up to the study that was not divided")
  func shards() throws {
    let whole = try Self.study(0..<11)
    let expected = Self.text(try whole.run(jobs: 1))
    for count in [1, 2, 4, 11] {
      var merge = StudyMerge(whole)
      for number in (1...count).reversed() {
        let shard = try #require(
          StudyIdentity.Shard(number: number, of: count, replications: 11))
        let part = try Self.study(shard.range)
        let store = MemoryStore()
        _ = try Self.run(part, store)
        let found = try ResumedStudy(
          part, StudyIdentity(part, version: "1", scenario: "digest"), in: store)
        let isAdded = merge.add(found)
        #expect(isAdded)
      }
      #expect(Self.text(merge.result()) == expected)
    }
  }

  @Test("Chunks of another study are refused, with what differs")
  func foreign() throws {
    let study = try Self.study(0..<3)
    let store = MemoryStore()
    _ = try Self.run(study, store)
    let mine = StudyIdentity(study, version: "1", scenario: "digest")
    func words(_ change: (inout StudyIdentity) -> Void) -> String {
      var other = mine
      change(&other)
      do {
        _ = try ResumedStudy(study, other, in: store)
      } catch {
        guard case ChunkRefusal.foreign(let differences) = error else { return "\(error)" }
        return differences.joined(separator: "; ")
      }
      return ""
    }
    #expect(words { _ in }.isEmpty)
    #expect(words { $0.version = "2" } == "program version 1 instead of 2")
    #expect(words { $0.scenario = "other" }.contains("another scenario (digest digest…"))
    #expect(words { $0.seed += 1 }.hasPrefix("seed "))
    #expect(words { $0.policies = ["x"] }.contains("instead of x"))
    #expect(words { $0.products = ["x"] } == "products all instead of x")
    #expect(words { $0.hasDetail = true } == "detail not kept instead of kept")
    #expect(words { $0.hasPhases = true } == "phases not told apart instead of told apart")
    #expect(
      words { $0.shard = StudyIdentity.Shard(number: 1, of: 2, replications: 3) }
        == "shard none instead of 1/2 of 3 replications")
  }
}
