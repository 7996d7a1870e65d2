import Foundation

/// A value that one thread at a time may touch.
///
/// The thread sanitizer sees this lock. It does not see what `Mutex` does when several threads want it, which is in a
/// library of the toolchain that is not built for it, and would take the order between them for none.
final class Locked<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  /// Calls `body` with the value, alone.
  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(&value) }
  }
}
