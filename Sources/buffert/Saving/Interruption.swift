import Foundation
import Synchronization

/// Signals that ask the program to stop: the first lets it finish with what there is, the second ends it.
///
/// A terminal that is lost asks once, however often it says so. What was to be ignored when the program was
/// started (`nohup`, or in the background) stays ignored.
enum Interruption {
  private static let first = Atomic<Int64>(0)

  /// Whether to stop.
  static var isAsked: Bool { first.load(ordering: .relaxed) != 0 }

  /// Signals of one keystroke or one scheduler may come in twos. [ms]
  private static let sameWithin: Int64 = 100

  /// Listens from now on. A reader of the output that has gone is no reason to stop.
  static func listen() {
    // Made before any signal comes, since in a handler nothing may be made.
    _ = isAsked
    signal(SIGPIPE, SIG_IGN)
    let asking = [SIGINT, SIGTERM, SIGHUP]
    // Whoever starts the program from a thread that is not to be disturbed (as those of Dispatch) hands that on.
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for number in asking { unsafe sigaddset(&held, number) }
    unsafe pthread_sigmask(SIG_UNBLOCK, &held, nil)
    for number in asking {
      var before = sigaction()
      unsafe sigaction(number, nil, &before)
      let isIgnored = unsafe unsafeBitCast(before.__sigaction_handler, to: Int.self) == 1
      guard !isIgnored else { continue }
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { Interruption.note($0) }
      action.sa_flags = SA_RESTART
      unsafe sigaction(number, &action, nil)
    }
  }

  /// Called when a signal comes: must use nothing but numbers and calls that POSIX allows there.
  private static func note(_ number: Int32) {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000 + 1
    let (isFirst, before) = first.compareExchange(
      expected: 0, desired: now, ordering: .relaxed)
    guard !isFirst, number != SIGHUP, now - before > sameWithin else { return }
    _exit(ExitCode.interrupted.rawValue)
  }
}
