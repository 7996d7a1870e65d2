import Replications
import Synchronization

/// What all cores have found of a study so far, and how much of it is kept where a later run finds it.
///
/// Each core has sums of its own, and hands them over when it is time to keep what is finished; the one
/// that hands over last writes. So what is lost when the program is killed is what each core has
/// done since: one chunk of each. There is no lock between one handing over and the next.
final class RunningTotal: Sendable {
  private struct State {
    var total: StudySums
    var finished: ReplicationSet
    /// How many of the kept replications are written down.
    var saved: Int
    /// The number of the chunk that was written last, and whether this run has written one.
    var number: Int
    var hasSaved = false
    /// Sums that were written down earlier, from older to newer.
    var older: [String]
    /// Cores at work, and how many of them have handed over since it was last time to.
    var workers = 0
    var reported = 0
    var isCollecting = false
    var problem: ChunkProblem?
  }

  private let state: Mutex<State>
  /// Replications whose values are to be kept anew, while the sums have them already.
  private let lost: Set<Int>
  private let saving: StudySaving?
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// Counts how often it was time to hand over.
  private let round = Atomic<Int>(0)
  /// When it is time again. [ns after the start]
  private let due: Atomic<Int64>
  private let failed = Atomic<Bool>(false)

  init(_ study: Study, _ saving: StudySaving?) {
    let resumed = saving?.resumed
    start = clock.now
    self.saving = saving
    lost = Set(resumed?.lost ?? [])
    due = Atomic(saving.map { Self.nanoseconds($0.interval ?? StudySaving.usual) } ?? .max)
    state = Mutex(
      State(
        total: resumed?.sums ?? StudySums(study), finished: resumed?.finished ?? ReplicationSet(),
        saved: resumed?.sums.kept.count ?? 0, number: resumed?.number ?? 0,
        older: resumed?.older ?? []))
  }

  /// Which replications are in the sums.
  var finished: ReplicationSet { state.withLock { $0.finished } }

  /// Which of some replications are still to be run, in order.
  func missing(of planned: Range<Int>) -> [Int] {
    state.withLock { state in
      let kept = lost.isEmpty ? [] : lost.subtracting(state.total.kept.map(\.number))
      return planned.filter { !state.finished.contains($0) || kept.contains($0) }
    }
  }

  /// Whether what is finished could not be kept.
  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  /// Calls `body` with the sums.
  func read<Found: Sendable>(_ body: (StudySums) -> Found) -> Found {
    state.withLock { body($0.total) }
  }

  /// The sums, which are not needed here any more.
  func takeOut() -> StudySums {
    state.withLock { state in
      let total = state.total
      state.total = StudySums()
      return total
    }
  }

  /// Says how many cores are at work from now on.
  ///
  /// - Returns: the last round, which all of them have seen.
  func begin(workers: Int) -> Int {
    state.withLock {
      $0.workers = workers
      $0.reported = 0
      return round.load(ordering: .relaxed)
    }
  }

  /// Adds a replication to a core's own sums; hands them over if it is time to.
  ///
  /// - Parameter seen: the last round in which this core has handed over; at first that before it began.
  func add(
    _ replication: Int, _ aggregator: borrowing ReplicationAggregator, to part: inout StudySums,
    seen: inout Int
  ) {
    add(replication, aggregator, to: &part)
    let asked = round.load(ordering: .relaxed)
    guard asked != seen || isDue else { return }
    state.withLock { state in
      if round.load(ordering: .relaxed) == seen {
        guard !state.isCollecting, isDue else { return }
        round.wrappingAdd(1, ordering: .relaxed)
        due.store(.max, ordering: .relaxed)
        state.isCollecting = true
        state.reported = 0
      }
      seen = round.load(ordering: .relaxed)
      hand(over: &part, to: &state)
      state.reported += 1
      if state.reported == state.workers { save(&state) }
    }
  }

  /// Hands over the last of a core that has no more work.
  func leave(_ part: inout StudySums, seen: Int) {
    state.withLock { state in
      hand(over: &part, to: &state)
      if state.isCollecting, seen == round.load(ordering: .relaxed) { state.reported -= 1 }
      state.workers -= 1
      if state.isCollecting, state.reported == state.workers { save(&state) }
    }
  }

  /// Adds a replication that all cores have run together.
  func add(_ replication: Int, _ aggregator: borrowing ReplicationAggregator) {
    state.withLock { state in
      add(replication, aggregator, to: &state.total)
      state.finished.add([replication..<replication + 1])
      if isDue { save(&state) }
    }
  }

  /// Keeps what is finished, when no core is at work any more.
  ///
  /// - Parameter always: even if the run was short and nothing has been kept so far.
  /// - Throws: why it, or something earlier, could not be kept.
  func finish(always: Bool) throws(ChunkProblem) {
    let problem = state.withLock { state in
      let isLong = state.hasSaved || state.isCollecting || isDue
      if state.problem == nil, state.total.kept.count > state.saved, always || isLong {
        save(&state)
      }
      return state.problem
    }
    if let problem { throw problem }
  }

  private var isDue: Bool { Self.nanoseconds(clock.now - start) >= due.load(ordering: .relaxed) }

  private func add(
    _ replication: Int, _ aggregator: borrowing ReplicationAggregator, to sums: inout StudySums
  ) {
    if lost.contains(replication) {
      sums.keep(replication, aggregator)
    } else {
      sums.add(replication, aggregator)
    }
  }

  private func hand(over part: inout StudySums, to state: inout State) {
    guard !part.kept.isEmpty else { return }
    state.finished.add(part.kept.map { $0.number..<$0.number + 1 })
    state.total.merge(part)
    part.clear()
  }

  /// Writes first the values that are new, then the sums that speak of them.
  private func save(_ state: inout State) {
    state.isCollecting = false
    guard let saving, state.problem == nil, !state.total.kept.isEmpty else { return }
    let before = clock.now
    let number = state.number + 1
    do throws(ChunkProblem) {
      let worked =
        saving.resumed.milliseconds + UInt64(Self.nanoseconds(before - start) / 1_000_000)
      if state.total.kept.count > state.saved {
        let head = ChunkHead(.values, saving.identity)
        try saving.store.write(
          saving.name(.values, number),
          head.file { state.total.encodeValues(state.saved..<state.total.kept.count, to: &$0) })
      }
      let head = ChunkHead(
        .sums, saving.identity, milliseconds: worked, command: saving.command)
      try saving.store.write(
        saving.name(.sums, number),
        head.file { state.total.encodeSums(over: state.finished, to: &$0) })
      // The one before stays, for the case that the new one is damaged.
      for name in state.older.dropLast() { try saving.store.remove(name) }
    } catch {
      state.problem = error
      failed.store(true, ordering: .relaxed)
      return
    }
    state.older = state.older.suffix(1) + [saving.name(.sums, number)]
    (state.saved, state.number, state.hasSaved) = (state.total.kept.count, number, true)
    let now = clock.now
    // Keeping takes at most a hundredth of the time, unless it was said how often.
    let pause = saving.interval ?? max(StudySaving.usual, (now - before) * 100)
    due.store(Self.nanoseconds(now - start + pause), ordering: .relaxed)
  }

  private static func nanoseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
