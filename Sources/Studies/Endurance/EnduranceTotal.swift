import Synchronization

/// What all cores have found of a study of endurance so far, and how much of it is kept where a later run finds it.
///
/// Replications are handed over one by one: they take much longer than that.
final class EnduranceTotal: Sendable {
  private struct State {
    /// In the order in which they were finished; those of earlier runs first.
    var found: [(replication: Int, values: EnduranceStudy.Values)]
    /// How many of them are written down.
    var saved: Int
    /// The number of the chunk that was written last, and whether this run has written one.
    var number: Int
    var hasSaved = false
    /// When it is time to write again.
    var due: ContinuousClock.Instant
    var problem: ChunkProblem?
  }

  private let study: EnduranceStudy
  private let saving: EnduranceSaving?
  private let state: Mutex<State>
  private let failed = Atomic<Bool>(false)
  private let clock = ContinuousClock()

  init(_ study: EnduranceStudy, _ saving: EnduranceSaving?) {
    self.study = study
    self.saving = saving
    let found = saving?.found.map { (replication: $0.key, values: $0.value) } ?? []
    state = Mutex(
      State(
        found: found, saved: found.count, number: saving?.number ?? 0,
        due: clock.now + (saving?.interval ?? StudySaving.usual)))
  }

  /// Which of the study's replications are still to be run, in order.
  var missing: [Int] { study.replications.filter { saving?.found[$0] == nil } }

  /// Whether what is finished could not be kept.
  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  /// The values of all replications that are finished, in their order.
  var values: [EnduranceStudy.Values] {
    state.withLock { $0.found.sorted { $0.replication < $1.replication }.map(\.values) }
  }

  /// Adds a replication; keeps what is finished if it is time to.
  func add(_ replication: Int, _ values: EnduranceStudy.Values) {
    state.withLock { state in
      state.found.append((replication, values))
      if clock.now >= state.due { save(&state) }
    }
  }

  /// Keeps what is finished, when no core is at work any more.
  ///
  /// - Parameter always: even if nothing has been kept so far.
  /// - Throws: why it, or something earlier, could not be kept.
  func finish(always: Bool) throws(ChunkProblem) {
    let problem = state.withLock { state in
      if state.problem == nil, always || state.hasSaved { save(&state) }
      return state.problem
    }
    if let problem { throw problem }
  }

  private func save(_ state: inout State) {
    guard let saving, state.problem == nil, state.found.count > state.saved else { return }
    let before = clock.now
    let number = state.number + 1
    let new = state.found[state.saved...]
    do throws(ChunkProblem) {
      try saving.store.write(
        ChunkName(.values, number, branch: saving.identity.branch).text,
        ChunkHead(.values, saving.identity).file { study.encode(new, to: &$0) })
    } catch {
      state.problem = error
      failed.store(true, ordering: .relaxed)
      return
    }
    (state.saved, state.number, state.hasSaved) = (state.found.count, number, true)
    // Keeping takes at most a hundredth of the time, unless it was said how often.
    let now = clock.now
    let pause = saving.interval ?? max(StudySaving.usual, (now - before) * 100)
    state.due = now + pause
  }
}
