import Synchronization

/// How far a study has come.
public struct StudyProgress: Sendable {
  /// Replications that are finished.
  public let finished: Int
  /// Of how many, as far as is planned.
  public let planned: Int
  /// How much of their work is done, begun replications counted with what is done of them. [0…1]
  public let share: Double

  /// The same where replications had been finished before these.
  func after(_ earlier: Int) -> StudyProgress {
    let total = earlier + planned
    return StudyProgress(
      finished: earlier + finished, planned: total,
      share: (Double(earlier) + share * Double(planned)) / Double(total))
  }
}

/// Counts the work that all cores have done: written once for each job of a replication, never within
/// one.
final class WorkMeter: Sendable {
  private let replications: Int
  /// What the jobs of a replication add up to.
  private let size: Int
  private let done = Atomic<Int>(0)
  private let finished = Atomic<Int>(0)
  private let report: @Sendable (StudyProgress) -> Void

  init(
    replications: Int, size: Int, report: @escaping @Sendable (StudyProgress) -> Void
  ) {
    self.replications = replications
    self.size = size
    self.report = report
  }

  /// Notes that a job of some size is done.
  func add(_ size: Int) {
    let done = done.wrappingAdd(size, ordering: .relaxed).newValue
    tell(done: done, finished: finished.load(ordering: .relaxed))
  }

  /// Notes that a replication is finished.
  func finishReplication() {
    let finished = finished.wrappingAdd(1, ordering: .relaxed).newValue
    tell(done: done.load(ordering: .relaxed), finished: finished)
  }

  private func tell(done: Int, finished: Int) {
    report(
      StudyProgress(
        finished: finished, planned: replications,
        share: Double(done) / (Double(replications) * Double(size))))
  }
}
