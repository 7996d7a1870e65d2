import Foundation
import Synchronization

/// A line on standard error that says how far a long run is and how long it will still take.
final class Progress: Sendable {
  private let total: Int
  /// What is counted.
  private let what: String
  private let start = ContinuousClock.now
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  /// Progress over `total` replications, or something else.
  init(total: Int, of what: String = "replications") {
    self.total = total
    self.what = what
  }

  /// Shows that `finished` of them are done, at most five times a second.
  ///
  /// - Parameter planned: of how many, where that has changed.
  func show(_ finished: Int, of planned: Int? = nil) {
    let total = planned ?? total
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if let before = last, now - before < .milliseconds(200), finished < total { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let share = finished * 100 / total
    let line =
      "\r\(finished) of \(total) \(what), \(share) %\(timeLeft(finished, of: total, now))"
    let padded = line + String(repeating: " ", count: max(0, 60 - line.count))
    FileHandle.standardError.write(Data(padded.utf8))
  }

  /// Clears the line.
  func finish() {
    FileHandle.standardError.write(Data(("\r" + String(repeating: " ", count: 70) + "\r").utf8))
  }

  private func timeLeft(_ finished: Int, of total: Int, _ now: ContinuousClock.Instant) -> String {
    guard finished > 0, finished < total else { return "" }
    let elapsed = now - start
    let seconds = elapsed / .seconds(1) * Double(total - finished) / Double(finished)
    return seconds < 90
      ? ", about \(Int(seconds.rounded(.up))) s left"
      : ", about \(Int((seconds / 60).rounded(.up))) min left"
  }
}
