import Foundation
import Studies
import Synchronization

/// A line on standard error that says how far a long run is and how long it will still take.
final class Progress: Sendable {
  private let total: Int
  /// What is counted.
  private let what: String
  /// When the first was shown, and how far the run had come: it may have gone on from an earlier one.
  private let begin = Mutex<(time: ContinuousClock.Instant, share: Double)?>(nil)
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  /// Progress over `total` replications, or something else.
  init(total: Int, of what: String = "replications") {
    self.total = total
    self.what = what
  }

  /// Shows that `finished` of them are done, at most five times a second.
  func show(_ finished: Int) {
    show(finished, of: total, share: Double(finished) / Double(total))
  }

  /// Shows how far a study has come, at most five times a second.
  ///
  /// - Parameter earlier: replications of other studies that were finished before it.
  func show(_ study: StudyProgress, after earlier: Int = 0) {
    let total = max(total, earlier + study.planned)
    let done = Double(earlier) + study.share * Double(study.planned)
    show(earlier + study.finished, of: total, share: done / Double(total))
  }

  private func show(_ finished: Int, of total: Int, share: Double) {
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if let before = last, now - before < .milliseconds(200), finished < total { return false }
      last = now
      return true
    }
    guard isDue else { return }
    // A tenth of a per cent moves where a replication takes seconds.
    let tenths = Int(share * 1000)
    let left = timeLeft(share: share, isDone: finished >= total, now)
    let line =
      "\r\(finished) of \(total) \(what), \(tenths / 10).\(tenths % 10) %\(left)"
    let padded = line + String(repeating: " ", count: max(0, 60 - line.count))
    _ = Terminal.put(padded, to: STDERR_FILENO)
  }

  /// Clears the line.
  func finish() {
    _ = Terminal.put("\r" + String(repeating: " ", count: 70) + "\r", to: STDERR_FILENO)
  }

  private func timeLeft(share: Double, isDone: Bool, _ now: ContinuousClock.Instant) -> String {
    let first = begin.withLock { begin in
      let first = begin ?? (now, share)
      begin = first
      return first
    }
    guard share > first.share, !isDone else { return "" }
    let seconds = (now - first.time) / .seconds(1) * (1 - share) / (share - first.share)
    return seconds < 90
      ? ", about \(Int(seconds.rounded(.up))) s left"
      : ", about \(Int((seconds / 60).rounded(.up))) min left"
  }
}
