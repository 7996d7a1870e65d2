import Foundation
import ScenarioFiles

/// Where the bytes of an open file are put. Whoever opened the file keeps it open and closes it.
struct FileOutput: Sendable {
  let descriptor: Int32

  /// Adds bytes.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func write(_ bytes: [UInt8]) throws(FileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = UnfinishedFile.again {
        unsafe rest.withUnsafeBytes {
          unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
      }
      // A disk that takes nothing and says nothing would be asked for ever.
      guard count != 0 else { throw FileProblem(reason: "the system takes no more bytes") }
      guard count > 0 else { throw .system }
      rest = rest.dropFirst(count)
    }
  }
}
