import Foundation
import ScenarioFiles

/// A file that is written under another name, and gets its own when all of it is on the disk: whoever looks
/// sees the old one or the new one, whole, even after a power cut.
final class UnfinishedFile {
  /// What it will be called.
  let path: String
  private var descriptor: Int32

  /// What is added to the name of a file that is not finished.
  static let ending = ".unfinished"

  /// Where it is written.
  var unfinishedPath: String { path + Self.ending }

  /// A file with nothing in it yet.
  ///
  /// - Throws: `FileProblem` in the system's words.
  init(_ path: String) throws(FileProblem) {
    self.path = path
    descriptor = -1
    // A folder that somebody else has made may have a link there, to whatever could be overwritten, or a pipe,
    // which would be waited for.
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    descriptor = Self.again { unsafe open(unfinishedPath, flags, 0o666) }
    guard descriptor >= 0 else { throw .system }
  }

  /// Where its bytes are put, for whichever core makes them.
  var output: FileOutput { FileOutput(descriptor: descriptor) }

  /// Adds bytes.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func write(_ bytes: [UInt8]) throws(FileProblem) { try output.write(bytes) }

  /// Waits until all of it is on the disk.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func flush() throws(FileProblem) {
    // What is no file on a disk cannot be waited for.
    guard Self.again({ fsync(descriptor) }) == 0 || errno == EINVAL else { throw .system }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 || errno == EINTR else { throw .system }
  }

  /// Gives it its name.
  ///
  /// - Throws: `FileProblem` in the system's words.
  func finish() throws(FileProblem) {
    guard unsafe rename(unfinishedPath, path) == 0 else { throw .system }
  }

  /// Lets go of it. What cannot be written to can perhaps not be removed either: it is overwritten or
  /// swept away another time.
  func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    unsafe unlink(unfinishedPath)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Calls the system until no signal comes in between.
  static func again<Number: SignedInteger>(_ call: () -> Number) -> Number {
    while true {
      let outcome = call()
      guard outcome == -1, errno == EINTR else { return outcome }
    }
  }
}

extension FileProblem {
  /// Why the last call to the system failed, in its words.
  static var system: FileProblem {
    switch errno {
    case ELOOP: FileProblem(reason: "there is a symbolic link where a file should be written")
    case ENXIO: FileProblem(reason: "there is a pipe where a file should be written")
    default: FileProblem(reason: unsafe String(cString: strerror(errno)))
    }
  }
}
