import Foundation
import ScenarioFiles

/// Keeps a results folder for one program at a time.
///
/// The lock goes with the program, however that ends; the file it leaves when it is killed locks nothing.
final class FolderLock {
  private let folder: String
  private let descriptor: Int32
  private let hasMadeFolder: Bool
  /// The file system knows no locks.
  let isMissing: Bool

  /// Why a folder is not to be had.
  enum Refusal: Error {
    /// Another program has it; which, if it is known.
    case taken(by: String?)
    /// It cannot be written to.
    case problem(FileProblem)
  }

  private static let name = "run.lock"

  private var path: String { folder + "/" + Self.name }

  /// Takes a folder, which is made if there is none.
  init(_ folder: String) throws(Refusal) {
    self.folder = folder
    hasMadeFolder = !Files.isFolder(folder)
    do throws(FileProblem) {
      try Files.makeFolder(folder)
    } catch {
      throw .problem(error)
    }
    let path = folder + "/" + Self.name
    while true {
      let descriptor = UnfinishedFile.again {
        // Not through a link: what it leads to would be emptied.
        unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      }
      guard descriptor >= 0 else { throw .problem(.system) }
      let isTaken = UnfinishedFile.again { flock(descriptor, LOCK_EX | LOCK_NB) } != 0
      let reason = errno
      guard !isTaken || reason != EWOULDBLOCK else {
        close(descriptor)
        throw .taken(by: Self.holder(path))
      }
      // Whoever had it before may have removed the file since it was opened here.
      var (own, there) = (stat(), stat())
      let isThere = unsafe fstat(descriptor, &own) == 0 && stat(path, &there) == 0
      guard isThere, own.st_ino == there.st_ino, own.st_dev == there.st_dev else {
        close(descriptor)
        continue
      }
      self.descriptor = descriptor
      isMissing = isTaken
      break
    }
    let words = Array("process \(getpid())\n".utf8)
    // Only for people: nothing depends on it.
    ftruncate(descriptor, 0)
    _ = unsafe words.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Lets go of the folder, and removes it if it was made here and nothing was put into it.
  func release() {
    unsafe unlink(path)
    if hasMadeFolder { Files.removeEmptyFolder(folder) }
    close(descriptor)
  }

  private static func holder(_ path: String) -> String? {
    guard case .success(let bytes) = Files.read(path) else { return nil }
    let line = String(decoding: bytes.prefix(40), as: UTF8.self).split(separator: "\n").first
    return line.map(String.init)
  }
}
