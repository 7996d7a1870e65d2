import Synchronization

@testable import Studies

/// Chunks in memory; a write fails when it is told to.
final class MemoryStore: ChunkStore {
  let files = Locked<[String: [UInt8]]>([:])
  /// Which write fails, counted from 1.
  let failing: Int
  private let writes = Atomic<Int>(0)

  init(failing: Int = 0) { self.failing = failing }

  func names() -> [String] { files.withLock { Array($0.keys) } }

  func read(_ name: String) throws(ChunkProblem) -> [UInt8] {
    guard let bytes = files.withLock({ $0[name] }) else { throw ChunkProblem("no \(name)") }
    return bytes
  }

  func write(_ name: String, _ bytes: [UInt8]) throws(ChunkProblem) {
    guard writes.wrappingAdd(1, ordering: .relaxed).newValue != failing else {
      throw ChunkProblem("full")
    }
    files.withLock { $0[name] = bytes }
  }

  func remove(_ name: String) { files.withLock { $0[name] = nil } }

  /// Changes a byte in the middle of the newest chunk of a kind.
  func damage(_ kind: String) {
    files.withLock { files in
      let name = files.keys.filter { $0.hasPrefix(kind) }.compactMap { ChunkName($0) }
        .max { $0.number < $1.number }?.text
      guard let name, let bytes = files[name] else { return }
      files[name]?[bytes.count / 2] ^= 8
    }
  }
}
